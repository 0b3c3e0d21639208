import { tabSeparated } from '../../core/text/tab-separated.ts';
import type { IncidentRecord } from '../../core/records/incident-record.ts';
import type { RecordRef } from '../../core/records/record-ref.ts';

/** What a clipboard, and the spreadsheet behind it, still takes well. */
export const MAX_COPIED = 100_000;

/** Rows that are decoded and written between two frames. */
const PAGE = 100;

type Copied = {
  readonly rows: Uint32Array;
  readonly labels: readonly string[];
  /** The cells of a record under the labels. */
  readonly cellsOf: (record: IncidentRecord) => readonly string[];
};

/** Rows as a text that spreadsheet programs paste as cells, below the names of the columns. */
export async function rowsAsText(
  { rows, labels, cellsOf }: Copied,
  load: (rows: readonly RecordRef[]) => Promise<readonly IncidentRecord[]>,
): Promise<string> {
  const lines = [tabSeparated(labels)];
  for (let at = 0; at < rows.length; at += PAGE)
    for (const record of await load([...rows.subarray(at, at + PAGE)]))
      lines.push(tabSeparated(cellsOf(record)));
  return lines.join('\r\n');
}

/**
 * Puts a text on the clipboard that is still being made: browsers allow that only right after a press, so the
 * clipboard is asked before the text is there, where the browser can.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((whole) => new Blob([whole], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
