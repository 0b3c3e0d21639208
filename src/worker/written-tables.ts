import { recordedAt } from '../core/incident/contents.ts';
import type { IncidentTable } from '../core/incident/incident-table.ts';
import type { Steps } from '../core/steps.ts';
import { BYTE_ORDER_MARK, csvLine } from '../formats/own-file/csv-text.ts';
import type { OwnFile } from '../formats/own-file/own-file.ts';
import { recordCells } from '../formats/own-file/record-cells.ts';

/** Lines between two breaths. */
const CHUNK = 500;
const CSV = { type: 'text/csv;charset=utf-8' };

/** Which set a row belongs to, beside its own columns. */
const SET_COLUMN = 'dataset';

/** Every note of a reading report, a row each. */
export function* notesTable(file: OwnFile | undefined): Steps<Blob> {
  const parts = [BYTE_ORDER_MARK, csvLine(['row', 'note', 'column', 'cell'])];
  for (const cells of file?.noteRows() ?? []) {
    parts.push(csvLine(cells));
    if (parts.length % CHUNK === 0) yield 0.5;
  }
  return new Blob(parts, CSV);
}

/**
 * Rows of a table with the columns of all their sets, each set's in its own order, and the set's name
 * first. Two passes over the rows: one for the columns, one for the cells.
 */
export function* rowsTable(
  table: IncidentTable,
  rows: Uint32Array,
  setNames: ReadonlyMap<number, string>,
): Steps<Blob> {
  const columns = new Map<string, number>();
  for (let at = 0; at < rows.length; at++) {
    const recorded = recordedAt(table, rows[at] ?? 0);
    for (const { column } of recorded ? recordCells(recorded.record) : [])
      if (!columns.has(column)) columns.set(column, columns.size);
    if (at % CHUNK === CHUNK - 1) yield (0.5 * at) / rows.length;
  }
  const parts = [BYTE_ORDER_MARK, csvLine([SET_COLUMN, ...columns.keys()])];
  for (let at = 0; at < rows.length; at++) {
    const recorded = recordedAt(table, rows[at] ?? 0);
    if (recorded) {
      const set = table.layers[recorded.layer]?.set ?? 0;
      const cells = Array.from({ length: columns.size }, () => '');
      for (const { column, text } of recordCells(recorded.record))
        cells[columns.get(column) ?? 0] = text;
      parts.push(csvLine([setNames.get(set) ?? '', ...cells]));
    }
    if (at % CHUNK === CHUNK - 1) yield 0.5 + (0.5 * at) / rows.length;
  }
  return new Blob(parts, CSV);
}
