import { describe, expect, it } from 'vitest';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { firstKnownDay } from '../../../../src/ui/legend/known-day.ts';

const limits = { from: minuteOf(2026, 2, 28), to: minuteOf(2026, 3, 19) };
const until = (day: number) => ({ from: limits.from, to: minuteOf(2026, 3, day) + DAY });

describe('the day that a page as known on a day begins with', () => {
  it('is the last of a window that ends before the data do', () => {
    expect(firstKnownDay(until(3), limits)).toBe(minuteOf(2026, 3, 3));
    expect(firstKnownDay({ ...limits, to: minuteOf(2026, 3, 3) + 90 }, limits)).toBe(
      minuteOf(2026, 3, 3),
    );
  });

  it('is in the middle of one that does not, where much was not known yet', () => {
    expect(firstKnownDay(limits, limits)).toBe(minuteOf(2026, 3, 9));
    expect(firstKnownDay({ ...limits, from: minuteOf(2026, 3, 15) }, limits)).toBe(
      minuteOf(2026, 3, 17),
    );
    const oneDay = { from: minuteOf(2026, 3, 18), to: limits.to };
    expect(firstKnownDay(oneDay, limits)).toBe(oneDay.from);
  });
});
