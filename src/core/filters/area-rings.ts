import type { MultiPolygon, Polygon, Position } from 'geojson';
import { RADIANS } from '../place/great-circle.ts';
import { AreaEdges, mercatorHeight } from './area-edges.ts';
import { relationByCells, type BorderedRegion } from './area-cells.ts';
import type { AreaRegion } from './area-region.ts';
import type { AreaRelation } from './area-relation.ts';

/** An area of rings with edges that are straight on the Mercator map, even-odd. */
export const ringsRegion = (edges: AreaEdges): BorderedRegion => ({
  isBorderNear: (circle) => edges.isNear(circle),
  ofCircle(circle): AreaRelation {
    const isCentreIn = edges.holds(circle.lon * RADIANS, mercatorHeight(circle.lat));
    if (circle.angle > 0 && edges.isNear(circle)) return 'overlaps';
    return isCentreIn ? 'inside' : 'apart';
  },
  ofArea(other): AreaRelation {
    if (other.someEdge((x1, y1, x2, y2) => edges.crosses(x1, y1, x2, y2))) return 'overlaps';
    const isIn = other.starts.map(([x, y]) => edges.holds(x, y));
    const isHolding = edges.starts.some(([x, y]) => other.holds(x, y));
    if (isHolding || isIn.length === 0) return isHolding ? 'overlaps' : 'apart';
    if (isIn.every(Boolean)) return 'inside';
    return isIn.some(Boolean) ? 'overlaps' : 'apart';
  },
});

/** Data are cut at the antimeridian, and end at the poles: no border is there. */
const isOutlineBorder = (from: Position, to: Position): boolean => {
  const areBoth = (isThere: (position: Position) => boolean): boolean =>
    isThere(from) && isThere(to);
  return !(
    areBoth(([lon = 0]) => lon > 179.999) ||
    areBoth(([lon = 0]) => lon < -179.999) ||
    areBoth(([, lat = 0]) => Math.abs(lat) > 89.99)
  );
};

/** The rings of an outline, as data have it. */
export const edgesOfOutline = ({ type, coordinates }: Polygon | MultiPolygon): AreaEdges =>
  new AreaEdges(type === 'Polygon' ? coordinates : coordinates.flat(), isOutlineBorder);

/** The same for many places, which it may remember cells for. */
export function ringsOfMany(edges: AreaEdges): AreaRegion {
  const region = ringsRegion(edges);
  return edges.length === 0
    ? region
    : { ofArea: region.ofArea, ofCircle: relationByCells(region, edges.bounds) };
}
