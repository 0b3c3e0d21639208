import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { groupByCell } from './group-by-cell.ts';
import { NO_INDEX, pairHash, slotsFor, type WeightedPoints } from './weighted-points.ts';

/**
 * The most incidents in a square of this side, of the squares that begin at multiples of half of it:
 * each is four cells of half the side.
 */
export async function densestSquare(
  points: WeightedPoints,
  side: number,
  task: Task,
): Promise<number> {
  const half = side / 2;
  const cells = await groupByCell(points, half, points.length, task.part(0, 0.5));
  if (!cells) return 0;
  const { length, x, y, count } = cells.groups;
  const mask = slotsFor(length) - 1;
  const slots = new Uint32Array(mask + 1).fill(NO_INDEX);
  const columnOf = (cell: number): number => Math.floor((x[cell] ?? 0) / half);
  const rowOf = (cell: number): number => Math.floor((y[cell] ?? 0) / half);
  const slotOf = (column: number, row: number): number => {
    let slot = pairHash(column, row) & mask;
    for (let cell = slots[slot] ?? NO_INDEX; cell !== NO_INDEX; cell = slots[slot] ?? NO_INDEX) {
      if (columnOf(cell) === column && rowOf(cell) === row) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  for (let cell = 0; cell < length; cell += 1) {
    if (cell % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.5);
    slots[slotOf(columnOf(cell), rowOf(cell))] = cell;
  }
  const countAt = (column: number, row: number): number => {
    const cell = slots[slotOf(column, row)] ?? NO_INDEX;
    return cell === NO_INDEX ? 0 : (count[cell] ?? 0);
  };
  let most = 0;
  for (let cell = 0; cell < length; cell += 1) {
    if (cell % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.6 + (0.4 * cell) / length);
    const column = columnOf(cell);
    const row = rowOf(cell);
    // A square may begin at an empty cell to the left of this one.
    const own = countAt(column, row) + countAt(column, row + 1);
    const right = countAt(column + 1, row) + countAt(column + 1, row + 1);
    const left = countAt(column - 1, row) + countAt(column - 1, row + 1);
    most = Math.max(most, own + Math.max(left, right));
  }
  return most;
}
