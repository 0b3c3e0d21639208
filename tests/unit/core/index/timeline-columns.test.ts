import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import {
  buildIntervalIndex,
  timedRows,
  type TimedRows,
} from '../../../../src/core/index/build-interval-index.ts';
import { FIRST_COMMON, IRREGULAR } from '../../../../src/core/index/interval-index.ts';
import { irregularOrder } from '../../../../src/core/index/irregular-intervals.ts';
import { calendarFits } from '../../../../src/core/index/calendar-fits.ts';
import {
  highestColumn,
  timelineColumns,
  type TimelineColumns,
} from '../../../../src/core/index/timeline-columns.ts';
import {
  lookOfSlot,
  NO_SLOT,
  partCounts,
  PARTS,
  partOfSlot,
  slotOf,
  SLOTS,
} from '../../../../src/core/index/timeline-slots.ts';
import { ENDLESS, fillUnknownEnds } from '../../../../src/core/records/unknown-ends.ts';
import { binAfter, BIN_UNITS, binStart } from '../../../../src/core/time/bins.ts';
import { DAY, HOUR, minuteOf } from '../../../../src/core/time/minute.ts';
import { overlaps, type TimeRange } from '../../../../src/core/time/time-range.ts';

/** Made up: a time, the code of an unknown end, and the group that it is counted in. */
type Row = TimeRange & { readonly isUndated: number; readonly group: number };

const SLOT_OF_GROUP = Uint8Array.from([slotOf('hit', 0), slotOf('open', 3), slotOf('halt', 1)]);
const start = minuteOf(2025, 12, 25);

const timeOf = ({ from, to, isUndated }: Row): TimeRange => ({
  from: isUndated === 1 || isUndated === 3 ? -Infinity : from,
  to: isUndated === 1 || isUndated === 2 ? Infinity : to,
});

/** Rows of a table are in the order of their times. */
const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => timeOf(a).from - timeOf(b).from || timeOf(a).to - timeOf(b).to || 0);

/** The same rows as if no length were common. */
async function allIrregular(times: TimedRows): Promise<TimedRows> {
  const of = times.classes.of.map((ofClass) => (ofClass >= FIRST_COMMON ? IRREGULAR : ofClass));
  const rows = Uint32Array.from(of.keys()).filter((row) => of[row] === IRREGULAR);
  const irregular = await irregularOrder(times, rows, UNINTERRUPTED);
  return { ...times, classes: { ...times.classes, of }, irregular };
}

async function columnsOf(
  all: readonly Row[],
  axis: TimeRange,
  unit: (typeof BIN_UNITS)[number],
  slots = SLOT_OF_GROUP,
  areAllIrregular = false,
): Promise<TimelineColumns> {
  const rows = inOrder(all);
  const from = Int32Array.from(rows, (row) => row.from);
  const to = Int32Array.from(rows, (row) => row.to);
  const isUndated = Uint8Array.from(rows, (row) => row.isUndated);
  fillUnknownEnds(from, to, isUndated);
  const columns = { length: rows.length, from, to, isUndated };
  const known = await timedRows(columns, UNINTERRUPTED);
  const times = areAllIrregular ? await allIrregular(known) : known;
  const index = await buildIntervalIndex(
    times,
    Uint32Array.from(rows.keys()),
    slots.length,
    Uint32Array.from(rows, ({ group }) => group),
    UNINTERRUPTED,
  );
  const fits = await calendarFits(index, UNINTERRUPTED);
  return timelineColumns(index, fits, slots, axis, unit);
}

const row = (from: number, minutes: number, group = 0): Row => ({
  from,
  to: from + minutes,
  isUndated: 0,
  group,
});

