/** Made-up shapes across the antimeridian. */
import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { isWithin } from '../../../../src/core/place/bounds.ts';
import { wrapLongitude } from '../../../../src/core/place/longitude.ts';
import { positionsOf } from '../../../../src/core/place/positions.ts';
import { unwrapGeometry } from '../../../../src/core/place/unwrap.ts';
import { pointInside } from '../../../../src/formats/mapping/point-inside.ts';

/** A star-shaped ring around a point, written as files write it: each longitude from -180 to 180. */
const ringAround = (lon: number, lat: number, radii: readonly number[]) => {
  const ring = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [wrapLongitude(lon + radius * Math.cos(angle)), lat + radius * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? []];
};

const polygon = fc
  .tuple(
    fc.double({ min: -190, max: 190, noNaN: true }),
    fc.double({ min: -60, max: 60, noNaN: true }),
    fc.array(fc.double({ min: 0.5, max: 12, noNaN: true }), { minLength: 3, maxLength: 9 }),
  )
  .map(([lon, lat, radii]) => ({
    lon,
    lat,
    shape: { type: 'Polygon', coordinates: [ringAround(lon, lat, radii)] } satisfies Polygon,
  }));

describe('a shape that crosses the antimeridian', () => {
  it('has its inner point near its middle', () => {
    fc.assert(
      fc.property(polygon, ({ lon, lat, shape }) => {
        const [x = NaN, y = NaN] = pointInside(shape) ?? [];
        const around = { west: lon - 12, east: lon + 12, south: lat - 12, north: lat + 12 };
        expect(isWithin(around, x, y)).toBe(true);
      }),
    );
  });

  it('keeps its positions, except for multiples of 360 degrees, and all its edges are short', () => {
    fc.assert(
      fc.property(polygon, ({ shape }) => {
        const before = [...positionsOf(shape)];
        const after = [...positionsOf(unwrapGeometry(shape))];
        expect(after).toHaveLength(before.length);
        after.forEach(([lon = NaN, lat = NaN], i) => {
          const [wasLon = NaN, wasLat = NaN] = before[i] ?? [];
          expect(Math.abs(Math.sin(((lon - wasLon) * Math.PI) / 360))).toBeLessThan(1e-9);
          expect(lat).toBe(wasLat);
          const [last = lon] = after[i - 1] ?? [];
          expect(Math.abs(lon - last)).toBeLessThanOrEqual(180);
        });
      }),
    );
  });

  it.each<[string, Geometry, readonly number[]]>([
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [179, 1],
          [-179, 1],
        ],
      },
      [179, 181],
    ],
    [
      'back and forth',
      {
        type: 'LineString',
        coordinates: [
          [179, 1],
          [-179, 1],
          [178, 1],
        ],
      },
      [179, 181, 178],
    ],
    [
      'from the west',
      {
        type: 'LineString',
        coordinates: [
          [-179, 1],
          [179, 1],
        ],
      },
      [-179, -181],
    ],
    [
      'already beyond',
      {
        type: 'LineString',
        coordinates: [
          [179, 1],
          [181, 1],
        ],
      },
      [179, 181],
    ],
    // Both ends lie on the antimeridian.
    [
      'a whole turn',
      {
        type: 'LineString',
        coordinates: [
          [-180, 1],
          [180, 1],
        ],
      },
      [-180, 180],
    ],
    [
      'both sides of 180',
      {
        type: 'Polygon',
        coordinates: [
          [
            [179.4, -16.8],
            [179.99, -16.52],
            [-180, -16.49],
            [-180, -16.54],
            [180, -16.54],
            [179.4, -16.8],
          ],
        ],
      },
      [179.4, 179.99, 180, 180, 180, 179.4],
    ],
    [
      'both sides of 180, from there',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-180, -16.54],
            [180, -16.54],
            [179.4, -16.8],
            [179.99, -16.52],
            [-180, -16.54],
          ],
        ],
      },
      [-180, -180, -180.6, -180.01, -180],
    ],
    [
      'the whole world',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-180, -90],
            [180, -90],
            [180, 90],
            [-180, 90],
            [-180, -90],
          ],
        ],
      },
      [-180, 180, 180, -180, -180],
    ],
    [
      'the coast of a continent at the pole',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-180, -80],
            [-60, -75],
            [60, -75],
            [180, -80],
            [180, -90],
            [-180, -90],
            [-180, -80],
          ],
        ],
      },
      [-180, -60, 60, 180, 180, -180, -180],
    ],
    [
      'around a pole',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 80],
            [90, 80],
            [180, 80],
            [-90, 80],
            [0, 80],
          ],
        ],
      },
      [0, 90, 180, -90, 0],
    ],
    [
      'a hole',
      {
        type: 'Polygon',
        coordinates: [
          [
            [170, 0],
            [-170, 0],
            [-170, 9],
            [170, 9],
            [170, 0],
          ],
          [
            [-178, 1],
            [-176, 1],
            [-176, 2],
            [-178, 1],
          ],
        ],
      },
      [170, 190, 190, 170, 170, 182, 184, 184, 182],
    ],
    [
      'points',
      {
        type: 'MultiPoint',
        coordinates: [
          [179, 1],
          [-179, 1],
        ],
      },
      [179, -179],
    ],
  ])('%s', (_, geometry, lons) => {
    const read = [...positionsOf(unwrapGeometry(geometry))].map(([lon = NaN]) => lon);
    expect(read.map((lon) => Number(lon.toFixed(9)))).toEqual(lons);
  });
});
