import { PairNumbers } from '../base/pair-numbers.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { buildIntervalIndex, type TimedRows } from './build-interval-index.ts';
import type { MarkQuery, MarkShare } from './dataset-index.ts';
import type { PossibleRow } from './incident-cells.ts';
import { NO_GROUP } from './interval-index.ts';
import { NO_ROW } from './mark-view.ts';
import type { RowCodes } from './row-codes.ts';

/** More numbers of a mark and its parts than this are looked up by hash: a table of them would be larger than the rows. */
const MAX_IN_TABLE = 2 ** 22;

/**
 * Counts the rows that pass a filter for the marks of a view: one pass over the rows, and those of
 * `buildIntervalIndex`. Cells are numbered as they are met, so memory is by what a mark holds, however
 * many layers there are. Cells of a table are in the order of their marks.
 */
export async function markShareOf(
  { place }: IncidentTable,
  codes: RowCodes,
  times: TimedRows,
  passing: Uint32Array,
  { markOf, marks, window }: Omit<MarkQuery, 'filter' | 'scheme'>,
  isPossible: PossibleRow,
  task: Task,
): Promise<MarkShare> {
  const { from, to } = times;
  const { ofCode, example } = codes.marks;
  /** Of each mark: what it tells apart, twice, the second time of rows that pass only possibly. */
  const parts = 2 * example.length;
  const isInTable = marks * parts <= MAX_IN_TABLE;
  const hashed = new PairNumbers();
  const cellAt = new Uint32Array(passing.length).fill(NO_GROUP);
  const all = new Uint32Array(markOf.length);
  const inWindow = new Uint32Array(markOf.length);
  const firstRow = new Uint32Array(marks).fill(NO_ROW);
  const touching = new Uint32Array(marks);
  const touchingRow = new Uint32Array(marks).fill(NO_ROW);
  const certain = new Uint32Array(marks);
  const certainRow = new Uint32Array(marks).fill(NO_ROW);
  for (let position = 0; position < passing.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.4 * position) / passing.length);
    const row = passing[position] ?? 0;
    const at = place[row] ?? 0;
    const mark = markOf[at] ?? NO_MARK;
    if (mark === NO_MARK) continue;
    all[at] = (all[at] ?? 0) + 1;
    const part = 2 * (ofCode[codes.ofRow[row] ?? 0] ?? 0) + (isPossible?.(row) ? 1 : 0);
    cellAt[position] = isInTable ? mark * parts + part : hashed.of(mark, part);
    if (firstRow[mark] === NO_ROW) firstRow[mark] = row;
    const start = from[row] ?? 0;
    const end = to[row] ?? 0;
    if (start >= window.to || end <= window.from) continue;
    inWindow[at] = (inWindow[at] ?? 0) + 1;
    touching[mark] = (touching[mark] ?? 0) + 1;
    touchingRow[mark] = row;
    if (start < window.from || end > window.to || isPossible?.(row)) continue;
    certain[mark] = (certain[mark] ?? 0) + 1;
    certainRow[mark] = row;
  }
  const cells = isInTable ? numberedPairs(cellAt, marks, parts) : hashed;
  const { length } = cells;
  const spans = await buildIntervalIndex(times, passing, length, cellAt, task.part(0.4, 1));
  const code = Uint32Array.from(cells.second, (part) => example[part >> 1] ?? 0);
  return {
    cells: {
      length,
      mark: cells.first.slice(),
      layer: Uint32Array.from(code, (at) => codes.layer[at] ?? 0),
      effectClass: Uint8Array.from(code, (at) => codes.effectClass[at] ?? 0),
      category: Uint8Array.from(code, (at) => codes.category[at] ?? 0),
      deaths: Uint8Array.from(code, (at) => codes.deaths[at] ?? 0),
      isPossible: Uint8Array.from(cells.second, (part) => part & 1),
      spans,
    },
    places: { all, inWindow },
    firstRow,
    touching,
    touchingRow,
    certain,
    certainRow,
  };
}

/** Replaces pairs, each as one number, by numbers of those that occur, in the order of the pairs. */
function numberedPairs(
  pairAt: Uint32Array,
  firsts: number,
  seconds: number,
): { readonly length: number; readonly first: Uint32Array; readonly second: Uint32Array } {
  const numberOf = new Uint32Array(firsts * seconds);
  for (const pair of pairAt) if (pair !== NO_GROUP) numberOf[pair] = 1;
  const pairs: number[] = [];
  for (let pair = 0; pair < numberOf.length; pair++)
    if (numberOf[pair] === 1) numberOf[pair] = pairs.push(pair) - 1;
  for (let at = 0; at < pairAt.length; at++) {
    const pair = pairAt[at] as number;
    if (pair !== NO_GROUP) pairAt[at] = numberOf[pair] as number;
  }
  return {
    length: pairs.length,
    first: Uint32Array.from(pairs, (pair) => Math.floor(pair / seconds)),
    second: Uint32Array.from(pairs, (pair) => pair % seconds),
  };
}
