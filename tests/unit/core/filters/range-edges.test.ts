import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesNumbers } from '../../../../src/core/filters/range-clause.ts';
import {
  edgeAbove,
  lowerBound,
  lowerEdge,
  upperBound,
  upperEdge,
} from '../../../../src/core/filters/range-edges.ts';
import { binnedColumn, numberEdges } from '../../../../src/core/index/facet-bins.ts';

const COUNTS = [0, 1, 2, 5, 10];
const PARTS = [0, 0.5, 1];

describe('the handles of a histogram', () => {
  it.each([
    ['whole numbers', COUNTS],
    ['numbers', PARTS],
    ['dates', [0, 1440, 2880]],
  ] as const)('come back to the edges that they were moved to: %s', (values, edges) => {
    for (let from = 0; from < edges.length - 1; from++) {
      expect(lowerEdge(edges, lowerBound(edges, from))).toBe(from);
      const to = from + 1;
      expect(upperEdge(edges, upperBound(edges, to, values), values)).toBe(to);
    }
  });

  it('have no bound at the ends, and whole numbers end before the next column', () => {
    expect([lowerBound(COUNTS, 0), upperBound(COUNTS, 4, 'whole numbers')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(upperBound(COUNTS, 3, 'whole numbers')).toBe(4);
    expect(upperBound(PARTS, 1, 'numbers')).toBe(0.5 - Number.EPSILON / 4);
    expect(upperBound(COUNTS, 3, 'dates')).toBe(5);
  });

  it('are next to a bound that was typed between two edges, or beyond all', () => {
    expect([lowerEdge(COUNTS, 7), upperEdge(COUNTS, 7, 'whole numbers')]).toEqual([3, 4]);
    expect([lowerEdge(COUNTS, -3), upperEdge(COUNTS, 99, 'whole numbers')]).toEqual([0, 4]);
    expect([lowerEdge(COUNTS, 99), upperEdge(COUNTS, -3, 'whole numbers')]).toEqual([3, 1]);
  });

  const number = fc.oneof(
    fc.integer({ min: -300, max: 300 }),
    fc.double({ min: -300, max: 300, noNaN: true }),
    // As files write them.
    fc
      .tuple(fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, decimals]) => Number(`${String(digits)}e-${String(decimals)}`)),
  );
  const many = fc.oneof(
    fc.array(number, { minLength: 1 }),
    fc.array(
      fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
      { minLength: 1 },
    ),
    fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1 }),
  );
  it('choose exactly the rows of the columns between them', () => {
    fc.assert(
      fc.property(many, (numbers) => {
        const isWhole = numbers.every(Number.isInteger);
        const values = isWhole ? 'whole numbers' : 'numbers';
        const edges = numberEdges(Math.min(...numbers), Math.max(...numbers));
        const column = Float64Array.from(numbers);
        const { bins, first } = binnedColumn({ kind: 'number', min: column, max: column }, edges);
        for (let bin = 0; bin < bins; bin++) {
          const [from, to] = [lowerBound(edges, bin), upperBound(edges, bin + 1, values)];
          const clause = { kind: 'range', field: 'a', from, to, orNotGiven: false } as const;
          const passing = numbers.filter((one) => passesNumbers(clause, one, one) !== 0);
          expect(passing).toEqual(numbers.filter((_, row) => first[row] === bin));
          // What is read of the column is what it holds, at its last end too.
          const [begin = NaN, end = NaN] = [edges[bin], edges[bin + 1]];
          for (const one of passing) {
            expect(one).toBeGreaterThanOrEqual(begin);
            expect(one).toBeLessThan(end);
          }
          if (to !== undefined && !isWhole) expect(edgeAbove(to)).toBe(end);
        }
      }),
      { examples: [[[0.5, 9.5, 9.7, 10, 30, 200]], [[-9.5, -0, 0, 30]], [[0, 0.1, 0.3]]] },
    );
  });

  it('are as fine as they can be for whole numbers, wherever these begin', () => {
    for (let first = 0; first < 300; first++)
      expect([first, numberEdges(first, first + 24).length]).toEqual([first, 26]);
  });

  it('begin columns of tenths with the tenths that are read', () => {
    expect([...numberEdges(0.3, 0.9)].slice(0, 3)).toEqual([0.3, 0.35, 0.4]);
    expect(numberEdges(0.1, 0.3).at(-1)).toBeGreaterThan(0.3);
  });

  it('mean a typed bound itself', () => {
    fc.assert(
      fc.property(number, (bound) => {
        fc.pre(Number(bound.toPrecision(15)) === bound && bound !== -Number.MIN_VALUE);
        expect(edgeAbove(bound)).toBeUndefined();
      }),
    );
  });
});
