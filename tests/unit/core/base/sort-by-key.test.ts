import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByKey, sortByKeyAtOnce } from '../../../../src/core/base/sort-by-key.ts';
import { alwaysDue } from '../../always-due.ts';

const keys = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0, 1, 2 ** 11, 2 ** 22)),
  { maxLength: 40 },
);

const silent = alwaysDue(() => undefined);

describe('`sortByKey`', () => {
  it('sorts positions by key, keeps the order of equal ones and leaves its input alone', async () => {
    await fc.assert(
      fc.asyncProperty(keys, async (some) => {
        const order = new Uint32Array(some.length).map((_, at) => some.length - 1 - at);
        const before = order.slice();
        const keyOf = (position: number): number => some[position] ?? 0;
        const expected = Array.from(order).toSorted((a, b) => keyOf(a) - keyOf(b));
        expect([...(await sortByKey(order, keyOf, silent))]).toEqual(expected);
        expect([...sortByKeyAtOnce(order, keyOf)]).toEqual(expected);
        expect(order).toEqual(before);
      }),
    );
  });

  it('yields several times within each pass over many rows', async () => {
    let yields = 0;
    const task = alwaysDue(() => {
      yields += 1;
    });
    const order = new Uint32Array(500_000).map((_, at) => at);
    await sortByKey(order, (position) => Math.imul(position, 0x9e3779b1) >>> 0, task);
    expect(yields).toBeGreaterThan(50);
  });
});
