import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIONS } from '../../../../src/core/time/compared-period.ts';
import { comparedRange, hasRoomFor, laterHalf } from '../../../../src/core/time/compared-range.ts';
import { DAY, HOUR } from '../../../../src/core/time/minute.ts';
import { contains, lengthOf, overlaps } from '../../../../src/core/time/time-range.ts';

const LIMITS = { from: 0, to: 20 * DAY };
const days = (from: number, to: number) => ({ from: from * DAY, to: to * DAY });

/** A period, and a window in it that leaves some of it. */
const windowInPeriod = fc
  .tuple(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: 3 * HOUR, max: 90 * DAY }),
  )
  .chain(([from, length]) => {
    const limits = { from, to: from + length };
    return fc
      .tuple(
        fc.integer({ min: limits.from, max: limits.to - HOUR }),
        fc.integer({ min: HOUR, max: length }),
      )
      .map(([start, long]) => ({
        limits,
        window: { from: start, to: Math.min(start + long, limits.to) },
      }));
  });

describe('the second period of a comparison', () => {
  it('is of equal length just before the first, and just after it where there is no room before', () => {
    expect(comparedRange('previous', days(10, 17), LIMITS)).toEqual(days(3, 10));
    expect(comparedRange('previous', days(3, 10), LIMITS)).toEqual(days(10, 17));
    expect(comparedRange('previous', days(10, 20), LIMITS)).toEqual(days(0, 10));
  });

  it('is the longer rest where a window leaves no room for another of its length', () => {
    expect(comparedRange('previous', days(2, 16), LIMITS)).toEqual(days(16, 20));
    expect(comparedRange('previous', days(5, 17), LIMITS)).toEqual(days(0, 5));
  });

  it('is everything before or after, and follows the first period', () => {
    expect(comparedRange('before', days(5, 6), LIMITS)).toEqual(days(0, 5));
    expect(comparedRange('after', days(5, 6), LIMITS)).toEqual(days(6, 20));
  });

  it('is cut to the period of the data where its dates were chosen', () => {
    expect(comparedRange(days(-4, 3), days(10, 11), LIMITS)).toEqual(days(0, 3));
  });

  it('lies in the period and apart from the first one, whatever both are', () => {
    fc.assert(
      fc.property(windowInPeriod, fc.constantFrom(...RELATIONS), ({ limits, window }, relation) => {
        const second = comparedRange(relation, window, limits);
        expect(contains(limits, second)).toBe(true);
        expect(lengthOf(second)).toBeGreaterThan(0);
        const isAlone = RELATIONS.every((one) => !hasRoomFor(one, window, limits));
        expect(overlaps(second, window)).toBe(isAlone);
        if (relation === 'previous' && hasRoomFor(relation, window, limits))
          expect(lengthOf(second)).toBe(lengthOf(window));
        if (relation === 'before' && hasRoomFor(relation, window, limits))
          expect(second).toEqual({ from: limits.from, to: window.from });
        if (relation === 'after' && hasRoomFor(relation, window, limits))
          expect(second).toEqual({ from: window.to, to: limits.to });
      }),
    );
  });

  it('divides a period into two of equal length, in whole days where it has two', () => {
    expect(laterHalf(LIMITS)).toEqual(days(10, 20));
    expect(laterHalf(days(0, 19))).toEqual(days(10, 19));
    expect(comparedRange('previous', laterHalf(days(0, 19)), days(0, 19))).toEqual(days(1, 10));
    expect(laterHalf(days(0, 1))).toEqual({ from: DAY / 2, to: DAY });
  });
});
