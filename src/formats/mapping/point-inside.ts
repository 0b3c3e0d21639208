import { booleanPointInPolygon, centerOfMass } from '@turf/turf';
import type { Geometry, Polygon, Position } from 'geojson';
import { positionsOf } from '../../core/place/positions.ts';
import { unwrapGeometry } from '../../core/place/unwrap.ts';
import { assertNever } from '../../core/base/assert-never.ts';

const isPosition = (value: Position | undefined): value is Position =>
  value !== undefined && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const first = <Value, Found>(
  values: readonly Value[],
  find: (value: Value) => Found | undefined,
): Found | undefined => {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Without positions that are none, and closed; undefined where no area is left. */
function soundRing(ring: readonly Position[]): Position[] | undefined {
  const sound = ring.filter(isPosition);
  const [start] = sound;
  const end = sound[sound.length - 1];
  if (!start || !end || sound.length < 3) return undefined;
  return start[0] === end[0] && start[1] === end[1] ? sound : [...sound, start];
}

/** Twice the area in square degrees: only to compare. */
function sizeOf(ring: readonly Position[] = []): number {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  });
  return Math.abs(sum);
}

/** The middle of the longest stretch of a parallel through the polygon that lies inside it. */
function widestStretch(rings: readonly Position[][], lat: number): Position | undefined {
  const crossings: number[] = [];
  for (const ring of rings)
    ring.forEach(([x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = ring[i + 1] ?? [x, y];
      if (y > lat !== nextY > lat) crossings.push(x + ((lat - y) / (nextY - y)) * (nextX - x));
    });
  crossings.sort((a, b) => a - b);
  let widest: Position | undefined;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [west = 0, east = 0] = crossings.slice(i, i + 2);
    if (east - west > width) [widest, width] = [[(west + east) / 2, lat], east - west];
  }
  return widest;
}

/** The centre of mass where it lies inside, else a point on the parallel half-way up. */
function insidePolygon(coordinates: readonly Position[][]): Position | undefined {
  const rings = coordinates.flatMap((ring) => {
    const sound = soundRing(ring);
    return sound ? [sound] : [];
  });
  const [outline] = rings;
  if (!outline) return coordinates.flat().find(isPosition);
  const polygon: Polygon = { type: 'Polygon', coordinates: rings };
  const center = centerOfMass(polygon).geometry.coordinates;
  if (isPosition(center) && booleanPointInPolygon(center, polygon)) return center;
  let [south, north] = [Infinity, -Infinity];
  for (const [, lat = 0] of outline) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  return widestStretch(rings, (south + north) / 2) ?? outline[0];
}

const middleVertex = (line: readonly Position[]): Position | undefined => {
  const sound = line.filter(isPosition);
  return sound[Math.floor((sound.length - 1) / 2)];
};

const isNull = ([lon, lat]: Position): boolean => lon === 0 && lat === 0;

/** Whether a part is only the point 0, 0, which files write for a missing place. */
function isNullPart(geometry: Geometry): boolean {
  let isEmpty = true;
  for (const position of positionsOf(geometry)) {
    if (!isNull(position)) return false;
    isEmpty = false;
  }
  return !isEmpty;
}

/** The values that are kept; all of them where none would be left. */
function kept<Value>(values: Value[], isKept: (value: Value) => boolean): Value[] {
  const some = values.filter(isKept);
  return some.length === 0 || some.length === values.length ? values : some;
}

/**
 * A geometry of several parts without those at 0, 0, where other parts are left; else the same object.
 * Geometries of one part, and single vertices of lines and areas, stay as they are.
 */
export function withoutNullParts(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'MultiPoint': {
      const coordinates = kept(geometry.coordinates, (position) => !isNull(position));
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
    case 'MultiLineString': {
      const coordinates = kept(geometry.coordinates, (line) => !line.every(isNull));
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
    case 'MultiPolygon': {
      const coordinates = kept(geometry.coordinates, (rings) => !rings.flat().every(isNull));
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
    case 'GeometryCollection': {
      const inside = geometry.geometries.map(withoutNullParts);
      const geometries = kept(inside, (one) => !isNullPart(one));
      const isSame =
        geometries.length === inside.length &&
        inside.every((one, i) => one === geometry.geometries[i]);
      return isSame ? geometry : { ...geometry, geometries };
    }
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return geometry;
  }
}

/**
 * A point that lies on the geometry: the point itself, the middle vertex of a line, a point inside of
 * the largest polygon, the first that a collection has. Its longitude may be beyond 180 where the
 * geometry crosses the antimeridian. Undefined for a geometry of nothing.
 */
export const pointInside = (geometry: Geometry): Position | undefined =>
  pointIn(unwrapGeometry(geometry));

function pointIn(geometry: Geometry): Position | undefined {
  switch (geometry.type) {
    case 'Point':
      return isPosition(geometry.coordinates) ? geometry.coordinates : undefined;
    case 'MultiPoint':
      return geometry.coordinates.find(isPosition);
    case 'LineString':
      return middleVertex(geometry.coordinates);
    case 'MultiLineString':
      return first(
        [...geometry.coordinates].sort((a, b) => b.length - a.length),
        middleVertex,
      );
    case 'Polygon':
      return insidePolygon(geometry.coordinates);
    case 'MultiPolygon':
      return first(
        [...geometry.coordinates].sort((a, b) => sizeOf(b[0]) - sizeOf(a[0])),
        insidePolygon,
      );
    case 'GeometryCollection':
      return first(geometry.geometries, pointIn);
    default:
      return assertNever(geometry);
  }
}
