import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { buildIntervalIndex, timedRows } from '../../../../src/core/index/build-interval-index.ts';
import { fittedAxis, outsideOf } from '../../../../src/core/index/fitted-axis.ts';
import type { IntervalIndex } from '../../../../src/core/index/interval-index.ts';
import { DAY, isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { contains, type TimeRange } from '../../../../src/core/time/time-range.ts';

/** Made-up incidents in two groups, in the order of their times. */
async function indexOf(times: readonly TimeRange[]): Promise<IntervalIndex> {
  const rows = times.toSorted((a, b) => a.from - b.from);
  const columns = {
    length: rows.length,
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ to }) => to),
    isUndated: new Uint8Array(rows.length),
  };
  return buildIntervalIndex(
    await timedRows(columns, UNINTERRUPTED),
    Uint32Array.from(rows.keys()),
    2,
    Uint32Array.from(rows, (_, position) => position % 2),
    UNINTERRUPTED,
  );
}

const day = (year: number, month: number, date: number): TimeRange => {
  const from = minuteOf(year, month, date);
  return { from, to: from + DAY };
};
const spring = Array.from({ length: 400 }, (_, at) => day(2026, 3, 1 + (at % 60)));

describe('the axis at first', () => {
  it('is fitted to the middle when a few incidents stretch it a lot', async () => {
    const times = [day(1970, 1, 1), day(2018, 5, 5), ...spring, day(2031, 1, 1)];
    const limits = { from: minuteOf(1970, 1), to: minuteOf(2031, 1, 2) };
    const axis = fittedAxis(await indexOf(times), limits);
    expect([isoText(axis.from), isoText(axis.to)]).toEqual(['2026-03-01', '2026-04-30']);
    expect(outsideOf(await indexOf(times), axis)).toEqual({ before: 2, after: 1, all: 403 });
  });

  it('is the whole period of several data sets, of which one may be a single row', async () => {
    const limits = { from: minuteOf(2010, 5, 1), to: minuteOf(2026, 5, 1) };
    const index = await indexOf([day(2010, 5, 1), ...spring]);
    expect(fittedAxis(index, limits, 2)).toEqual(limits);
    expect(fittedAxis(index, limits, 1)).not.toEqual(limits);
  });

  it('keeps what is next to the others', async () => {
    const even = Array.from({ length: 1000 }, (_, at) => day(2020, 1, 1 + at));
    const limits = { from: minuteOf(1950, 1), to: minuteOf(2022, 9, 27) };
    const axis = fittedAxis(await indexOf([day(1950, 1, 1), ...even]), limits);
    expect([isoText(axis.from), isoText(axis.to)]).toEqual(['2020-01-01', '2022-09-27']);
  });

  it('is the whole period when it is even, or there are too few incidents to call one an outlier', async () => {
    const even = Array.from({ length: 400 }, (_, at) => day(2020, 1, 1 + at * 5));
    const limits = { from: even[0]?.from ?? 0, to: even.at(-1)?.to ?? 0 };
    expect(fittedAxis(await indexOf(even), limits)).toEqual(limits);
    const few = [day(1990, 1, 1), day(2020, 1, 1), day(2020, 1, 2)];
    const wide = { from: minuteOf(1990, 1), to: minuteOf(2020, 1, 3) };
    expect(fittedAxis(await indexOf(few), wide)).toEqual(wide);
  });

  it('leaves out at most one incident in 200 on each side, and lies in the period', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.integer({ min: -8000, max: 8000 }).map((at) => Math.sign(at) * at ** 2),
            fc.constantFrom(60, DAY, 3 * DAY, 77),
          ),
          { minLength: 1, maxLength: 300 },
        ),
        async (rows) => {
          const times = rows.map(([at, length]) => ({ from: at * 30, to: at * 30 + length }));
          const start = Math.min(...times.map(({ from }) => from));
          const limits = {
            from: Math.floor(start / DAY) * DAY,
            to: Math.ceil(Math.max(...times.map(({ to }) => to)) / DAY) * DAY,
          };
          const index = await indexOf(times);
          const axis = fittedAxis(index, limits);
          const { before, after, all } = outsideOf(index, axis);
          expect(contains(limits, axis)).toBe(true);
          expect(all).toBe(times.length);
          expect(before).toBe(times.filter(({ to }) => to <= axis.from).length);
          expect(after).toBe(times.filter(({ from }) => from >= axis.to).length);
          const may = Math.max(Math.floor(all / 200), all >= 40 ? 1 : 0);
          expect(Math.max(before, after)).toBeLessThanOrEqual(may);
        },
      ),
      { numRuns: 200 },
    );
  });
});
