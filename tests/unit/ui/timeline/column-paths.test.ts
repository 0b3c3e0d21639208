import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  highestColumn,
  type TimelineColumns,
} from '../../../../src/core/index/timeline-columns.ts';
import type { Count } from '../../../../src/core/index/tally.ts';
import { slotOf, SLOTS } from '../../../../src/core/index/timeline-slots.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import {
  columnPaths,
  ghostPath,
  gridCounts,
  lookColor,
  type LookPaths,
} from '../../../../src/ui/timeline/column-paths.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';

/** Made up: how many of each slot are in each of some days. */
function columnsOf(
  bins: readonly (readonly (readonly [slot: number, count: number])[])[],
): TimelineColumns {
  const counts = new Uint32Array(bins.length * SLOTS);
  bins.forEach((slots, bin) => {
    for (const [slot, count] of slots) counts[bin * SLOTS + slot] = count;
  });
  return {
    unit: 'day',
    edges: Array.from({ length: bins.length + 1 }, (_, edge) => edge * DAY),
    counts,
    bands: [],
    longer: new Uint32Array(SLOTS),
    spans: [],
    lanes: 0,
    undated: 0,
  };
}

const scaleOf = ({ edges }: TimelineColumns) => timeScale({ from: 0, to: edges.at(-1) ?? 0 }, 1000);

/** Boxes of a path: left edge, top, width and height. */
const boxesOf = (path: string) =>
  [...path.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+Z/g)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
const allBoxes = ({ solid, line, pale }: LookPaths) =>
  [...solid, ...line, ...pale].flatMap(boxesOf);

const sumOf = ({ certain, possible }: Count): number => certain + possible;

const HIT = slotOf('hit', 3);
const HALF = slotOf('half', 3);
const OPEN = slotOf('open', 3);
const HALT = slotOf('halt', 3);
const POSSIBLE = slotOf('possible', 3);

describe('the columns', () => {
  it('have a cell for each incident: solid, half or open, from the axis upwards', () => {
    const columns = columnsOf([
      [
        [HIT, 2],
        [HALF, 1],
        [OPEN, 1],
        [HALT, 5],
      ],
    ]);
    const paths = columnPaths(columns, scaleOf(columns), { height: 40, highest: 4 });
    expect(boxesOf(paths.solid[3] ?? '')).toEqual([
      { x: 5, y: 31, width: 990, height: 9 },
      { x: 5, y: 21, width: 990, height: 9 },
      { x: 5, y: 11, width: 495, height: 9 },
    ]);
    expect(boxesOf(paths.line[3] ?? '')).toEqual([
      { x: 5.6, y: 11.6, width: 988.8, height: 7.8 },
      { x: 5.6, y: 1.6, width: 988.8, height: 7.8 },
    ]);
    expect(allBoxes(paths)).toHaveLength(5);
  });

  it('have what is only possible pale on top, under the outline of what is hidden', () => {
    const shown = columnsOf([
      [
        [HIT, 1],
        [POSSIBLE, 2],
      ],
    ]);
    const whole = columnsOf([[[HIT, 4]]]);
    const scale = { height: 40, highest: 4 };
    const paths = columnPaths(shown, scaleOf(shown), scale);
    expect(boxesOf(paths.solid[3] ?? '')).toEqual([{ x: 5, y: 31, width: 990, height: 9 }]);
    expect(boxesOf(paths.pale[3] ?? '')).toEqual([
      { x: 5, y: 21, width: 990, height: 9 },
      { x: 5, y: 11, width: 990, height: 9 },
    ]);
    expect(allBoxes(paths)).toHaveLength(3);
    expect(boxesOf(ghostPath(shown, whole, scaleOf(shown), scale))).toEqual([
      { x: 5, y: 1, width: 990, height: 9 },
    ]);
  });

  it('merge into bars when any has more than twelve, which are pale where an outline has no room', () => {
    const columns = columnsOf([[[HIT, 13]], [[OPEN, 13]]]);
    const bars = columnPaths(columns, scaleOf(columns), { height: 26, highest: 13 });
    expect(allBoxes(bars)).toHaveLength(2);
    const narrow = columnPaths(columns, timeScale({ from: 0, to: 2 * DAY }, 8), {
      height: 26,
      highest: 13,
    });
    expect(narrow.line[3]).toBe('');
    expect(boxesOf(narrow.pale[3] ?? '')).toHaveLength(1);
  });

  it('are as high as their incidents, and stay in the plot', () => {
    const slots = fc.array(fc.tuple(fc.nat({ max: 26 }), fc.nat({ max: 9 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(slots, { minLength: 1, maxLength: 30 }), (bins) => {
        const columns = columnsOf(bins);
        const highest = Math.max(1, sumOf(highestColumn(columns)));
        const boxes = allBoxes(columnPaths(columns, scaleOf(columns), { height: 60, highest }));
        for (const { y, height } of boxes) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + height).toBeLessThanOrEqual(60.02);
        }
      }),
    );
  });

  it('take the colour of several where a look is none of its own', () => {
    expect(lookColor(0)).toBe('var(--layer-us-military)');
    expect(lookColor(8)).toBe('var(--layer-several)');
  });
});

describe('the ghosts', () => {
  it('are what a filter hides, on top of what is shown, halts apart', () => {
    const whole = columnsOf([
      [
        [HIT, 4],
        [HALT, 2],
      ],
    ]);
    const shown = columnsOf([[[HIT, 1]]]);
    const counts = { height: 40, highest: 4 };
    expect(boxesOf(ghostPath(shown, whole, scaleOf(whole), counts))).toEqual([
      { x: 5, y: 1, width: 990, height: 29 },
    ]);
    expect(ghostPath(whole, whole, scaleOf(whole), counts)).toBe('');
  });
});

describe('the grid lines', () => {
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
