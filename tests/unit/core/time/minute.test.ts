import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  isoText,
  minuteOf,
  readIsoText,
  wallClock,
} from '../../../../src/core/time/minute.ts';

describe('minutes of the calendar', () => {
  const year = fc.oneof(
    fc.integer({ min: -2200, max: 6100 }),
    fc.integer({ min: -1, max: 101 }),
    fc.integer({ min: -200_000, max: 200_000 }),
  );

  it('are those of their year, also of the years 0 to 99 and before', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), (of, month) => {
        const date = wallClock(minuteOf(of, month, 1, 13, 5));
        expect([date.getUTCFullYear(), date.getUTCMonth() + 1]).toEqual([of, month]);
        expect([date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()]).toEqual([1, 13, 5]);
      }),
    );
  });

  it('go on without a gap from year to year, when parts roll over too', () => {
    fc.assert(
      fc.property(year, (of) => {
        expect(minuteOf(of, 13)).toBe(minuteOf(of + 1, 1));
        expect(minuteOf(of, 0)).toBe(minuteOf(of - 1, 12));
        expect(minuteOf(of + 1, 1, 1, 0, -1)).toBe(minuteOf(of, 12, 31, 23, 59));
        const days = (minuteOf(of + 1, 1) - minuteOf(of, 1)) / DAY;
        expect(days).toBe((of % 4 === 0 && of % 100 !== 0) || of % 400 === 0 ? 366 : 365);
      }),
    );
  });
});

describe('ISO texts of minutes', () => {
  it('read back what they write', () => {
    const minute = fc.oneof(
      fc.integer({ min: minuteOf(1900, 1), max: minuteOf(2100, 1) }),
      fc.integer({ min: minuteOf(-2200, 1), max: minuteOf(200, 1) }),
      fc.integer({ min: minuteOf(-99_999, 1), max: minuteOf(99_999, 1) }),
    );
    fc.assert(
      fc.property(minute, (one) => {
        expect(readIsoText(isoText(one))).toBe(one);
      }),
    );
  });

  it.each([
    [minuteOf(26, 3, 5), '0026-03-05'],
    [minuteOf(1, 1, 1), '0001-01-01'],
    [minuteOf(0, 2, 29), '0000-02-29'],
    [minuteOf(-43, 3, 15, 12, 30), '-0043-03-15T12:30'],
    [minuteOf(9999, 12, 31), '9999-12-31'],
    [minuteOf(12_026, 3, 5), '+012026-03-05'],
    [minuteOf(-12_026, 3, 5), '-012026-03-05'],
  ])('of early and far years are as ISO 8601 writes them: %s is %s', (minute, text) => {
    expect(isoText(minute)).toBe(text);
    expect(readIsoText(text)).toBe(minute);
  });

  it('have no clock at midnight', () => {
    expect(isoText(minuteOf(2026, 3, 3))).toBe('2026-03-03');
    expect(isoText(minuteOf(2026, 3, 3, 21, 35))).toBe('2026-03-03T21:35');
  });

  it.each([
    '',
    '2026-3-3',
    '2026-02-29',
    '2026-13-01',
    '2026-03-03T24:10',
    '2026-03-03Z',
    'soon',
    '-0000-01-01',
    '26-03-03',
    '2026-00-10',
  ])('refuse %s', (text) => {
    expect(readIsoText(text)).toBeUndefined();
  });
});
