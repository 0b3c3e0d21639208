/** Radius in pixels of one incident at home zoom; area is proportional to the count. */
const RADIUS_OF_ONE = 5.5;
/** Closer views have room: a mark of one grows until its weapon's sign fits inside. */
const GROWS_FROM_ZOOM = 7.5;
const GROWS_TO_ZOOM = 10;
const GROWTH = 1;

/** Radius in pixels of one incident at a zoom. */
export function radiusOfOne(zoom: number): number {
  const part = (zoom - GROWS_FROM_ZOOM) / (GROWS_TO_ZOOM - GROWS_FROM_ZOOM);
  return RADIUS_OF_ONE * (1 + GROWTH * Math.min(Math.max(part, 0), 1));
}

/** Radius in pixels of a mark: its area is the number of its incidents. */
export const markRadius = (count: number, zoom: number): number =>
  radiusOfOne(zoom) * Math.sqrt(count);
