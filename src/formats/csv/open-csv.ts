import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { EncodingOptions } from '../encoding/judge-encoding.ts';
import { readableText, type ReadableText } from '../encoding/transcode.ts';
import type { TableReader } from '../table/table-reader.ts';
import type { ByteSource } from '../source/byte-source.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { SAVED_START } from '../../core/records/saved-columns.ts';
import { MAX_COLUMNS } from '../table/document-limits.ts';
import { asTable, type Format } from '../table/format.ts';
import { MAX_ROW_BYTES } from './cell-scanner.ts';
import { CsvTable } from './csv-table.ts';
import { findTable } from './find-table.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { headRows, type Head } from './head-rows.ts';
import { looksLikeCsv } from './looks-like-csv.ts';

export const MAX_FILE_BYTES = 4 * 1024 ** 3;

const HEAD_BYTES = 64 * 1024;

/** The first 64 KB; more only where not even one row ends in them. */
function headOf(source: ByteSource, from: number): Head {
  const short = Math.min(source.size, from + HEAD_BYTES);
  const bytes = source.read(0, short);
  const head = { bytes, from, isWhole: short === source.size };
  if (head.isWhole || headRows(head, ',').length > 0) return head;
  const long = Math.min(source.size, from + MAX_ROW_BYTES);
  return { bytes: source.read(0, long), from, isWhole: long === source.size };
}

/**
 * Opens delimited text of any dialect; delimiter, header and preamble are found by the first 64 KB.
 * UTF-8 and windows-1252 stay in the file; other encodings are kept in memory as UTF-8, and offsets
 * count that. Faults: `empty-file`, `no-rows`, `too-large`, `too-many-columns`.
 */
export async function openCsv(
  source: ByteSource,
  task: Task,
  options?: EncodingOptions,
): Promise<Result<TableReader, Fault>> {
  const file = source.name;
  if (source.size === 0) return failed({ kind: 'empty-file', file });
  if (source.size > MAX_FILE_BYTES)
    return failed({ kind: 'too-large', file, part: 'file', maxBytes: MAX_FILE_BYTES });
  const readable = await readableText(source, options, task, 'windows-1252');
  return readable.kind === 'failed' ? readable : openBytes(readable.value);
}

function openBytes({
  source,
  encoding,
  markBytes,
  ownBytes,
}: ReadableText): Result<TableReader, Fault> {
  const file = source.name;
  const head = headOf(source, markBytes);
  const delimiter = guessDelimiter(head);
  const found = findTable(headRows(head, delimiter));
  if (!found) return failed({ kind: 'no-rows', file });
  if (found.columnCount > MAX_COLUMNS)
    return failed({
      kind: 'too-many-columns',
      file,
      columns: found.columnCount,
      limit: MAX_COLUMNS,
    });
  const { columns, hasHeader, preambleLines, tagRows, offset, line, number } = found;
  const form: FormatInfo = {
    format: 'csv',
    delimiter,
    ...encoding,
    preambleLines,
    tagRows,
    hasHeader,
  };
  const layout = { columns, form, delimiter, offset, line, number };
  const table = new CsvTable(source, layout, ownBytes);
  return table.rows().next().done ? failed({ kind: 'no-rows', file }) : ok(table);
}

/** Any text that is of no other format: the last of the registry. */
export const csv: Format = {
  id: 'csv',
  // Cells may hold anything: how saved rows begin is enough. UTF-16 without a mark has as many zeros as a program.
  detect: ({ bytes, text, first }) =>
    SAVED_START.test(text) || (first !== undefined && first !== '<' && looksLikeCsv(bytes)),
  open: asTable(openCsv),
};
