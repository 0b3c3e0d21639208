import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { WORLD_PIXELS } from '../place/mercator.ts';
import { clusterByRadius } from './cluster-by-radius.ts';
import { densestSquare } from './densest-square.ts';
import { growthAt, radiusOfOne } from './mark-radius.ts';
import { mergeOverlapping } from './merge-overlapping.ts';
import {
  indexes,
  reordered,
  WHOLE_32,
  type Grouping,
  type WeightedPoints,
} from './weighted-points.ts';

/** Of many points, those this near to a heavier one are first gathered around it. */
const GATHER_PIXELS = 36;
/** Radius at home zoom that no mark exceeds: about a hundred incidents of full size. */
const LARGEST_PIXELS = 56;
/** In no square of this side at home zoom do marks cover more than this share. */
const SQUARE_PIXELS = 256;
const INK_SHARE = 0.25;
/** When a merged mark grows too large, all marks become smaller by at least this factor of area. */
const SHRINK_STEP = 1.5;

/** Points sorted into the order of marks: descending by count, then by x, then by y. */
export async function inMarkOrder({ groupOf, groups }: Grouping, task: Task): Promise<Grouping> {
  const { length, x, y, count } = groups;
  const keyOf = (mark: number): number =>
    Math.min(Math.max(x[mark] ?? 0, 0) * WHOLE_32, WHOLE_32 - 1) >>> 0;
  const byX = await sortByKey(indexes(length), keyOf, task.part(0, 0.4));
  const order = await sortByKey(byX, (mark) => ~(count[mark] ?? 0), task.part(0.4, 0.8));
  const isTie = (a: number, b: number): boolean => count[a] === count[b] && keyOf(a) === keyOf(b);
  for (let from = 0, to = 0; from < length; from = to) {
    const first = order[from] ?? 0;
    to = from + 1;
    while (to < length && isTie(first, order[to] ?? 0)) to += 1;
    if (to === from + 1) continue;
    order.subarray(from, to).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
    if (task.isDue()) await task.yield(0.8);
  }
  const rank = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) rank[order[at] ?? 0] = at;
  return {
    groups: await reordered(groups, order, task.part(0.8, 0.9)),
    groupOf: await composed(groupOf, rank, task.part(0.9, 1)),
  };
}

/** The group, by `outer`, of the group of each point by `inner`. */
export async function composed(
  inner: Uint32Array,
  outer: Uint32Array,
  task: Task,
): Promise<Uint32Array<ArrayBuffer>> {
  const both = new Uint32Array(inner.length);
  for (let point = 0; point < inner.length; point += 1) {
    if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(point / inner.length);
    both[point] = outer[inner[point] ?? 0] ?? 0;
  }
  return both;
}

/** The marks of a level, and the mark that holds each point that the level was laid out from. */
export type LevelMarks = {
  readonly radiusOfOne: number;
  readonly markOf: Uint32Array<ArrayBuffer>;
  readonly marks: WeightedPoints;
};

/**
 * Merges points into the marks of a zoom, so that no two marks overlap when each represents all its
 * incidents. Where `isCrowded`, near points are first clustered by radius, which costs less and
 * leaves as many marks as a screen has room for; `points` in the order of marks otherwise.
 *
 * Marks are as large as few of them would be, unless they would cover too much of the densest part of
 * the map or one would be larger than the largest allowed. How many incidents the largest mark holds is
 * known only after merging, so a merge that goes beyond what was assumed begins again with smaller marks.
 */
export async function layOutLevel(
  points: WeightedPoints,
  isCrowded: boolean,
  zoom: number,
  task: Task,
): Promise<LevelMarks> {
  const worldPixels = WORLD_PIXELS * 2 ** zoom;
  const { groups, groupOf } = isCrowded
    ? await inMarkOrder(
        await clusterByRadius(points, GATHER_PIXELS / worldPixels, task.part(0, 0.4)),
        task.part(0.4, 0.5),
      )
    : { groups: points, groupOf: undefined };
  let total = 0;
  for (const count of groups.count) total += count;
  const largest = LARGEST_PIXELS * growthAt(zoom);
  const square = SQUARE_PIXELS * growthAt(zoom);
  const densest = await densestSquare(groups, square / worldPixels, task.part(0.5, 0.55));
  const fullSize = Math.min(radiusOfOne(zoom), square * Math.sqrt(INK_SHARE / Math.PI / densest));
  let most = Math.max(Math.floor((largest / fullSize) ** 2), groups.count[0] ?? 0);
  for (let from = 0.55; ; from = (from + 0.9) / 2) {
    const ofOne = Math.min(fullSize, largest / Math.sqrt(most));
    const size = { worldPixels, radiusOfOne: ofOne };
    const result = await mergeOverlapping(groups, size, most, task.part(from, (from + 0.9) / 2));
    if (result.kind === 'merged') {
      const merged = await inMarkOrder(result.grouping, task.part(0.9, 0.95));
      const markOf = groupOf
        ? await composed(groupOf, merged.groupOf, task.part(0.95, 1))
        : merged.groupOf;
      return { radiusOfOne: ofOne, markOf, marks: merged.groups };
    }
    most = Math.min(total, Math.max(result.count, Math.ceil(most * SHRINK_STEP)));
  }
}
