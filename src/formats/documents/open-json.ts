import type { Fault } from '../../core/fault.ts';
import { failed, type Result } from '../../core/result.ts';
import { asPart, type Steps } from '../../core/steps.ts';
import { isObject } from '../geojson/read-json.ts';
import type { ByteSource, Sheet } from '../sheet/sheet.ts';
import { decodeDocument } from './decode-document.ts';
import { MOST_DOCUMENT_BYTES } from './document-limits.ts';
import { featureCells } from './feature-cells.ts';
import { findRecords } from './find-records.ts';
import type { FoundRecords } from './found-records.ts';
import { flatten } from './flatten.ts';
import { NO_GEOMETRY } from './read-geometry.ts';
import { parseDocumentJson } from './parse-document-json.ts';
import { SheetBuilder } from './sheet-builder.ts';

const ROWS_A_STEP = 1_000;

function addRecord(builder: SheetBuilder, format: FoundRecords['format'], record: unknown): void {
  if (format === 'geojson') {
    const read = featureCells(record, builder.put);
    if (read === undefined) builder.endBrokenRow();
    else builder.endRow(read);
  } else if (isObject(record)) {
    flatten(record, builder.put);
    builder.endRow(NO_GEOMETRY);
  } else builder.endBrokenRow();
}

/** A JSON document as a sheet: GeoJSON of any kind, or a list of objects, see `findRecords`. */
export function* openJson(
  source: ByteSource,
  mostBytes = MOST_DOCUMENT_BYTES,
): Steps<Result<Sheet, Fault>> {
  const file = source.name;
  if (source.size > mostBytes)
    return failed({ kind: 'too-large', file, part: 'document', mostBytes });
  yield 0;
  const text = decodeDocument(source.read(0, source.size));
  yield 0.1;
  const parsed = yield* asPart(0.1, 0.5, parseDocumentJson(file, text));
  if (parsed.kind === 'failed') return parsed;
  const found = findRecords(parsed.value);
  if (!found) return failed({ kind: 'unknown-format', file, looksLike: undefined });
  const { format, records, member, otherLists } = found;
  const builder = new SheetBuilder(format === 'geojson');
  for (const [i, record] of records.entries()) {
    if (i % ROWS_A_STEP === 0) yield 0.5 + (0.5 * i) / records.length;
    addRecord(builder, format, record);
    if (builder.hasTooManyColumns) break;
  }
  return builder.finish(file, {
    format,
    encoding: 'utf-8',
    ...(member !== undefined && otherLists > 0 ? { member, otherMembers: otherLists } : {}),
  });
}
