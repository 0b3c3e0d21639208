import { WORLD_PIXELS } from '../place/mercator.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { distinctGroups, gatherPlaces } from './gather-places.ts';
import { growthAt, radiusOfOne } from './mark-radius.ts';
import { Discs, mergeOverlapping } from './overlapping-discs.ts';
import { sortByKey } from '../base/sort-by-key.ts';
import {
  newWeightedPoints,
  firstPoints,
  inverse,
  NO_INDEX,
  pairHash,
  indexes,
  reordered,
  slotsFor,
  WHOLE_32,
  type WeightedPoints,
} from './weighted-points.ts';

/** Weighted places: Mercator x, y in 0..1 (as `toMercator`), and how many incidents each holds. */
export type PlacedCounts = {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0: the place is not shown. */
  readonly count: Uint32Array;
};

/** The marks of one zoom, in order of descending count, then x, then y. */
export type MarkLayout = {
  /** Pixels of the radius of a mark of one incident; see `radiusOf`. */
  readonly radiusOfOne: number;
  /** Mark of each place, or `NO_MARK` for a place without incidents. */
  readonly markOf: Uint32Array<ArrayBuffer>;
  readonly length: number;
  /** Mercator mean of the incidents that a mark holds. */
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly count: Uint32Array<ArrayBuffer>;
};

export const NO_MARK = 0xffffffff;

/** Radius at home zoom that no mark exceeds: about a hundred incidents of full size. */
const LARGEST_PIXELS = 56;
/** In no square of this side at home zoom do marks cover more than this share. */
const SQUARE_PIXELS = 256;
const INK_SHARE = 0.25;
/** When a joined mark grows too large, all marks become smaller by at least this factor of area. */
const SHRINK_STEP = 1.5;
/** The poles lie at infinity; places beyond these edges of the map are counted at the edge. */
const FIRST_EDGE = -0.5;
const LAST_EDGE = 1.5;

const onMap = (coordinate: number): number => Math.min(Math.max(coordinate, FIRST_EDGE), LAST_EDGE);

/** The places that hold incidents, and which they are. */
async function shownPoints(
  places: PlacedCounts,
  task: Task,
): Promise<{ points: WeightedPoints; placeOf: Uint32Array }> {
  const all = newWeightedPoints(places.length);
  const placeOf = new Uint32Array(places.length);
  let length = 0;
  for (let place = 0; place < places.length; place += 1) {
    if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / places.length);
    const count = places.count[place] ?? 0;
    if (count === 0) continue;
    all.x[length] = onMap(places.x[place] ?? 0);
    all.y[length] = onMap(places.y[place] ?? 0);
    all.count[length] = count;
    placeOf[length] = place;
    length += 1;
  }
  return { points: firstPoints(all, length), placeOf: placeOf.slice(0, length) };
}

/** Descending by count, then by x, then by y. */
async function markOrder(
  { length, x, y, count }: WeightedPoints,
  task: Task,
): Promise<Uint32Array> {
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
  }
  return order;
}

/** Most incidents in a square of a side, of those squares that lie half a side apart. */
async function fullestSquare(
  { length, x, y, count }: WeightedPoints,
  side: number,
  task: Task,
): Promise<number> {
  const mask = slotsFor(length) - 1;
  const slots = new Uint32Array(mask + 1).fill(NO_INDEX);
  const columns = new Int32Array(length);
  const rows = new Int32Array(length);
  const held = new Uint32Array(length);
  let known = 0;
  const slotOf = (column: number, row: number): number => {
    for (let slot = pairHash(column, row) & mask; ; slot = (slot + 1) & mask) {
      const quarter = slots[slot] ?? NO_INDEX;
      if (quarter === NO_INDEX || (columns[quarter] === column && rows[quarter] === row))
        return slot;
    }
  };
  for (let group = 0; group < length; group += 1) {
    if (group % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.4 * group) / length);
    const column = Math.floor(((x[group] ?? 0) / side) * 2);
    const row = Math.floor(((y[group] ?? 0) / side) * 2);
    const slot = slotOf(column, row);
    let quarter = slots[slot] ?? NO_INDEX;
    if (quarter === NO_INDEX) {
      quarter = known;
      known += 1;
      slots[slot] = quarter;
      columns[quarter] = column;
      rows[quarter] = row;
    }
    held[quarter] = (held[quarter] ?? 0) + (count[group] ?? 0);
  }
  const heldAt = (column: number, row: number): number => {
    const quarter = slots[slotOf(column, row)] ?? NO_INDEX;
    return quarter === NO_INDEX ? 0 : (held[quarter] ?? 0);
  };
  let most = 0;
  for (let quarter = 0; quarter < known; quarter += 1) {
    if (quarter % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.4 + (0.6 * quarter) / known);
    const column = columns[quarter] ?? 0;
    const row = rows[quarter] ?? 0;
    // A square may start at an empty quarter to the left of this one.
    const upper = heldAt(column, row);
    const lower = heldAt(column, row + 1);
    const right = heldAt(column + 1, row) + heldAt(column + 1, row + 1);
    const left = heldAt(column - 1, row) + heldAt(column - 1, row + 1);
    most = Math.max(most, upper + lower + Math.max(left, right));
  }
  return most;
}

