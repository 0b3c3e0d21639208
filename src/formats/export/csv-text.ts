import { withEscape } from '../../core/text/formula-escape.ts';

/** Quoted too: what another program may take for its delimiter. */
const NEEDS_QUOTES = /[",;|\t\r\n]/;

/** A cell that no spreadsheet program runs, see `withEscape`. */
function safeCell(text: string): string {
  const safe = withEscape(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of CSV as RFC 4180 has it, its end included. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(',')}\r\n`;

/** Tells spreadsheet programs that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Characters that are kept as text before they become a part of the file. */
const PART_CHARACTERS = 1 << 20;

/**
 * A CSV file that is written line by line. Its text becomes parts of a `Blob`, which the browser may
 * keep on disk: no more than one part is held as text, however long the file gets.
 */
export class CsvFile {
  readonly #parts: Blob[] = [];
  #lines: string[] = [BYTE_ORDER_MARK];
  #length = 0;

  add(cells: readonly string[]): void {
    const line = csvLine(cells);
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#length >= PART_CHARACTERS) this.#endPart();
  }

  #endPart(): void {
    this.#parts.push(new Blob(this.#lines));
    this.#lines = [];
    this.#length = 0;
  }

  finish(): Blob {
    this.#endPart();
    return new Blob(this.#parts, { type: 'text/csv;charset=utf-8' });
  }
}
