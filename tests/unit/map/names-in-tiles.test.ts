import type { Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { namesAmong, namesInTiles, tilesOf } from '../../../src/map/names-in-tiles.ts';

const place = (name: string, lon: number, lat: number, properties: object = {}): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { name, min_zoom: 5, ...properties },
});

const namesOf = (features: readonly Feature[]): readonly unknown[] =>
  features.map(({ properties }) => properties?.['name'] as unknown);

describe('`namesAmong`', () => {
  it('puts the more important first, in whatever order the tiles come', () => {
    const features = [
      place('A village', 30, 50, { rank: 6, population: 3 }),
      place('A town', 31, 50, { rank: 3, population: 40 }),
      place('The capital', 30.5, 50.4, { rank: 1, capital: 2, population: 900 }),
      place('A larger city', 33, 51, { rank: 1, population: 2_000 }),
      place('A city of the list', 34, 51, { rank: 1, order: 4 }),
      place('B town', 32, 50, { rank: 3, population: 40 }),
    ];
    const expected = [
      'A city of the list',
      'The capital',
      'A larger city',
      'A town',
      'B town',
      'A village',
    ];
    expect(namesOf(namesAmong(features))).toEqual(expected);
    expect(namesOf(namesAmong(features.toReversed()))).toEqual(expected);
  });

  it('takes a place of two tiles once, and two places of one name both', () => {
    const names = namesAmong([
      place('Springfield', -89.64, 39.8),
      place('Springfield', -89.641, 39.799),
      place('Springfield', -72.59, 42.1),
    ]);
    expect(names.map(({ geometry }) => geometry.coordinates[0])).toEqual([-89.64, -72.59]);
  });

  it('takes any name, also one that objects have', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const features = names.flatMap((name) => [place(name, 30, 50), place(name, 30.01, 50)]);
    expect(namesOf(namesAmong(features)).toSorted()).toEqual(names.toSorted());
  });

  it('leaves out what is no named point', () => {
    const line: Feature = {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [] },
      properties: { name: 'A river' },
    };
    const unnamed = { ...place('', 1, 1), properties: { rank: 1 } };
    expect(namesOf(namesAmong([place('Irbil', 44, 36), unnamed, line]))).toEqual(['Irbil']);
  });
});

/** A map at a zoom, whose tiles hold these features. */
function mapAt(zoom: number, places: readonly Feature[], labels: readonly Feature[] = []) {
  const asked: unknown[] = [];
  const map = {
    getZoom: () => zoom,
    getBounds: () => ({
      getWest: () => 30,
      getEast: () => 31,
      getSouth: () => 50,
      getNorth: () => 51,
    }),
    querySourceFeatures: (source: string, query: { sourceLayer: string; filter: unknown }) => {
      asked.push([source, query.filter]);
      return query.sourceLayer === 'place' ? places : labels;
    },
  };
  return { map: map as unknown as Map, asked };
}

describe('`namesInTiles`', () => {
  it('asks for what may be written before the next whole zoom, and says of what kind it is', () => {
    const { map, asked } = mapAt(
      6.7,
      [place('Kyiv', 30.5, 50.4)],
      [place('Ukraine', 31, 49, { kind: 'country' })],
    );
    expect(namesInTiles(map).map(({ properties }) => properties?.['kind'] as unknown)).toEqual([
      'place',
      'country',
    ]);
    expect(asked).toEqual(Array(2).fill(['world', ['<', ['get', 'min_zoom'], 7]]));
  });
});

describe('`tilesOf`', () => {
  it('differs where the map needs other tiles', () => {
    const tiles = [6, 6.9, 7].map((zoom) => tilesOf(mapAt(zoom, []).map));
    expect(tiles[0]).toBe(tiles[1]);
    expect(tiles[2]).not.toBe(tiles[0]);
  });
});
