import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaList } from '../../../../src/formats/areas/area-list.ts';
import { readAreasFile } from '../../../../src/formats/areas/areas-file.ts';
import { WorldAreas } from '../../../../src/formats/areas/world-areas.ts';
import { pointInside } from '../../../../src/formats/mapping/point-inside.ts';
import { ownAreas, worldAreasFile } from './world-areas-file.ts';

const bytes = worldAreasFile();
const file = readAreasFile(bytes);
const own = ownAreas();
const world = new WorldAreas(file, own);
const { parts, countries } = areaList(file);
const names = (name: string, code: string): readonly string[] =>
  world.find(name, code).named.map((area) => world.nameOf(area));

describe('the file of areas', () => {
  it('is small enough to be loaded with a file, packed or not', () => {
    expect(bytes.length).toBeLessThan(3_000_000);
    const unpacked = new TextEncoder().encode(JSON.stringify(file));
    expect(readAreasFile(unpacked)).toEqual(file);
  });

  it('has every area under its own name in its country', () => {
    const wrong = parts.flatMap(({ properties: { name, country } }) => {
      if (name === '' || country === '') return [];
      const found = world.find(name, country).named;
      return found.length === 1 && found[0]?.title === name ? [] : [`${country} ${name}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has no area that is only called by its kind', () => {
    const kinds = /^(?:city|town|state|province|district|county|region|municipality|republic)$/i;
    expect(parts.filter(({ properties: { name } }) => kinds.test(name))).toEqual([]);
  });

  it('gives no two areas one name', () => {
    const named = parts.flatMap(({ properties: { name, country } }) =>
      world.find(name, country).named.map((area) => world.nameOf(area)),
    );
    const areas = new Set(
      parts.flatMap(({ properties: { name, country } }) => world.find(name, country).named),
    );
    expect(new Set(named).size).toBe(areas.size);
  });

  it('leaves a shape to every area and every country', () => {
    for (const { title, kind, country } of [
      ...parts.flatMap(({ area }) => area ?? []),
      ...countries.values(),
    ]) {
      const found =
        kind === 'country' ? world.country(country) : world.find(title, country).named[0];
      const shape = found && world.outline(world.nameOf(found))?.shape;
      expect(shape?.coordinates.length, title).toBeGreaterThan(0);
    }
  });
});

describe('a province', () => {
  it.each([
    ['SD', 'West Darfur state', 'West Darfur'],
    ['SD', 'Gharb Dārfūr', 'West Darfur'],
    ['SD', 'Northern state', 'Northern, Sudan'],
    ['SD', 'El Gezira', 'Gezira'],
    ['SD', 'ولاية الخرطوم', 'Khartoum'],
    ['SD', 'Southern Kordofan', 'South Kordofan'],
    ['UA', 'Donetsk oblast', 'Donetsk'],
    ['UA', 'Донецька область', 'Donetsk'],
    ['UA', 'Luhans’k', 'Luhansk'],
    ['UA', 'Kyiv', 'Kyiv'],
    ['UA', 'Kyiv City', 'Kyiv City'],
    ['UA', 'Odessa', 'Odesa'],
    ['UA', 'Crimea', 'Crimea'],
    ['RU', 'Crimea', 'Crimea'],
    ['NG', 'Borno State', 'Borno'],
    ['NG', 'Nassarawa', 'Nasarawa'],
    ['MM', 'Rakhine State', 'Rakhine'],
    ['MM', 'Irrawaddy', 'Ayeyarwady'],
    ['MM', 'Nay Pyi Taw', 'Mandalay'],
    ['YE', 'Ḩaḑramawt governorate', 'Hadhramaut'],
    ['YE', 'Sanaa', "Sana'a"],
    ['YE', 'Amanat al Asimah', 'Amanat al-Asimah'],
    ['YE', 'Al Hodeidah', 'Al Hudaydah'],
    ['YE', 'Sa‘dah governorate', "Sa'dah"],
    ['SY', 'Muḩāfaz̧at Ḩalab', 'Aleppo'],
    ['SY', 'Rural Damascus', 'Rif Dimashq'],
    ['SY', 'دير الزور', 'Deir ez-Zor'],
    ['AF', 'Wilayat-e Daykundi', 'Daykundi'],
    ['AF', 'Panjsher', 'Panjshir'],
    ['AF', 'Paktya', 'Paktia'],
    ['CD', 'Nord-Kivu province', 'North Kivu'],
    ['CD', 'Ituri', 'Orientale'],
    ['BF', 'Sahel region', 'Sahel'],
    ['BF', 'Boucle du Mouhoun', 'Boucle du Mouhoun'],
    ['FR', 'Île-de-France', 'Île-de-France'],
    ['GB', 'Scotland', 'Scotland'],
    ['GB', 'London', 'Greater London'],
    ['GB', 'Greater London', 'Greater London'],
    ['GB', 'City of London', 'City of London'],
    ['MX', 'Mexico City', 'Mexico City'],
    ['MX', 'Ciudad de Mexico', 'Mexico City'],
    ['SO', 'Banadir', 'Banaadir'],
    ['CO', 'Bogota D.C.', 'Bogotá'],
    ['IN', 'NCT of Delhi', 'Delhi'],
    ['MM', 'Shan-South', 'Shan'],
    ['MM', 'Bago-East', 'Bago'],
    ['ID', 'Papua Barat Daya', 'West Papua'],
    ['EH', 'Oued Ed-Dahab', 'Oued el Dahab'],
    ['MA', 'Oued Ed-Dahab', 'Oued el Dahab'],
    ['UG', 'Northern Region', 'Northern, Uganda'],
    ['KE', 'Garissa', 'North-Eastern'],
    ['SO', 'Lower Shabelle', 'Lower Shebelle'],
    ['IL', 'Gaza Strip', 'Gaza Strip'],
    ['TR', 'Şırnak ili', 'Sirnak'],
    ['PK', 'Punjab', 'Punjab, Pakistan'],
    ['IN', 'Punjab', 'Punjab, India'],
    ['CO', 'Departamento de Nariño', 'Nariño'],
    ['MX', 'Michoacan', 'Michoacán'],
    ['RU', 'Чечня', 'Chechnya'],
    ['JP', '福島県', 'Fukushima'],
    ['ZA', 'Free State', 'Free State'],
  ])('of %s is found as %s', (code, name, expected) => {
    expect(names(name, code)).toEqual([expected]);
  });

  it.each([
    ['SD', 'Bavaria'],
    ['SD', 'Khartum City Centre'],
    ['SD', 'Darfur'],
    ['SD', 'Kordofan'],
    ['CD', 'Kivu'],
    ['UA', 'Donets'],
    ['IQ', 'Khartoum'],
  ])('of %s is not found as %s', (code, name) => {
    expect(names(name, code)).toEqual([]);
  });

  it('of the page’s own data set keeps its outline and name, in any spelling', () => {
    for (const name of ['Irbil', 'Arbil', 'Erbil', 'Arbīl Governorate', 'أربيل'])
      expect(names(name, 'IQ'), name).toEqual(['Irbil']);
    expect(names('Halabja', 'IQ')).toEqual(['Sulaymaniyah']);
    for (const area of own.filter(({ kind }) => kind === 'governorate'))
      expect(world.outline(area.name)).toBe(area);
  });
});

describe('a country', () => {
  it.each([
    ...[
      ['Yemen (North Yemen)', 'YE'],
      ['Myanmar (Burma)', 'MM'],
      ['Russia (Soviet Union)', 'RU'],
      ['Bosnia-Herzegovina', 'BA'],
      ['Cambodia (Kampuchea)', 'KH'],
      ['DR Congo (Zaire)', 'CD'],
      ['Madagascar (Malagasy)', 'MG'],
      ['Serbia (Yugoslavia)', 'RS'],
      ['Zimbabwe (Rhodesia)', 'ZW'],
      ['Kingdom of eSwatini (Swaziland)', 'SZ'],
    ],
    ...[
      ['Ivory Coast', 'CI'],
      ['Côte d’Ivoire', 'CI'],
      ['Congo', 'CG'],
      ['Burma', 'MM'],
      ['IRQ', 'IQ'],
      ['iq', 'IQ'],
      ['اليمن', 'YE'],
      ['Soudan', 'SD'],
      ['Украина', 'UA'],
      ['Kosovo', 'XK'],
      ['Palestine', 'PS'],
      ['Western Sahara', 'EH'],
      ['Taiwan', 'TW'],
      ['Somaliland', 'SOL'],
      ['USA', 'US'],
    ],
  ])('%s is %s', (name, code) => {
    expect(world.countries.of(name)).toBe(code);
  });

  it.each(['', 'Korea', 'Madeupland', 'Europe', 'X'])('is not found as “%s”', (name) => {
    expect(world.countries.of(name)).toBeUndefined();
  });

  it('is the outline of its areas: Ukraine with Crimea, which Natural Earth draws in Russia', () => {
    const shapeOf = (code: string) => {
      const country = world.country(code);
      const outline = country && world.outline(world.nameOf(country));
      if (!outline) throw new Error(code);
      return outline.shape;
    };
    expect(booleanPointInPolygon([34.1, 45.1], shapeOf('UA'))).toBe(true);
    expect(booleanPointInPolygon([34.1, 45.1], shapeOf('RU'))).toBe(false);
    expect(booleanPointInPolygon([-13, 25], shapeOf('EH'))).toBe(true);
    expect(booleanPointInPolygon([-13, 25], shapeOf('MA'))).toBe(false);
    expect(
      booleanPointInPolygon([-0.1, 51.5], world.outline('England')?.shape as MultiPolygon),
    ).toBe(true);
    expect(booleanPointInPolygon([44, 9.8], shapeOf('SO'))).toBe(true);
    expect(booleanPointInPolygon([45.3, 2], shapeOf('SOL'))).toBe(false);
  });
});

describe('a point', () => {
  it('is in the area whose outline it is inside of', () => {
    const nameAt = (lon: number, lat: number): string | undefined => {
      const { division } = world.at(lon, lat);
      return division && world.nameOf(division);
    };
    expect(nameAt(32.53, 15.6)).toBe('Khartoum');
    expect(nameAt(37.8, 48)).toBe('Donetsk');
    expect(nameAt(44.01, 36.19)).toBe('Irbil');
    expect(nameAt(-0.05, 14.1)).toBe('Sahel');
    expect(nameAt(179.5, 67)).toBe(nameAt(-179.5, 67));
    expect(nameAt(-30, 30)).toBeUndefined();
    expect(nameAt(NaN, NaN)).toBeUndefined();
  });

  it('inside of an area finds it, in every part of the world', () => {
    const missed = parts.flatMap(({ area, division, object }) => {
      if (!area || object.type === null) return [];
      const [named] = world.find(area.title, area.country).named;
      const outline = named && world.outline(world.nameOf(named));
      const [lon = NaN, lat = NaN] = (outline && pointInside(outline.shape)) ?? [];
      const found = world.at(((lon + 540) % 360) - 180, lat).division;
      const isFound = found?.title === division?.title && found?.country === division?.country;
      return isFound ? [] : [`${area.country} ${area.title}`];
    });
    // Slivers of a few metres lie under the outline of a neighbour.
    expect(missed.length, missed.join()).toBeLessThan(parts.length / 200);
  });
});
