/** Mean radius of the Earth in metres, the one that Turf uses. */
export const EARTH_METERS = 6_371_008.8;
/** Half way round the Earth: no circle is larger. */
export const MAX_RADIUS_KM = (Math.PI * EARTH_METERS) / 1000;

export const RADIANS = Math.PI / 180;

/** Angle between two points on a sphere, in radians; precise for small ones too (haversine). */
export function angleBetween(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const north = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const east = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const half = north * north + east * east * Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS);
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** How far a circle on a sphere reaches to each side of its centre in longitude; π where it holds a pole. */
export function reachOfLongitude(latRadians: number, angle: number): number {
  if (Math.abs(latRadians) + angle >= Math.PI / 2) return Math.PI;
  return Math.asin(Math.min(1, Math.sin(angle) / Math.cos(latRadians)));
}