/** The last disc in the chain of those that took one another; shortens the chain. */
function lastTaker(takenBy: Uint32Array, disc: number): number {
  let last = disc;
  for (let taker = takenBy[last] ?? last; taker !== last; taker = takenBy[last] ?? last) {
    takenBy[last] = takenBy[taker] ?? taker;
    last = taker;
  }
  return last;
}

type Members = { readonly placeOf: Uint32Array; readonly groupOf: Uint32Array };

/** The marks that are left, in their order, and the mark of each place. */
async function layoutOf(
  places: PlacedCounts,
  { placeOf, groupOf }: Members,
  discs: Discs,
  ofOne: number,
  task: Task,
): Promise<MarkLayout> {
  const { takenBy } = discs;
  const left = indexes(discs.length).filter((disc) => takenBy[disc] === disc);
  const marks = reordered(discs, left);
  if (task.isDue()) await task.yield(0.2);
  const order = await markOrder(marks, task.part(0.2, 0.7));
  const rank = inverse(order);
  const markOfDisc = new Uint32Array(discs.length);
  left.forEach((disc, position) => (markOfDisc[disc] = rank[position] ?? 0));
  const markOf = new Uint32Array(places.length).fill(NO_MARK);
  for (let point = 0; point < placeOf.length; point += 1) {
    if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.7 + (0.3 * point) / placeOf.length);
    const disc = lastTaker(takenBy, groupOf[point] ?? 0);
    markOf[placeOf[point] ?? 0] = markOfDisc[disc] ?? 0;
  }
  return { radiusOfOne: ofOne, markOf: markOf, ...reordered(marks, order) };
}

/**
 * Merges places into the marks of a zoom, so that no two marks overlap when each represents all its
 * incidents. The same places give the same marks.
 */
export async function layOutMarks(
  places: PlacedCounts,
  zoom: number,
  task: Task,
): Promise<MarkLayout> {
  const scale = WORLD_PIXELS * 2 ** zoom;
  const { points, placeOf } = await shownPoints(places, task.part(0, 0.1));
  const gathered =
    distinctGroups(points) ?? (await gatherPlaces(points, scale, task.part(0.1, 0.5)));
  const order = await markOrder(gathered.groups, task.part(0.5, 0.55));
  const groups = reordered(gathered.groups, order);
  const rank = inverse(order);
  const groupOf = gathered.groupOf.map((group) => rank[group] ?? 0);
  const largest = LARGEST_PIXELS * growthAt(zoom);
  const total = groups.count.reduce((sum, count) => sum + count, 0);
  const square = SQUARE_PIXELS * growthAt(zoom);
  const fullest = await fullestSquare(groups, square / scale, task.part(0.55, 0.6));
  const fair = Math.min(radiusOfOne(zoom), square * Math.sqrt(INK_SHARE / Math.PI / fullest));
  let most = Math.max(Math.floor((largest / fair) ** 2), groups.count[0] ?? 0);
  let from = 0.6;
  for (;;) {
    const to = (from + 0.9) / 2;
    const ofOne = Math.min(fair, largest / Math.sqrt(most));
    const discs = new Discs(groups, scale, ofOne);
    if (task.isDue()) await task.yield(from);
    const result = await mergeOverlapping(discs, most, task.part(from, to));
    if (result.kind === 'joined') {
      return layoutOf(places, { placeOf, groupOf }, discs, ofOne, task.part(0.9, 1));
    }
    most = Math.min(total, Math.max(result.count, Math.ceil(most * SHRINK_STEP)));
    from = to;
  }
}
