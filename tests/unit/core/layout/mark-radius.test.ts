import { describe, expect, it } from 'vitest';
import { growthAt, radiusOf, radiusOfOne } from '../../../../src/core/layout/mark-radius.ts';

describe('`radiusOf`', () => {
  it('makes the area proportional to the count, from three on', () => {
    const one = radiusOfOne(6);
    expect(radiusOf(1, one)).toBe(5.5);
    for (const count of [3, 11, 46, 1000])
      expect(radiusOf(count, one) ** 2 / count).toBeCloseTo(5.5 ** 2, 9);
  });

  it('draws two as large as a number needs, and never smaller than two where there are more', () => {
    expect(radiusOf(2, radiusOfOne(6))).toBe(9);
    expect(radiusOf(3, radiusOfOne(6))).toBeGreaterThan(9);
  });

  it('keeps the sizes in proportion where marks grow or shrink, down to the least radius', () => {
    expect(radiusOf(2, radiusOfOne(11))).toBeCloseTo(9 * growthAt(11), 9);
    expect(radiusOf(2, 5)).toBeCloseTo((9 * 5) / 5.5, 9);
    expect(radiusOf(2, 1)).toBe(4);
    expect(radiusOf(1, 1)).toBe(4);
    expect(radiusOf(0, 5)).toBe(0);
  });
});
