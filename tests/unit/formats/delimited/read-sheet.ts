import type { Fault } from '../../../../src/core/fault.ts';
import type { Result } from '../../../../src/core/result.ts';
import { UNINTERRUPTED } from '../../../../src/core/task.ts';
import { openDelimited } from '../../../../src/formats/delimited/open-delimited.ts';
import { memorySource } from '../../../../src/formats/sheet/byte-source.ts';
import type { Sheet, SheetRow } from '../../../../src/formats/sheet/sheet.ts';

const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

export const openBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Sheet, Fault>> =>
  await openDelimited(memorySource('a.csv', bytes), UNINTERRUPTED);

export async function sheetOf(text: string): Promise<Sheet> {
  const result = await openBytes(bytesOf(text));
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** A row as plain data: its line, then its cells; its flaw between them where it has one. */
export type ReadRow = readonly (string | number)[];

const readRow = (row: SheetRow): ReadRow => [
  row.number,
  ...(row.flaw ? [row.flaw] : []),
  ...Array.from({ length: row.cells }, (_, column) => row.text(column)),
];

export const readRows = (sheet: Sheet): readonly ReadRow[] => Array.from(sheet.rows(), readRow);

/** The rows again, each found by its offset, the last one first. */
export const readRowsByOffset = (sheet: Sheet): readonly ReadRow[] =>
  Array.from(sheet.rows(), (row) => row.offset)
    .toReversed()
    .map((offset) => readRow(sheet.rowAt(offset)))
    .toReversed();
