import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { isCut, outlineLines } from '../../../../src/core/place/antimeridian.ts';

const polygon = (ring: readonly (readonly [number, number])[]): Polygon => ({
  type: 'Polygon',
  coordinates: [ring.map((position) => [...position])],
});

describe('the outline of an area', () => {
  it('has no line along the antimeridian, where data are cut', () => {
    const shape = polygon([
      [170, 60],
      [180, 62],
      [180, 66],
      [170, 68],
      [170, 60],
    ]);
    expect(isCut(shape)).toBe(true);
    expect(outlineLines(shape).coordinates).toEqual([
      [
        [170, 60],
        [180, 62],
      ],
      [
        [180, 66],
        [170, 68],
        [170, 60],
      ],
    ]);
  });

  it('is the whole ring anywhere else', () => {
    const shape = polygon([
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 0],
    ]);
    expect(isCut(shape)).toBe(false);
    expect(outlineLines(shape).coordinates).toEqual(shape.coordinates);
  });
});
