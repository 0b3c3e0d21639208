import { circle } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { groundCircle } from '../../../src/map/ground-circle.ts';

describe('`groundCircle`', () => {
  it.each([
    [34.8, 31.5, 250],
    [-179.99, 0, 5_000],
    [12, -78, 120_000],
    [0, 89.9, 20_000],
  ])('has the corners that Turf gives a circle around %d, %d', (lon, lat, meters) => {
    const { coordinates } = groundCircle(lon, lat, meters, 72);
    const expected = circle([lon, lat], meters, { steps: 72, units: 'meters' }).geometry;
    expect(coordinates[0]).toHaveLength(73);
    expect(coordinates[0]?.at(-1)).toEqual(coordinates[0]?.[0]);
    expected.coordinates[0]?.forEach((corner, i) => {
      expect(coordinates[0]?.[i]?.[0]).toBeCloseTo(corner[0] ?? NaN, 9);
      expect(coordinates[0]?.[i]?.[1]).toBeCloseTo(corner[1] ?? NaN, 9);
    });
  });
});
