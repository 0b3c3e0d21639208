import type { Fault } from '../../../../src/core/faults/fault.ts';
import type { Result } from '../../../../src/core/base/result.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { openCsv } from '../../../../src/formats/csv/open-csv.ts';
import { memorySource } from '../../../../src/formats/source/byte-source.ts';
import type { TableReader, RowCursor } from '../../../../src/formats/table/table-reader.ts';

const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

export const openBytes = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<TableReader, Fault>> =>
  await openCsv(memorySource('a.csv', bytes), UNINTERRUPTED);

export async function sheetOf(text: string): Promise<TableReader> {
  const result = await openBytes(bytesOf(text));
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** A row as plain data: its line, then its cells; its flaw between them where it has one. */
export type ReadRow = readonly (string | number)[];

const readRow = (row: RowCursor): ReadRow => [
  row.number,
  ...(row.issue ? [row.issue] : []),
  ...Array.from({ length: row.cells }, (_, column) => row.text(column)),
];

export const readRows = (sheet: TableReader): readonly ReadRow[] =>
  Array.from(sheet.rows(), readRow);

/** The rows again, each found by its offset, the last one first. */
export const readRowsByOffset = (sheet: TableReader): readonly ReadRow[] =>
  Array.from(sheet.rows(), (row) => row.offset)
    .toReversed()
    .map((offset) => readRow(sheet.rowAt(offset)))
    .toReversed();
