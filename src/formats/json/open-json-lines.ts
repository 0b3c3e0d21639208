import type { Fault } from '../../core/faults/fault.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { readingAhead } from '../source/byte-source.ts';
import type { TableReader, RowCursor } from '../table/table-reader.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { ColumnPaths } from '../table/column-paths.ts';
import { MAX_COLUMNS } from '../table/document-limits.ts';
import { isFeature, isGeometry } from './feature-cells.ts';
import { JsonLinesRow, lineCells, parseLine } from './json-lines-row.ts';
import { BYTES_FOR_ONE_LINE, LINE_FEED, linesOf } from './lines-of.ts';

const RECORD_SEPARATOR = 0x1e;
const LINES_LOOKED_AT = 1_000;

/** The column of properties that the first lines do not have, as JSON: nothing of a row is lost. */
const REST = 'other properties';

/** RFC 8142 lets a text go over several lines: then the separator, not the line, divides them. */
const lineEndOf = (source: ByteSource): number =>
  source.read(0, 1)[0] === RECORD_SEPARATOR ? RECORD_SEPARATOR : LINE_FEED;

/**
 * True where the first two lines with anything in them are an object each: one object alone is a
 * document. A file of record separators is one of lines even then.
 */
export function looksLikeJsonLines(source: ByteSource): boolean {
  const end = lineEndOf(source);
  let objects = 0;
  for (const { bytes, next } of linesOf(source, end)) {
    // The whole file is one line: it need not be parsed twice to know that it is one document.
    if (objects === 0 && next >= source.size && end === LINE_FEED) return false;
    const value = bytes ? parseLine(bytes) : 'broken';
    if (value === 'blank') continue;
    if (value === 'broken') return objects > 0;
    objects += 1;
    if (objects === 2 || end === RECORD_SEPARATOR) return true;
  }
  return false;
}

class JsonLinesSheet implements TableReader {
  readonly columns: readonly string[];
  readonly bytesKept = 0;
  readonly format: FormatInfo;
  readonly hasGeometry: boolean;
  private readonly source: ByteSource;
  private readonly near: ByteSource;
  private readonly lineEnd: number;
  private readonly paths: ColumnPaths;
  private readonly rest: number | undefined;

  constructor(
    source: ByteSource,
    lineEnd: number,
    paths: ColumnPaths,
    rest: number | undefined,
    hasGeometry: boolean,
  ) {
    this.source = source;
    this.near = readingAhead(source);
    this.lineEnd = lineEnd;
    this.paths = paths;
    this.columns = paths.names;
    this.rest = rest;
    this.hasGeometry = hasGeometry;
    this.format = { format: hasGeometry ? 'geojson-lines' : 'json', encoding: 'utf-8' };
  }

  *rows(): Generator<RowCursor, void, void> {
    const row = new JsonLinesRow(this.paths, this.rest, this.hasGeometry);
    // Before the first separator there is nothing: the record after it is the first.
    const uncounted = this.lineEnd === RECORD_SEPARATOR ? 1 : 0;
    for (const line of linesOf(this.source, this.lineEnd))
      if (row.moveTo({ ...line, number: line.number - uncounted }, this.source.size)) yield row;
  }

  rowAt(offset: number): RowCursor {
    const row = new JsonLinesRow(this.paths, this.rest, this.hasGeometry);
    for (const line of linesOf(this.near, this.lineEnd, offset, BYTES_FOR_ONE_LINE)) {
      row.moveTo({ ...line, number: 0 }, this.source.size);
      break;
    }
    return row;
  }
}

/**
 * A file with one JSON object a line, Features or plain ones, as a table whose rows stay in the file.
 * Columns are those of the first thousand lines; what a later line has besides is as JSON in a
 * last column. `offset` is the byte at which a row's line begins;
 * a row read again from there does not know its number.
 */
export async function openJsonLines(
  source: ByteSource,
  task: Task,
): Promise<Result<TableReader, Fault>> {
  const file = source.name;
  const lineEnd = lineEndOf(source);
  const paths = new ColumnPaths();
  let hasGeometry = false;
  let rows = 0;
  let isWhole = true;
  for (const { bytes, next } of linesOf(source, lineEnd)) {
    const value = bytes ? parseLine(bytes) : 'broken';
    if (value === 'blank') continue;
    rows += 1;
    if (typeof value === 'object') {
      hasGeometry ||= isFeature(value) || isGeometry(value);
      lineCells(value, (path) => paths.findOrAdd(path));
      const columns = paths.names.length;
      if (columns > MAX_COLUMNS)
        return failed({ kind: 'too-many-columns', file, columns, limit: MAX_COLUMNS });
    }
    if (rows === LINES_LOOKED_AT) {
      isWhole = next >= source.size;
      break;
    }
    if (rows % 100 === 0 && task.isDue()) await task.yield(rows / LINES_LOOKED_AT);
  }
  if (rows === 0) return failed({ kind: 'no-rows', file });
  const rest = isWhole ? undefined : paths.findOrAdd(REST);
  return ok(new JsonLinesSheet(source, lineEnd, paths, rest, hasGeometry));
}
