import type { Task } from '../base/task.ts';
import type { Bounds } from './bounds.ts';
import { fromMercator, WORLD_PIXELS } from './mercator.ts';
import {
  extentsIn,
  grown,
  sizeOf,
  smallestBox,
  type HeavyPoints,
  type MercatorBox,
} from './smallest-box.ts';

/** The part of all located incidents that the home view may leave out. */
const LEFT_OUT = 0.02;
/** Of fewer incidents, each is more than that part. */
const FEW = 50;
/** Of this many or more, one may still be left out, if it is absurdly far from all others. */
const MIN_JUDGED = 10;
/** Absurdly far: with it, the view is this many times as large, and at least as large as this part of the world. */
const FAR_TIMES = 8;
const FAR_SIZE = 10 / 360;
/** What lies this near to the box joins it: that costs little, and only what is really far is left out. */
const NEAR_PART = 0.1;
const NEAR_PIXELS = 150;

function boundsOfBox({ left, right, top, bottom }: MercatorBox): Bounds {
  const { lon: west, lat: north } = fromMercator(left, top);
  const { lon: east, lat: south } = fromMercator(right, bottom);
  const turn = (west + east) / 2 >= 180 ? 360 : 0;
  return { west: west - turn, south, east: east - turn, north };
}

/**
 * The box that a home view must show: the smallest with 98 % of the incidents, and what lies close around it.
 * So one wrong coordinate among many does not move the map. Of fewer than fifty, all are shown, except for
 * one that is absurdly far from all others. `closest` is how far a home view zooms in. Undefined where
 * nothing has a weight.
 */
export async function homeBox(
  points: HeavyPoints,
  closest: number,
  task: Task,
): Promise<Bounds | undefined> {
  // Short work: its progress is not shown.
  const still = task.part(0, 0);
  let total = 0;
  for (let point = 0; point < points.length; point++) total += points.weight[point] ?? 0;
  if (total === 0) return undefined;
  const all = await smallestBox(points, total, still);
  const mayLeaveOut = total >= FEW ? LEFT_OUT * total : total >= MIN_JUDGED ? 1 : 0;
  const most = mayLeaveOut > 0 ? await smallestBox(points, total - mayLeaveOut, still) : undefined;
  if (!most || !all) return all && boundsOfBox(all);
  const isFar = sizeOf(all) >= FAR_SIZE && sizeOf(all) >= FAR_TIMES * sizeOf(most);
  if (total < FEW && !isFar) return boundsOfBox(all);
  const near = Math.max(
    NEAR_PART * Math.max(most.right - most.left, most.bottom - most.top),
    NEAR_PIXELS / (WORLD_PIXELS * 2 ** closest),
  );
  const shown = await extentsIn(points, grown(most, near, near), still);
  return boundsOfBox(shown ?? most);
}
