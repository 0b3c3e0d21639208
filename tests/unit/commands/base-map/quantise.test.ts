import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantise } from '../../../../src/commands/basemap/quantise.ts';

describe('rounding to tile units', () => {
  it('counts from the origin of the tile', () => {
    expect(quantise([100.4, 50.6, 110, 70], 100, 50, false)).toEqual([0, 1, 10, 20]);
  });

  it('leaves out repeated vertices and those on a straight run', () => {
    expect(quantise([0, 0, 0.2, 0.1, 1, 0, 2, 0, 3, 1], 0, 0, false)).toEqual([0, 0, 2, 0, 3, 1]);
  });

  it('keeps the tip of a line that goes back on itself', () => {
    expect(quantise([0, 0, 5, 0, 2, 0], 0, 0, false)).toEqual([0, 0, 5, 0, 2, 0]);
  });

  it('does not repeat the first vertex of a ring at its end', () => {
    expect(quantise([0, 0, 4, 0, 4, 4, 0.3, 0.3], 0, 0, true)).toEqual([0, 0, 4, 0, 4, 4]);
  });

  it('gives whole numbers, none twice in a row', () => {
    const numbers = fc.array(fc.double({ min: -99, max: 99, noNaN: true }), { minLength: 4 });
    fc.assert(
      fc.property(numbers, (xy) => {
        const units = quantise(xy.slice(0, xy.length - (xy.length % 2)), 7, -3, false);
        expect(units.every(Number.isInteger)).toBe(true);
        for (let index = 2; index < units.length; index += 2) {
          expect(units.slice(index, index + 2)).not.toEqual(units.slice(index - 2, index));
        }
      }),
    );
  });
});
