/** Made-up points, many of them near the antimeridian. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  isWithin,
  overlap,
  surrounds,
  withMargin,
  type Bounds,
} from '../../../../src/core/place/bounds.ts';
import { nearestLongitude, wrapLongitude } from '../../../../src/core/place/longitude.ts';

const RADIANS = Math.PI / 180;

/** A meridian as a point of a circle: here 180 and -180 are one, and nothing has a seam. */
const onCircle = (lon: number) => ({ x: Math.cos(lon * RADIANS), y: Math.sin(lon * RADIANS) });

/** Degrees from one meridian eastwards to another, 0 to 360, by the circle. */
function eastwards(from: number, to: number): number {
  const [a, b] = [onCircle(from), onCircle(to)];
  const angle = Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y) / RADIANS;
  return angle < -1e-12 ? angle + 360 : Math.max(angle, 0);
}

const anywhere = fc.double({ min: -360, max: 360, noNaN: true });
const nearSeam = fc.double({ min: 170, max: 190, noNaN: true });
const rounded = fc.constantFrom(-180, 180, 0, 179.99, -179.915, 178, -90, 44.01);
const lon = fc.oneof(anywhere, nearSeam, rounded);
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const point = fc.record({ lon, lat });

const widthOf = ({ west, east }: Bounds): number => east - west;

describe('the box around points', () => {
  it('is the narrowest box that holds every point, also across the antimeridian', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const box = boundsOf(points);
        if (!box) throw new Error('There is a box around points.');
        for (const one of points) {
          expect(isWithin(box, one.lon, one.lat)).toBe(true);
          expect(eastwards(box.west, one.lon) % (360 - 1e-7)).toBeLessThanOrEqual(
            widthOf(box) + 1e-7,
          );
        }
        // A narrowest box begins at one of the points and reaches as far as the farthest from there.
        const widths = points.map((from) =>
          Math.max(...points.map((to) => eastwards(from.lon, to.lon) % (360 - 1e-7))),
        );
        const narrowest = Math.min(...widths);
        // Gaps of less than a degree are not looked for.
        if (narrowest < 358) expect(widthOf(box)).toBeCloseTo(narrowest, 6);
        const middle = (box.west + box.east) / 2;
        expect(middle).toBeGreaterThanOrEqual(-180);
        expect(middle).toBeLessThan(180);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the meridian at which the world is cut', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -2, max: 2 }),
        (points, turns) => {
          const box = boundsOf(points);
          const turned = boundsOf(points.map((one) => ({ ...one, lon: one.lon + 360 * turns })));
          if (!box || !turned) throw new Error('There is a box around points.');
          expect(widthOf(turned)).toBeCloseTo(widthOf(box), 6);
        },
      ),
    );
  });

  it.each([
    [[179.99, -179.915], 179.99 - 360, -179.915],
    [[178, 182], 178, 182],
    [[-178, -182], -182, -178],
    [[44.01], 44.01, 44.01],
    [[180, -180], -180, -180],
    [[-120, -10, 100], -120, 100],
    [[-70, 100], -70, 100],
  ])('of %j is from %d to %d', (lons, west, east) => {
    const box = boundsOf(lons.map((one) => ({ lon: one, lat: 1 })));
    expect(wrapLongitude(box?.west ?? NaN)).toBeCloseTo(wrapLongitude(west), 9);
    expect((box?.east ?? NaN) - (box?.west ?? NaN)).toBeCloseTo(east - west, 9);
  });

  it('is undefined without points', () => {
    expect(boundsOf([])).toBeUndefined();
  });

  it('still holds its points after adding a margin, and never exceeds the world', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 6 }), (points) => {
        const box = boundsOf(points);
        if (!box) throw new Error('There is a box around points.');
        const wide = withMargin(box, 0.3);
        expect(widthOf(wide)).toBeLessThanOrEqual(360);
        for (const one of points)
          expect(isWithin({ ...wide, south: -90, north: 90 }, one.lon, one.lat)).toBe(true);
      }),
    );
  });
});

describe('boxes', () => {
  const box = fc
    .tuple(lon, fc.double({ min: 0, max: 359, noNaN: true }), lat, lat)
    .map(([west, width, a, b]) => ({
      west,
      east: west + width,
      south: Math.min(a, b),
      north: Math.max(a, b),
    }));

  it('that surround another hold its corners, and overlap it', () => {
    fc.assert(
      fc.property(box, box, (outer, inner) => {
        if (!surrounds(outer, inner)) return;
        expect(overlap(outer, inner)).toBe(true);
        expect(isWithin(outer, inner.west, inner.south)).toBe(true);
        expect(isWithin(outer, inner.east, inner.north)).toBe(true);
      }),
    );
  });
});

describe('a longitude', () => {
  it('names the same meridian when it is wrapped or moved near another', () => {
    fc.assert(
      fc.property(lon, lon, (one, other) => {
        const wrapped = wrapLongitude(one);
        const near = nearestLongitude(one, other);
        expect(Math.abs(wrapped)).toBeLessThanOrEqual(180);
        expect(Math.abs(near - other)).toBeLessThanOrEqual(180 + 1e-9);
        for (const same of [wrapped, near]) {
          expect(onCircle(same).x).toBeCloseTo(onCircle(one).x, 9);
          expect(onCircle(same).y).toBeCloseTo(onCircle(one).y, 9);
        }
      }),
    );
  });
});
