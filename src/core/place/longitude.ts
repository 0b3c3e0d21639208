/*
 * Longitudes are a circle: 181 is -179. Means, differences and boxes need a frame in which nothing
 * lies more than half a turn from a middle.
 */

/** The same meridian from -180 to 180. */
export const wrapLongitude = (lon: number): number =>
  lon >= -180 && lon <= 180 ? lon : lon - 360 * Math.floor((lon + 180) / 360);

/** The same meridian, at most half a turn from another longitude. */
export const nearestLongitude = (lon: number, to: number): number =>
  Math.abs(lon - to) <= 180 ? lon : lon + 360 * Math.round((to - lon) / 360);
