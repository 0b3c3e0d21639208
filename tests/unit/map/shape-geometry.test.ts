/** Shapes as they are on the map, against the matcher that counts what is in them. */
import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleRegion } from '../../../src/core/filters/area-circle.ts';
import { geometryOf } from '../../../src/map/draw/shape-geometry.ts';

describe('a circle on the map', () => {
  it('holds what is in it, also over the antimeridian, the poles and half of the world', () => {
    const lon = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -80, max: 80, noNaN: true });
    const radius = fc.double({ min: 50, max: 19_800, noNaN: true });
    fc.assert(
      fc.property(lon, lat, radius, lon, lat, (x, y, radiusKm, pointX, pointY) => {
        const region = circleRegion({ kind: 'circle', lon: x, lat: y, radiusKm });
        const at = { lon: pointX, lat: pointY };
        // Its corners are on the line, its edges a little off it.
        const margin = 0.02;
        fc.pre(region.ofCircle({ ...at, angle: margin }) !== 'overlaps');
        const polygon = geometryOf({ kind: 'circle', lon: x, lat: y, radiusKm });
        const isIn = [-360, 0, 360].some((turn) =>
          booleanPointInPolygon([pointX + turn, pointY], polygon),
        );
        expect(isIn).toBe(region.ofCircle({ ...at, angle: 0 }) === 'inside');
      }),
      { numRuns: 1_000 },
    );
  });
});
