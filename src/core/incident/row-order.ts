import { sortByKey } from '../cube/sort-by-key.ts';
import type { Steps } from '../steps.ts';
import { startOfDay } from '../time/minute.ts';

/** Half of the range of 32 bits: minutes before 1970 sort before those after it. */
const MIDDLE = 2 ** 31;

/**
 * The order of a table for rows in any order, as positions: by first day, last day, `from`, `to`; what
 * is equal keeps its order. Four radix sorts, or one look where the rows are in order already.
 */
export function* rowOrder(from: Int32Array, to: Int32Array): Steps<Uint32Array<ArrayBuffer>> {
  const positions = Uint32Array.from(from, (_, position) => position);
  if (isOrdered(from, to)) return positions;
  let order = yield* sortByKey(positions, (row) => (to[row] ?? 0) + MIDDLE);
  order = yield* sortByKey(order, (row) => (from[row] ?? 0) + MIDDLE);
  order = yield* sortByKey(order, (row) => startOfDay((to[row] ?? 0) - 1) + MIDDLE);
  return yield* sortByKey(order, (row) => startOfDay(from[row] ?? 0) + MIDDLE);
}

function isOrdered(from: Int32Array, to: Int32Array): boolean {
  for (let row = 1; row < from.length; row++) {
    const [start = 0, end = 0, before = 0, endBefore = 0] = [
      from[row],
      to[row],
      from[row - 1],
      to[row - 1],
    ];
    const step =
      startOfDay(start) - startOfDay(before) ||
      startOfDay(end - 1) - startOfDay(endBefore - 1) ||
      start - before ||
      end - endBefore;
    if (step < 0) return false;
  }
  return true;
}
