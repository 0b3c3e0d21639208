import type { FileRow } from '../../core/incident/file-row.ts';
import type { Recorded } from '../../core/incident/recorded.ts';
import type { Row } from '../../core/incident/incident-table.ts';

/** Records of a list that are printed: about 70 pages. */
export const MAX_PRINTED = 1_000;

const PAGE = 100;
/** Characters of a text that a card may show. */
const MAX_TEXT = 600;

const withoutCells = (row: FileRow): FileRow => ({
  ...row,
  cells: [],
  reports: [],
  text: row.text && { ...row.text, text: row.text.text.slice(0, MAX_TEXT) },
});

/** What a card needs of a record: the cells of a row may be megabytes. */
const cardOf = (recorded: Recorded): Recorded =>
  recorded.record.kind === 'file'
    ? { ...recorded, record: { kind: 'file', fileRow: withoutCells(recorded.record.fileRow) } }
    : recorded;

/** Records in the order of a list; `length` counts the rows that were asked for from its start. */
export type LoadedRows = { readonly length: number; readonly records: ReadonlyMap<Row, Recorded> };

export const NOTHING_LOADED: LoadedRows = { length: 0, records: new Map() };

/**
 * Loads the first rows of a list, a page at a time, and calls back after each: a browser that begins to
 * print waits for nothing.
 */
export async function loadRows(
  rows: Uint32Array,
  load: (rows: readonly Row[], signal: AbortSignal) => Promise<readonly Recorded[]>,
  signal: AbortSignal,
  loaded: (rows: LoadedRows) => void,
): Promise<void> {
  const records = new Map<Row, Recorded>();
  const end = Math.min(rows.length, MAX_PRINTED);
  for (let at = 0; at < end; at += PAGE) {
    const page = rows.subarray(at, Math.min(at + PAGE, end));
    const found = await load([...page], signal);
    signal.throwIfAborted();
    for (const recorded of found) records.set(recorded.row, cardOf(recorded));
    loaded({ length: at + page.length, records });
  }
}
