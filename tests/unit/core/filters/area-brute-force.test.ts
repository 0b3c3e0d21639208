/** Areas against a slow way: borders as thousands of points, with Turf's distances and its point in polygon. */
import { booleanPointInPolygon, destination, distance } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boxRegion } from '../../../../src/core/filters/area-box.ts';
import { circleRegion } from '../../../../src/core/filters/area-circle.ts';
import { AreaEdges } from '../../../../src/core/filters/area-edges.ts';
import type { AreaRegion } from '../../../../src/core/filters/area-region.ts';
import type { AreaRelation } from '../../../../src/core/filters/area-relation.ts';
import { ringsOfMany, ringsRegion } from '../../../../src/core/filters/area-rings.ts';
import type { AreaShape } from '../../../../src/core/filters/area-shape.ts';
import { fromMercator, toMercator } from '../../../../src/core/place/mercator.ts';

const EARTH_KM = 6_371.008_8;
type Drawn = Extract<AreaShape, { kind: 'box' | 'circle' | 'polygon' }>;

const regionOf = (shape: Drawn): AreaRegion =>
  shape.kind === 'box'
    ? boxRegion(shape)
    : shape.kind === 'circle'
      ? circleRegion(shape)
      : ringsRegion(new AreaEdges([shape.corners.map(([lon, lat]) => [lon, lat])]));

const onMap = ([lon = 0, lat = 0]: Position): Position => {
  const { x, y } = toMercator(lon, lat);
  return [x, y];
};

/** Points of a border, so close together that the way to the nearest one is the way to the border. */
function alongRing(corners: readonly Position[], perEdge: number): readonly Position[] {
  return corners.flatMap((corner, i) => {
    const [ax = 0, ay = 0] = onMap(corner);
    const [bx = 0, by = 0] = onMap(corners[(i + 1) % corners.length] ?? corner);
    return Array.from({ length: perEdge }, (_, step): Position => {
      const part = step / perEdge;
      const { lon, lat } = fromMercator(ax + part * (bx - ax), ay + part * (by - ay));
      return [lon, lat];
    });
  });
}

const cornersOf = (shape: Drawn): readonly Position[] =>
  shape.kind === 'polygon'
    ? shape.corners.map(([lon, lat]) => [lon, lat])
    : shape.kind === 'circle'
      ? []
      : (() => {
          const { west, south, east, north } = shape;
          const end = east < west ? east + 360 : east;
          return [
            [west, south],
            [end, south],
            [end, north],
            [west, north],
          ];
        })();

const borderOf = (shape: Drawn, per: number): readonly Position[] =>
  shape.kind === 'circle'
    ? Array.from(
        { length: 4 * per },
        (_, i) =>
          destination([shape.lon, shape.lat], shape.radiusKm, (i * 90) / per).geometry.coordinates,
      )
    : alongRing(cornersOf(shape), per);

/** The widest gap between two points of a border, in km. */
const stepOf = (border: readonly Position[]): number =>
  border.reduce(
    (widest, point, i) => Math.max(widest, distance(point, border[i + 1] ?? border[0] ?? point)),
    0,
  );

const ringHolds = (corners: readonly Position[], [lon = 0, lat = 0]: Position): boolean => {
  const ring = corners.map(onMap);
  const polygon: Polygon = { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
  return [-720, -360, 0, 360, 720].some((turn) =>
    booleanPointInPolygon(onMap([lon + turn, lat]), polygon),
  );
};
const holds = (shape: Drawn, at: Position): boolean =>
  shape.kind === 'circle'
    ? distance([shape.lon, shape.lat], at) <= shape.radiusKm
    : ringHolds(cornersOf(shape), at);

const middle = fc.oneof(
  fc.record({
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -75, max: 75, noNaN: true }),
  }),
  fc.record({
    lon: fc.constantFrom(-180, 179.7, 180, -179.5),
    lat: fc.constantFrom(0, 60, -70, 36.2),
  }),
);
type Middle = { readonly lon: number; readonly lat: number };
const size = fc.double({ min: 0.01, max: 8, noNaN: true });
const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

const shapeAround = ({ lon, lat }: Middle): fc.Arbitrary<Drawn> =>
  fc.oneof(
    fc.tuple(size, size).map(([wide, high]): Drawn => ({
      kind: 'box',
      west: wrapped(lon - wide),
      east: wrapped(lon + wide),
      south: lat - high,
      north: lat + high,
    })),
    size.map((degrees): Drawn => ({ kind: 'circle', lon, lat, radiusKm: degrees * 111 })),
    // Corners of a grid: polygons of no width are cases of their own.
    fc
      .uniqueArray(fc.integer({ min: 0, max: 440 }), { minLength: 3, maxLength: 9 })
      .map((cells) =>
        cells.map((cell): [number, number] => [
          (cell % 21) / 10 - 1,
          Math.floor(cell / 21) / 10 - 1,
        ]),
      )
      .filter((corners) => [0, 1].every((i) => new Set(corners.map((one) => one[i])).size > 2))
      .chain((corners) =>
        size.map((reach): Drawn => ({
          kind: 'polygon',
          corners: corners.map(([x, y]) => [lon + x * reach * 2, lat + y * reach]),
        })),
      ),
  );

