/** A box in WGS 84 degrees. One across the antimeridian has an east beyond 180 or a west before -180. */
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The box around points; undefined when there are none. */
export function boundsOf(
  points: Iterable<{ readonly lon: number; readonly lat: number }>,
): Bounds | undefined {
  let bounds: Bounds | undefined;
  for (const { lon, lat } of points) {
    bounds = {
      west: Math.min(bounds?.west ?? lon, lon),
      south: Math.min(bounds?.south ?? lat, lat),
      east: Math.max(bounds?.east ?? lon, lon),
      north: Math.max(bounds?.north ?? lat, lat),
    };
  }
  return bounds;
}

/** Degrees east of `west`, from 0 up to 360. */
const eastOf = (west: number, lon: number): number => {
  const degrees = (lon - west) % 360;
  return degrees < 0 ? degrees + 360 : degrees;
};

/** Whether a point lies in the box, edges included. */
export const isWithin = (bounds: Bounds, lon: number, lat: number): boolean =>
  lat >= bounds.south &&
  lat <= bounds.north &&
  eastOf(bounds.west, lon) <= bounds.east - bounds.west;

/** Whether the inner box lies wholly in the outer one. */
export const surrounds = (outer: Bounds, inner: Bounds): boolean =>
  inner.south >= outer.south &&
  inner.north <= outer.north &&
  (outer.east - outer.west >= 360 ||
    eastOf(outer.west, inner.west) + (inner.east - inner.west) <= outer.east - outer.west);

/** Whether two boxes share a point. */
export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.south <= b.north &&
  b.south <= a.north &&
  (eastOf(a.west, b.west) <= a.east - a.west || eastOf(b.west, a.west) <= b.east - b.west);

/** The box with a margin of `part` of its width and height on each side, as far as the poles. */
export function widened({ west, south, east, north }: Bounds, part: number): Bounds {
  const lon = (east - west) * part;
  const lat = (north - south) * part;
  return {
    west: west - lon,
    south: Math.max(south - lat, -90),
    east: east + lon,
    north: Math.min(north + lat, 90),
  };
}
