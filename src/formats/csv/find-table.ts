import { savedColumns } from '../../core/records/saved-columns.ts';
import { usualWidth, type HeadRow } from './head-rows.ts';
import { isTagRow, looksLikeNames, namesColumnsOf } from './looks-like-names.ts';

/** Where the table is in a file. */
export type TablePlace = {
  /** As the file names them; all empty where it has no header. */
  readonly columns: readonly string[];
  /** How many there really are, if they are too many. */
  readonly columnCount: number;
  readonly hasHeader: boolean;
  readonly preambleLines: number;
  readonly tagRows: number;
  /** Byte and line of the first row, and its number as a spreadsheet gives it. */
  readonly offset: number;
  readonly line: number;
  readonly number: number;
};

/** A title, an export date and the like come before the table, never a whole page. */
const MAX_PADDED_ROWS = 20;

/** Rows below a header that show what its columns hold. */
const MAX_BELOW = 20;

/** True where the row at `at` names the columns of those that follow. */
function isHeaderAt(rows: readonly HeadRow[], at: number): boolean {
  const row = rows[at];
  if (!row) return false;
  const below = rows
    .slice(at + 1, at + 1 + MAX_BELOW)
    .filter(({ isBroken, texts }) => !isBroken && !isTagRow(texts));
  return namesColumnsOf(
    row.texts,
    below.map(({ texts }) => texts),
  );
}

const filledIn = (row: HeadRow): number => row.texts.filter((text) => text !== '').length;

/**
 * Spreadsheets pad the title above a table to its width: rows of one or two filled cells, before one
 * that names at least half of the columns.
 */
function behindPadding(rows: readonly HeadRow[], start: number, width: number): number {
  if (width < 4) return start;
  let at = start;
  for (; at < start + MAX_PADDED_ROWS; at++) {
    const row = rows[at];
    if (!row || filledIn(row) > 2) break;
  }
  const row = rows[at];
  return row && filledIn(row) >= width / 2 && isHeaderAt(rows, at) ? at : start;
}

/** The first row of the table, and whether it is the header. */
function firstRow(rows: readonly HeadRow[], width: number): { at: number; hasHeader: boolean } {
  // A file's own names may look like values: these columns are a header whatever is next to them.
  if (savedColumns(rows[0]?.texts ?? [])) return { at: 0, hasHeader: true };
  const exact = rows.findIndex((row) => row.cells === width);
  const near = rows.findIndex((row) => row.cells >= Math.max(2, width / 2) && !row.isBroken);
  if (width < 2 || near === -1 || near >= exact) {
    const at = behindPadding(rows, Math.max(0, exact), width);
    return { at, hasHeader: isHeaderAt(rows, at) };
  }
  // Some rows are a little wider or narrower than usual before the first usual one: rows of the
  // table, if they hold values or names; a preamble, if the names come after them.
  const before = rows.slice(near, exact);
  const areNames = before.every((row) => looksLikeNames(row.texts));
  const isNearNames = looksLikeNames(rows[near]?.texts ?? []);
  if (isHeaderAt(rows, exact) && (areNames || !isNearNames)) return { at: exact, hasHeader: true };
  return { at: near, hasHeader: isHeaderAt(rows, near) };
}

/** True for the row names that R writes without a name of their own: whole numbers that rise. */
const areRowNumbers = (cells: readonly string[]): boolean =>
  cells.length > 2 &&
  cells.every(
    (cell, at) => /^\d+$/.test(cell) && (at === 0 || Number(cell) > Number(cells[at - 1])),
  );

/**
 * Columns that the header leaves out, where the rows show which: empty cells behind the last, or one
 * column of row numbers before the first. Otherwise a row of more cells is the row's own fault.
 */
function withNameless(header: readonly string[], rows: readonly HeadRow[]): readonly string[] {
  const sound = rows.filter((row) => !row.isBroken);
  const width = usualWidth(sound);
  if (width <= header.length || sound.length === 0) return header;
  if (sound.every((row) => row.texts.slice(header.length).every((text) => text === '')))
    return [...header, ...Array<string>(width - header.length).fill('')];
  const isOneMore = sound.every((row) => row.cells === header.length + 1);
  return isOneMore && areRowNumbers(sound.map((row) => row.texts[0] ?? ''))
    ? ['', ...header]
    : header;
}

/** Finds header and first row among the first rows of a file; undefined where there is no row. */
export function findTable(rows: readonly HeadRow[]): TablePlace | undefined {
  const { at, hasHeader } = firstRow(rows, usualWidth(rows));
  const first = rows[at];
  if (!first) return undefined;
  const preambleLines = first.line - 1;
  if (!hasHeader) {
    const columnCount = Math.max(...rows.slice(at).map((row) => (row.isBroken ? 1 : row.cells)));
    const columns = Array<string>(columnCount).fill('');
    const { offset, line, number } = first;
    return { columns, columnCount, hasHeader, preambleLines, tagRows: 0, offset, line, number };
  }
  let below = at + 1;
  while (isTagRow(rows[below]?.texts ?? [])) below++;
  const last = rows[below - 1] ?? first;
  const columns = withNameless(first.texts, rows.slice(below));
  return {
    columns,
    columnCount: Math.max(columns.length, first.cells),
    hasHeader,
    preambleLines,
    tagRows: below - 1 - at,
    offset: last.next,
    line: last.nextLine,
    number: last.number + 1,
  };
}
