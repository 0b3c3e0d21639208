import { PairNumbers } from '../base/pair-numbers.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { buildIntervalIndex, type TimedRows } from './build-interval-index.ts';
import type { MarkQuery, MarkShare } from './dataset-index.ts';
import { markCodeColumns, markCodeOf, type PossibleRow } from './incident-cells.ts';
import { NO_GROUP } from './interval-index.ts';
import { NO_ROW } from './mark-view.ts';

/**
 * Counts the rows that pass a filter for the marks of a view: one pass over the rows, and those of
 * `buildIntervalIndex`. Cells are numbered as they are met, so memory is by what a mark holds, however
 * many layers there are.
 */
export async function markShareOf(
  table: IncidentTable,
  times: TimedRows,
  passing: Uint32Array,
  { markOf, marks, window, scheme }: Omit<MarkQuery, 'filter'>,
  isPossible: PossibleRow,
  task: Task,
): Promise<MarkShare> {
  const { place } = table;
  const codeOf = markCodeOf(table, scheme, isPossible);
  const { from, to } = times;
  const cells = new PairNumbers();
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
    cellAt[position] = cells.of(mark, codeOf(row));
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
  const { length } = cells;
  const spans = await buildIntervalIndex(
    times,
    passing,
    length,
    (position) => cellAt[position] ?? NO_GROUP,
    task.part(0.4, 1),
  );
  return {
    cells: {
      length,
      mark: cells.first.slice(),
      ...markCodeColumns(cells.second),
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
