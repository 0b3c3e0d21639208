import { statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { archivePath, featuresOf, openArchive, sampledTiles, type DecodedTile } from './archive.ts';
import { looseEnds } from './loose-ends.ts';
import { countRings, crossesItself, overhang } from './rings.ts';

const tiles: DecodedTile[] = [];

beforeAll(async () => {
  for await (const tile of sampledTiles(openArchive())) tiles.push(tile);
}, 60_000);

describe('the archive of the world', () => {
  it('is one file that a repository can hold, of tiles that load at once', async () => {
    expect(statSync(archivePath).size).toBeLessThan(25_000_000);
    expect(Math.max(...tiles.map(({ bytes }) => bytes))).toBeLessThan(200_000);
    const { minZoom, maxZoom } = await openArchive().getHeader();
    expect([minZoom, maxZoom]).toEqual([0, 7]);
  });

  it('has the layers and properties that the map draws', () => {
    const names = new Set(tiles.flatMap(({ layers }) => Object.keys(layers)));
    expect([...names].sort()).toEqual(['admin1', 'border', 'earth', 'label', 'place', 'river']);
    const kinds = new Set(
      tiles.flatMap((tile) =>
        featuresOf(tile, 'earth').map(({ properties }) => properties['kind']),
      ),
    );
    expect([...kinds].sort()).toEqual(['island', 'lake', 'land']);
    const borders = tiles.flatMap((tile) => featuresOf(tile, 'border'));
    const keys = new Set(borders.flatMap(({ properties }) => Object.keys(properties)));
    expect([...keys].sort()).toEqual(['dispute', 'disputed', 'maritime']);
  });

  it('has no shape that reaches far out of its tile, where MapLibre cuts it off', () => {
    expect(Math.max(...tiles.map(overhang))).toBe(64);
  });

  it('gives names in the order of their rank', () => {
    for (const tile of tiles) {
      const ranks = featuresOf(tile, 'place').map(({ properties }) => Number(properties['rank']));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });

  it('draws land before lakes, and lakes before their islands', () => {
    for (const tile of tiles) {
      const kinds = featuresOf(tile, 'earth').map(({ properties }) => String(properties['kind']));
      const firsts = ['land', 'lake', 'island']
        .map((kind) => kinds.indexOf(kind))
        .filter((index) => index >= 0);
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    }
  });
});

describe('rings of the archive', () => {
  it('are polygons of their own: wound as such, with an area, without holes', () => {
    const counts = tiles.map(countRings);
    const sum = (key: 'rings' | 'wrong' | 'empty'): number =>
      counts.reduce((total, count) => total + count[key], 0);
    expect(sum('rings')).toBeGreaterThan(30_000);
    expect([sum('wrong'), sum('empty')]).toEqual([0, 0]);
  });

  it('seldom cross themselves', () => {
    const rings = tiles
      .filter(({ zoom }) => zoom <= 5)
      .flatMap((tile) => featuresOf(tile, 'earth').flatMap((feature) => feature.loadGeometry()))
      .filter(({ length }) => length < 300);
    const crossing = rings.filter(crossesItself).length;
    expect(rings.length).toBeGreaterThan(20_000);
    // Simplifying each vertex by itself does this where two shores are a pixel apart.
    expect(crossing / rings.length).toBeLessThan(0.02);
  });
});

describe('borders of the archive', () => {
  it('end at another border, a shore or the edge of their tile', () => {
    expect(tiles.flatMap(looseEnds)).toEqual([]);
  });
});
