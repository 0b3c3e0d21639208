import type { Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { placePoints } from '../../../src/commands/basemap/place-points.ts';
import { geoNames } from './place-names/excerpt.ts';
import { readRegionNames, type RegionName } from './place-names/region-names.ts';

const points = placePoints({ geoNames, admin1: [] });
const places = points.filter(({ properties }) => properties['kind'] === 'place');

function place(name: string, country?: string) {
  const found = places.find(
    ({ properties }) =>
      properties['name'] === name && (country === undefined || properties['country'] === country),
  );
  if (!found) throw new Error(`There is no point for ${name}.`);
  return found.properties;
}

/** What a point says, in the words of the table. */
function asRegionName(point: (typeof points)[number]): RegionName {
  const { min_zoom, max_zoom, ...properties } = point.properties;
  const [longitude, latitude] = (point.geometry as Point).coordinates;
  const all = { ...properties, minzoom: min_zoom, maxzoom: max_zoom, longitude, latitude };
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      key,
      (value as string | number | undefined)?.toString() ?? '',
    ]),
  );
}

describe('names of Iraq and its neighbours', () => {
  const said = points.map(asRegionName);

  it('are all there as before', () => {
    const changed = readRegionNames().filter((row) => {
      const same = said.filter((point) =>
        Object.entries(row).every(([key, value]) => (point[key] ?? '') === value),
      );
      return same.length !== 1;
    });
    expect(changed).toEqual([]);
  });

  it('have priority in the order of the lists', () => {
    const named = places.filter(({ properties }) => 'order' in properties);
    const before = readRegionNames().filter(({ kind }) => kind === 'place');
    expect(named.map(({ properties }) => properties['order'])).toEqual([...before.keys()]);
    expect(named.map(({ properties }) => properties['name'])).toEqual(
      before.map(({ name }) => name),
    );
  });

  it('are more than three hundred', () => {
    expect(readRegionNames().length).toBeGreaterThan(300);
  });
});

describe('local names', () => {
  it.each([
    ['Kyiv', 'Київ'],
    ['Kharkiv', 'Харків'],
    ['Odesa', 'Одеса'],
    ['Dnipro', 'Дніпро'],
    ['Donetsk', 'Донецьк'],
    ['Luhansk', 'Луганськ'],
    ['Mariupol', 'Маріуполь'],
    ['Zaporizhzhia', 'Запоріжжя'],
    ['Mykolaiv', 'Миколаїв'],
    ['Bakhmut', 'Бахмут'],
    ['Sloviansk', 'Слов’янськ'],
    ['Moscow', 'Москва'],
    ['Saint Petersburg', 'Санкт-Петербург'],
    ['Nizhny Novgorod', 'Нижний Новгород'],
    ['Rostov-on-Don', 'Ростов-на-Дону'],
    ['Perm', 'Пермь'],
    ['Omsk', 'Омск'],
    ['Saratov', 'Саратов'],
    ['Grozny', 'Грозный'],
    ['Oryol', 'Орёл'],
    ['Minsk', 'Мінск'],
    ['Gomel', 'Гомель'],
    ['Mogilev', 'Магілёў'],
    ['Sofia', 'София'],
    ['Veliko Tarnovo', 'Велико Търново'],
    ['Belgrade', 'Београд'],
    ['Niš', 'Ниш'],
    ['Skopje', 'Скопје'],
    ['Astana', 'Астана'],
    ['Bishkek', 'Бишкек'],
    ['Dushanbe', 'Душанбе'],
    ['Ulaanbaatar', 'Улаанбаатар'],
    ['Athens', 'Αθήνα'],
    ['Thessaloniki', 'Θεσσαλονίκη'],
    ['Piraeus', 'Πειραιάς'],
    ['Heraklion', 'Ηράκλειο'],
    ['Corfu', 'Κέρκυρα'],
    ['Tehran', 'تهران'],
    ['Mashhad', 'مشهد'],
    ['Kerman', 'کرمان'],
    ['Kabul', 'کابل'],
    ['Kandahar', 'قندهار'],
    ['Mazar-i-Sharif', 'مزار شریف'],
    ['Karachi', 'کراچی'],
    ['Peshawar', 'پشاور'],
    ['Irbil', 'هەولێر'],
    ['Baghdad', 'بغداد'],
    ['Damascus', 'دمشق'],
    ['Aleppo', 'حلب'],
    ['Latakia', 'اللاذقية'],
    ['Beirut', 'بيروت'],
    ['Amman', 'عمّان'],
    ['Gaza', 'غزة'],
    ['Khan Yunis', 'خان يونس'],
    ['Rafah', 'رفح', 'PS'],
    ['Cairo', 'القاهرة'],
    ['Suez', 'السويس'],
    ['Khartoum', 'الخرطوم'],
    ['El Fasher', 'الفاشر'],
    ['El Obeid', 'الأبيض'],
    ['Sanaa', 'صنعاء'],
    ['Hodeidah', 'الحديدة'],
    ['Aden', 'عدن'],
    ['Tripoli', 'طرابلس', 'LY'],
    ['Benghazi', 'بنغازي'],
    ['Algiers', 'الجزائر'],
    ['Casablanca', 'الدار البيضاء'],
    ['Riyadh', 'الرياض'],
    ['Mecca', 'مكة المكرمة'],
    ['Doha', 'الدوحة'],
  ])('of %s is %s', (name, local, country?: string) => {
    expect(place(name, country)['name_local']).toBe(local);
  });

  it.each(['Jerusalem', 'Sevastopol', 'Simferopol', 'Kerch', 'Yalta', 'Nicosia'])(
    'of %s is not given',
    (name) => {
      expect(place(name)).not.toHaveProperty('name_local');
    },
  );

  it('are in letters of one script', () => {
    const scripts = /^(?:[Ͱ-Ͽ’ -]+|[Ѐ-ԯ’ -]+|[؀-ۿ\u200c -]+)$/;
    const locals = places.flatMap(({ properties }) => {
      const local = properties['name_local'];
      return typeof local === 'string' ? [local] : [];
    });
    expect(locals.length).toBeGreaterThan(500);
    expect(locals.filter((local) => !scripts.test(local))).toEqual([]);
  });
});