const nearby = middle.chain((at) =>
  fc.record({
    shape: shapeAround(at),
    east: fc.double({ min: -12, max: 12, noNaN: true }),
    north: fc.double({ min: -12, max: 12, noNaN: true }),
    at: fc.constant(at),
  }),
);

const relation = (isTouching: boolean, isIn: boolean): AreaRelation =>
  isTouching ? 'overlaps' : isIn ? 'inside' : 'apart';

describe('a circle of precision and a shape', () => {
  it('lie to each other as the way to its border says', () => {
    const seen: Record<AreaRelation, number> = { inside: 0, overlaps: 0, apart: 0 };
    fc.assert(
      fc.property(
        nearby,
        fc.double({ min: 0.3, max: 150, noNaN: true }),
        ({ shape, at, east, north }, km) => {
          const lat = Math.min(Math.max(at.lat + north / 3, -84), 84);
          const centre: Position = [wrapped(at.lon + east / 3), lat];
          const border = borderOf(shape, 400);
          const away = Math.min(...border.map((point) => distance(centre, point)));
          // Between two points of the border the way may be shorter.
          fc.pre(away < km || away ** 2 > (1.01 * km) ** 2 + stepOf(border) ** 2);
          const expected = relation(away < km, holds(shape, centre));
          const [lon = 0] = centre;
          const found = regionOf(shape).ofCircle({ lon, lat, angle: km / EARTH_KM });
          expect(found).toBe(expected);
          seen[found]++;
        },
      ),
      { numRuns: 600 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});

describe('a point and a shape', () => {
  it('lie to each other as Turf says', () => {
    fc.assert(
      fc.property(nearby, ({ shape, at, east, north }) => {
        const [lon, lat] = [wrapped(at.lon + east), Math.min(Math.max(at.lat + north, -84), 84)];
        // On the border both answers are right.
        const border = borderOf(shape, 60);
        const step = stepOf(border);
        fc.pre(border.every((point) => distance([lon, lat], point) > step));
        expect(regionOf(shape).ofCircle({ lon, lat, angle: 0 })).toBe(
          holds(shape, [lon, lat]) ? 'inside' : 'apart',
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an outline and a shape', () => {
  it('lie to each other as the points of their borders say', () => {
    const seen: Record<AreaRelation, number> = { inside: 0, overlaps: 0, apart: 0 };
    const outline = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
      minLength: 3,
      maxLength: 7,
    });
    fc.assert(
      fc.property(
        nearby,
        outline,
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        ({ shape, at, east, north }, radii, reach) => {
          const [lon, lat] = [at.lon + east / 2, Math.min(Math.max(at.lat + north / 2, -78), 78)];
          const corners = radii.map((radius, i): Position => {
            const angle = (2 * Math.PI * i) / radii.length;
            return [lon + reach * radius * Math.cos(angle), lat + reach * radius * Math.sin(angle)];
          });
          const own = alongRing(corners, 40);
          const border = borderOf(shape, 40);
          const step = Math.max(stepOf(own), stepOf(border));
          const isOwnIn = own.map((point) => holds(shape, point));
          const isBorderIn = border.some((point) => ringHolds(corners, point));
          const isTouching = isOwnIn.some(Boolean) && !isOwnIn.every(Boolean);
          // A touch between two of the points goes unseen.
          const away = Math.min(...own.map((a) => Math.min(...border.map((b) => distance(a, b)))));
          fc.pre(isTouching || away > step);
          const found = regionOf(shape).ofArea(new AreaEdges([corners]));
          expect(found).toBe(relation(isTouching || isBorderIn, isOwnIn.every(Boolean)));
          seen[found]++;
        },
      ),
      { numRuns: 250 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});

describe('many places and a polygon', () => {
  it('lie to each other as each of them does alone', () => {
    const radii = [0, 15 / 6_371_008.8, 5 / EARTH_KM, 20 / EARTH_KM, 150 / EARTH_KM];
    fc.assert(
      fc.property(
        middle.chain((at) => shapeAround(at).map((shape) => ({ at, shape }))),
        fc.array(
          fc.tuple(
            fc.double({ min: -14, max: 14, noNaN: true }),
            fc.double({ min: -12, max: 12, noNaN: true }),
          ),
          { minLength: 60, maxLength: 60 },
        ),
        ({ at, shape }, offsets) => {
          fc.pre(shape.kind === 'polygon');
          const rings = () => new AreaEdges([cornersOf(shape)]);
          const [one, many] = [ringsRegion(rings()), ringsOfMany(rings())];
          for (const [east, north] of offsets)
            for (const angle of radii) {
              const lat = Math.min(Math.max(at.lat + north, -89), 89);
              const circle = { lon: wrapped(at.lon + east), lat, angle };
              expect(many.ofCircle(circle)).toBe(one.ofCircle(circle));
            }
        },
      ),
      { numRuns: 60 },
    );
  });
});
