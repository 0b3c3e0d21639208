import type { Task } from '../base/task.ts';
import { NO_AREA } from '../place/place-table.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { TimedRows } from './build-interval-index.ts';
import type { OwnCounts } from './dataset-index.ts';
import { cellsOf, type PossibleRow } from './incident-cells.ts';
import { peopleOf } from './people.ts';

/** Counts some rows of a table, which are incidents. `isSeen`: one flag for each place. */
export async function countTable(
  table: IncidentTable,
  times: TimedRows,
  rows: Uint32Array,
  {
    scheme,
    isSeen,
    isPossible,
  }: {
    readonly scheme: ColorScheme;
    readonly isSeen: Uint8Array;
    readonly isPossible: PossibleRow;
  },
  task: Task,
): Promise<OwnCounts> {
  const { place, places } = table;
  const isAllSeen = !isSeen.includes(0);
  const seen = isAllSeen ? rows : rows.filter((row) => isSeen[place[row] ?? 0] === 1);
  const areaOf = (row: number): number => places.area[place[row] ?? 0] ?? NO_AREA;
  const cells = await cellsOf(
    table,
    times,
    seen,
    scheme,
    () => NO_AREA,
    isPossible,
    task.part(0, 0.8),
  );
  const inAreas = seen.filter((row) => areaOf(row) !== NO_AREA);
  const areas = await cellsOf(table, times, inAreas, scheme, areaOf, isPossible, task.part(0.8, 1));
  return { cells, areas, people: peopleOf(table, times, seen, isPossible), now: undefined };
}
