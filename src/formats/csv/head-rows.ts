import { decodeUtf8 } from '../encoding/utf-8.ts';
import { SAVED_START } from '../../core/records/saved-columns.ts';
import { UNFINISHED } from './cell-scanner.ts';
import { CsvRow } from './csv-row.ts';

/** The beginning of a file, in memory. */
export type Head = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Behind the byte order mark. */
  readonly from: number;
  /** The file ends where the bytes do. */
  readonly isWhole: boolean;
};

/** One of the first rows, its texts kept. */
export type HeadRow = {
  /** The line of the file, from 1, that the row begins on. */
  readonly line: number;
  /** As a spreadsheet numbers it, from 1: blank lines count, a cell of several lines does not. */
  readonly number: number;
  /** Where the next row begins, in bytes and as a line. */
  readonly next: number;
  readonly nextLine: number;
  readonly offset: number;
  readonly texts: readonly string[];
  readonly cells: number;
  readonly isBroken: boolean;
};

/** The line that tells Excel the delimiter; no part of the table. */
export const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

/** Enough to see what is steady. */
const MAX_HEAD_ROWS = 400;
/** Of a row of very many cells, the first texts are enough. */
const MAX_TEXTS = 4_000;

/** So early, a quote that is not closed would hide all other rows: the row is taken for broken at once. */
const EARLY_ROWS = 10;

/** The first rows that are not blank, as this delimiter would have them. */
export function headRows({ bytes, from, isWhole }: Head, delimiter: string): readonly HeadRow[] {
  const rows: HeadRow[] = [];
  const start = decodeUtf8(bytes.subarray(from, from + 200));
  const finder = { lineAt: () => 0, numberAt: () => 0 };
  const row = new CsvRow(delimiter, finder, 'utf-8', SAVED_START.test(start));
  let offset = from;
  let line = 1;
  let number = 1;
  while (offset < bytes.length && rows.length < MAX_HEAD_ROWS) {
    const next = row.scan(bytes, offset, isWhole || rows.length < EARLY_ROWS);
    if (next === UNFINISHED || (next === bytes.length && !isWhole)) break;
    const nextLine = line + row.lines;
    const kept = Math.min(row.cells, MAX_TEXTS);
    const texts = Array.from({ length: kept }, (_, column) => row.text(column));
    const isSeparator = line === 1 && SEPARATOR_LINE.test(texts.join(delimiter));
    if (!row.isBlank && !isSeparator) {
      const { cells, issue } = row;
      const isBroken = issue !== undefined;
      rows.push({ line, number, next, nextLine, offset, texts, cells, isBroken });
    }
    // Spreadsheets do not show the separator line.
    if (!isSeparator) number++;
    offset = next;
    line = nextLine;
  }
  return rows;
}

/** How many cells the rows usually have: what most of them agree on, wider ones before narrower. */
export function usualWidth(rows: readonly HeadRow[]): number {
  const agreeing = new Map<number, number>();
  for (const { cells, isBroken } of rows)
    if (!isBroken) agreeing.set(cells, (agreeing.get(cells) ?? 0) + 1);
  let best = 1;
  let most = 0;
  for (const [cells, count] of agreeing) {
    const weight = count * (1 - 1 / cells);
    if (weight > most || (weight === most && cells > best)) {
      best = cells;
      most = weight;
    }
  }
  return best;
}
