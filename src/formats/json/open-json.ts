import type { Fault } from '../../core/faults/fault.ts';
import { failed, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { isObject } from '../source/is-object.ts';
import type { TableReader } from '../table/table-reader.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import { MAX_DOCUMENT_BYTES } from '../table/document-limits.ts';
import { featureCells } from './feature-cells.ts';
import { findRecords } from './find-records.ts';
import type { FoundRecords } from './found-records.ts';
import { STEP } from '../table/column-paths.ts';
import { cellText, flatten } from './flatten.ts';
import { NO_GEOMETRY } from '../geometry/read-geometry.ts';
import { parseDocumentJson } from './parse-document-json.ts';
import { DocumentTableBuilder } from '../table/document-table-builder.ts';

const ROWS_A_STEP = 1_000;

/** The column of the keys of an object; it stays apart from a value of that name. */
const KEY_COLUMN = `${STEP}key`;

function addRecord(
  builder: DocumentTableBuilder,
  format: FoundRecords['format'],
  record: unknown,
): void {
  if (format === 'geojson') {
    const read = featureCells(record, builder.put);
    if (read === undefined) builder.endBrokenRow();
    else builder.endRow(read);
  } else if (isObject(record)) {
    flatten(record, builder.put);
    builder.endRow(NO_GEOMETRY);
  } else builder.endBrokenRow();
}

function addCells(builder: DocumentTableBuilder, paths: readonly string[], cells: unknown): void {
  if (!Array.isArray(cells)) {
    builder.endBrokenRow();
    return;
  }
  paths.forEach((path, column) => {
    const value: unknown = cells[column];
    // Named, a position or an object is read as in a list of records.
    if (typeof value !== 'object' || path.startsWith(STEP)) builder.put(path, cellText(value));
    else flatten({ [path]: value }, builder.put);
  });
  builder.endRow(NO_GEOMETRY);
}

/** A JSON document as a table: GeoJSON of any kind, records or a table, see `findRecords`. */
export async function openJson(
  source: ByteSource,
  task: Task,
  maxBytes = MAX_DOCUMENT_BYTES,
): Promise<Result<TableReader, Fault>> {
  const file = source.name;
  if (source.size > maxBytes)
    return failed({ kind: 'too-large', file, part: 'document', maxBytes });
  if (task.isDue()) await task.yield(0);
  const text = decodeUtf8(source.read(0, source.size));
  if (task.isDue()) await task.yield(0.1);
  const parsed = await parseDocumentJson(file, text, task.part(0.1, 0.5));
  if (parsed.kind === 'failed') return parsed;
  const found = findRecords(parsed.value);
  if (!found) return failed({ kind: 'unknown-format', file, looksLike: undefined });
  const { format, count, recordAt, keyAt, columns, isRagged, member, otherLists } = found;
  const builder = new DocumentTableBuilder(format === 'geojson');
  // The first column, whatever the others are.
  if (keyAt) builder.put(KEY_COLUMN, '');
  const paths = columns && builder.declare(columns);
  for (let row = 0; row < count; row++) {
    if (row % ROWS_A_STEP === 0 && task.isDue()) await task.yield(0.5 + (0.5 * row) / count);
    const record = recordAt(row);
    if (keyAt) builder.put(KEY_COLUMN, keyAt(row));
    if (paths) addCells(builder, paths, record);
    else addRecord(builder, format, record);
    if (builder.hasTooManyColumns) break;
  }
  return builder.finish(file, {
    format,
    encoding: 'utf-8',
    ...(columns?.every((name) => name === '') ? { hasHeader: false } : {}),
    ...(isRagged ? { isRagged } : {}),
    ...(member !== undefined && otherLists > 0 ? { member, otherMembers: otherLists } : {}),
  });
}
