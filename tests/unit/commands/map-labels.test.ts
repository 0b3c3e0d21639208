import type { Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  admin1Labels,
  type Admin1Properties,
} from '../../../src/commands/basemap/admin1-labels.ts';
import { countryLabels } from '../../../src/commands/basemap/country-labels.ts';
import { latinName } from '../../../src/commands/basemap/latin-name.ts';
import { waterLabels } from '../../../src/commands/basemap/water-labels.ts';
import { geoName } from './place-names/excerpt.ts';

const countries = countryLabels();
const countryOf = new Map(countries.map(({ properties }) => [properties['name'], properties]));

const unitedNations = (
  'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO KM CG CD CR CI ' +
  'HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM ' +
  'JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG ' +
  'KP MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA KR SS ES LK SD SR SE CH ' +
  'SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW'
).split(' ');

describe('labels of countries', () => {
  it('are there for all members of the United Nations and the usual others', () => {
    const labelled = new Set(countries.map(({ properties }) => properties['country']));
    expect(unitedNations).toHaveLength(193);
    const others = ['EH', 'GL', 'PR', 'PS', 'TW', 'VA', 'XK'];
    expect([...unitedNations, ...others].filter((code) => !labelled.has(code))).toEqual([]);
  });

  it.each(['Turkey', 'Czechia', 'Ivory Coast', 'North Macedonia', 'Eswatini', 'Taiwan', 'Kosovo'])(
    'have the common English name %s',
    (name) => {
      expect(countryOf.has(name)).toBe(true);
    },
  );

  it('name disputed territories plainly', () => {
    expect([...countryOf.keys()]).toEqual(
      expect.arrayContaining(['Western Sahara', 'West Bank', 'Gaza Strip']),
    );
    expect([...countryOf.keys()]).not.toContain('Somaliland');
  });

  it.each([
    ['Ukraine', 'Україна'],
    ['Greece', 'Ελλάδα'],
    ['Sudan', 'السودان'],
    ['Iran', 'ایران'],
    ['Turkey', 'Türkiye'],
  ])('have the local name of %s', (name, local) => {
    expect(countryOf.get(name)?.['name_local']).toBe(local);
  });

  it('are at one point for each country, on the globe, within their zooms', () => {
    const names = countries.map(({ properties }) =>
      [properties['name'], properties['min_zoom']].join(' '),
    );
    expect(new Set(names).size).toBe(names.length);
    const wrong = countries.filter(({ properties, geometry }) => {
      const [longitude = NaN, latitude = NaN] = (geometry as Point).coordinates;
      const zoom = Number(properties['min_zoom']);
      const isOnGlobe = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85;
      return !(isOnGlobe && zoom >= 2 && zoom < Number(properties['max_zoom'] ?? Infinity));
    });
    expect(wrong).toEqual([]);
  });
});

function area(more: Partial<Admin1Properties>): Admin1Properties {
  return {
    adm1_code: 'ZZZ-1',
    adm0_a3: 'ZZZ',
    iso_a2: 'XX',
    name: 'Area',
    type_en: 'Province',
    latitude: 1,
    longitude: 2,
    min_label: 6,
    max_label: 11,
    ...more,
  };
}

function labelsOf(...areas: readonly Partial<Admin1Properties>[]) {
  const named = admin1Labels(
    areas.map((more, index) => area({ adm1_code: `ZZZ-${index}`, ...more })),
  );
  const own = ['Somaliland', 'South Ossetia', 'Northern Cyprus', 'Golan Heights', 'Abyei'];
  return named
    .map(({ properties }) => properties)
    .filter(({ name }) => !own.includes(String(name)));
}

const other = { name: 'Other', name_en: 'Other' };

describe('labels of first-level areas', () => {
  it('have English names without the kind of area, from zoom 4', () => {
    expect(
      labelsOf(
        { name: 'Łódź', name_en: 'Łódź Voivodeship' },
        { name: 'Ohio', name_en: 'Ohio', min_label: 3.5 },
        { name: 'Free State', name_en: 'Free State' },
      ),
    ).toEqual([
      { kind: 'admin1', name: 'Ohio', country: 'XX', min_zoom: 4, max_zoom: 11 },
      { kind: 'admin1', name: 'Free State', country: 'XX', min_zoom: 6, max_zoom: 11 },
      { kind: 'admin1', name: 'Łódź', country: 'XX', min_zoom: 6, max_zoom: 11 },
    ]);
  });

  it('give Crimea to no country', () => {
    const crimea = { adm1_code: 'RUS-283', adm0_a3: 'RUS', iso_a2: 'RU', name_en: 'Crimea' };
    const [label] = labelsOf(crimea, { ...other, adm0_a3: 'RUS', min_label: 7 });
    expect(label).toEqual({ kind: 'admin1', name: 'Crimea', min_zoom: 6, max_zoom: 11 });
  });

  it('leave out Iraq, cities, lone areas and what is not to be labelled', () => {
    const names = labelsOf(
      { name: 'Duhok', iso_a2: 'IQ', adm0_a3: 'IRQ' },
      { name: 'Irbil', iso_a2: 'IQ', adm0_a3: 'IRQ' },
      { name: 'Capital', type_en: 'Capital City' },
      other,
      { name: 'Third', min_label: 18 },
      { name: 'Lone', adm0_a3: 'YYY' },
    ).map(({ name }) => name);
    expect(names).toEqual(['Other']);
  });
});

describe('labels of waters', () => {
  it('name no water twice at a point', () => {
    const keys = waterLabels.map(({ name, at }) => `${name} ${at.join()}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('a Latin name', () => {
  it.each([
    ['Đồng Hới', 'VN', 'Dong Hoi'],
    ['Gasteiz / Vitoria', 'ES', 'Vitoria'],
    ['Iaşi', 'RO', 'Iași'],
    ['Niš', 'RS', 'Niš'],
    ['Damanhūr', 'EG', 'Damanhur'],
    ['Michigan City', 'US', 'Michigan City'],
    ['Ryazan’', 'RU', 'Ryazan'],
    ['Groznyy', 'RU', 'Grozny'],
    ['Kryvyy Rih', 'UA', 'Kryvyi Rih'],
  ])('of %s (%s) is %s', (name, country, latin) => {
    expect(latinName(geoName(name, country))).toBe(latin);
  });
});
