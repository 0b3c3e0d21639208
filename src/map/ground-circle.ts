import type { Polygon, Position } from 'geojson';
import { destinationsFrom, EARTH_METERS, RADIANS } from '../core/place/great-circle.ts';
import { WORLD_PIXELS } from '../core/place/mercator.ts';

/** The radius on screen of a circle on the ground, in pixels of a zoom of the Web Mercator map. */
export const groundPixels = (meters: number, lat: number, zoom: number): number =>
  (meters * WORLD_PIXELS * 2 ** zoom) / (2 * Math.PI * EARTH_METERS * Math.cos(lat * RADIANS));

/** A circle on the ground with `steps` corners, `meters` around a point in degrees; longitudes may be beyond 180. */
export function groundCircle(lon: number, lat: number, meters: number, steps: number): Polygon {
  const destination = destinationsFrom(lon, lat, meters / EARTH_METERS);
  const ring = Array.from({ length: steps }, (_, i): Position => [
    ...destination((-2 * Math.PI * i) / steps),
  ]);
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