const someRow: fc.Arbitrary<Row> = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 0, max: 60 * DAY }), fc.constantFrom(1, HOUR, DAY, 3 * DAY))
        .map(([from, length]) => ({ from: start + from, to: start + from + length })),
      fc
        .tuple(fc.integer({ min: 0, max: 60 * DAY }), fc.constantFrom(...BIN_UNITS))
        .map(([at, unit]) => ({
          from: binStart(start + at, unit),
          to: binAfter(start + at, unit),
        })),
      fc
        .tuple(fc.integer({ min: 0, max: 60 * DAY }), fc.integer({ min: 1, max: 400 * DAY }))
        .map(([from, length]) => ({ from: start + from, to: start + from + length })),
    ),
    fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3),
    fc.nat({ max: 3 }),
  )
  .map(([time, isUndated, group]) => ({ ...time, isUndated, group }));

/** Few rows, which are drawn as spans, and many, which become bands. */
const someRows = fc.oneof(
  fc.array(someRow, { maxLength: 25 }),
  fc.array(someRow, { minLength: 150, maxLength: 250 }),
);
const someAxis = fc
  .tuple(fc.integer({ min: -5 * DAY, max: 70 * DAY }), fc.integer({ min: HOUR, max: 90 * DAY }))
  .map(([from, length]) => ({ from: start + from, to: start + from + length }));

const bySlot = (counts: Uint32Array, slot: number): number =>
  counts.filter((_, at) => at % SLOTS === slot).reduce((sum, count) => sum + count, 0);

const shownOf = (columns: TimelineColumns, slot: number): number =>
  bySlot(columns.counts, slot) +
  bySlot(columns.longer, slot) +
  columns.bands.reduce((sum, { counts }) => sum + bySlot(counts, slot), 0) +
  columns.spans.filter((span) => span.slot === slot).length;

