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

/** The bearing in radians, clockwise from north, in which a great circle leaves a point for another. */
export function bearingTo(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const [from, to, east] = [lat1 * RADIANS, lat2 * RADIANS, (lon2 - lon1) * RADIANS];
  return Math.atan2(
    Math.sin(east) * Math.cos(to),
    Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(east),
  );
}

/**
 * Gives the points at an angle from one in degrees, by their bearing; longitudes may be beyond 180. The formula of a
 * destination by distance and bearing on a sphere (Ed Williams, Aviation Formulary).
 */
export function destinationsFrom(
  lon: number,
  lat: number,
  angle: number,
): (bearing: number) => readonly [lon: number, lat: number] {
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  const [sinAngle, cosAngle] = [Math.sin(angle), Math.cos(angle)];
  return (bearing) => {
    const sine = sinLat * cosAngle + cosLat * sinAngle * Math.cos(bearing);
    const east = Math.atan2(Math.sin(bearing) * sinAngle * cosLat, cosAngle - sinLat * sine);
    return [lon + east / RADIANS, Math.asin(Math.min(1, Math.max(-1, sine))) / RADIANS];
  };
}

/** How far a circle on a sphere reaches to each side of its centre in longitude; π where it holds a pole. */
export function reachOfLongitude(latRadians: number, angle: number): number {
  if (Math.abs(latRadians) + angle >= Math.PI / 2) return Math.PI;
  return Math.asin(Math.min(1, Math.sin(angle) / Math.cos(latRadians)));
}
