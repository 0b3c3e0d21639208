import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { area, booleanPointInPolygon, featureCollection, intersect } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { decodeTile, featuresOf, openArchive, toDegrees } from './archive.ts';

interface Governorate {
  readonly kind: string;
  readonly name: string;
  readonly inRegion?: boolean;
  readonly also?: readonly string[];
}

const path = fileURLToPath(
  new URL('../../../../geodata/basemap/governorates.json', import.meta.url),
);
const text = readFileSync(path, 'utf8');
const { features } = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon, Governorate>;
const governorates = features.filter(({ properties }) => properties.kind === 'governorate');

const cities: Readonly<Record<string, Position>> = {
  Irbil: [44.009, 36.191],
  Sulaymaniyah: [45.433, 35.565],
  Halabja: [45.986, 35.178],
  Duhok: [42.99, 36.867],
  Kirkuk: [44.392, 35.468],
  Mosul: [43.119, 36.335],
  Baghdad: [44.401, 33.341],
};

function found(name: string): Feature<Polygon | MultiPolygon, Governorate> {
  const feature = features.find(({ properties }) => properties.name === name);
  if (!feature) throw new Error(`No area is named ${name}.`);
  return feature;
}

function has(name: string, city: string): boolean {
  return booleanPointInPolygon(cities[city] ?? [], found(name));
}

function verticesOf({ geometry }: Feature<Polygon | MultiPolygon>): string[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.flat().map(String);
}

describe('outlines of governorates', () => {
  it.each(['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja', 'Kirkuk', 'Nineveh'])(
    'include %s, by its own name or inside another',
    (name) => {
      const named = governorates.filter(
        ({ properties }) => properties.name === name || properties.also?.includes(name),
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
    expect(has(governorate, city)).toBe(true);
    expect(has('Kurdistan Region of Iraq', city)).toBe(true);
  });

  it.each(['Kirkuk', 'Mosul', 'Baghdad'])('have %s outside the Kurdistan Region', (city) => {
    expect(has('Kurdistan Region of Iraq', city)).toBe(false);
  });

  it('are all 18, of one piece each, and do not overlap', () => {
    expect(governorates).toHaveLength(18);
    expect(governorates.map(({ geometry }) => geometry.type)).toEqual(
      governorates.map(() => 'Polygon'),
    );
    for (const [index, one] of governorates.entries()) {
      for (const other of governorates.slice(index + 1)) {
        const shared = intersect(featureCollection<Polygon | MultiPolygon>([one, other]));
        expect(shared ? area(shared) : 0).toBeLessThan(1000);
      }
    }
  });

  it('share their vertices with the outline of the Region', () => {
    const vertices = new Set(
      governorates
        .filter(({ properties }) => properties.inRegion)
        .flatMap((governorate) => verticesOf(governorate)),
    );
    const outline = verticesOf(found('Kurdistan Region of Iraq'));
    expect(outline.filter((vertex) => !vertices.has(vertex))).toEqual([]);
  });

  it('reach the border with Turkey that the tiles draw', async () => {
    const tile = await decodeTile(openArchive(), 6, 39, 24);
    if (!tile) throw new Error('The tile of northern Iraq is missing.');
    const ends = new Map<string, number>();
    const onBorder = featuresOf(tile, 'border')
      .flatMap((feature) => feature.loadGeometry().flat())
      .map(({ x, y }) => toDegrees(tile, x, y))
      .filter(([longitude, latitude]) => longitude > 42.5 && longitude < 44.6 && latitude > 36.9)
      .filter(([, latitude]) => latitude < 37.4);
    const outline = verticesOf(found('Kurdistan Region of Iraq')).map((vertex) =>
      vertex.split(',').map(Number),
    );
    for (const [longitude, latitude] of onBorder) {
      const distances = outline.map(([x = NaN, y = NaN]) =>
        Math.hypot((x - longitude) * 0.8, y - latitude),
      );
      ends.set(`${longitude} ${latitude}`, Math.min(...distances));
    }
    expect(ends.size).toBeGreaterThan(80);
    const far = [...ends].filter(([, distance]) => distance > 0.01);
    expect(far).toEqual([]);
  });

  it('are small enough to load with the page', () => {
    expect(text.length).toBeLessThanOrEqual(150_000);
  });
});
