import type { Geometry, Position } from 'geojson';
import { nearestLongitude } from './longitude.ts';

const lonOf = (position: Position | undefined): number => position?.[0] ?? 0;

const moved = (line: readonly Position[], by: number): Position[] =>
  by === 0 ? [...line] : line.map(([lon = 0, ...rest]) => [lon + by, ...rest]);

/**
 * A line or ring whose edges go the short way: after 179 comes 181 for -179. An edge of a whole turn
 * stays, as both its ends lie on the antimeridian; so does a ring around a pole.
 */
function unwrapLine(line: readonly Position[]): Position[] {
  let turns = 0;
  const unwrapped = line.map((position, i) => {
    const step = lonOf(position) - lonOf(line[i - 1] ?? position);
    if (Math.abs(step) > 180 && Math.abs(step) < 360) turns -= Math.sign(step);
    return turns === 0 ? position : [lonOf(position) + 360 * turns, ...position.slice(1)];
  });
  const isRing = line.length > 2 && lonOf(line[0]) === lonOf(line.at(-1));
  return isRing && turns !== 0 ? [...line] : unwrapped;
}

/** Holes lie on the same side of the world as what they are holes of. */
function unwrapPolygon(rings: readonly Position[][]): Position[][] {
  const [outer, ...holes] = rings.map(unwrapLine);
  if (!outer) return [];
  let [west, east] = [Infinity, -Infinity];
  for (const position of outer)
    [west, east] = [Math.min(west, lonOf(position)), Math.max(east, lonOf(position))];
  const middle = (west + east) / 2;
  return [
    outer,
    ...holes.map((hole) => moved(hole, nearestLongitude(lonOf(hole[0]), middle) - lonOf(hole[0]))),
  ];
}

/**
 * A geometry whose lines and areas cross the antimeridian where they are cut there in their numbers:
 * from 179 to -179 are two degrees, not 358. Longitudes may then be beyond 180. Points stay.
 */
export function unwrapGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: unwrapLine(geometry.coordinates) };
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map(unwrapLine) };
    case 'Polygon':
      return { ...geometry, coordinates: unwrapPolygon(geometry.coordinates) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(unwrapPolygon) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(unwrapGeometry) };
    default:
      return geometry;
  }
}
