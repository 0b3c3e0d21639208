import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { CategoryColumn } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import { startOfDay } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { TimeColumns } from './build-interval-index.ts';
import type { BinnedColumn } from './facet-bins.ts';
import { NONE, type FilteredRows } from './filtered-rows.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';

/** Positions of filtered rows that touch a window, and whether they are in it for certain. */
export type WindowRows = {
  readonly length: number;
  readonly positions: Uint32Array;
  readonly isInside: Uint8Array;
};

/** Position of the first of `[0, end)` for which `isPast` is true; true for all after it. */
function firstPast(end: number, isPast: (at: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finds the rows of a window: a look at those of its days, and at the long ones. */
export async function rowsInWindow(
  { rows, long, latestEnd }: FilteredRows,
  { from, to }: TimeColumns,
  window: TimeRange,
  task: Task,
): Promise<WindowRows> {
  // Rows are in the order of their first days.
  const begin = firstPast(long, (at) => (latestEnd[at] ?? 0) > window.from);
  const end = firstPast(long, (at) => startOfDay(from[rows[at] ?? 0] ?? 0) >= window.to);
  const positions = new Uint32Array(Math.max(end - begin, 0) + rows.length - long);
  const isInside = new Uint8Array(positions.length);
  let length = 0;
  const add = (at: number): void => {
    const row = rows[at] as number;
    const first = from[row] as number;
    const last = to[row] as number;
    if (first >= window.to || last <= window.from) return;
    positions[length] = at;
    isInside[length++] = first >= window.from && last <= window.to ? 1 : 0;
  };
  for (let at = begin; at < end; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / rows.length);
    add(at);
  }
  for (let at = long; at < rows.length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / rows.length);
    add(at);
  }
  return { length, positions, isInside };
}

/** The rows of a window that a facet counts, and 1 for those that are certain. */
export type CountedRows = {
  readonly length: number;
  readonly rows: Uint32Array;
  readonly isCertain: Uint8Array;
};

/** The rows for all facets on fields that no clause is on, or for the one on a field that has a clause. */
export function countedRows(
  { rows, failedBy, doubtedBy, fields }: FilteredRows,
  { length, positions, isInside }: WindowRows,
  field: FieldKey | undefined,
): CountedRows {
  const own = field === undefined ? -1 : fields.indexOf(field, 1);
  const counted = new Uint32Array(length);
  const isCertain = new Uint8Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    const position = positions[at] as number;
    const failed = failedBy[position] as number;
    if (failed !== NONE && failed !== own) continue;
    const doubted = doubtedBy[position] as number;
    counted[count] = rows[position] as number;
    isCertain[count++] = doubted === NONE || doubted === own ? (isInside[at] as number) : 0;
  }
  return { length: count, rows: counted, isCertain };
}

/** Counts that were added at twice the group, possible ones before certain ones. */
function apart(pairs: Uint32Array): GroupCounts {
  const groups = pairs.length / 2;
  const counts = newCounts(groups);
  for (let group = 0; group < groups; group++) {
    counts.possible[group] = pairs[group * 2] as number;
    counts.certain[group] = pairs[group * 2 + 1] as number;
  }
  return counts;
}

// The loops below are written out: a function for each row would take several times as long.

/** The incidents of each value of a field, by code; a row with several values is in each. */
export function countValues(
  { length, rows, isCertain }: CountedRows,
  { values, codes, first }: CategoryColumn,
): GroupCounts {
  const pairs = new Uint32Array(values.length * 2);
  if (!first) {
    for (let at = 0; at < length; at++) {
      const pair = (codes[rows[at] as number] as number) * 2 + (isCertain[at] as number);
      pairs[pair] = (pairs[pair] as number) + 1;
    }
    return apart(pairs);
  }
  for (let at = 0; at < length; at++) {
    const row = rows[at] as number;
    const begin = first[row] as number;
    const end = first[row + 1] as number;
    const certain = isCertain[at] as number;
    if (begin === end) pairs[certain] = (pairs[certain] as number) + 1;
    for (let next = begin; next < end; next++) {
      const pair = (codes[next] as number) * 2 + certain;
      pairs[pair] = (pairs[pair] as number) + 1;
    }
  }
  return apart(pairs);
}

/** The incidents of each bin, and at the end those that give nothing. One that reaches over several bins is possibly in each. */
export function countBins(
  { length, rows, isCertain }: CountedRows,
  { first, last, bins }: BinnedColumn,
): GroupCounts {
  const pairs = new Uint32Array((bins + 1) * 2);
  for (let at = 0; at < length; at++) {
    const row = rows[at] as number;
    const begin = first[row] as number;
    const end = last[row] as number;
    const certain = begin === end ? (isCertain[at] as number) : 0;
    for (let bin = begin; bin <= end; bin++)
      pairs[bin * 2 + certain] = (pairs[bin * 2 + certain] as number) + 1;
  }
  return apart(pairs);
}

/** How many they are. */
export function countRows({ length, isCertain }: CountedRows): {
  readonly certain: number;
  readonly possible: number;
} {
  let certain = 0;
  for (let at = 0; at < length; at++) certain += isCertain[at] as number;
  return { certain, possible: length - certain };
}
