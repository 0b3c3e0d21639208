import type { TimeRange } from '../time/time-range.ts';
import type { BlockSums } from './block-sums.ts';
import type { TimeColumns } from './build-interval-index.ts';
import { passesOthers, type FilteredRows } from './filtered-rows.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';
import type { CountedRows, RowGroups } from './row-groups.ts';

/** Filtered rows of a window. */
export type WindowRows = {
  /** Runs of blocks all of whose rows are certainly in it. */
  readonly blocks: readonly { readonly begin: number; readonly end: number }[];
  /** Positions of the others that touch it, and 1 for those that are certainly in it. */
  readonly length: number;
  readonly positions: Uint32Array;
  readonly isInside: Uint8Array;
};

/** Finds the rows of a window: a look at each block, and at the rows of those at its ends. */
export function rowsInWindow(
  { rows, long, block: size, blockFrom, blockTo }: FilteredRows,
  { from, to }: TimeColumns,
  window: TimeRange,
): WindowRows {
  const blocks: { begin: number; end: number }[] = [];
  const edges: { readonly begin: number; readonly end: number }[] = [
    { begin: long, end: rows.length },
  ];
  for (let block = 0; block < blockFrom.length; block++) {
    const first = blockFrom[block] as number;
    const last = blockTo[block] as number;
    if (first >= window.to || last <= window.from) continue;
    const begin = block * size;
    const end = Math.min(begin + size, long);
    const isInside = first >= window.from && last <= window.to && end - begin === size;
    const before = blocks.at(-1);
    if (!isInside) edges.push({ begin, end });
    else if (before?.end === block) before.end++;
    else blocks.push({ begin: block, end: block + 1 });
  }
  const most = edges.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const positions = new Uint32Array(most);
  const isInside = new Uint8Array(most);
  let length = 0;
  for (const { begin, end } of edges)
    for (let at = begin; at < end; at++) {
      const row = rows[at] as number;
      const first = from[row] as number;
      const last = to[row] as number;
      if (first >= window.to || last <= window.from) continue;
      positions[length] = at;
      isInside[length++] = first >= window.from && last <= window.to ? 1 : 0;
    }
  return { blocks, length, positions, isInside };
}

/** The rows outside of whole blocks that a facet counts. `own`: the number of its clauses, see `FilteredRows`. */
export function edgeRows(
  filtered: FilteredRows,
  { length, positions, isInside }: WindowRows,
  own: number,
): CountedRows {
  const { rows } = filtered;
  const counted = new Uint32Array(length);
  const isCertain = new Uint8Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    const position = positions[at] as number;
    const passes = passesOthers(filtered, position, own);
    if (passes === undefined) continue;
    counted[count] = rows[position] as number;
    isCertain[count++] = passes & (isInside[at] as number);
  }
  return { length: count, rows: counted, isCertain };
}

/** The incidents of a window in each group. */
export function countGroups(
  groups: RowGroups,
  sums: BlockSums,
  { blocks }: WindowRows,
  edges: CountedRows,
): GroupCounts {
  const pairs = new Uint32Array(groups.length * 2);
  for (const { begin, end } of blocks) sums.add(pairs, begin, end);
  groups.add(pairs, edges, 0, edges.length);
  groups.finish?.(pairs);
  const counts = newCounts(groups.length);
  for (let group = 0; group < groups.length; group++) {
    counts.possible[group] = pairs[group * 2] as number;
    counts.certain[group] = pairs[group * 2 + 1] as number;
  }
  return counts;
}
