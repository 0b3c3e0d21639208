import { describe, expect, it } from 'vitest';
import type { TimelineColumns } from '../../../../src/core/index/timeline-columns.ts';
import { slotOf, SLOTS } from '../../../../src/core/index/timeline-slots.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { firstWords as words } from '../../../../src/i18n/first-words.ts';
import { bandParts, type BandWords } from '../../../../src/ui/timeline/band-parts.ts';
import {
  belowRows,
  haltPaths,
  heightOfRows,
  spanLines,
} from '../../../../src/ui/timeline/below-axis.ts';
import { countInWindow, rowName } from '../../../../src/ui/timeline/row-name.ts';
import { timeScale } from '../../../../src/ui/timeline/time-scale.ts';

const HIT = slotOf('hit', 0);
const HALT = slotOf('halt', 2);
const POSSIBLE_HALT = slotOf('possibleHalt', 2);
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
  return { unit: 'day', edges: [0, DAY, 2 * DAY, 3 * DAY, 4 * DAY], counts, isExact: true };
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

  it('count halts that are only possible with the others, and draw them pale after these', () => {
    const counts = new Uint32Array(4 * SLOTS);
    counts[SLOTS + HALT] = 1;
    counts[SLOTS + POSSIBLE_HALT] = 2;
    const spans = [{ from: DAY, to: 3 * DAY, slot: POSSIBLE_HALT, lane: 0 }];
    const columns = madeUp({ counts, spans });
    expect(belowRows(columns, true)).toMatchObject([
      { kind: 'spans', count: 0 },
      { kind: 'halts', count: 4 },
    ]);
    const xs = (path = '') => [...path.matchAll(/M(\S+) /g)].map(([, x]) => Number(x));
    const { solid, pale } = haltPaths(columns, scale);
    expect(xs(solid[2])).toEqual([105]);
    expect(xs(pale[2])).toEqual([112.5, 120]);
    expect(spanLines(columns, scale, 4)).toMatchObject([{ isHalt: true, isPossible: true }]);
  });

  const bandWords = {
    namesOf: (_: unknown, count: number) => [
      `7 March, hour not known: ${count}`,
      `7 Mar: ${count}`,
      `${count}`,
    ],
    killedOf: () => undefined,
  };
  const partsIn = (width: number, changes: Partial<BandWords> = {}) =>
    bandParts(band(), timeScale({ from: 0, to: 4 * DAY }, width), { ...bandWords, ...changes });
  const cellsOf = ({ cells }: ReturnType<typeof bandParts>, look: number): number =>
    [...(cells.solid[look] ?? '').matchAll(/M/g)].length;

  it('name each period of a band and draw its incidents as cells, shorter and smaller in little room', () => {
    const wide = partsIn(900);
    expect(wide.parts).toMatchObject([
      { range: { from: 2 * DAY, to: 3 * DAY }, x: 451, width: 223, count: 3 },
    ]);
    for (const [width, text, cells] of [
      [900, '7 March, hour not known: 3', 3],
      [600, '7 Mar: 3', 3],
      [320, '7 Mar: 3', 3],
      [160, '3', 3],
      [80, '3', 0],
      [40, '', 0],
    ] as const) {
      const own = partsIn(width);
      expect(own.parts.map((part) => part.text)).toEqual([text]);
      expect(cellsOf(own, 0) + cellsOf(own, 2)).toBe(cells);
    }
    expect(cellsOf(wide, 2)).toBe(1);
  });

  it('write the people killed in a period of a band after its cells, inside the period', () => {
    const killedOf = () => ({ text: '4–6', isOpen: false });
    for (const width of [900, 600, 400]) {
      const [part] = partsIn(width, { killedOf }).parts;
      expect(part?.killed?.text).toBe('4–6');
      expect((part?.killed?.x ?? 0) + 12 + 3 * 6).toBeLessThanOrEqual(
        (part?.x ?? 0) + (part?.width ?? 0),
      );
    }
  });

  it('draw a span over all its days, with an arrow where it goes on', () => {
    const [open, halt] = spanLines(madeUp(), scale, 4);
    expect(open?.path).toBe('M1 3.5H199M4 1.5l-3 2l3 2M199 1.5v4');
    expect(open?.range).toEqual({ from: 0, to: 2 * DAY });
    expect(halt).toMatchObject({ isHalt: true, isPossible: false, look: 2, x: 101, width: 198 });
  });
});

describe('the number of a row', () => {
  const bands = [band()];
  const nameIn = (
    columns: TimelineColumns,
    window: TimeRange | undefined,
    halts: number | undefined,
  ) =>
    belowRows(columns, true).map((row) =>
      rowName(words, row, columns, { window, haltsIn: () => halts }),
    );

  it('says how many are in the window, and what there is in all', () => {
    expect(nameIn(madeUp(), { from: 0, to: 4 * DAY }, 4)).toEqual([
      'day not certain: 1',
      'halts, outages: 4',
    ]);
    expect(nameIn(madeUp(), { from: 3 * DAY, to: 4 * DAY }, 0)).toEqual([
      'day not certain: 0 of 1',
      'halts, outages: 0 of 4',
    ]);
    expect(nameIn(madeUp({ bands }), { from: 2 * DAY, to: 3 * DAY }, 3)).toEqual([
      'day known: 3',
      'day not certain: 0 of 1',
      'halts, outages: 2 of 4',
    ]);
    expect(nameIn(madeUp({ bands }), { from: 0, to: DAY }, 0)[0]).toBe('day known: 0 of 3');
  });

  it('says no part where it is not known how many are in the window', () => {
    const folded = madeUp({ bands: [{ ...band(), isExact: false }] });
    expect(nameIn(folded, { from: 0, to: DAY }, 0)[0]).toBe('day known: 3');
    expect(nameIn(madeUp(), { from: 0, to: DAY }, undefined)[1]).toBe('halts, outages: 4');
  });

  it('says no part of one of two periods that are compared', () => {
    expect(nameIn(madeUp(), undefined, 0)).toEqual(['day not certain: 1', 'halts, outages: 4']);
  });

  it('asks for the halts of the part of the window that is on the axis', () => {
    const asked: TimeRange[] = [];
    const columns = madeUp();
    const [, halts] = belowRows(columns, true);
    if (!halts) throw new Error('There is no row of halts');
    const haltsIn = (range: TimeRange) => asked.push(range);
    countInWindow(halts, columns, { window: { from: -DAY, to: DAY }, haltsIn });
    expect(asked).toEqual([{ from: 0, to: DAY }]);
    const window = { from: 5 * DAY, to: 6 * DAY };
    expect(countInWindow(halts, columns, { window, haltsIn })).toBe(0);
  });
});
