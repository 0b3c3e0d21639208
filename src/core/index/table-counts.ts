import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { TimedRows } from './build-interval-index.ts';
import type { OwnCounts } from './dataset-index.ts';
import { cellsOf, type PossibleRow } from './incident-cells.ts';
import { peopleOf } from './people.ts';
import type { RowCodes } from './row-codes.ts';

/** Counts some rows of a table, which are incidents. `isSeen`: one flag for each place. */
export async function countTable(
  table: IncidentTable,
  times: TimedRows,
  rows: Uint32Array,
  {
    codes,
    isSeen,
    isPossible,
  }: {
    readonly codes: RowCodes;
    readonly isSeen: Uint8Array;
    readonly isPossible: PossibleRow;
  },
  task: Task,
): Promise<OwnCounts> {
  const seen = isSeen.includes(0) ? await seenRows(table, rows, isSeen, task.part(0, 0.1)) : rows;
  const cells = await cellsOf(codes, false, times, seen, isPossible, task.part(0.1, 0.8));
  const areas = await cellsOf(codes, true, times, seen, isPossible, task.part(0.8, 1));
  return { cells, areas, people: peopleOf(table, times, seen, isPossible), now: undefined };
}

async function seenRows(
  { place }: IncidentTable,
  rows: Uint32Array,
  isSeen: Uint8Array,
  task: Task,
): Promise<Uint32Array> {
  const seen = new Uint32Array(rows.length);
  let length = 0;
  for (let position = 0; position < rows.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(position / rows.length);
    const row = rows[position] ?? 0;
    if (isSeen[place[row] ?? 0] === 1) seen[length++] = row;
  }
  return seen.subarray(0, length);
}
