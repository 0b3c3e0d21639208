import type { Geometry, Position } from 'geojson';
import { nearestLongitude } from './longitude.ts';

const lonOf = (position: Position | undefined): number => position?.[0] ?? 0;

const moved = (line: readonly Position[], by: number): Position[] =>
  by === 0 ? [...line] : line.map(([lon = 0, ...rest]) => [lon + by, ...rest]);

/** An edge from -180 to 180 either goes all the way round the world or has no length. */
type WholeTurns = 'go-nowhere' | 'go-round';

function withShortEdges(line: readonly Position[], wholeTurns: WholeTurns): Position[] {
  let turns = 0;
  return line.map((position, i) => {
    const step = lonOf(position) - lonOf(line[i - 1] ?? position);
    const isKept = Math.abs(step) === 360 && wholeTurns === 'go-round';
    if (Math.abs(step) > 180 && !isKept) turns -= Math.sign(step);
    return turns === 0 ? position : [lonOf(position) + 360 * turns, ...position.slice(1)];
  });
}

/** True if unwrapping kept the shape: a closed ring is still closed, and a line with a width still has one. */
function isAsBefore(unwrapped: readonly Position[], line: readonly Position[]): boolean {
  const isRing = (one: readonly Position[]): boolean => lonOf(one[0]) === lonOf(one.at(-1));
  const hasWidth = (one: readonly Position[]): boolean =>
    one.some((position) => lonOf(position) !== lonOf(one[0]));
  return isRing(unwrapped) === isRing(line) && hasWidth(unwrapped) === hasWidth(line);
}

/**
 * Returns a line or ring with each edge going the short way: `179, -179` becomes `179, 181`. A ring around
 * a pole or the whole world is returned unchanged.
 */
function unwrapLine(line: readonly Position[]): Position[] {
  const nowhere = withShortEdges(line, 'go-nowhere');
  if (isAsBefore(nowhere, line)) return nowhere;
  const round = withShortEdges(line, 'go-round');
  return isAsBefore(round, line) ? round : [...line];
}

/** Unwraps each ring, then shifts the holes by whole turns to lie near the middle of the outer ring. */
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
 * Returns a geometry whose lines and areas are continuous across the antimeridian: from 179 to -179 is
 * 2 degrees, not 358, so longitudes may exceed 180. Points are unchanged.
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
    case 'Point':
    case 'MultiPoint':
      return geometry;
  }
}
