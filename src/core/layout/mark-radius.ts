/** Radius in pixels of one incident at home zoom; area is proportional to the count. */
const RADIUS_OF_ONE = 5.5;
/** The least radius of a mark of several at home zoom, so that a number fits: only two are drawn too large. */
const MIN_RADIUS_OF_SEVERAL = 9;
/** Closer views have room: a mark of one grows until its weapon's sign fits inside. */
const GROWS_FROM_ZOOM = 7.5;
const GROWS_TO_ZOOM = 10;
const GROWTH = 1;

/** A smaller disc would be hard to see and to hit: from here on area no longer shows the count. */
const MIN_RADIUS = 4;

/** How many times larger than at home zoom all radii in pixels are at a zoom; 1 or more. */
export function growthAt(zoom: number): number {
  const part = (zoom - GROWS_FROM_ZOOM) / (GROWS_TO_ZOOM - GROWS_FROM_ZOOM);
  return 1 + GROWTH * Math.min(Math.max(part, 0), 1);
}

/** Radius in pixels of one incident at a zoom, where few are shown. */
export const radiusOfOne = (zoom: number): number => RADIUS_OF_ONE * growthAt(zoom);

/**
 * Radius in pixels of a mark of `count` incidents, where one incident has the radius `ofOne`: the root of
 * the count, which for several is at least 9 px at home zoom, and in proportion where marks are smaller.
 */
export function radiusOf(count: number, ofOne: number): number {
  if (count === 0) return 0;
  const least = count > 1 ? MIN_RADIUS_OF_SEVERAL / RADIUS_OF_ONE : 1;
  return Math.max(MIN_RADIUS, ofOne * Math.max(least, Math.sqrt(count)));
}
