import { readFileSync } from 'node:fs';
import type { Geometry } from 'geojson';
import type {
  ColumnMapping,
  MappingProposal,
} from '../../../../src/core/mapping/column-mapping.ts';
import type { ReadRow } from '../../../../src/core/records/read-row.ts';
import { isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { NO_MAPPING } from '../../../../src/formats/schemas/table-sample.ts';
import { suggestMapping } from '../../../../src/formats/suggest/suggest-mapping.ts';
import { RowReader } from '../../../../src/formats/mapping/row-reader.ts';
import type { RowCursor } from '../../../../src/formats/table/table-reader.ts';

export const TODAY = minuteOf(2031, 6, 1);

/** A row of cells, as a sheet gives it. */
export const rowOf = (cells: readonly string[], geometry?: Geometry | null): RowCursor => ({
  number: 2,
  offset: 0,
  part: 0,
  cells: cells.length,
  issue: undefined,
  text: (column) => cells[column] ?? '',
  geometry,
});

/** One row read by the meaning, of which only some is given. */
export const readRow = (
  mapping: Partial<ColumnMapping>,
  cells: readonly string[],
  geometry?: Geometry | null,
): ReadRow =>
  new RowReader({ ...NO_MAPPING, ...mapping }, undefined, { today: TODAY }).read(
    rowOf(cells, geometry),
  );

/** What a row says, in short: place and precision, area, span, notes. */
export function inShort({ place, area, span, notes }: ReadRow): string {
  const where = place ? `${place.lat} ${place.lon} ${place.precision}` : 'nowhere';
  const when = span ? `${isoText(span.from)} to ${isoText(span.to)}` : 'at no time';
  const told = notes.map(({ code, column }) => `${code} ${column ?? 'row'}`);
  return [where, area, when, ...told].filter((part) => part !== '').join(' | ');
}

export type Table = { readonly columns: readonly string[]; readonly rows: string[][] };

/** A made-up file of `tests/fixtures/own/layouts`; no cell of theirs is quoted. */
export function layoutFile(name: string): Table {
  const url = new URL(`../../../fixtures/own/layouts/${name}`, import.meta.url);
  const rows = readFileSync(url, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(name.endsWith('.tsv') ? '\t' : ','));
  if (name.includes('no-header')) return { columns: (rows[0] ?? []).map(() => ''), rows };
  return { columns: rows[0] ?? [], rows: rows.slice(1) };
}

/** What is proposed for a table of made-up lines, a header first, cells parted by ` | `. */
export function proposeFor(lines: string, options: { hasHeader?: boolean } = {}): MappingProposal {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const hasHeader = options.hasHeader ?? true;
  const columns = hasHeader ? (rows[0] ?? []) : (rows[0] ?? []).map(() => '');
  return suggestMapping(columns, hasHeader ? rows.slice(1) : rows, {
    hasGeometry: false,
    hasHeader,
  });
}
