import type { Polygon, Position } from 'geojson';
import { EARTH_METERS, RADIANS } from '../core/place/great-circle.ts';
import { WORLD_PIXELS } from '../core/place/mercator.ts';

/** The radius on screen of a circle on the ground, in pixels of a zoom of the Web Mercator map. */
export const groundPixels = (meters: number, lat: number, zoom: number): number =>
  (meters * WORLD_PIXELS * 2 ** zoom) / (2 * Math.PI * EARTH_METERS * Math.cos(lat * RADIANS));

/**
 * A circle on the ground with `steps` corners, `meters` around a point in degrees; longitudes may be beyond
 * 180. The formula of a destination by distance and bearing on a sphere (Ed Williams, Aviation Formulary).
 */
export function groundCircle(lon: number, lat: number, meters: number, steps: number): Polygon {
  const angle = meters / EARTH_METERS;
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  const ring = Array.from({ length: steps }, (_, i): Position => {
    const bearing = (-2 * Math.PI * i) / steps;
    const sine = sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(bearing);
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * cosLat,
      Math.cos(angle) - sinLat * sine,
    );
    return [lon + east / RADIANS, Math.asin(sine) / RADIANS];
  });
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
