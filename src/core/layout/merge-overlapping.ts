import FlatQueue from 'flatqueue';
import type { Task } from '../base/task.ts';
import { STEPS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { DiscGrid } from './disc-grid.ts';
import { radiusOf } from './mark-radius.ts';
import {
  indexes,
  newWeightedPoints,
  NO_INDEX,
  type Grouping,
  type WeightedPoints,
} from './weighted-points.ts';

/** Marks are kept this many pixels apart when both represent all their incidents. */
const GAP_PIXELS = 1;
/** Side of a cell of the grid in which neighbours are found. */
const CELL_PIXELS = 36;
/** What taking a disc from the queue costs, in steps of the search for neighbours. */
const QUEUE_STEPS = 10;

/** How large discs are drawn. */
export type DiscSize = {
  /** Pixels of the whole world. */
  readonly worldPixels: number;
  /** Radius of a disc of one incident; see `radiusOf`. */
  readonly radiusOfOne: number;
};

/** Discs that are merged in place: of two, one gets the sum and the other is gone. */
class Discs {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Uint32Array;
  /** The disc that each was merged into; itself while it is there. */
  readonly mergedInto: Uint32Array<ArrayBuffer>;
  readonly #size: DiscSize;
  readonly #grid: DiscGrid;
  readonly #radius: Float64Array;
  #largestRadius = 0;
  /**
   * When each came to be. Of two that overlap the younger one keeps the pair, so that each pair is kept once.
   * At first the larger is the younger: it need not look further than its own diameter.
   */
  readonly #birth: Uint32Array;
  #births: number;
  /** The older disc that each overlaps most. */
  readonly #partner: Uint32Array;
  /** Discs with a partner, each once, the worst overlap first. */
  readonly #queue: FlatQueue;

  /** `points` in descending order of count. */
  constructor(points: WeightedPoints, size: DiscSize) {
    const { length } = points;
    this.length = length;
    this.x = points.x.slice();
    this.y = points.y.slice();
    this.count = points.count.slice();
    this.mergedInto = indexes(length);
    this.#size = size;
    this.#grid = new DiscGrid(length, CELL_PIXELS / size.worldPixels);
    this.#radius = new Float64Array(length);
    this.#birth = new Uint32Array(length);
    this.#births = length;
    this.#partner = new Uint32Array(length).fill(NO_INDEX);
    this.#queue = new FlatQueue(length);
    for (let disc = 0; disc < length; disc += 1) {
      this.#birth[disc] = length - 1 - disc;
      this.#place(disc);
    }
  }

  get hasOverlaps(): boolean {
    return this.#queue.length > 0;
  }

  /** Finds the older disc that one overlaps most, and queues the pair. Returns its steps. */
  findPartner(disc: number): number {
    const x = this.x[disc] ?? 0;
    const y = this.y[disc] ?? 0;
    const radius = this.#radius[disc] ?? 0;
    const birth = this.#birth[disc] ?? 0;
    const { worldPixels } = this.#size;
    const grid = this.#grid;
    const largestOlder = birth < this.length ? radius : this.#largestRadius;
    const reach = (radius + largestOlder + GAP_PIXELS) / worldPixels;
    const lastColumn = grid.cellAt(x + reach);
    const lastRow = grid.cellAt(y + reach);
    let partner = NO_INDEX;
    let worst = 0;
    let steps = 0;
    for (let row = grid.cellAt(y - reach); row <= lastRow; row += 1) {
      for (let column = grid.cellAt(x - reach); column <= lastColumn; column += 1) {
        steps += 1;
        let other = grid.firstIn(column, row);
        for (; other !== NO_INDEX; other = grid.nextOf(other)) {
          steps += 1;
          const otherBirth = this.#birth[other] ?? 0;
          if (otherBirth >= birth) continue;
          const dx = (this.x[other] ?? 0) - x;
          const dy = (this.y[other] ?? 0) - y;
          const distance = Math.sqrt(dx * dx + dy * dy) * worldPixels;
          const overlap = radius + (this.#radius[other] ?? 0) + GAP_PIXELS - distance;
          if (overlap < worst || overlap <= 0) continue;
          if (overlap === worst && otherBirth < (this.#birth[partner] ?? 0)) continue;
          partner = other;
          worst = overlap;
        }
      }
    }
    this.#partner[disc] = partner;
    if (partner !== NO_INDEX) this.#queue.push(disc, -worst);
    return steps;
  }

  /** Merges the pair that overlaps most. Returns the merged disc, or `NO_INDEX` when the pair was outdated. */
  mergeWorstPair(): number {
    const disc = this.#queue.pop() ?? NO_INDEX;
    if (this.mergedInto[disc] !== disc) return NO_INDEX;
    const partner = this.#partner[disc] ?? NO_INDEX;
    const isGone = this.mergedInto[partner] !== partner;
    if (isGone || (this.#birth[partner] ?? 0) > (this.#birth[disc] ?? 0)) {
      this.findPartner(disc);
      return NO_INDEX;
    }
    this.#grid.remove(disc, this.x[disc] ?? 0, this.y[disc] ?? 0);
    this.#grid.remove(partner, this.x[partner] ?? 0, this.y[partner] ?? 0);
    const own = this.count[disc] ?? 0;
    const added = this.count[partner] ?? 0;
    const mean = (a = 0, b = 0): number => (a * own + b * added) / (own + added);
    this.x[disc] = mean(this.x[disc], this.x[partner]);
    this.y[disc] = mean(this.y[disc], this.y[partner]);
    this.count[disc] = own + added;
    this.mergedInto[partner] = disc;
    this.#birth[disc] = this.#births;
    this.#births += 1;
    this.#place(disc);
    return disc;
  }

  #place(disc: number): void {
    const radius = radiusOf(this.count[disc] ?? 0, this.#size.radiusOfOne);
    this.#radius[disc] = radius;
    this.#largestRadius = Math.max(this.#largestRadius, radius);
    this.#grid.add(disc, this.x[disc] ?? 0, this.y[disc] ?? 0);
  }

  /** The discs that are left, and which of them has each point. */
  grouping(): Grouping {
    const { mergedInto, length } = this;
    const groupOf = new Uint32Array(length);
    const groups = newWeightedPoints(this.length);
    let left = 0;
    for (let disc = 0; disc < length; disc += 1) {
      if (mergedInto[disc] !== disc) continue;
      groups.x[left] = this.x[disc] ?? 0;
      groups.y[left] = this.y[disc] ?? 0;
      groups.count[left] = this.count[disc] ?? 0;
      groupOf[disc] = left;
      left += 1;
    }
    for (let disc = 0; disc < length; disc += 1)
      groupOf[disc] = groupOf[lastOf(mergedInto, disc)] ?? 0;
    return {
      groupOf,
      groups: {
        length: left,
        x: groups.x.subarray(0, left),
        y: groups.y.subarray(0, left),
        count: groups.count.subarray(0, left),
      },
    };
  }
}

/** The end of the chain of discs merged into one another; shortens the chain (union–find, path halving). */
function lastOf(mergedInto: Uint32Array, disc: number): number {
  let last = disc;
  for (let next = mergedInto[last] ?? last; next !== last; next = mergedInto[last] ?? last) {
    mergedInto[last] = mergedInto[next] ?? next;
    last = next;
  }
  return last;
}

type MergeResult =
  | { readonly kind: 'merged'; readonly grouping: Grouping }
  /** A disc would hold this many incidents. */
  | { readonly kind: 'too-large'; readonly count: number };

/**
 * Merges discs until none overlap, or until one holds more than `maxCount` incidents: agglomerative
 * clustering, the pair that overlaps most first, each disc with the worst of its overlaps in a priority
 * queue. A merged disc lies at the mean of its incidents, so new overlaps come to be on the way.
 *
 * `points` in descending order of count. Not independent of their order where several overlaps are equal.
 */
export async function mergeOverlapping(
  points: WeightedPoints,
  size: DiscSize,
  maxCount: number,
  task: Task,
): Promise<MergeResult> {
  const discs = new Discs(points, size);
  if (task.isDue()) await task.yield(0);
  let steps = 0;
  for (let disc = 0; disc < discs.length; disc += 1) {
    steps += discs.findPartner(disc);
    if (steps < STEPS_PER_YIELD_POINT) continue;
    steps = 0;
    if (task.isDue()) await task.yield((0.5 * disc) / discs.length);
  }
  while (discs.hasOverlaps) {
    steps += QUEUE_STEPS;
    const disc = discs.mergeWorstPair();
    if (disc !== NO_INDEX) {
      const count = discs.count[disc] ?? 0;
      if (count > maxCount) return { kind: 'too-large', count };
      steps += discs.findPartner(disc);
    }
    if (steps < STEPS_PER_YIELD_POINT) continue;
    steps = 0;
    if (task.isDue()) await task.yield(0.5);
  }
  if (task.isDue()) await task.yield(0.9);
  return { kind: 'merged', grouping: discs.grouping() };
}
