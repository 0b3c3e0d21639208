import { withoutEscape, withoutForeignEscape } from '../../core/text/formula-escape.ts';
import type { RowCursor } from '../table/table-reader.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { lettersOf } from '../encoding/row-text.ts';
import { isBlankByte } from './ascii.ts';
import { CellScanner, UNFINISHED } from './cell-scanner.ts';
import { cellText } from './cell-text.ts';

/** As the cell is written, quotes included. */
export const MAX_CELL_CHARACTERS = 1_000_000;

/** In UTF-8 every byte but the continuing ones begins a character. */
function charactersIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count++;
  return count;
}

/** Finds the position of a row that was read by its offset, not after the row before it. */
export type RowFinder = {
  /** The line of the file that the row at this byte begins on, from 1. */
  lineAt(offset: number): number;
  /** The row as a spreadsheet numbers it, from 1. */
  numberAt(offset: number): number;
};

/** A row of delimited text. A cell is decoded when it is asked for. */
export class CsvRow implements RowCursor {
  offset = 0;
  part = 0;
  issue: RowCursor['issue'] = undefined;
  readonly geometry = undefined;
  /** False if the bytes around the row are valid in the encoding of the file: saves a check of each row. */
  mayMixLetters = true;

  readonly #scanner: CellScanner;
  readonly #finder: RowFinder;
  readonly #encoding: FormatInfo['encoding'];
  readonly #withoutEscape: (text: string) => string;
  #line: number | undefined;
  #number: number | undefined;

  /** `isSaved`: the file was written by us, so that every escaped cell has an apostrophe of ours. */
  constructor(
    delimiter: string,
    finder: RowFinder,
    encoding: FormatInfo['encoding'] = 'utf-8',
    isSaved = false,
  ) {
    this.#scanner = new CellScanner(delimiter);
    this.#withoutEscape = isSaved ? withoutEscape : withoutForeignEscape;
    this.#finder = finder;
    this.#encoding = encoding;
  }

  get cells(): number {
    return this.#scanner.cells;
  }

  /** How many lines of the file the row takes up. */
  get lines(): number {
    return this.#scanner.lines;
  }

  /** The row was cut off before its line ended. */
  get isCut(): boolean {
    return this.#scanner.isCut;
  }

  get letters(): RowCursor['letters'] {
    if (!this.mayMixLetters) return undefined;
    const { bytes, start, ends, stored } = this.#scanner;
    return lettersOf(bytes.subarray(start, ends[stored - 1]), this.#encoding);
  }

  get number(): number {
    this.#number ??= this.#finder.numberAt(this.offset);
    return this.#number;
  }

  get line(): number {
    this.#line ??= this.#finder.lineAt(this.offset);
    return this.#line;
  }

  /** Nothing but white space on one line. */
  get isBlank(): boolean {
    const { bytes, start, ends, cells } = this.#scanner;
    if (cells > 1) return false;
    const end = ends[0] ?? 0;
    for (let at = start; at < end; at++) if (!isBlankByte(bytes[at] ?? 0)) return false;
    return true;
  }

  /** Where the scanned row is in its file. `line` or `number` undefined: the finder is asked if needed. */
  setPosition(
    offset: number,
    line: number | undefined,
    number: number | undefined,
    part: number,
  ): void {
    this.offset = offset;
    this.#line = line;
    this.#number = number;
    this.part = part;
  }

  /** Without the apostrophe that keeps a spreadsheet program from running the cell. */
  text(column: number): string {
    const { bytes, start, ends, stored } = this.#scanner;
    if (column < 0 || column >= stored) return '';
    const from = column === 0 ? start : (ends[column - 1] ?? 0) + 1;
    return this.#withoutEscape(cellText(bytes, from, ends[column] ?? 0));
  }

  /** Reads the row that starts at `start`, like `CellScanner.scan`. */
  scan(bytes: Uint8Array<ArrayBuffer>, start: number, isLast: boolean): number {
    const next = this.#scanner.scan(bytes, start, isLast);
    if (next !== UNFINISHED) this.issue = this.#issueOf(next - start);
    return next;
  }

  #issueOf(rowBytes: number): RowCursor['issue'] {
    if (this.#scanner.isCut) return 'too-long';
    if (this.#scanner.hasUnpairedQuote) return 'broken-row';
    return rowBytes > MAX_CELL_CHARACTERS && this.#hasLongCell() ? 'too-long' : undefined;
  }

  #hasLongCell(): boolean {
    const { bytes, start, ends, stored } = this.#scanner;
    let from = start;
    for (const end of ends.subarray(0, stored)) {
      const isLong = end - from > MAX_CELL_CHARACTERS;
      if (isLong && charactersIn(bytes, from, end) > MAX_CELL_CHARACTERS) return true;
      from = end + 1;
    }
    return false;
  }
}
