import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairNumbers, PairNumbersInTable } from '../../../../src/core/base/pair-numbers.ts';

it('numbers pairs as they are met, by hash as in a table', () => {
  const pair = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 20 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 900 }), (pairs) => {
      const met: string[] = [];
      const hashed = new PairNumbers();
      const inTable = new PairNumbersInTable(41, 21);
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`;
        if (!met.includes(name)) met.push(name);
        expect(hashed.of(first, second)).toBe(met.indexOf(name));
        expect(inTable.of(first, second)).toBe(met.indexOf(name));
      }
      for (const numbers of [hashed, inTable]) {
        expect(numbers.length).toBe(met.length);
        expect(Array.from(numbers.first, (first, at) => `${first} ${numbers.second[at]}`)).toEqual(
          met,
        );
      }
    }),
    { numRuns: 60 },
  );
});
