import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipRing } from '../../../../src/commands/basemap/clip-path.ts';
import { ringArea } from '../../../../src/commands/basemap/ring-area.ts';

const path = fc
  .array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 })), {
    minLength: 3,
    maxLength: 30,
  })
  .map((points) => points.flat());

function values(xy: readonly number[], axis: 0 | 1): number[] {
  return xy.filter((_, index) => index % 2 === axis);
}

describe('clipping a ring', () => {
  it('cuts a square in half', () => {
    const half = clipRing([0, 0, 4, 0, 4, 4, 0, 4], 0, 2, 9);
    expect(Math.abs(ringArea(half))).toBe(8);
    expect(Math.min(...values(half, 0))).toBe(2);
  });

  it('leaves nothing outside, and loses no area in between', () => {
    fc.assert(
      fc.property(path, fc.constantFrom(0 as const, 1 as const), (ring, axis) => {
        const strips = [-30, -7, 5].map((from, index) =>
          clipRing(ring, axis, from, [-7, 5, 30][index] ?? 0),
        );
        const inside = strips.every((strip, index) =>
          values(strip, axis).every(
            (value) => value >= ([-30, -7, 5][index] ?? 0) && value <= ([-7, 5, 30][index] ?? 0),
          ),
        );
        expect(inside).toBe(true);
        const sum = strips.reduce((total, strip) => total + ringArea(strip), 0);
        expect(sum).toBeCloseTo(ringArea(ring), 6);
      }),
    );
  });
});

describe('clipping a line', () => {
  it('gives the parts that are inside', () => {
    expect(clipLine([-5, 0, 5, 0, 5, 10, -5, 10], 0, 0, 9)).toEqual([[0, 0, 5, 0, 5, 10, 0, 10]]);
    expect(clipLine([-5, 0, 5, 0, -5, 4], 0, -9, 0)).toEqual([
      [-5, 0, 0, 0],
      [0, 2, -5, 4],
    ]);
  });

  it('leaves nothing outside, and loses no length in between', () => {
    const lengthOf = (xy: readonly number[]): number =>
      values(xy, 0).reduce((sum, x, index, xs) => {
        const ys = values(xy, 1);
        const dy = (ys[index] ?? 0) - (ys[index - 1] ?? ys[index] ?? 0);
        return sum + Math.hypot(x - (xs[index - 1] ?? x), dy);
      }, 0);
    fc.assert(
      fc.property(path, (line) => {
        const parts = [...clipLine(line, 1, -31, 3.5), ...clipLine(line, 1, 3.5, 31)];
        const sum = parts.reduce((total, part) => total + lengthOf(part), 0);
        expect(sum).toBeCloseTo(lengthOf(line), 6);
      }),
    );
  });
});
