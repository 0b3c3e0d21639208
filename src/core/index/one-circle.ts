import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from '../place/precision.ts';
import type { MarkOfPlaces } from './mark-places.ts';
import type { MergedParts } from './merged-parts.ts';

/** A mark of more distinct points is no single place. */
const MAX_POINTS = 500;
const METERS_OF_DEGREE = 111_195;
const RADIANS = Math.PI / 180;

type Point = { readonly lon: number; readonly lat: number; readonly radius: number };

function metersBetween(a: Point, b: Point): number {
  const east = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * RADIANS);
  return Math.hypot(east, a.lat - b.lat) * METERS_OF_DEGREE;
}

/**
 * Whether the precision circle of one place of a mark holds all its places: then records that zooming in
 * would draw apart may all be of one place.
 */
export async function isInOneCircle(
  parts: MergedParts,
  { markOf, mark }: MarkOfPlaces,
  task: Task,
): Promise<boolean> {
  const points = new Map<string, Point>();
  for (const { index, firstPlace } of parts.all) {
    const { places } = index;
    for (let place = 0; place < places.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0);
      if (markOf[firstPlace + place] !== mark) continue;
      const [lon, lat] = [places.lon[place] ?? 0, places.lat[place] ?? 0];
      const precision = IMPORTED_PRECISIONS[places.precision[place] ?? 0] ?? 'unstated';
      const radius = radiusMetersOf(precision) ?? 0;
      const key = `${lon} ${lat}`;
      points.set(key, { lon, lat, radius: Math.max(radius, points.get(key)?.radius ?? 0) });
      if (points.size > MAX_POINTS) return false;
    }
  }
  const all = [...points.values()];
  return all.some((one) => all.every((other) => metersBetween(one, other) <= one.radius));
}