describe('places', () => {
  it('have names in Latin script', () => {
    const names = places.map(({ properties }) => String(properties['name']));
    expect(
      names.filter((name) => !/^[\p{Script=Latin}\p{M}\p{N} .,'’()&/-]+$/u.test(name)),
    ).toEqual([]);
  });

  it.each([
    ['Crimea', 'Sevastopol'],
    ['Crimea', 'Simferopol'],
    ['Golan', 'Majdal Shams'],
    ['Jerusalem', 'Jerusalem'],
  ])('in %s have no country (%s)', (_, name) => {
    expect(place(name)).not.toHaveProperty('country');
  });

  it('say which are capitals', () => {
    expect(place('Kyiv')['capital']).toBe(2);
    expect(place('Nuuk')['capital']).toBe(1);
    expect(place('Kharkiv')['capital']).toBe(1);
    expect(place('Bakhmut')).not.toHaveProperty('capital');
  });

  it('have ranks by their size', () => {
    expect(place('Kyiv')['rank']).toBe(1);
    expect(place('Vaduz')['rank']).toBe(2);
    expect(place('Kramatorsk')['rank']).toBe(3);
  });

  it('name national capitals from far, even close to a larger city', () => {
    const capitals = places.filter(({ properties }) => properties['capital'] === 2);
    const late = capitals.filter(({ properties }) => Number(properties['min_zoom']) > 6);
    expect(capitals.length).toBeGreaterThan(190);
    expect(late.map(({ properties }) => properties['name'])).toEqual(['New Delhi', 'Vatican City']);
  });

  it('leave the parts of New York to close views', () => {
    expect(place('New York')['min_zoom']).toBe(2);
    expect(place('Brooklyn')['min_zoom']).toBe(10);
  });
});

describe('points', () => {
  it('are the same from the same sources', () => {
    expect(placePoints({ geoNames: geoNames.toReversed(), admin1: [] })).toEqual(points);
  });

  it('are on the globe and have zooms', () => {
    const wrong = points.filter(({ geometry, properties }) => {
      const [longitude = NaN, latitude = NaN] = (geometry as Point).coordinates;
      const zoom = Number(properties['min_zoom']);
      return !(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 1 && zoom <= 12);
    });
    expect(wrong).toEqual([]);
  });
});
