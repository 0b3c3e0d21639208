import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { IntervalIndex } from './interval-index.ts';

/** Half of the range of 32 bits: minutes before 1970 sort before those after it. */
const MIDDLE = 2 ** 31;

/** Rows of irregular length, and the group of each. */
export type IrregularRows = {
  readonly row: Uint32Array<ArrayBuffer>;
  readonly group: Uint32Array<ArrayBuffer>;
};

type IrregularIntervals = Pick<
  IntervalIndex,
  'irregularStarts' | 'irregularEnds' | 'irregularSortedEnds' | 'irregularLongest'
>;

/**
 * Sorts the intervals of irregular length of every group, by start and by end. All are sorted at once, then
 * dealt to their groups in that order: so each group is sorted, however many there are. `begins`: where
 * each group begins, and the end of the last.
 */
export async function sortIrregular(
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
  { row, group }: IrregularRows,
  begins: Uint32Array<ArrayBuffer>,
  task: Task,
): Promise<IrregularIntervals> {
  const { length } = row;
  const irregularStarts = new Int32Array(length);
  const irregularEnds = new Int32Array(length);
  const irregularSortedEnds = new Int32Array(length);
  const irregularLongest = new Float64Array(begins.length - 1);
  const sorted = { irregularStarts, irregularEnds, irregularSortedEnds, irregularLongest };
  if (length === 0) return sorted;
  const startOf = (at: number): number => from[row[at] ?? 0] ?? 0;
  const endOf = (at: number): number => to[row[at] ?? 0] ?? 0;

  /** Gives every interval its position in its group, in the order of a key. */
  const deal = async (
    keyOf: (at: number) => number,
    take: (at: number, position: number, own: number) => void,
    part: Task,
  ): Promise<void> => {
    const all = new Uint32Array(length).map((_, at) => at);
    const order = await sortByKey(all, (at) => keyOf(at) + MIDDLE, part.part(0, 0.8));
    const next = begins.slice();
    for (let position = 0; position < length; position++) {
      if (position % ROWS_PER_YIELD_POINT === 0 && part.isDue()) await part.yield(0.8);
      const at = order[position] ?? 0;
      const own = group[at] ?? 0;
      const to = next[own] ?? 0;
      next[own] = to + 1;
      take(at, to, own);
    }
  };
  await deal(
    startOf,
    (at, position, own) => {
      irregularStarts[position] = startOf(at);
      irregularEnds[position] = endOf(at);
      irregularLongest[own] = Math.max(irregularLongest[own] ?? 0, endOf(at) - startOf(at));
    },
    task.part(0, 0.5),
  );
  await deal(
    endOf,
    (at, position) => (irregularSortedEnds[position] = endOf(at)),
    task.part(0.5, 1),
  );
  return sorted;
}
