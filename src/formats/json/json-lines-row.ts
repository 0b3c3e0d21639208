import type { Geometry } from 'geojson';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import { isObject } from '../source/is-object.ts';
import type { RowCursor } from '../table/table-reader.ts';
import type { GeometryIssue } from '../geometry/read-geometry.ts';
import { shownPath, type ColumnPaths, type PutCell } from '../table/column-paths.ts';
import { examineLine, quoteLongIntegers } from './examine-json.ts';
import { featureCells } from './feature-cells.ts';
import { flatten } from './flatten.ts';
import type { ByteLine } from './lines-of.ts';
import { NO_GEOMETRY, type ReadGeometry } from '../geometry/read-geometry.ts';

/** The record separator of RFC 8142, and white space, of which a byte order mark is one. */
const around = /[\u001e\s]/;

function withoutEnds(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && around.test(line.charAt(start))) start++;
  while (start < end && around.test(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}

/** A line as a parsed object; 'blank' where it holds nothing, 'broken' where it holds something else. */
export function parseLine(
  bytes: Uint8Array,
): Readonly<Record<string, unknown>> | 'blank' | 'broken' {
  const json = withoutEnds(decodeUtf8(bytes));
  if (json === '') return 'blank';
  const { isTooDeep, longIntegers } = examineLine(json);
  if (isTooDeep) return 'broken';
  try {
    const value: unknown = JSON.parse(quoteLongIntegers(json, longIntegers));
    return isObject(value) ? value : 'broken';
  } catch {
    return 'broken';
  }
}

/**
 * Puts what one line's object says into cells: a Feature's as in a document, another object's own.
 * Without a geometry for an object that has none.
 */
export function lineCells(value: Readonly<Record<string, unknown>>, put: PutCell): ReadGeometry {
  const read = featureCells(value, put);
  if (read === undefined) flatten(value, put);
  return read ?? NO_GEOMETRY;
}

/** One line of a file of JSON lines; moved from line to line. */
export class JsonLinesRow implements RowCursor {
  number = 0;
  offset = 0;
  part = 0;
  issue: RowCursor['issue'];
  letters: RowCursor['letters'];
  geometry: Geometry | null | undefined;
  geometryIssue: GeometryIssue | undefined;
  readonly cells: number;
  private readonly texts: string[];
  private readonly columns: ColumnPaths;
  private readonly rest: number | undefined;
  private readonly hasGeometry: boolean;
  private readonly others = new Map<string, string>();

  /** `rest`: the column for what no column of the first lines holds. */
  constructor(columns: ColumnPaths, rest: number | undefined, hasGeometry: boolean) {
    this.columns = columns;
    this.rest = rest;
    this.hasGeometry = hasGeometry;
    this.cells = columns.names.length;
    this.texts = columns.names.map(() => '');
  }

  private readonly put: PutCell = (path, text) => {
    if (text === '') return;
    const column = this.columns.find(path);
    if (column !== undefined) this.texts[column] = text;
    else this.others.set(shownPath(path), text);
  };

  /** False for a blank line, which is no row. */
  moveTo(line: ByteLine, size: number): boolean {
    const value = line.bytes ? parseLine(line.bytes) : 'too-long';
    if (value === 'blank') return false;
    this.texts.fill('');
    this.others.clear();
    this.number = line.number;
    this.offset = line.offset;
    this.part = line.next / size;
    this.geometry = this.hasGeometry ? null : undefined;
    this.geometryIssue = undefined;
    this.issue = value === 'too-long' ? 'too-long' : undefined;
    if (value === 'broken') this.issue = 'broken-row';
    if (typeof value === 'object') {
      const { geometry, unread } = lineCells(value, this.put);
      if (this.hasGeometry) this.geometry = geometry ?? null;
      this.geometryIssue = unread;
      if (this.rest !== undefined && this.others.size > 0)
        this.texts[this.rest] = JSON.stringify(Object.fromEntries(this.others));
    }
    this.letters = this.texts.some((text) => text.includes('\ufffd')) ? 'lost' : undefined;
    return true;
  }

  text(column: number): string {
    return this.texts[column] ?? '';
  }
}
