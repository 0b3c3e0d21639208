import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { COARSE_LIMIT, FINEST_LIMIT } from './closest-zoom.ts';
import { PRECISION_RADIUS_METERS } from './place.ts';
import { NO_AREA, type PlaceTable } from './place-table.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from './precision.ts';

/**
 * As far as the map zooms in on a coordinate that is written no finer than these steps of a degree. From
 * the coarsest on, each zoom halves the step: 1/100 is about a kilometre, 1/60 a minute of arc, 1/3600 a second.
 */
const STEPS: readonly (readonly [perDegree: number, limit: number])[] = [
  [100, COARSE_LIMIT],
  [60, COARSE_LIMIT],
  [1_000, 14],
  [3_600, 16],
];
/** Tolerance in steps: a second of arc that was rounded to six decimals of a degree is still one. */
const ROUNDING = 2e-3;

/** The radius that is as much as the coarsest step; half of it allows one zoom more. */
const METERS_AT_COARSE_LIMIT = PRECISION_RADIUS_METERS.site;

const isMultiple = (degrees: number, perDegree: number): boolean => {
  const steps = degrees * perDegree;
  return Math.abs(steps - Math.round(steps)) < ROUNDING;
};

/** As far as the decimals of a point, or its minutes and seconds of arc, allow to zoom in. */
function limitOfPoint(lon: number, lat: number): number {
  for (const [perDegree, limit] of STEPS)
    if (isMultiple(lon, perDegree) && isMultiple(lat, perDegree)) return limit;
  return FINEST_LIMIT;
}

/** By the code of `IMPORTED_PRECISIONS`; a class without a radius forbids nothing. */
const LIMITS_OF_PRECISION: readonly number[] = IMPORTED_PRECISIONS.map((precision) => {
  const meters = radiusMetersOf(precision);
  if (meters === undefined) return FINEST_LIMIT;
  const limit = COARSE_LIMIT + Math.floor(Math.log2(METERS_AT_COARSE_LIMIT / meters));
  return Math.min(Math.max(limit, COARSE_LIMIT), FINEST_LIMIT);
});

/** As far as the map zooms in on a place: its coordinates and its precision both allow it. */
const limitOf = (lon: number, lat: number, precision: number): number =>
  Math.min(limitOfPoint(lon, lat), LIMITS_OF_PRECISION[precision] ?? COARSE_LIMIT);

/** As far as the map zooms in on the finest of some places. Once one allows the closest view, no other is looked at. */
export async function zoomLimitOf(
  { length, lon, lat, precision, area }: Omit<PlaceTable, 'areas' | 'names'>,
  task: Task,
): Promise<number> {
  let limit = COARSE_LIMIT;
  for (let place = 0; place < length && limit < FINEST_LIMIT; place++) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / length);
    if (area[place] === NO_AREA)
      limit = Math.max(limit, limitOf(lon[place] ?? 0, lat[place] ?? 0, precision[place] ?? 0));
  }
  return limit;
}
