import { describe, expect, it } from 'vitest';
import { decodeTile, extent, featuresOf, openArchive, type DecodedTile } from './archive.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const archive = openArchive();

async function tileAt(zoom: number, x: number, y: number): Promise<DecodedTile> {
  const tile = await decodeTile(archive, zoom, x, y);
  if (!tile) throw new Error(`There is no tile ${zoom}/${x}/${y}.`);
  return tile;
}

function shoresOf(tile: DecodedTile): Point[][] {
  return featuresOf(tile, 'earth').flatMap((feature) => feature.loadGeometry());
}

/** How many units of shore are on a line of the tile, where the source is cut and no shore is. */
function runsAlong(shores: readonly (readonly Point[])[], axis: 'x' | 'y', value: number): number {
  return shores
    .flatMap((ring) =>
      ring.map((point, index) => {
        const before = ring[index - 1] ?? point;
        const isOn = Math.abs(point[axis] - value) < 3 && Math.abs(before[axis] - value) < 3;
        return isOn ? Math.hypot(point.x - before.x, point.y - before.y) : 0;
      }),
    )
    .reduce((sum, length) => sum + length, 0);
}

describe('the antimeridian', () => {
  it.each([
    ['Chukotka', 4, 15, 3],
    ['Fiji', 6, 63, 35],
    ['Antarctica', 3, 7, 6],
  ] as const)('has no shore along it at %s', async (_, zoom, x, y) => {
    const west = shoresOf(await tileAt(zoom, x, y));
    const east = shoresOf(await tileAt(zoom, 0, y));
    expect(west.length).toBeGreaterThan(0);
    expect(runsAlong(west, 'x', extent)).toBeLessThan(32);
    expect(runsAlong(east, 'x', 0)).toBeLessThan(32);
  });

  it('is crossed by the land of Chukotka, which reaches past both tiles', async () => {
    const reach = (shores: Point[][], pick: (...values: number[]) => number): number =>
      pick(...shores.flat().map(({ x }) => x));
    expect(reach(shoresOf(await tileAt(4, 15, 3)), Math.max)).toBeGreaterThan(extent + 32);
    expect(reach(shoresOf(await tileAt(4, 0, 3)), Math.min)).toBeLessThan(-32);
  });
});

describe('the poles', () => {
  it.each([0, 1, 2, 3])('have no band under Antarctica at zoom %i', async (zoom) => {
    const last = 2 ** zoom - 1;
    for (let x = 0; x <= last; x++) {
      const shores = shoresOf(await tileAt(zoom, x, last));
      expect(Math.max(...shores.flat().map(({ y }) => y))).toBeGreaterThan(extent + 32);
      expect(runsAlong(shores, 'y', extent)).toBeLessThan(32);
    }
  });
});
