import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { bitOf, calendarFits, LEVELS } from '../../../../src/core/index/calendar-fits.ts';
import type { IntervalIndex } from '../../../../src/core/index/interval-index.ts';
import { binAfter, BIN_UNITS, binStart } from '../../../../src/core/time/bins.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';

const fitOf = async ({ from, to }: TimeRange): Promise<number> => {
  const index = { irregularStarts: Int32Array.of(from), irregularEnds: Int32Array.of(to) };
  return (await calendarFits(index as IntervalIndex, UNINTERRUPTED))[0] ?? 0;
};

const someMinute = fc.integer({ min: minuteOf(-400, 1), max: minuteOf(2400, 1) });

describe('the calendar units that hold an interval', () => {
  it('are those of which one bin does', async () => {
    await fc.assert(
      fc.asyncProperty(
        someMinute,
        fc.oneof(
          fc.integer({ min: 1, max: 3 * DAY }),
          fc.integer({ min: 1, max: 400 * DAY }),
          fc.integer({ min: 1, max: 40_000 * DAY }),
        ),
        async (from, length) => {
          const to = from + length;
          const fit = await fitOf({ from, to });
          for (const unit of BIN_UNITS)
            expect((fit & bitOf(unit)) !== 0, unit).toBe(to <= binAfter(from, unit));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('say which of them it is all of, and nothing where a minute is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        someMinute,
        fc.constantFrom(...LEVELS),
        fc.constantFrom(0, 0, -1, 1, DAY, -DAY),
        fc.constantFrom(0, 0, -1, 1, DAY, -DAY),
        async (minute, unit, before, after) => {
          const from = binStart(minute, unit) + before;
          const to = binAfter(minute, unit) + after;
          fc.pre(from < to);
          const fit = await fitOf({ from, to });
          for (const level of LEVELS)
            expect((fit & bitOf(`=${level}`)) !== 0, level).toBe(
              from === binStart(from, level) && to === binAfter(from, level),
            );
        },
      ),
      { numRuns: 300 },
    );
  });
});
