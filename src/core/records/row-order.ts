import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { DAY, startOfDay } from '../time/minute.ts';

/** Half of the range of 32 bits: minutes before 1970 sort before those after it. */
const MIDDLE = 2 ** 31;
/** More days than 2 ** 31 minutes. */
const MIDDLE_DAY = 2 ** 21;

/**
 * The order of a table for rows in any order, as positions: by first day, last day, `from`, `to`; what
 * is equal keeps its order. Four radix sorts, two short ones where all rows are whole days, or one look
 * where the rows are in order already.
 */
export async function rowOrder(
  from: Int32Array,
  to: Int32Array,
  task: Task,
): Promise<Uint32Array<ArrayBuffer>> {
  const positions = new Uint32Array(from.length);
  for (let row = 0; row < positions.length; row++) positions[row] = row;
  if (isOrdered(from, to)) return positions;
  if (areWholeDays(from, to)) {
    const byEnd = await sortByKey(positions, (row) => (to[row] ?? 0) / DAY + MIDDLE_DAY, task);
    return sortByKey(byEnd, (row) => (from[row] ?? 0) / DAY + MIDDLE_DAY, task);
  }
  let order = await sortByKey(positions, (row) => (to[row] ?? 0) + MIDDLE, task);
  order = await sortByKey(order, (row) => (from[row] ?? 0) + MIDDLE, task);
  order = await sortByKey(order, (row) => startOfDay((to[row] ?? 0) - 1) + MIDDLE, task);
  return sortByKey(order, (row) => startOfDay(from[row] ?? 0) + MIDDLE, task);
}

function areWholeDays(from: Int32Array, to: Int32Array): boolean {
  for (let row = 0; row < from.length; row++)
    if ((from[row] ?? 0) % DAY !== 0 || (to[row] ?? 0) % DAY !== 0) return false;
  return true;
}

function isOrdered(from: Int32Array, to: Int32Array): boolean {
  for (let row = 1; row < from.length; row++) {
    const start = from[row] ?? 0;
    const end = to[row] ?? 0;
    const before = from[row - 1] ?? 0;
    const endBefore = to[row - 1] ?? 0;
    const step =
      startOfDay(start) - startOfDay(before) ||
      startOfDay(end - 1) - startOfDay(endBefore - 1) ||
      start - before ||
      end - endBefore;
    if (step < 0) return false;
  }
  return true;
}
