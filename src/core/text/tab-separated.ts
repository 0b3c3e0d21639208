import { withEscape } from './formula-escape.ts';

const NEEDS_QUOTES = /["\t\r\n]/;

/** A cell that no spreadsheet program runs, see `withEscape`. */
function safeCell(text: string): string {
  const safe = withEscape(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a table as spreadsheet programs paste it, without its end. */
export const tabSeparated = (cells: readonly string[]): string => cells.map(safeCell).join('\t');
