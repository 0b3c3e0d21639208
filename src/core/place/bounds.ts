/** A box in WGS 84 degrees that does not cross the antimeridian. */
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
