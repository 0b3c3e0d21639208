import { describe, expect, it } from 'vitest';
import {
  checkListedPlaces,
  readListedPlaces,
} from '../../../src/commands/basemap/listed-places.ts';
import { foldLatin } from '../../../src/commands/basemap/local-names/spells.ts';
import { placeNames } from '../../../src/commands/basemap/place-names.ts';
import type { GeoName } from '../../../src/commands/basemap/read-geonames.ts';
import { geoNames } from './place-names/excerpt.ts';

const listed = readListedPlaces();

/** Named otherwise in English than in any of GeoNames' spellings: looked up one by one. */
const ownSpellings = new Set([
  ...['Hulunbuir', 'Faiyum', 'Ein Qiniyye', 'Al-Butayha', 'Pimpri-Chinchwad', 'Bint Jbeil'],
  ...['Nabatieh', 'Marj', 'Kufra', 'Zuwara', 'Mocímboa da Praia', 'Deir al-Balah', 'Qalqilya'],
  ...['Ad-Damer', 'Masade', 'Maarat al-Numan', 'Yevpatoria', 'Hodeidah'],
]);

const letters = (name: string): string => foldLatin(name).replaceAll(/[^a-z]/g, '');

function isSpelling(place: GeoName, name: string): boolean {
  return [place.name, place.asciiName, ...place.alternates].some(
    (other) => letters(other) === letters(name),
  );
}

describe('the list of common English names', () => {
  it('has all capitals and hundreds of large cities', () => {
    const unlisted = geoNames.filter(
      ({ id, featureCode }) => featureCode === 'PPLC' && !listed.has(id) && !(id in placeNames),
    );
    expect(unlisted.map(({ name }) => name)).toEqual(['Plymouth']);
    expect(listed.size).toBeGreaterThan(1000);
  });

  it('means exactly one place by each entry, of that country and with a spelling of that name', () => {
    const wrong = [...listed].filter(([id, { name, country }]) => {
      const [place, ...others] = geoNames.filter((other) => other.id === id);
      if (!place || others.length > 0) return true;
      const isThere = country === undefined || country === place.country || name === 'Smara';
      return !isThere || !(isSpelling(place, name) || ownSpellings.has(name));
    });
    expect(wrong).toEqual([]);
  });

  it('names no place of a country twice', () => {
    const names = [...listed.values()].map(({ name, country }) => `${name} ${country ?? ''}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('does not list what the region names by hand', () => {
    expect([...listed.keys()].filter((id) => id in placeNames)).toEqual([]);
  });

  it.each([
    ['703448', 'Kyiv'],
    ['1816670', 'Beijing'],
    ['3718426', 'Port-au-Prince'],
    ['281133', 'Gaza'],
    ['498817', 'Saint Petersburg'],
    ['3530597', 'Mexico City'],
    ['6611854', 'Naypyidaw'],
  ])('names %s %s', (id, name) => {
    expect(listed.get(id)?.name).toBe(name);
  });
});

describe('checking the list', () => {
  it('finds a place that GeoNames does not have', () => {
    expect(() => {
      checkListedPlaces(new Map([['1', { name: 'Nowhere', country: 'XX' }]]), geoNames);
    }).toThrow('Nowhere (1) is not in the GeoNames file.');
  });

  it('finds a place in another country', () => {
    expect(() => {
      checkListedPlaces(new Map([['703448', { name: 'Kyiv', country: 'RU' }]]), geoNames);
    }).toThrow('listed under RU, but is in UA');
  });
});
