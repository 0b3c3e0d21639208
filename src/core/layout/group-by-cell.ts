import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import {
  NO_INDEX,
  newWeightedPoints,
  pairHash,
  slotsFor,
  type Grouping,
  type WeightedPoints,
} from './weighted-points.ts';

/** Offsets in a cell are whole numbers below this, so that their sums are exact in any order. */
const CELL_UNITS = 2 ** 20;

/**
 * One group for all points in a square cell of a grid, at their weighted mean. The groups come in the
 * order of their first points; all else is independent of the order of the points.
 * Undefined when there are more than `maxGroups` groups.
 */
export async function groupByCell(
  { length, x, y, count }: WeightedPoints,
  side: number,
  maxGroups: number,
  task: Task,
): Promise<Grouping | undefined> {
  const limit = Math.min(length, maxGroups);
  const mask = slotsFor(limit) - 1;
  const slots = new Uint32Array(mask + 1).fill(NO_INDEX);
  const columns = new Int32Array(limit);
  const rows = new Int32Array(limit);
  const sumX = new Float64Array(limit);
  const sumY = new Float64Array(limit);
  const counts = new Uint32Array(limit);
  const groupOf = new Uint32Array(length);
  let known = 0;
  for (let point = 0; point < length; point += 1) {
    if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(point / length);
    const inCellsX = (x[point] ?? 0) / side;
    const inCellsY = (y[point] ?? 0) / side;
    const column = Math.floor(inCellsX);
    const row = Math.floor(inCellsY);
    let slot = pairHash(column, row) & mask;
    let group = slots[slot] ?? NO_INDEX;
    while (group !== NO_INDEX && (columns[group] !== column || rows[group] !== row)) {
      slot = (slot + 1) & mask;
      group = slots[slot] ?? NO_INDEX;
    }
    if (group === NO_INDEX) {
      if (known === maxGroups) return undefined;
      group = known;
      known += 1;
      slots[slot] = group;
      columns[group] = column;
      rows[group] = row;
    }
    const weight = count[point] ?? 0;
    sumX[group] = (sumX[group] ?? 0) + weight * Math.floor((inCellsX - column) * CELL_UNITS);
    sumY[group] = (sumY[group] ?? 0) + weight * Math.floor((inCellsY - row) * CELL_UNITS);
    counts[group] = (counts[group] ?? 0) + weight;
    groupOf[point] = group;
  }
  const groups = newWeightedPoints(known);
  for (let group = 0; group < known; group += 1) {
    if (group % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(1);
    const weight = counts[group] ?? 1;
    // Rounding down took half a unit on average.
    const meanOf = (sum = 0): number => (sum / weight + 0.5) / CELL_UNITS;
    groups.x[group] = ((columns[group] ?? 0) + meanOf(sumX[group])) * side;
    groups.y[group] = ((rows[group] ?? 0) + meanOf(sumY[group])) * side;
    groups.count[group] = counts[group] ?? 0;
  }
  return { groupOf, groups };
}
