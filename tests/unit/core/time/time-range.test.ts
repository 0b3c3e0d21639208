import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  cutTo,
  lengthOf,
  overlaps,
  shiftInto,
  uncovered,
  type TimeRange,
} from '../../../../src/core/time/time-range.ts';

const LIMITS: TimeRange = { from: 0, to: 1000 };
const span = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 1500 }))
  .map(([from, length]): TimeRange => ({ from, to: from + length }));

describe('half-open spans', () => {
  it('do not overlap if they only touch', () => {
    expect(overlaps({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe(false);
    expect(overlaps({ from: 0, to: 11 }, { from: 10, to: 20 })).toBe(true);
    expect(contains({ from: 0, to: 10 }, { from: 0, to: 10 })).toBe(true);
    expect(contains({ from: 0, to: 10 }, { from: 0, to: 11 })).toBe(false);
  });

  it('leave uncovered exactly what is in none of the others', () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 3 }), (whole, others) => {
        const parts = uncovered(whole, others);
        for (let minute = whole.from; minute < whole.to; minute += 7) {
          const isIn = (one: TimeRange): boolean => minute >= one.from && minute < one.to;
          expect(parts.filter(isIn)).toHaveLength(others.some(isIn) ? 0 : 1);
        }
        expect(parts.every((part) => contains(whole, part) && part.from < part.to)).toBe(true);
      }),
    );
  });

  it('keep their length when shifted into limits, unless longer', () => {
    fc.assert(
      fc.property(span, (one) => {
        const shifted = shiftInto(one, LIMITS);
        expect(contains(LIMITS, shifted)).toBe(true);
        expect(lengthOf(shifted)).toBe(Math.min(lengthOf(one), 1000));
        if (contains(LIMITS, one)) expect(shifted).toEqual(one);
      }),
    );
  });

  it('are cut to limits, but not below the minimum length', () => {
    fc.assert(
      fc.property(span, (one) => {
        const cut = cutTo(one, LIMITS, 60);
        expect(contains(LIMITS, cut)).toBe(true);
        expect(lengthOf(cut)).toBeGreaterThanOrEqual(60);
        if (contains(LIMITS, one) && lengthOf(one) >= 60) expect(cut).toEqual(one);
      }),
    );
  });
});