describe('the columns, bands and spans of the timeline', () => {
  it('have every incident that touches the axis exactly once, and none else', async () => {
    await fc.assert(
      fc.asyncProperty(
        someRows,
        someAxis,
        fc.constantFrom(...BIN_UNITS.slice(0, 12)),
        async (rows, axis, unit) => {
          // The fourth group is one that is switched off.
          const slots = Uint8Array.from([...SLOT_OF_GROUP, NO_SLOT]);
          const columns = await columnsOf(rows, axis, unit, slots);
          const whole = { from: columns.edges[0] ?? 0, to: columns.edges.at(-1) ?? 0 };
          for (const [group, slot] of SLOT_OF_GROUP.entries()) {
            const own = rows.filter((one) => one.group === group && one.isUndated !== 1);
            expect(shownOf(columns, slot)).toBe(
              own.filter((one) => overlaps(timeOf(one), whole)).length,
            );
          }
          const counted = rows.filter(({ group }) => group < 3);
          expect(columns.undated).toBe(counted.filter(({ isUndated }) => isUndated === 1).length);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('have in each column what lies in exactly that bin', async () => {
    await fc.assert(
      fc.asyncProperty(
        someRows,
        someAxis,
        fc.constantFrom(...BIN_UNITS.slice(0, 12)),
        async (rows, axis, unit) => {
          const { counts, edges } = await columnsOf(
            rows.map((one) => ({ ...one, group: one.group % 3 })),
            axis,
            unit,
          );
          for (let bin = 0; bin + 1 < edges.length; bin++) {
            const inside = rows.filter(
              (one) =>
                one.isUndated === 0 &&
                one.from >= (edges[bin] ?? 0) &&
                one.to <= (edges[bin + 1] ?? 0),
            );
            const { hit, half, open, halt } = partCounts(counts, bin);
            expect(hit + half + open + halt).toBe(inside.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are the same whatever lengths are common', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          someRow.map((one) => ({ ...one, group: one.group % 3 })),
          { maxLength: 120 },
        ),
        someAxis,
        fc.constantFrom(...BIN_UNITS.slice(0, 12)),
        async (rows, axis, unit) => {
          const columns = await columnsOf(rows, axis, unit);
          expect(await columnsOf(rows, axis, unit, SLOT_OF_GROUP, true)).toEqual(columns);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('have no lane with two spans at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someRow, { maxLength: 40 }), someAxis, async (rows, axis) => {
        const all = rows.map((one) => ({ ...one, group: 0 }));
        const { spans, lanes } = await columnsOf(all, axis, 'day');
        expect(lanes).toBeLessThanOrEqual(8);
        for (const [at, span] of spans.entries()) {
          expect(span.lane).toBeLessThan(lanes);
          for (const other of spans.slice(at + 1))
            if (other.lane === span.lane) expect(overlaps(span, other)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('put what knows only its day into one band a day when the bins are hours', async () => {
    const day = minuteOf(2026, 3, 5);
    const rows = [
      row(day, DAY),
      row(day, DAY, 1),
      row(day + DAY, DAY),
      row(day + 19 * HOUR + 22, 1),
      row(minuteOf(2026, 3, 1), 31 * DAY),
      row(day, 2 * DAY),
      row(day + 19 * HOUR, 2 * HOUR),
    ];
    const columns = await columnsOf(rows, { from: day, to: day + 3 * DAY }, 'hour');
    expect(columns.counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(partCounts(columns.counts, 19).hit).toBe(1);
    const [days, months] = columns.bands;
    expect(columns.bands.map(({ unit }) => unit)).toEqual(['day', 'month']);
    expect([0, 1, 2].map((at) => partCounts(days?.counts ?? new Uint32Array(0), at))).toMatchObject(
      [
        { hit: 1, half: 0, open: 1, halt: 0 },
        { hit: 1, half: 0, open: 0, halt: 0 },
        { hit: 0, half: 0, open: 0, halt: 0 },
      ],
    );
    expect(partCounts(months?.counts ?? new Uint32Array(0)).hit).toBe(1);
    expect(columns.spans.map(({ from, to }) => [from - day, to - day])).toEqual([
      [0, 2 * DAY],
      [19 * HOUR, 21 * HOUR],
    ]);
  });

  it('draw an unknown end as one that goes on, and fold many spans into bands with a number', async () => {
    const day = minuteOf(2026, 3, 4);
    const axis = { from: day, to: day + 30 * DAY };
    const open = await columnsOf(
      [
        { from: day, to: ENDLESS.to, isUndated: 2, group: 0 },
        { from: 0, to: day + DAY, isUndated: 3, group: 1 },
      ],
      axis,
      'day',
    );
    expect(open.spans.map(({ from, to }) => [from, to])).toEqual([
      [-Infinity, day + DAY],
      [day, Infinity],
    ]);
    const many = await columnsOf(
      Array.from({ length: 41 }, (_, at) => row(day + (at % 3) * DAY, 2 * DAY)),
      axis,
      'day',
    );
    expect(many.spans).toHaveLength(0);
    expect(many.bands.map(({ unit }) => unit)).toEqual(['week']);
    expect(many.bands[0]?.counts.reduce((sum, count) => sum + count, 0)).toBe(41);
  });

  it('know the part and the look of a slot, and the highest column without halts', async () => {
    for (const part of PARTS)
      for (let look = 0; look < 9; look++) {
        expect(partOfSlot(slotOf(part, look))).toBe(part);
        expect(lookOfSlot(slotOf(part, look))).toBe(look);
      }
    const columns = await columnsOf(
      [row(start, DAY), row(start, DAY, 1), row(start, DAY, 2), row(start + DAY, DAY, 2)],
      { from: start, to: start + 5 * DAY },
      'day',
    );
    expect(highestColumn(columns)).toEqual({ certain: 2, possible: 0 });
    // What is only possible may make a column the highest; of two as high, the more certain one is.
    const highestOf = (...bins: readonly (readonly [certain: number, possible: number])[]) => {
      const counts = new Uint32Array(bins.length * SLOTS);
      for (const [bin, [certain, possible]] of bins.entries()) {
        counts[bin * SLOTS + slotOf('hit', 0)] = certain;
        counts[bin * SLOTS + slotOf('possible', 3)] = possible;
      }
      return highestColumn({ edges: Array.from({ length: bins.length + 1 }, (_, i) => i), counts });
    };
    expect(highestOf([2, 0], [0, 3])).toEqual({ certain: 0, possible: 3 });
    expect(highestOf([0, 1], [1, 0], [0, 1])).toEqual({ certain: 1, possible: 0 });
    expect(highestOf()).toEqual({ certain: 0, possible: 0 });
  });
});
