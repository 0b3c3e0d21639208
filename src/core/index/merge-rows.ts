import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { RecordRef } from '../records/record-ref.ts';
import type { ListedRows } from './dataset-index.ts';
import { compareTimes } from './list-order.ts';

/** Rows of a data set, and the reference of its first one. */
type Part = { readonly rows: ListedRows; readonly firstRef: RecordRef };

/**
 * Rows of several data sets in the order of a list, as references: a merge of neighbours, two and two.
 * What is equal stays in the order of the data sets.
 */
export async function mergedRows(parts: readonly Part[], task: Task): Promise<ListedRows> {
  let runs: readonly ListedRows[] = parts.map(({ rows, firstRef }) => ({
    ...rows,
    row: rows.row.map((row) => row + firstRef),
  }));
  while (runs.length > 1) {
    const next: ListedRows[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one, other] = runs.slice(at, at + 2);
      if (one) next.push(other ? await mergeTwo(one, other, task) : one);
    }
    runs = next;
  }
  return runs[0] ?? newListedRows(0);
}

async function mergeTwo(one: ListedRows, other: ListedRows, task: Task): Promise<ListedRows> {
  if (other.row.length === 0) return one;
  if (one.row.length === 0) return other;
  const length = one.row.length + other.row.length;
  const merged = newListedRows(length);
  let left = 0;
  let right = 0;
  for (let to = 0; to < length; to++) {
    if (to % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(to / length);
    const isLeft =
      right === other.row.length ||
      (left < one.row.length &&
        compareTimes(
          one.from[left] ?? 0,
          one.to[left] ?? 0,
          other.from[right] ?? 0,
          other.to[right] ?? 0,
        ) <= 0);
    const source = isLeft ? one : other;
    const at = isLeft ? left++ : right++;
    merged.row[to] = source.row[at] ?? 0;
    merged.from[to] = source.from[at] ?? 0;
    merged.to[to] = source.to[at] ?? 0;
    merged.isUndated[to] = source.isUndated[at] ?? 0;
    merged.isFirst[to] = source.isFirst[at] ?? 0;
    merged.effectClass[to] = source.effectClass[at] ?? 0;
    merged.isPossible[to] = source.isPossible[at] ?? 0;
  }
  return merged;
}

export const newListedRows = (length: number): ListedRows => ({
  row: new Uint32Array(length),
  from: new Int32Array(length),
  to: new Int32Array(length),
  isUndated: new Uint8Array(length),
  isFirst: new Uint8Array(length),
  effectClass: new Uint8Array(length),
  isPossible: new Uint8Array(length),
});
