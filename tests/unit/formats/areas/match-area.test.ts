import { describe, expect, it } from 'vitest';
import { readAreasFile } from '../../../../src/formats/areas/areas-file.ts';
import { AreaMatcher, type AreaClue } from '../../../../src/formats/areas/match-area.ts';
import { WorldAreas } from '../../../../src/formats/areas/world-areas.ts';
import { worldAreasFile } from './world-areas-file.ts';

const world = new WorldAreas(readAreasFile(worldAreasFile()));
const matcher = new AreaMatcher(world);

const NO_CLUE: AreaClue = { area: '', country: '', lon: NaN, lat: NaN };
const KHARTOUM = { lon: 32.53, lat: 15.6 };
const LAHORE = { lon: 74.3, lat: 31.5 };

function matched(clue: Partial<AreaClue>): string {
  const match = matcher.match({ ...NO_CLUE, ...clue });
  return match.kind === 'found' ? `${match.by}: ${world.nameOf(match.area)}` : match.kind;
}

function countryOf(clue: Partial<AreaClue>): string {
  const match = matcher.country({ ...NO_CLUE, ...clue });
  return match.kind === 'found' ? `${match.by}: ${world.nameOf(match.area)}` : match.kind;
}

describe('the province of a row', () => {
  it('is the one of its name in its country, wherever its point is', () => {
    expect(matched({ area: 'Kassala state', country: 'Sudan' })).toBe('name: Kassala');
    expect(matched({ area: 'Kassala', country: 'Sudan', ...KHARTOUM })).toBe('name: Kassala');
    expect(matched({ area: 'Punjab', country: 'PAK' })).toBe('name: Punjab, Pakistan');
  });

  it('is the one that its point is in, where its name is unknown or not given', () => {
    expect(matched({ ...KHARTOUM })).toBe('point: Khartoum');
    expect(matched({ area: 'Made-up', ...KHARTOUM })).toBe('point: Khartoum');
    expect(matched({ area: 'Made-up', country: 'Sudan', ...KHARTOUM })).toBe('point: Khartoum');
  });

  it('is decided by the point where several have its name', () => {
    expect(matched({ area: 'Punjab' })).toBe('ambiguous');
    expect(matched({ area: 'Punjab', ...LAHORE })).toBe('name: Punjab, Pakistan');
    expect(matched({ area: 'Punjab, Pakistan' })).toBe('name: Punjab, Pakistan');
  });

  it('is found without a country, where only one has its name', () => {
    expect(matched({ area: 'Kassala' })).toBe('name: Kassala');
    expect(matched({ area: 'Donetsk oblast' })).toBe('name: Donetsk');
  });

  it.each(['South', 'East', 'West', 'Coast', 'Capital', 'Interior', 'Savannah', 'Northern Region'])(
    'is not the one country’s that has a %s, unless the point is there',
    (area) => {
      expect(matched({ area })).toBe('ambiguous');
      expect(matched({ area, country: 'Madeupland' })).toBe('unknown');
    },
  );

  it('is not found by a rare name of one country that is usual in another', () => {
    // Natural Earth lists `Victoria` as another name of areas outside of Australia.
    expect(matched({ area: 'Victoria' })).toBe('ambiguous');
    expect(matched({ area: 'Victoria', country: 'Australia' })).toBe('name: Victoria, Australia');
    expect(matched({ area: 'South', country: 'Cameroon' })).toBe('name: South');
    expect(matched({ area: 'South', lon: 11.5, lat: 2.7 })).toBe('name: South');
    expect(matched({ area: 'Coast', country: 'Madeupland', lon: 39.5, lat: -3.5 })).toBe(
      'name: Coast',
    );
  });

  it('is not a state that a county or a district has the name of', () => {
    const oregon = { lon: -122.9, lat: 45.5 };
    const usa = { country: 'United States' };
    expect(matched({ area: 'Washington County', ...usa, ...oregon })).toBe('point: Oregon');
    expect(matched({ area: 'Washington County', ...usa })).toBe('unknown');
    expect(matched({ area: 'Delaware county' })).toBe('unknown');
    expect(matched({ area: 'Hakkari district', country: 'Turkey' })).toBe('unknown');
    expect(matched({ area: 'District of Columbia', ...usa })).toBe('name: District of Columbia');
    expect(countryOf({ area: 'Lebanon County' })).toBe('unknown');
  });

  it('is one that is itself a county or a district', () => {
    expect(matched({ area: 'Montserrado County', country: 'Liberia' })).toBe('name: Montserrado');
    expect(matched({ area: 'Kisumu County', country: 'Kenya' })).toBe('name: Nyanza');
    expect(matched({ area: 'Lisboa district', country: 'Portugal' })).toBe('name: Lisbon');
    expect(matched({ area: 'Turkana County', country: 'Kenya', lon: 39.5, lat: -3.5 })).toBe(
      'point: Coast',
    );
  });

  it('is not guessed where name, country and point do not agree', () => {
    // The name is of another country than the point, or than the country of the row.
    expect(matched({ area: 'Kassala', ...LAHORE })).toBe('ambiguous');
    expect(matched({ area: 'Kassala', country: 'Ukraine' })).toBe('unknown');
    expect(matched({ area: 'Made-up', country: 'Ukraine', ...KHARTOUM })).toBe('unknown');
    expect(matched({ area: 'Made-up' })).toBe('unknown');
    expect(matched({})).toBe('unknown');
    expect(matched({ lon: -30, lat: 30 })).toBe('unknown');
  });

  it('is found where name and point agree, whatever country the row names', () => {
    const simferopol = { lon: 34.1, lat: 44.95 };
    expect(matched({ area: 'Republic of Crimea', country: 'Russia' })).toBe('name: Crimea');
    expect(matched({ area: 'Crimea', country: 'Ukraine', ...simferopol })).toBe('name: Crimea');
    expect(matched({ country: 'Western Sahara', lon: -13, lat: 25 })).toContain('point: Laâyoune');
    expect(matched({ area: 'Khartoum', country: 'South Sudan', ...KHARTOUM })).toBe(
      'name: Khartoum',
    );
  });

  it('is not taken from a long list of names against its point', () => {
    // Natural Earth lists `Homs` as another name of this Libyan district.
    const inLibya = { lon: 14.0, lat: 32.4 };
    expect(matched({ area: 'Homs', country: 'Libya', ...inLibya })).toBe('name: Al Marqab');
    expect(matched({ area: 'Homs', country: 'Libya', lon: 23, lat: 25 })).toBe('point: Kufra');
    expect(matched({ area: 'Homs', country: 'Syria' })).toBe('name: Homs');
  });
});

describe('the country of a row', () => {
  it('is the one that it names, or that its point is in where it names none', () => {
    expect(countryOf({ country: 'Yemen (North Yemen)' })).toBe('name: Yemen');
    expect(countryOf({ area: 'Sudan' })).toBe('name: Sudan');
    expect(countryOf({ ...LAHORE })).toBe('point: Pakistan');
    expect(countryOf({ country: 'Madeupland', ...LAHORE })).toBe('unknown');
    expect(countryOf({ lon: -30, lat: 30 })).toBe('unknown');
  });
});
