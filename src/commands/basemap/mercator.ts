import type { Position } from 'geojson';

/** The square of Web Mercator: x from 0 at 180°W to 1 at 180°E, y from 0 at the north to 1 at the south. */
const mercatorLatitude = 85.0511287798066;

const equatorMeters = 40_075_016.7;
const radians = Math.PI / 180;

export function mercatorX(longitude: number): number {
  return (longitude + 180) / 360;
}

export function mercatorY(latitude: number): number {
  const limited = Math.max(-mercatorLatitude, Math.min(mercatorLatitude, latitude));
  const sine = Math.sin(limited * radians);
  return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

export function longitudeOf(x: number): number {
  return x * 360 - 180;
}

export function latitudeOf(y: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / radians;
}

/** How many metres on the ground the side of the square is long, at a height y in it. */
export function metersPerUnit(y: number): number {
  return equatorMeters * Math.cos(latitudeOf(y) * radians);
}

/** A line or ring as x, y, x, y… in the square. */
export function projectLine(line: readonly Position[]): Float64Array {
  const xy = new Float64Array(line.length * 2);
  line.forEach(([longitude = NaN, latitude = NaN], index) => {
    xy[2 * index] = mercatorX(longitude);
    xy[2 * index + 1] = mercatorY(latitude);
  });
  return xy;
}
