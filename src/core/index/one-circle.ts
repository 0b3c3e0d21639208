import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { nearestLongitude } from '../place/longitude.ts';
import { WORLD_PIXELS } from '../place/mercator.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from '../place/precision.ts';
import type { MarkOfPlaces } from './mark-places.ts';
import type { MergedParts } from './merged-parts.ts';

/** A mark of more distinct points is no single place. */
const MAX_POINTS = 500;
const METERS_OF_DEGREE = 111_195;
const RADIANS = Math.PI / 180;

type Point = { readonly lon: number; readonly lat: number; readonly radius: number };

function metersBetween(a: Point, b: Point): number {
  const east = (a.lon - nearestLongitude(b.lon, a.lon)) * Math.cos(((a.lat + b.lat) / 2) * RADIANS);
  return Math.hypot(east, a.lat - b.lat) * METERS_OF_DEGREE;
}

/** Places further apart than this are in no mark: several times as wide as the largest mark is drawn. */
const MAX_MARK_PIXELS = 1_024;

/** Where a place is, by its position among those of all data sets. */
function pointOf({ all }: MergedParts, place: number): Omit<Point, 'radius'> {
  const part = all.findLast(({ firstPlace }) => firstPlace <= place);
  const own = place - (part?.firstPlace ?? 0);
  const { lon, lat } = part?.index.places ?? {};
  return { lon: lon?.[own] ?? 0, lat: lat?.[own] ?? 0 };
}

/** Whether a place of a mark lies too far from its first place for both to be in one mark of a zoom. */
export function isTornAt(
  parts: MergedParts,
  { markOf, mark }: MarkOfPlaces,
  zoom: number,
): boolean {
  const reach = (360 * MAX_MARK_PIXELS) / (WORLD_PIXELS * 2 ** zoom);
  const first = markOf.indexOf(mark);
  const start = pointOf(parts, first);
  for (let place = first; place !== -1; place = markOf.indexOf(mark, place + 1)) {
    const { lon, lat } = pointOf(parts, place);
    // A degree of latitude takes as many pixels as one of longitude, or more.
    if (Math.abs(lat - start.lat) > reach) return true;
    if (Math.abs(nearestLongitude(lon, start.lon) - start.lon) > reach) return true;
  }
  return false;
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
