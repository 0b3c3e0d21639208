import type { Task } from '../core/base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../core/base/yield-points.ts';
import type { ComparedPeriods } from '../core/time/in-periods.ts';
import type { TableRows } from './export-csv.ts';

/** The rows that are in a period, possibly, without those that lie between the two. */
export async function rowsInPeriods(
  { table, rows }: TableRows,
  { a, b }: ComparedPeriods,
  task: Task,
): Promise<TableRows> {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / rows.length);
    const row = rows[at] ?? 0;
    const from = table.from[row] ?? 0;
    const to = table.to[row] ?? 0;
    // Plain comparisons: a file has a million rows.
    if ((from < a.to && to > a.from) || (from < b.to && to > b.from)) kept[count++] = row;
  }
  return { table, rows: kept.slice(0, count) };
}
