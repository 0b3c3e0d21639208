import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT, STEPS_PER_YIELD_POINT } from '../base/yield-points.ts';
import {
  bucketOf,
  coordinateHash,
  firstPoints,
  indexes,
  newWeightedPoints,
  NO_INDEX,
  reordered,
  slotsFor,
  type Grouping,
  type WeightedPoints,
} from './weighted-points.ts';

/** Heaviest first. Ties go by a hash of the position: sorted ties would merge along scan lines. */
async function seedOrder({ length, x, y, count }: WeightedPoints, task: Task) {
  const hashOf = (point: number): number => coordinateHash(x[point] ?? 0, y[point] ?? 0);
  const byHash = await sortByKey(indexes(length), hashOf, task.part(0, 0.5));
  return sortByKey(byHash, (point) => ~(count[point] ?? 0), task.part(0.5, 1));
}

/**
 * The points that no cluster has, in a spatial hash: cells as large as the radius, the points of a cell
 * next to each other in memory. A point is taken out by moving the last one of its bucket there.
 *
 *     bounds  ┌ start, end of bucket 0 ┬ start, end of bucket 1 ┬ …
 *     point   └▶ free points … │ taken ┴▶ free points … │ taken ┴ …      and x, y of each
 */
class FreePoints {
  readonly #points: WeightedPoints;
  readonly #radius: number;
  readonly #mask: number;
  readonly #bounds: Uint32Array;
  readonly #point: Uint32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;

  constructor(points: WeightedPoints, radius: number) {
    const { length } = points;
    this.#points = points;
    this.#radius = radius;
    this.#mask = slotsFor(length / 2) - 1;
    this.#bounds = new Uint32Array(2 * this.#mask + 2);
    this.#point = new Uint32Array(length);
    this.#x = new Float64Array(length);
    this.#y = new Float64Array(length);
  }

  /** A counting sort by bucket. */
  async fill(task: Task): Promise<void> {
    const { length, x, y } = this.#points;
    const bounds = this.#bounds;
    for (let point = 0; point < length; point += 1) {
      if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield((0.4 * point) / length);
      const end = 2 * this.#bucket(point) + 1;
      bounds[end] = (bounds[end] ?? 0) + 1;
    }
    let start = 0;
    for (let end = 1; end < bounds.length; end += 2) {
      const size = bounds[end] ?? 0;
      bounds[end - 1] = bounds[end] = start;
      start += size;
    }
    for (let point = 0; point < length; point += 1) {
      if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(0.4 + (0.6 * point) / length);
      const end = 2 * this.#bucket(point) + 1;
      const at = bounds[end] ?? 0;
      bounds[end] = at + 1;
      this.#point[at] = point;
      this.#x[at] = x[point] ?? 0;
      this.#y[at] = y[point] ?? 0;
    }
  }

  #bucket(point: number): number {
    const column = Math.floor((this.#points.x[point] ?? 0) / this.#radius);
    const row = Math.floor((this.#points.y[point] ?? 0) / this.#radius);
    return bucketOf(column, row, this.#mask);
  }

  /** Takes out all points within the radius of a position, for `onTaken`. Returns its steps. */
  takeAround(x: number, y: number, onTaken: (point: number) => void): number {
    const radius = this.#radius;
    const column = Math.floor(x / radius);
    const row = Math.floor(y / radius);
    let steps = 0;
    for (let cell = 0; cell < 9; cell += 1) {
      const bucket = bucketOf(column - 1 + (cell % 3), row - 1 + Math.floor(cell / 3), this.#mask);
      let at = this.#bounds[2 * bucket] ?? 0;
      let end = this.#bounds[2 * bucket + 1] ?? 0;
      steps += 1 + end - at;
      while (at < end) {
        const dx = (this.#x[at] ?? 0) - x;
        const dy = (this.#y[at] ?? 0) - y;
        if (dx * dx + dy * dy > radius * radius) {
          at += 1;
          continue;
        }
        onTaken(this.#point[at] ?? 0);
        end -= 1;
        this.#point[at] = this.#point[end] ?? 0;
        this.#x[at] = this.#x[end] ?? 0;
        this.#y[at] = this.#y[end] ?? 0;
      }
      this.#bounds[2 * bucket + 1] = end;
    }
    return steps;
  }
}

/**
 * Greedy clustering by radius, as supercluster does it (https://github.com/mapbox/supercluster): each
 * point that is still free takes the free points within the radius, and the cluster lies at the mean
 * of its incidents. Unlike there the heaviest points come first, not those that come first in the file.
 */
export async function clusterByRadius(
  points: WeightedPoints,
  radius: number,
  task: Task,
): Promise<Grouping> {
  const order = await seedOrder(points, task.part(0, 0.3));
  const seeds = await reordered(points, order, task.part(0.3, 0.35));
  const free = new FreePoints(seeds, radius);
  await free.fill(task.part(0.35, 0.45));
  const clusterOf = new Uint32Array(seeds.length).fill(NO_INDEX);
  const clusters = newWeightedPoints(seeds.length);
  let length = 0;
  let sumX = 0;
  let sumY = 0;
  let sum = 0;
  const onTaken = (point: number): void => {
    const count = seeds.count[point] ?? 0;
    sumX += (seeds.x[point] ?? 0) * count;
    sumY += (seeds.y[point] ?? 0) * count;
    sum += count;
    clusterOf[point] = length;
  };
  let steps = 0;
  for (let seed = 0; seed < seeds.length; seed += 1) {
    steps += 1;
    if (clusterOf[seed] === NO_INDEX) {
      sumX = sumY = sum = 0;
      steps += free.takeAround(seeds.x[seed] ?? 0, seeds.y[seed] ?? 0, onTaken);
      clusters.x[length] = sumX / sum;
      clusters.y[length] = sumY / sum;
      clusters.count[length] = sum;
      length += 1;
    }
    if (steps < STEPS_PER_YIELD_POINT) continue;
    steps = 0;
    if (task.isDue()) await task.yield(0.45 + (0.5 * seed) / seeds.length);
  }
  const groupOf = new Uint32Array(points.length);
  for (let seed = 0; seed < order.length; seed += 1) {
    if (seed % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.95);
    groupOf[order[seed] ?? 0] = clusterOf[seed] ?? 0;
  }
  return { groupOf, groups: firstPoints(clusters, length) };
}
