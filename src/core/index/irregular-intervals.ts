import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { IntervalIndex } from './interval-index.ts';

/** Half of the range of 32 bits: minutes before 1970 sort before those after it. */
const MIDDLE = 2 ** 31;

type Ends = { readonly from: Int32Array; readonly to: Int32Array };

/** All rows of irregular length of a table, ascending; and the rank of each by its start, and by its end. */
export type IrregularOrder = {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly startRank: Uint32Array<ArrayBuffer>;
  readonly endRank: Uint32Array<ArrayBuffer>;
};

/** Sorts the rows once, so that those of a filter need no sorting. */
export async function irregularOrder(
  { from, to }: Ends,
  rows: Uint32Array<ArrayBuffer>,
  task: Task,
): Promise<IrregularOrder> {
  const rankBy = async (ends: Int32Array, part: Task): Promise<Uint32Array<ArrayBuffer>> => {
    const all = rows.map((_, at) => at);
    const order = await sortByKey(all, (at) => (ends[rows[at] ?? 0] ?? 0) + MIDDLE, part);
    const rank = new Uint32Array(rows.length);
    order.forEach((at, position) => (rank[at] = position));
    return rank;
  };
  return {
    rows,
    startRank: await rankBy(from, task.part(0, 0.5)),
    endRank: await rankBy(to, task.part(0.5, 1)),
  };
}

/** Some rows of irregular length, ascending, and the group of each. */
export type IrregularRows = {
  readonly row: Uint32Array<ArrayBuffer>;
  readonly group: Uint32Array<ArrayBuffer>;
};

type IrregularIntervals = Pick<
  IntervalIndex,
  'irregularStarts' | 'irregularEnds' | 'irregularSortedEnds' | 'irregularLongest'
>;

/**
 * Puts the intervals of irregular length into their groups, in the order of their starts and in that of their
 * ends. `begins`: where each group begins, and the end of the last. Costs a pass over all irregular rows
 * of the table, and sorts nothing.
 */
export async function sortIrregular(
  { from, to }: Ends,
  { rows, startRank, endRank }: IrregularOrder,
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

  /** Gives every interval its position in its group, in the order of a rank. */
  const assign = async (
    rank: Uint32Array,
    take: (own: number, position: number, row: number) => void,
    part: Task,
  ): Promise<void> => {
    /** By rank: where the row is in `row`, plus 1. */
    const ranked = new Uint32Array(rows.length);
    for (let known = 0, at = 0; known < rows.length; known++)
      if (rows[known] === row[at]) ranked[rank[known] as number] = ++at;
    const next = begins.slice();
    for (let position = 0; position < ranked.length; position++) {
      if (position % ROWS_PER_YIELD_POINT === 0 && part.isDue())
        await part.yield(position / ranked.length);
      const at = (ranked[position] as number) - 1;
      if (at === -1) continue;
      const own = group[at] as number;
      const place = next[own] as number;
      next[own] = place + 1;
      take(own, place, row[at] as number);
    }
  };
  await assign(
    startRank,
    (own, position, row) => {
      const start = from[row] ?? 0;
      const end = to[row] ?? 0;
      irregularStarts[position] = start;
      irregularEnds[position] = end;
      irregularLongest[own] = Math.max(irregularLongest[own] ?? 0, end - start);
    },
    task.part(0, 0.5),
  );
  await assign(
    endRank,
    (_, position, row) => (irregularSortedEnds[position] = to[row] ?? 0),
    task.part(0.5, 1),
  );
  return sorted;
}
