import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT, STEPS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { sortByKey } from '../base/sort-by-key.ts';
import {
  bucketOf,
  coordinateHash,
  newWeightedPoints,
  firstPoints,
  NO_INDEX,
  indexes,
  reordered,
  slotsFor,
  type Grouping,
  type WeightedPoints,
} from './weighted-points.ts';

/** Up to this many places, each is a mark of its own, and only what overlaps is joined. */
const MAX_UNGATHERED = 2_000;
/** Of more places, those this near to a larger one are gathered around it first. */
export const GATHER_PIXELS = 36;

/** Descending by count; equal ones in no direction of the map, so that gathering draws no lines. */
async function seedOrder(
  { length, x, y, count }: WeightedPoints,
  task: Task,
): Promise<Uint32Array> {
  const hashOf = (point: number): number => coordinateHash(x[point] ?? 0, y[point] ?? 0);
  const scattered = await sortByKey(indexes(length), hashOf, task.part(0, 0.5));
  return sortByKey(scattered, (point) => ~(count[point] ?? 0), task.part(0.5, 1));
}

/** One group for all points of equal coordinates; `undefined` where there are too many. */
export function distinctGroups({ length, x, y, count }: WeightedPoints): Grouping | undefined {
  const mask = slotsFor(MAX_UNGATHERED) - 1;
  const slots = new Uint32Array(mask + 1).fill(NO_INDEX);
  const groupOf = new Uint32Array(length);
  const groups = newWeightedPoints(Math.min(length, MAX_UNGATHERED));
  let known = 0;
  for (let point = 0; point < length; point += 1) {
    const [atX, atY] = [x[point] ?? 0, y[point] ?? 0];
    let slot = coordinateHash(atX, atY) & mask;
    let group = slots[slot] ?? NO_INDEX;
    while (group !== NO_INDEX && (groups.x[group] !== atX || groups.y[group] !== atY)) {
      slot = (slot + 1) & mask;
      group = slots[slot] ?? NO_INDEX;
    }
    if (group === NO_INDEX) {
      if (known === MAX_UNGATHERED) return undefined;
      group = known;
      known += 1;
      slots[slot] = group;
      groups.x[group] = atX;
      groups.y[group] = atY;
    }
    groups.count[group] = (groups.count[group] ?? 0) + (count[point] ?? 0);
    groupOf[point] = group;
  }
  return { groupOf, groups: firstPoints(groups, known) };
}

/** Points sorted by cell; each bucket is cut short as its points are taken out. */
class Cells {
  readonly #points: WeightedPoints;
  readonly #side: number;
  readonly #mask: number;
  /** Two of each bucket: where it starts, and where it ends. */
  readonly #bounds: Uint32Array;
  readonly #point: Uint32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;

  constructor(points: WeightedPoints, side: number) {
    const { length } = points;
    this.#points = points;
    this.#side = side;
    this.#mask = slotsFor(length / 2) - 1;
    this.#bounds = new Uint32Array(2 * this.#mask + 2);
    this.#point = new Uint32Array(length);
    this.#x = new Float64Array(length);
    this.#y = new Float64Array(length);
  }

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
      const held = bounds[end] ?? 0;
      bounds[end - 1] = bounds[end] = start;
      start += held;
    }
    for (let point = 0; point < length; point += 1) {
      if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(0.4 + (0.6 * point) / length);
      const end = 2 * this.#bucket(point) + 1;
      const place = bounds[end] ?? 0;
      bounds[end] = place + 1;
      this.#point[place] = point;
      this.#x[place] = x[point] ?? 0;
      this.#y[place] = y[point] ?? 0;
    }
  }

  #bucket(point: number): number {
    const column = Math.floor((this.#points.x[point] ?? 0) / this.#side);
    const row = Math.floor((this.#points.y[point] ?? 0) / this.#side);
    return bucketOf(column, row, this.#mask);
  }

  /** Takes out all points within one side of a spot; `taken` receives them. Returns its steps. */
  takeAround(x: number, y: number, taken: (point: number) => void): number {
    const side = this.#side;
    const column = Math.floor(x / side);
    const row = Math.floor(y / side);
    let steps = 0;
    for (let cell = 0; cell < 9; cell += 1) {
      const at = bucketOf(column - 1 + (cell % 3), row - 1 + Math.floor(cell / 3), this.#mask);
      let place = this.#bounds[2 * at] ?? 0;
      let end = this.#bounds[2 * at + 1] ?? 0;
      steps += 1 + end - place;
      while (place < end) {
        const dx = (this.#x[place] ?? 0) - x;
        const dy = (this.#y[place] ?? 0) - y;
        if (dx * dx + dy * dy > side * side) {
          place += 1;
          continue;
        }
        taken(this.#point[place] ?? 0);
        end -= 1;
        this.#point[place] = this.#point[end] ?? 0;
        this.#x[place] = this.#x[end] ?? 0;
        this.#y[place] = this.#y[end] ?? 0;
      }
      this.#bounds[2 * at + 1] = end;
    }
    return steps;
  }
}

/** Gathers around each point, the largest first, the yet free ones near it. */
export async function gatherPlaces(
  scattered: WeightedPoints,
  scale: number,
  task: Task,
): Promise<Grouping> {
  const order = await seedOrder(scattered, task.part(0, 0.2));
  if (task.isDue()) await task.yield(0.2);
  const points = reordered(scattered, order);
  if (task.isDue()) await task.yield(0.2);
  const cells = new Cells(points, GATHER_PIXELS / scale);
  await cells.fill(task.part(0.2, 0.3));
  const groupOf = new Uint32Array(points.length).fill(NO_INDEX);
  const groups = newWeightedPoints(points.length);
  let known = 0;
  let sumX = 0;
  let sumY = 0;
  let sum = 0;
  const take = (point: number): void => {
    const count = points.count[point] ?? 0;
    sumX += (points.x[point] ?? 0) * count;
    sumY += (points.y[point] ?? 0) * count;
    sum += count;
    groupOf[point] = known;
  };
  let steps = 0;
  for (let seed = 0; seed < points.length; seed += 1) {
    if (groupOf[seed] !== NO_INDEX) continue;
    sumX = sumY = sum = 0;
    steps += cells.takeAround(points.x[seed] ?? 0, points.y[seed] ?? 0, take);
    groups.x[known] = sumX / sum;
    groups.y[known] = sumY / sum;
    groups.count[known] = sum;
    known += 1;
    if (steps < STEPS_PER_YIELD_POINT) continue;
    steps = 0;
    if (task.isDue()) await task.yield(0.3 + (0.7 * seed) / points.length);
  }
  const groupOfScattered = new Uint32Array(points.length);
  for (let seed = 0; seed < order.length; seed += 1) {
    if (seed % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(1);
    groupOfScattered[order[seed] ?? 0] = groupOf[seed] ?? 0;
  }
  return { groupOf: groupOfScattered, groups: firstPoints(groups, known) };
}
