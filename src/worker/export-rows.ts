import { knownBeforeOf, withoutKind } from '../core/filters/filter.ts';
import type { PossibleRow } from '../core/index/incident-cells.ts';
import type { RecordList } from '../core/index/record-list.ts';
import type { IncidentTable } from '../core/records/incident-table.ts';
import { spanOfPeriods } from '../core/time/in-periods.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { Task } from '../core/base/task.ts';
import { rowsCsv, type TableRows } from './export-csv.ts';
import type { OpenDatasets } from './open-datasets.ts';
import type { ExportRequest } from './protocol.ts';
import { rowsInPeriods } from './rows-in-periods.ts';

/** References of records, by table. */
const tableRows = ({ on }: Pick<OpenDatasets, 'on'>, refs: Uint32Array): readonly TableRows[] =>
  on.map(({ index: { table, firstRef } }) => {
    const own = refs.filter((ref) => ref >= firstRef && ref < firstRef + table.length);
    return { table, rows: Uint32Array.from(own, (ref) => ref - firstRef) };
  });

/** The rows of a list as CSV. `list`: the records of the request in a window. */
export async function exportRows(
  { on, all }: Pick<OpenDatasets, 'on' | 'all'>,
  { filter, window: first, compared, selection }: ExportRequest,
  list: (window: TimeRange, task: Task) => Promise<RecordList | undefined>,
  task: Task,
): Promise<Blob> {
  // All of it before the first await: data sets may be switched, or read on, while this lists.
  const periods = compared && { a: first, b: compared };
  const listing = await list(periods ? spanOfPeriods(periods) : first, task.part(0, 0.1));
  const setNames = new Map(all.map(({ number, name }) => [number, name]));
  const listed = tableRows({ on }, listing?.rows ?? new Uint32Array(0));
  const parts: TableRows[] = [];
  for (const part of listed)
    parts.push(periods ? await rowsInPeriods(part, periods, task.part(0.1, 0.1)) : part);
  const others = withoutKind(filter, 'known');
  const possible = new Map<IncidentTable, PossibleRow>();
  for (const { index } of on) possible.set(index.table, await index.possible(others, task));
  const saving = {
    setNames,
    selection,
    periods,
    knownBefore: knownBeforeOf(filter),
    possibleIn: (table: IncidentTable) => possible.get(table),
  };
  return rowsCsv(parts, saving, task.part(0.1, 1));
}
