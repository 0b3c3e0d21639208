import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, minuteOf } from '../../../../src/core/time/minute.ts';
import { openingWindow } from '../../../../src/core/time/opening-window.ts';
import { contains, daysOf, lengthOf, overlaps } from '../../../../src/core/time/time-range.ts';

const march = (day: number, hour = 0): number => minuteOf(2026, 3, day, hour);
const days = (first: number, last: number) => ({ from: march(first), to: march(last + 1) });
const LIMITS = days(0, 18);

describe('`openingWindow`', () => {
  it.each([
    ['later, by full days', days(0, 1), { from: march(3, 21), to: march(3, 22) }, days(2, 3)],
    ['earlier, by full days', days(10, 12), days(4, 4), days(4, 6)],
    ['no further than the period', days(1, 7), days(18, 18), days(12, 18)],
    [
      'by hours where full days do not do',
      { from: march(5, 12), to: march(5, 18) },
      { from: march(6, 21) + 35, to: march(6, 21) + 36 },
      { from: march(6, 16), to: march(6, 22) },
    ],
    [
      'by minutes where hours do not do',
      { from: march(5, 12), to: march(5, 13) },
      { from: march(6, 12) + 30, to: march(6, 13) + 30 },
      { from: march(6, 12) + 30, to: march(6, 13) + 30 },
    ],
    ['to the days of a longer span', days(1, 2), days(8, 11), days(8, 11)],
    [
      'to what the period has of a span without an end',
      days(1, 2),
      { from: march(16, 9), to: 2e9 },
      days(16, 18),
    ],
  ])('moves the window %s', (_, window, span, expected) => {
    expect(openingWindow(window, span, LIMITS, false)).toEqual(expected);
  });

  it.each([
    ['that overlaps it', days(2, 4)],
    ['that is in it', days(4, 4)],
    ['of any time', { from: -2e9, to: 2e9 }],
    ['of another period', days(40, 41)],
  ])('leaves the window for a span %s', (_, span) => {
    expect(openingWindow(days(3, 5), span, LIMITS, false)).toEqual(days(3, 5));
  });

  it('moves only the end of a cumulative window, and only to what follows it', () => {
    const span = { from: march(9, 21), to: march(9, 22) };
    const expected = { from: march(2), to: march(10) };
    expect(openingWindow(days(2, 4), span, LIMITS, true)).toEqual(expected);
    expect(openingWindow(days(8, 9), days(2, 2), LIMITS, true)).toEqual(days(8, 9));
  });

  it('holds the whole span, inside the period, at the length of the window where that has room', () => {
    const start = fc.integer({ min: 0, max: 40 * DAY });
    const length = fc.integer({ min: 1, max: 9 * DAY });
    const range = fc.tuple(start, length).map(([from, long]) => ({ from, to: from + long }));
    const windows = fc.tuple(start, fc.integer({ min: HOUR, max: 9 * DAY }));
    const limits = { from: 0, to: 50 * DAY };
    fc.assert(
      fc.property(windows, range, ([from, long], span) => {
        const window = { from, to: from + long };
        const opened = openingWindow(window, span, limits, false);
        expect(contains(limits, opened)).toBe(true);
        if (overlaps(window, span)) {
          expect(opened).toBe(window);
          return;
        }
        expect(contains(opened, span)).toBe(true);
        if (lengthOf(span) <= long) expect(lengthOf(opened)).toBe(long);
        else expect(opened).toEqual(daysOf(span));
      }),
    );
  });
});
