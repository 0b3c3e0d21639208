/*
 * Longitudes are a circle: 181 is -179. To take means, differences and boxes, first move all longitudes
 * to within 180 degrees of one middle.
 */

/** Returns the longitude of the same meridian between -180 and 180. */
export const wrapLongitude = (lon: number): number =>
  lon >= -180 && lon <= 180 ? lon : lon - 360 * Math.floor((lon + 180) / 360);

/** Returns the longitude of the same meridian that is within 180 degrees of another longitude. */
export const nearestLongitude = (lon: number, to: number): number =>
  Math.abs(lon - to) <= 180 ? lon : lon + 360 * Math.round((to - lon) / 360);
