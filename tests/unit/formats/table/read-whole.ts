import type { Geometry } from 'geojson';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import type { Fault } from '../../../../src/core/faults/fault.ts';
import { ok, type Result } from '../../../../src/core/base/result.ts';
import type { FormatInfo } from '../../../../src/core/mapping/format-info.ts';
import type { UnpackOptions } from '../../../../src/formats/archive/unpacked-parts.ts';
import { openAnyFile, type OpenOptions } from '../../../../src/formats/open-file.ts';
import { memorySource } from '../../../../src/formats/source/byte-source.ts';
import type { TableReader, RowCursor } from '../../../../src/formats/table/table-reader.ts';
import type { ByteSource } from '../../../../src/formats/source/byte-source.ts';

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
      readonly form: FormatInfo;
      readonly columns: readonly string[];
      readonly rows: readonly ReadRow[];
    }
  | { readonly fault: Fault };

const encoder = new TextEncoder();

export const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content);

const joined = (name: string, parts: readonly Uint8Array[]): ByteSource =>
  memorySource(name, new Uint8Array(Buffer.concat(parts)));

/** A file that opens as a table. */
export async function openTable(
  name: string,
  content: string | Uint8Array,
  options: OpenOptions = {},
  task = UNINTERRUPTED,
): Promise<Result<TableReader, Fault>> {
  const opened = await openAnyFile(memorySource(name, bytesOf(content)), joined, task, options);
  if (opened.kind === 'failed') return opened;
  if (opened.value.kind !== 'table') throw new Error('Our own records are no table.');
  return ok(opened.value.table);
}

export const openBytes = (
  name: string,
  content: string | Uint8Array,
  unpacking?: UnpackOptions,
  task = UNINTERRUPTED,
): Promise<Result<TableReader, Fault>> =>
  openTable(name, content, unpacking ? { unpacking } : {}, task);

const plainRow = (sheet: TableReader, row: RowCursor, number: number): ReadRow => ({
  number,
  cells: sheet.columns.map((_, column) => row.text(column)),
  ...(row.issue ? { flaw: row.issue } : {}),
  ...(sheet.hasGeometry ? { geometry: row.geometry ?? null } : {}),
  ...(row.geometryIssue ? { unreadPart: row.geometryIssue } : {}),
});

/** Every row, and that each is the same when it is read again by its offset. */
function readSheet(sheet: TableReader): Whole {
  const rows: ReadRow[] = [];
  for (const row of sheet.rows()) {
    const read = plainRow(sheet, row, row.number);
    const again = plainRow(sheet, sheet.rowAt(row.offset), row.number);
    if (JSON.stringify(again) !== JSON.stringify(read))
      throw new Error(`Row ${row.number} reads differently by its offset.`);
    rows.push(read);
  }
  return { form: sheet.format, columns: sheet.columns, rows };
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
