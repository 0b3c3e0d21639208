import type { AreaShape } from '../core/filters/area-shape.ts';
import { MAX_CORNERS } from '../core/filters/area-text.ts';
import { angleBetween, EARTH_METERS } from '../core/place/great-circle.ts';
import { wrapLongitude } from '../core/place/longitude.ts';

export type DrawingTool = 'box' | 'circle' | 'polygon';
/** In degrees; longitudes may be beyond 180 where the map goes on. */
export type Corner = readonly [lon: number, lat: number];

/** A radius as a reader would say it. */
export function roundKm(km: number): number {
  const digits = km >= 100 ? 0 : km >= 10 ? 1 : 2;
  return Number(km.toFixed(digits));
}

function boxOf([aLon, aLat]: Corner, [bLon, bLat]: Corner): AreaShape {
  const [west, east] = [Math.min(aLon, bLon), Math.max(aLon, bLon)];
  const isRound = east - west >= 360;
  return {
    kind: 'box',
    west: isRound ? -180 : wrapLongitude(west),
    south: Math.min(aLat, bLat),
    east: isRound ? 180 : wrapLongitude(east),
    north: Math.max(aLat, bLat),
  };
}

function circleOf([lon, lat]: Corner, [edgeLon, edgeLat]: Corner): AreaShape {
  const km = (angleBetween(lon, lat, edgeLon, edgeLat) * EARTH_METERS) / 1000;
  return { kind: 'circle', lon: wrapLongitude(lon), lat, radiusKm: roundKm(km) };
}

/** The corners on the turn of the world on which the first one is. */
function polygonOf(corners: readonly Corner[]): AreaShape {
  const [first = 0] = corners[0] ?? [];
  const turn = wrapLongitude(first) - first;
  return {
    kind: 'polygon',
    corners: corners.slice(0, MAX_CORNERS).map(([lon, lat]) => [lon + turn, lat]),
  };
}

/** The shape of what has been drawn so far; undefined while that is none. */
export function shapeOf(tool: DrawingTool, corners: readonly Corner[]): AreaShape | undefined {
  const [first, second] = corners;
  if (!first || !second) return undefined;
  if (tool === 'box') return boxOf(first, second);
  if (tool === 'circle') return circleOf(first, second);
  return corners.length > 2 ? polygonOf(corners) : undefined;
}
