import { describe, expect, it } from 'vitest';
import type { TimelineColumns } from '../../../../src/core/index/timeline-columns.ts';
import { slotOf, SLOTS } from '../../../../src/core/index/timeline-slots.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import {
  bandParts,
  belowRows,
  haltPaths,
  heightOfRows,
  spanLines,
} from '../../../../src/ui/timeline/below-axis.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';

const HIT = slotOf('hit', 0);
const HALT = slotOf('halt', 2);
const scale = timeScale({ from: 0, to: 4 * DAY }, 400);

/** Made up: four days with three halts on the second, and two spans, one of them of a halt. */
function madeUp(changes: Partial<TimelineColumns> = {}): TimelineColumns {
  const counts = new Uint32Array(4 * SLOTS);
  counts[SLOTS + HALT] = 3;
  return {
    unit: 'day',
    edges: [0, DAY, 2 * DAY, 3 * DAY, 4 * DAY],
    counts,
    bands: [],
    longer: new Uint32Array(SLOTS),
    spans: [
      { from: -Infinity, to: 2 * DAY, slot: HIT, lane: 0 },
      { from: DAY, to: 3 * DAY, slot: HALT, lane: 1 },
    ],
    lanes: 2,
    undated: 0,
    ...changes,
  };
}

const band = (): TimelineColumns['bands'][number] => {
  const counts = new Uint32Array(4 * SLOTS);
  counts[2 * SLOTS + HIT] = 2;
  counts[2 * SLOTS + HALT] = 1;
  return { unit: 'day', edges: [0, DAY, 2 * DAY, 3 * DAY, 4 * DAY], counts };
};

describe('the rows below the axis', () => {
  it('count attacks without a certain day, and all halts, each once', () => {
    const rows = belowRows(madeUp(), true);
    expect(rows.map(({ kind, count }) => [kind, count])).toEqual([
      ['spans', 1],
      ['halts', 4],
    ]);
    expect(heightOfRows(rows)).toBe(rows.reduce((sum, { height }) => sum + height, 0));
    expect(belowRows(madeUp(), false).map(({ kind, count }) => [kind, count])).toEqual([
      ['spans', 2],
    ]);
  });

  it('are those that have something; the one of halts stays, but not empty next to bands', () => {
    const empty = { counts: new Uint32Array(4 * SLOTS), spans: [], lanes: 0 };
    expect(belowRows(madeUp(empty), false)).toEqual([]);
    expect(belowRows(madeUp(empty), true).map(({ kind }) => kind)).toEqual(['halts']);
    const longer = new Uint32Array(SLOTS);
    longer[HIT] = 7;
    expect(
      belowRows(madeUp({ ...empty, bands: [band()], longer }), true).map(({ kind, count }) => [
        kind,
        count,
      ]),
    ).toEqual([
      ['band', 3],
      ['longer', 7],
    ]);
  });

  it('draw each halt as a square in its day, and as one box where they have no room', () => {
    const squares = haltPaths(madeUp(), scale).solid[2] ?? '';
    expect([...squares.matchAll(/M(\S+) /g)].map(([, x]) => Number(x))).toEqual([105, 112.5, 120]);
    const narrow = haltPaths(madeUp(), timeScale({ from: 0, to: 4 * DAY }, 24)).solid[2] ?? '';
    expect([...narrow.matchAll(/M/g)]).toHaveLength(1);
  });

  it('draw the incidents of a band as cells where they have room, and else its number alone', () => {
    const wide = bandParts(band(), scale, 26);
    expect(wide.parts).toEqual([
      { range: { from: 2 * DAY, to: 3 * DAY }, x: 201, width: 98, count: 3 },
    ]);
    expect([...(wide.cells.solid[0] ?? '').matchAll(/M/g)]).toHaveLength(2);
    expect([...(wide.cells.solid[2] ?? '').matchAll(/M/g)]).toHaveLength(1);
    const narrow = bandParts(band(), timeScale({ from: 0, to: 4 * DAY }, 120), 26);
    expect(narrow.parts.map(({ count }) => count)).toEqual([3]);
    expect(narrow.cells.solid.join('')).toBe('');
  });

  it('draw a span over all its days, with an arrow where it goes on', () => {
    const [open, halt] = spanLines(madeUp(), scale, 4);
    expect(open?.path).toBe('M1 3.5H199M4 1.5l-3 2l3 2M199 1.5v4');
    expect(open?.range).toEqual({ from: 0, to: 2 * DAY });
    expect(halt).toMatchObject({ isHalt: true, look: 2, x: 101, width: 198 });
  });
});
