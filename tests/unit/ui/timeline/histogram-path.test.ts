import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Histogram } from '../../../../src/core/index/tally.ts';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import {
  binCounts,
  ghostPath,
  gridCounts,
  heightOf,
  highestBin,
  stackPaths,
} from '../../../../src/ui/timeline/histogram-path.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';

const HEIGHT = 60;

const histogram: fc.Arbitrary<Histogram> = fc.integer({ min: 1, max: 30 }).chain((bins) => {
  const cells = bins * TARGETS.length;
  const column = fc.array(fc.nat({ max: 9 }), { minLength: cells, maxLength: cells });
  return fc.tuple(column, column).map(([certain, possible]) => ({
    edges: Array.from({ length: bins + 1 }, (_, edge) => edge * DAY),
    layers: TARGETS.length,
    certain: Uint32Array.from(certain),
    possible: Uint32Array.from(possible),
  }));
});

const scaleOf = ({ edges }: Histogram) => timeScale({ from: 0, to: edges.at(-1) ?? 0 }, 1000);

/** Boxes of a path as left edge, top and bottom. */
const boxesOf = (path: string) =>
  [...path.matchAll(/M(\S+) (\S+)h\S+V(\S+)h\S+Z/g)].map(([, x, top, bottom]) => ({
    x: Number(x),
    top: Number(top),
    bottom: Number(bottom),
  }));

describe('the histogram bars', () => {
  it('stack all counts, and nothing else, up to the highest bin', () => {
    fc.assert(
      fc.property(histogram, (one) => {
        const counts = { height: HEIGHT, highest: highestBin(one) };
        const { certain, possible } = stackPaths(one, scaleOf(one), counts);
        const boxes = [...certain, ...possible].flatMap(boxesOf);
        const cells = [...one.certain, ...one.possible];
        expect(boxes).toHaveLength(cells.filter((count) => count > 0).length);
        const pixels = boxes.reduce((sum, { top, bottom }) => {
          const drawn = bottom - top;
          return sum + drawn;
        }, 0);
        const hairs = boxes.filter(({ top, bottom }) => bottom - top >= 2).length;
        const total = cells.reduce((sum, count) => sum + count, 0);
        expect(pixels).toBeLessThanOrEqual(heightOf(total, counts) + boxes.length * 0.02);
        expect(pixels).toBeGreaterThanOrEqual(
          heightOf(total, counts) - hairs - boxes.length * 0.02,
        );
      }),
    );
  });

  it('show possible incidents on top of certain ones, without overlap', () => {
    fc.assert(
      fc.property(histogram, (one) => {
        const counts = { height: HEIGHT, highest: highestBin(one) };
        const { certain, possible } = stackPaths(one, scaleOf(one), counts);
        const columns = new Map<number, { top: number; bottom: number }[]>();
        for (const box of [...certain, ...possible].flatMap(boxesOf))
          columns.set(box.x, [...(columns.get(box.x) ?? []), box]);
        for (const column of columns.values())
          column.slice(1).forEach((box, below) => {
            expect(box.bottom).toBeLessThanOrEqual(column[below]?.top ?? NaN);
          });
      }),
    );
  });

  it('start on the axis, and the highest fills the height', () => {
    const one: Histogram = {
      edges: [0, DAY, 2 * DAY],
      layers: 8,
      certain: Uint32Array.from({ length: 16 }, (_, cell) => (cell === 3 ? 4 : 0)),
      possible: Uint32Array.from({ length: 16 }, (_, cell) => (cell === 8 ? 2 : 0)),
    };
    const paths = stackPaths(one, scaleOf(one), { height: 40, highest: 4 });
    expect(paths.certain[3]).toBe('M1 1h498V40h-498Z');
    expect(paths.possible[0]).toBe('M501 21h498V40h-498Z');
    expect(binCounts(one, 0)).toEqual({ certain: 4, possible: 0 });
    expect(binCounts(one, 1)).toEqual({ certain: 0, possible: 2 });
  });
});

describe('the ghost bars', () => {
  it('show hidden incidents on top of the shown ones', () => {
    const whole: Histogram = {
      edges: [0, DAY],
      layers: 8,
      certain: Uint32Array.from([4, 0, 0, 0, 0, 0, 0, 0]),
      possible: new Uint32Array(8),
    };
    const shown = { ...whole, certain: Uint32Array.from([1, 0, 0, 0, 0, 0, 0, 0]) };
    const counts = { height: 40, highest: 4 };
    expect(ghostPath(shown, whole, scaleOf(whole), counts)).toBe('M1 1h998V30h-998Z');
    expect(ghostPath(whole, whole, scaleOf(whole), counts)).toBe('');
  });
});

describe('the grid lines of the histogram', () => {
  it('are one or two round counts', () => {
    expect([0, 1, 2, 3, 4, 7, 11, 14, 99, 140].map(gridCounts)).toEqual([
      [],
      [1],
      [1, 2],
      [2],
      [2, 4],
      [5],
      [5, 10],
      [5, 10],
      [50],
      [50, 100],
    ]);
  });
});
