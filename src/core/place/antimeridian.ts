import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/** Where data are cut, that is no border. */
const isOnCut = ([lon = 0]: Position): boolean => Math.abs(lon) > 179.999;

/** The parts of a ring between its edges along the antimeridian; the ring itself where it has none. */
function withoutCuts(ring: readonly Position[]): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] = [];
  for (const position of ring) {
    const last = line.at(-1);
    if (last && isOnCut(last) && isOnCut(position)) {
      if (line.length > 1) lines.push(line);
      line = [];
    }
    line.push(position);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

/** The outline of an area as lines, without the edges along which the data are cut at 180 degrees. */
export function outlineLines(shape: Polygon | MultiPolygon): MultiLineString {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  return { type: 'MultiLineString', coordinates: rings.flatMap(withoutCuts) };
}

export const isCut = (shape: Polygon | MultiPolygon): boolean =>
  (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()).some((ring) =>
    ring.some(isOnCut),
  );
