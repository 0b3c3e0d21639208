/** Web Mercator, the square of the world as 0..1 in both directions; y grows to the south. */
export type MercatorPoint = { readonly x: number; readonly y: number };

/** Pixels of the whole world at zoom 0, as MapLibre counts zooms. */
export const WORLD_PIXELS = 512;

const RADIANS = Math.PI / 180;

export function toMercator(lon: number, lat: number): MercatorPoint {
  const sine = Math.sin(lat * RADIANS);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The point in degrees; its longitude is beyond 180 where x is beyond 1. */
export const fromMercator = (
  x: number,
  y: number,
): { readonly lon: number; readonly lat: number } => ({
  lon: (x - 0.5) * 360,
  lat: Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS,
});
