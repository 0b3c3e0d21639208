import { inReadingOrder } from '../core/records/contents.ts';
import type { IncidentTable } from '../core/records/incident-table.ts';
import type { Task } from '../core/base/task.ts';
import { CsvFile } from '../formats/export/csv-text.ts';
import type { ImportReader } from '../formats/import/import-reader.ts';
import { SavedTable } from '../formats/export/saved-table.ts';

/** Lines between two yield points. */
const CHUNK = 200;

/** Every note of a reading report, a row each. */
export async function notesCsv(
  file: ImportReader | undefined,
  headings: readonly string[],
  task: Task,
): Promise<Blob> {
  const csv = new CsvFile();
  csv.add(headings);
  let lines = 0;
  for (const cells of file?.noteRows() ?? []) {
    csv.add(cells);
    if (++lines % CHUNK === 0 && task.isDue()) await task.yield(0.5);
  }
  return csv.finish();
}

/**
 * Rows of a table as CSV, see `SavedTable`; in the order of their files, one file after the other, so
 * that each part of a file is read once.
 */
export async function rowsCsv(
  table: IncidentTable,
  rows: Uint32Array<ArrayBuffer>,
  setNames: ReadonlyMap<number, string>,
  task: Task,
): Promise<Blob> {
  const order = await inReadingOrder(table, rows, task.part(0, 0.1));
  const saved = new SavedTable(table, order, setNames);
  const csv = new CsvFile();
  csv.add(saved.header);
  for (let at = 0; at < order.length; at++) {
    const cells = saved.cellsOf(order[at] ?? 0);
    if (cells) csv.add(cells);
    if (at % CHUNK === CHUNK - 1 && task.isDue()) await task.yield(0.1 + (0.9 * at) / order.length);
  }
  return csv.finish();
}
