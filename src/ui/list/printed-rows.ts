import { fieldsIn } from '../../core/records/field.ts';
import type { IncidentRecord } from '../../core/records/incident-record.ts';
import type { RecordRef } from '../../core/records/record-ref.ts';

/** Records of a list that are printed: about 70 pages. */
export const MAX_PRINTED = 1_000;

const PAGE = 100;
/** Characters of a text that a card may show. */
const MAX_TEXT = 600;

/** What a card needs of a record: the cells and reports of a row may be megabytes; ours say what was known on a day. */
const cardOf = (recorded: IncidentRecord): IncidentRecord => ({
  ...recorded,
  fields: fieldsIn(recorded, 'card'),
  reports: recorded.reports.kind === 'checked' ? recorded.reports : { kind: 'named', reports: [] },
  text: recorded.text && { ...recorded.text, text: recorded.text.text.slice(0, MAX_TEXT) },
});

/** Records in the order of a list; `length` counts the rows that were asked for from its start. */
export type LoadedRows = {
  readonly length: number;
  readonly records: ReadonlyMap<RecordRef, IncidentRecord>;
};

export const NOTHING_LOADED: LoadedRows = { length: 0, records: new Map() };

/**
 * Loads the first rows of a list, a page at a time, and calls back after each: a browser that begins to
 * print waits for nothing.
 */
export async function loadRows(
  rows: Uint32Array,
  load: (rows: readonly RecordRef[], signal: AbortSignal) => Promise<readonly IncidentRecord[]>,
  signal: AbortSignal,
  loaded: (rows: LoadedRows) => void,
): Promise<void> {
  const records = new Map<RecordRef, IncidentRecord>();
  const end = Math.min(rows.length, MAX_PRINTED);
  for (let at = 0; at < end; at += PAGE) {
    const page = rows.subarray(at, Math.min(at + PAGE, end));
    const found = await load([...page], signal);
    signal.throwIfAborted();
    for (const recorded of found) records.set(recorded.row, cardOf(recorded));
    loaded({ length: at + page.length, records });
  }
}
