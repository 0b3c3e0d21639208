import type { Geometry } from 'geojson';
import { UNINTERRUPTED } from '../../../../src/core/task.ts';
import type { Fault } from '../../../../src/core/fault.ts';
import type { Result } from '../../../../src/core/result.ts';
import type { SheetForm } from '../../../../src/core/reading/sheet-form.ts';
import type { UnpackOptions } from '../../../../src/formats/archive/unpacked-parts.ts';
import { openAnySheet } from '../../../../src/formats/open-sheet.ts';
import { memorySource } from '../../../../src/formats/sheet/byte-source.ts';
import type { ByteSource, Sheet, SheetRow } from '../../../../src/formats/sheet/sheet.ts';

type ReadRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly flaw?: string;
  readonly geometry?: Geometry | null;
  readonly unreadPart?: string;
};

/** A whole sheet, or its fault, as plain data. */
export type Whole =
  | {
      readonly form: SheetForm;
      readonly columns: readonly string[];
      readonly rows: readonly ReadRow[];
    }
  | { readonly fault: Fault };

const encoder = new TextEncoder();

export const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content);

const joined = (name: string, parts: readonly Uint8Array[]): ByteSource =>
  memorySource(name, new Uint8Array(Buffer.concat(parts)));

export const openBytes = (
  name: string,
  content: string | Uint8Array,
  unpacking?: UnpackOptions,
  task = UNINTERRUPTED,
): Promise<Result<Sheet, Fault>> =>
  openAnySheet(memorySource(name, bytesOf(content)), joined, task, unpacking);

const plainRow = (sheet: Sheet, row: SheetRow, number: number): ReadRow => ({
  number,
  cells: sheet.columns.map((_, column) => row.text(column)),
  ...(row.flaw ? { flaw: row.flaw } : {}),
  ...(sheet.hasGeometry ? { geometry: row.geometry ?? null } : {}),
  ...(row.unreadPart ? { unreadPart: row.unreadPart } : {}),
});

/** Every row, and that each is the same when it is read again by its offset. */
function readSheet(sheet: Sheet): Whole {
  const rows: ReadRow[] = [];
  for (const row of sheet.rows()) {
    const read = plainRow(sheet, row, row.number);
    const again = plainRow(sheet, sheet.rowAt(row.offset), row.number);
    if (JSON.stringify(again) !== JSON.stringify(read))
      throw new Error(`Row ${row.number} reads differently by its offset.`);
    rows.push(read);
  }
  return { form: sheet.form, columns: sheet.columns, rows };
}

/** Opens bytes by the one door for all formats and reads all of them. */
export async function readWhole(
  name: string,
  content: string | Uint8Array,
  unpacking?: UnpackOptions,
): Promise<Whole> {
  const opened = await openBytes(name, content, unpacking);
  return opened.kind === 'ok' ? readSheet(opened.value) : { fault: opened.failure };
}
