import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstInOrder } from '../../../../src/core/base/first-in-order.ts';

const byNumber = (a: number, b: number): number => a - b;

it('gives the same as a sort of all', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat({ max: 12 }), (all, limit) => {
      expect(firstInOrder(all, limit, byNumber)).toEqual(all.toSorted(byNumber).slice(0, limit));
    }),
  );
});

it('compares each of many with the last of those kept, and sorts few', () => {
  let compared = 0;
  const many = Array.from({ length: 100_000 }, (_, at) => at);
  const counting = (a: number, b: number): number => {
    compared++;
    return a - b;
  };
  firstInOrder(many, 10, counting);
  expect(compared).toBeLessThan(many.length * 1.1);
  // The worst order: each is before all that are kept.
  compared = 0;
  firstInOrder(many.toReversed(), 10, counting);
  expect(compared).toBeLessThan(many.length * 10);
});
