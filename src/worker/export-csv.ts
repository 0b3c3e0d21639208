import { inReadingOrder } from '../core/records/contents.ts';
import type { IncidentTable } from '../core/records/incident-table.ts';
import type { Task } from '../core/base/task.ts';
import { CsvFile } from '../formats/export/csv-text.ts';
import type { ImportReader } from '../formats/import/import-reader.ts';
import { SavedTable } from '../formats/export/saved-table.ts';
import type { Saving } from '../formats/export/saving.ts';

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

/** Rows of a table. */
export type TableRows = {
  readonly table: IncidentTable;
  readonly rows: Uint32Array<ArrayBuffer>;
};

/**
 * Rows of tables as CSV, see `SavedTable`; in the order of their files, one file after the other, so
 * that each part of a file is read once.
 */
export async function rowsCsv(
  parts: readonly TableRows[],
  saving: Saving,
  task: Task,
): Promise<Blob> {
  const filled = parts.filter(({ rows }) => rows.length > 0);
  const total = filled.reduce((sum, { rows }) => sum + rows.length, 0);
  const saved = new SavedTable(
    filled.map(({ table }) => table),
    saving,
  );
  const csv = new CsvFile();
  csv.add(saved.header);
  let lines = 0;
  for (const { table, rows } of filled)
    for (const row of await inReadingOrder(table, rows, task.part(0, 0.1))) {
      const cells = saved.cellsOf(table, row);
      if (cells) csv.add(cells);
      if (++lines % CHUNK === 0 && task.isDue()) await task.yield(0.1 + (0.9 * lines) / total);
    }
  return csv.finish();
}
