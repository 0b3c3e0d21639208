import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vertexWeights } from '../../../../src/commands/basemap/vertex-weights.ts';

const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((points) => points.flat());

describe('weights of vertices', () => {
  it('are the area of the triangle with the neighbours', () => {
    expect([...vertexWeights([0, 0, 2, 1, 4, 0], false)]).toEqual([Infinity, 2, Infinity]);
  });

  it('never let a vertex go before one that hides behind it', () => {
    // The spike at 3 is small only after its foot at 2 is gone.
    const weights = vertexWeights([0, 0, 1, 0.1, 2, 0, 3, 0.2, 4, 0], false);
    const order = [...weights.keys()].sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
    expect(order[0]).toBe(1);
    expect(Math.min(...weights.slice(1, 4))).toBeCloseTo(0.1);
  });

  it('count the tip of a thin spit by its distance', () => {
    const [, tip = 0] = vertexWeights([0, 0, 0.01, 100, 0.02, 0], false);
    expect(tip).toBeCloseTo(0.15 * 100 ** 2, 0);
  });

  it('keep the ends of every line', () => {
    fc.assert(
      fc.property(lines, (xy) => {
        const weights = vertexWeights(xy, false);
        expect([weights[0], weights.at(-1)]).toEqual([Infinity, Infinity]);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
      }),
    );
  });

  it('keep three vertices of every ring, or all of a smaller one', () => {
    fc.assert(
      fc.property(lines, (xy) => {
        const kept = [...vertexWeights(xy, true)].filter((weight) => weight === Infinity);
        expect(kept).toHaveLength(Math.min(3, xy.length / 2));
      }),
    );
  });

  it('do not depend on where a ring begins, but for ties', () => {
    const ring = [0, 0, 10, 0, 12, 5, 10, 9, 3, 11, 1, 4];
    const turned = [...ring.slice(4), ...ring.slice(0, 4)];
    const sorted = (xy: number[]): number[] => [...vertexWeights(xy, true)].sort((a, b) => a - b);
    expect(sorted(turned)).toEqual(sorted(ring));
  });
});
