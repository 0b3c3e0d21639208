import { describe, expect, it } from 'vitest';
import {
  lowerBound,
  lowerEdge,
  upperBound,
  upperEdge,
} from '../../../../src/core/filters/range-edges.ts';

const COUNTS = [0, 1, 2, 5, 10];
const PARTS = [0, 0.5, 1];

describe('the handles of a histogram', () => {
  it.each([
    ['whole numbers', COUNTS, false],
    ['fractions', PARTS, false],
    ['dates', [0, 1440, 2880], true],
  ] as const)('come back to the edges that they were moved to: %s', (_, edges, isDate) => {
    for (let from = 0; from < edges.length - 1; from++) {
      expect(lowerEdge(edges, lowerBound(edges, from))).toBe(from);
      const to = from + 1;
      expect(upperEdge(edges, upperBound(edges, to, isDate), isDate)).toBe(to);
    }
  });

  it('have no bound at the ends, and whole numbers end before the next column', () => {
    expect([lowerBound(COUNTS, 0), upperBound(COUNTS, 4, false)]).toEqual([undefined, undefined]);
    expect(upperBound(COUNTS, 3, false)).toBe(4);
    expect(upperBound(PARTS, 1, false)).toBe(0.5);
    expect(upperBound(COUNTS, 3, true)).toBe(5);
  });

  it('are next to a bound that was typed between two edges, or beyond all', () => {
    expect([lowerEdge(COUNTS, 7), upperEdge(COUNTS, 7, false)]).toEqual([3, 4]);
    expect([lowerEdge(COUNTS, -3), upperEdge(COUNTS, 99, false)]).toEqual([0, 4]);
    expect([lowerEdge(COUNTS, 99), upperEdge(COUNTS, -3, false)]).toEqual([3, 1]);
  });
});
