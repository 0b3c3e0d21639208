import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';

export const NO_INDEX = 0xffffffff;
const HASH_FACTOR = 0x9e3779b1;
export const WHOLE_32 = 0x1_0000_0000;

/** Points with weights, or groups of them: Mercator x, y and a count each. */
export type WeightedPoints = {
  readonly length: number;
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly count: Uint32Array<ArrayBuffer>;
};
/** Which group each point belongs to, and the groups. */
export type Grouping = {
  readonly groupOf: Uint32Array<ArrayBuffer>;
  readonly groups: WeightedPoints;
};

export const firstPoints = (from: WeightedPoints, length: number): WeightedPoints => ({
  length,
  x: from.x.slice(0, length),
  y: from.y.slice(0, length),
  count: from.count.slice(0, length),
});

export const newWeightedPoints = (length: number): WeightedPoints => ({
  length,
  x: new Float64Array(length),
  y: new Float64Array(length),
  count: new Uint32Array(length),
});

/** Copies in the order in which they will be read: random reads cost more than arithmetic. */
export async function reordered(
  from: WeightedPoints,
  order: Uint32Array,
  task: Task,
): Promise<WeightedPoints> {
  const to = newWeightedPoints(order.length);
  for (let at = 0; at < order.length; at += 1) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / order.length);
    const position = order[at] ?? 0;
    to.x[at] = from.x[position] ?? 0;
    to.y[at] = from.y[position] ?? 0;
    to.count[at] = from.count[position] ?? 0;
  }
  return to;
}

/** Slots for this many entries of a hash table: a power of two, at least twice as many. */
export const slotsFor = (entries: number): number =>
  2 ** Math.ceil(Math.log2(Math.max(entries, 8) * 2));

export function pairHash(a: number, b: number): number {
  const mixed = Math.imul(a, HASH_FACTOR) ^ b;
  const again = Math.imul(mixed ^ (mixed >>> 15), HASH_FACTOR);
  return (again ^ (again >>> 13)) >>> 0;
}

export const coordinateHash = (x: number, y: number): number =>
  pairHash(x * WHOLE_32, y * WHOLE_32);

/** 0, 1, 2 … */
export function indexes(length: number): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) all[at] = at;
  return all;
}

/** Bucket of a cell; cells may share one. Neighbours in a row are neighbours in memory. */
export const bucketOf = (column: number, row: number, mask: number): number =>
  (column + Math.imul(row, HASH_FACTOR)) & mask;
