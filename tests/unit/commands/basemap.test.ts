import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { booleanPointInPolygon, distance } from '@turf/turf';
import type {
  FeatureCollection,
  Geometry,
  LineString,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson';
import { describe, expect, it } from 'vitest';

interface Labelled {
  readonly kind: string;
  readonly name: string;
  readonly rank?: number;
  readonly water?: string;
  readonly inRegion?: boolean;
  readonly also?: readonly string[];
}

const folder = fileURLToPath(new URL('../../../geodata/basemap/', import.meta.url));
const files = ['world', 'region', 'governorates', 'places', 'places-more'];

function bytesOf(name: string): Buffer {
  return readFileSync(`${folder}${name}.json`);
}

function read<G extends Geometry>(name: string): FeatureCollection<G, Labelled> {
  return JSON.parse(bytesOf(name).toString()) as FeatureCollection<G, Labelled>;
}

function gzippedSize(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(bytesOf(name)).length, 0);
}

const governorates = read<Polygon | MultiPolygon>('governorates').features;
const region = read<Polygon | MultiPolygon>('region').features;
const labels = read<Point>('places').features;
const homePlaces = labels.filter(({ properties }) => properties.kind === 'place');
const closerPlaces = read<Point>('places-more').features;

function found<T extends { readonly properties: Labelled }>(
  features: readonly T[],
  name: string,
): T {
  const feature = features.find(({ properties }) => properties.name === name);
  if (!feature) throw new Error(`No feature is named ${name}.`);
  return feature;
}

describe('names of places in the home view', () => {
  it.each([
    ...['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja', 'Zakho', 'Soran', 'Koya', 'Ranya', 'Kalar'],
    ...['Chamchamal', 'Qaladiza', 'Choman', 'Makhmour', 'Mosul', 'Kirkuk', 'Baghdad', 'Urmia'],
    ...['Mahabad', 'Kermanshah', 'Diyarbakır', 'Şırnak', 'Qamishli', 'Deir ez-Zor'],
  ])('have the English spelling %s', (name) => {
    expect(found(homePlaces, name).properties.rank).toBeLessThanOrEqual(5);
  });

  it('have no transliteration marks, and Irbil in one spelling', () => {
    const names = [...homePlaces, ...closerPlaces].map(({ properties }) => properties.name);
    expect(names.filter((name) => /[āīūēōḩḥţṭẕżʿ‘’`]/i.test(name))).toEqual([]);
    expect(names).not.toContain('Erbil');
  });

  it('are one point for each city', () => {
    const large = homePlaces.filter(({ properties }) => (properties.rank ?? 6) <= 3);
    const crowded = large.flatMap((place, index) =>
      large
        .slice(index + 1)
        .filter((other) => distance(place.geometry, other.geometry) < 6)
        .map((other) => `${place.properties.name} and ${other.properties.name}`),
    );
    expect(crowded).toEqual([]);
  });

  it('name no place twice', () => {
    const names = [...homePlaces, ...closerPlaces].map(({ properties }) => properties.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('labels of lakes are on their lakes', () => {
    const lakes = region.filter(({ properties }) => properties.kind === 'lake');
    const lakeLabels = labels.filter(({ properties }) => properties.water === 'lake');
    const ashore = lakeLabels.filter(
      (label) => !lakes.some((lake) => booleanPointInPolygon(label, lake)),
    );
    expect(lakeLabels.length).toBeGreaterThan(0);
    expect(ashore.map(({ properties }) => properties.name)).toEqual([]);
  });
});

describe('labels of rivers', () => {
  it('are on their rivers', () => {
    const bends = new Set(
      read<LineString>('region')
        .features.filter(({ properties }) => properties.kind === 'river')
        .flatMap(({ geometry }) => geometry.coordinates.map(String)),
    );
    const riverLabels = labels.filter(({ properties }) => properties.water === 'river');
    expect(riverLabels.length).toBeGreaterThan(0);
    expect(riverLabels.filter(({ geometry }) => !bends.has(String(geometry.coordinates)))).toEqual(
      [],
    );
  });
});

describe('outlines of governorates', () => {
  it.each(['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja', 'Kirkuk', 'Nineveh'])(
    'include %s, by its own name or inside another',
    (name) => {
      const named = governorates.filter(
        ({ properties }) =>
          properties.kind === 'governorate' &&
          (properties.name === name || properties.also?.includes(name)),
      );
      expect(named).toHaveLength(1);
    },
  );

  it.each([
    ['Irbil', 'Irbil'],
    ['Sulaymaniyah', 'Sulaymaniyah'],
    ['Halabja', 'Sulaymaniyah'],
    ['Duhok', 'Duhok'],
  ])('have the city of %s inside %s and inside the Kurdistan Region', (city, governorate) => {
    const point = found(homePlaces, city);
    expect(booleanPointInPolygon(point, found(governorates, governorate))).toBe(true);
    expect(booleanPointInPolygon(point, found(governorates, 'Kurdistan Region of Iraq'))).toBe(
      true,
    );
  });

  it.each(['Kirkuk', 'Mosul', 'Baghdad'])('have %s outside the Kurdistan Region', (city) => {
    const outline = found(governorates, 'Kurdistan Region of Iraq');
    expect(booleanPointInPolygon(found(homePlaces, city), outline)).toBe(false);
  });
});

describe('base map files', () => {
  it('are small enough to load before the first picture', () => {
    expect(gzippedSize(['region', 'governorates', 'places'])).toBeLessThan(220_000);
    expect(bytesOf('world').length).toBeLessThan(450_000);
    expect(files.reduce((sum, name) => sum + bytesOf(name).length, 0)).toBeLessThan(1_500_000);
  });
});
