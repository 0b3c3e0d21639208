import { withoutEscape, withoutForeignEscape } from '../../core/text/formula-escape.ts';
import type { RowCursor } from '../table/table-reader.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { lettersOf } from '../encoding/row-letters.ts';
import { CARRIAGE_RETURN, isBlankByte, LINE_FEED, QUOTE, SPACE } from './ascii.ts';
import { cellText } from './cell-text.ts';

/** A row that does not end within this many bytes is cut off: its quote was never closed. */
export const MAX_ROW_BYTES = 4 * 1024 * 1024;

/** As the cell is written, quotes included. */
export const MAX_CELL_CHARACTERS = 1_000_000;

/** Cells beyond are counted, not kept: no spreadsheet has this many columns. */
const MAX_CELLS_KEPT = 4_096;

/** What `scan` gives for a row that goes on beyond the bytes it was shown. */
export const UNFINISHED = -1;

/** What becomes of a quote that is never closed, or closed where no cell ends. */
const BROKEN = -2;

/** In UTF-8 every byte but the continuing ones begins a character. */
function charactersIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count++;
  return count;
}

/** Where a row is that was not reached from the first one on. */
export type RowFinder = {
  /** The line of the file that the row at this byte begins on, from 1. */
  lineAt(offset: number): number;
  /** The row as a spreadsheet numbers it, from 1. */
  numberAt(offset: number): number;
};

/** One row of delimited bytes: finds where its cells end, and decodes those that are asked for. */
export class CsvRow implements RowCursor {
  offset = 0;
  part = 0;
  cells = 0;
  issue: RowCursor['issue'] = undefined;
  readonly geometry = undefined;
  /** How many lines of the file the row takes up. */
  lines = 1;
  /** The row was cut off before its line ended. */
  isCut = false;
  /** False where the bytes around the row are known to be sound: then they are not looked at again. */
  mayMixLetters = true;

  readonly #delimiter: number;
  readonly #finder: RowFinder;
  readonly #encoding: FormatInfo['encoding'];
  readonly #withoutEscape: (text: string) => string;
  #line: number | undefined;
  #number: number | undefined;
  #bytes = new Uint8Array(0);
  #start = 0;
  /** Cell i ends before byte `#ends[i]`, and the next one starts one byte later. */
  #ends = new Int32Array(64);

  /**
   * `finder` is asked for line and number where `setPosition` did not give them. `isSaved`: the file was
   * written here, so that every escaped cell has an apostrophe of ours.
   */
  constructor(
    delimiter: string,
    finder: RowFinder,
    encoding: FormatInfo['encoding'] = 'utf-8',
    isSaved = false,
  ) {
    this.#withoutEscape = isSaved ? withoutEscape : withoutForeignEscape;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#finder = finder;
    this.#encoding = encoding;
  }

  get letters(): RowCursor['letters'] {
    if (!this.mayMixLetters) return undefined;
    const end = this.#ends[Math.min(this.cells, this.#ends.length) - 1] ?? 0;
    return lettersOf(this.#bytes.subarray(this.#start, end), this.#encoding);
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
    if (this.cells > 1) return false;
    const end = this.#ends[0] ?? 0;
    for (let at = this.#start; at < end; at++) if (!isBlankByte(this.#bytes[at] ?? 0)) return false;
    return true;
  }

  /** Where the row that was scanned last is in its file; undefined: found when asked for. */
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
    if (column < 0 || column >= this.cells || column >= this.#ends.length) return '';
    const from = column === 0 ? this.#start : (this.#ends[column - 1] ?? 0) + 1;
    return this.#withoutEscape(cellText(this.#bytes, from, this.#ends[column] ?? 0));
  }

  /**
   * Reads the row that begins at `start` and returns where the next one does. `isLast`: no bytes of the
   * file follow. One pass over the row; a second one from the quote on, where that is never closed.
   */
  scan(bytes: Uint8Array<ArrayBuffer>, start: number, isLast: boolean): number {
    const delimiter = this.#delimiter;
    const end = bytes.length;
    const mayGoOn = !isLast && end - start < MAX_ROW_BYTES;
    let ends = this.#ends;
    let cells = 0;
    let at = start;
    let mayQuote = true;
    this.#bytes = bytes;
    this.#start = start;
    this.lines = 1;
    this.issue = undefined;
    this.isCut = false;
    for (;;) {
      let byte = 0;
      while (at < end && (byte = bytes[at] ?? 0) === SPACE) at++;
      if (mayQuote && byte === QUOTE && at < end) {
        const behind = this.#behindQuotes(at, mayGoOn);
        if (behind === UNFINISHED) return UNFINISHED;
        if (behind === BROKEN) {
          this.issue = 'broken-row';
          mayQuote = false;
        } else at = behind;
      }
      while (
        at < end &&
        (byte = bytes[at] ?? 0) !== delimiter &&
        byte !== LINE_FEED &&
        byte !== CARRIAGE_RETURN
      )
        at++;
      if (at >= end && mayGoOn) return UNFINISHED;
      if (cells === ends.length) ends = this.#withMoreRoom();
      if (cells < ends.length) ends[cells] = at;
      cells++;
      if (at >= end) {
        this.isCut = !isLast;
        if (this.isCut) this.issue = 'too-long';
        break;
      }
      at++;
      if (byte === delimiter) continue;
      if (byte === CARRIAGE_RETURN) {
        if (at >= end && mayGoOn) return UNFINISHED;
        if (at < end && bytes[at] === LINE_FEED) at++;
      }
      break;
    }
    this.cells = cells;
    if (at - start > MAX_CELL_CHARACTERS && this.#hasLongCell()) this.issue ??= 'too-long';
    return at;
  }

  /** Where a quoted cell's text goes on behind its closing quote; `open` is where the opening one is. */
  #behindQuotes(open: number, mayGoOn: boolean): number {
    const bytes = this.#bytes;
    const end = bytes.length;
    let at = open + 1;
    let breaks = 0;
    for (;;) {
      let byte = 0;
      while (
        at < end &&
        (byte = bytes[at] ?? 0) !== QUOTE &&
        byte !== LINE_FEED &&
        byte !== CARRIAGE_RETURN
      )
        at++;
      if (at >= end) return mayGoOn ? UNFINISHED : BROKEN;
      at++;
      const isDoubled = at < end && bytes[at] === (byte === CARRIAGE_RETURN ? LINE_FEED : byte);
      if (byte === QUOTE && !isDoubled) break;
      if (byte !== QUOTE) breaks++;
      if (isDoubled && byte !== LINE_FEED) at++;
    }
    let after = at;
    while (after < end && bytes[after] === SPACE) after++;
    // A quote that closes lines later, in the middle of a text, is the opening one of another cell.
    if (breaks > 0 && after < end && !this.#endsCell(bytes[after] ?? 0)) return BROKEN;
    this.lines += breaks;
    return at;
  }

  #endsCell(byte: number): boolean {
    return byte === this.#delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
  }

  #withMoreRoom(): Int32Array<ArrayBuffer> {
    if (this.#ends.length >= MAX_CELLS_KEPT) return this.#ends;
    const more = new Int32Array(this.#ends.length * 2);
    more.set(this.#ends);
    this.#ends = more;
    return more;
  }

  #hasLongCell(): boolean {
    let from = this.#start;
    for (let cell = 0; cell < Math.min(this.cells, this.#ends.length); cell++) {
      const to = this.#ends[cell] ?? 0;
      if (
        to - from > MAX_CELL_CHARACTERS &&
        charactersIn(this.#bytes, from, to) > MAX_CELL_CHARACTERS
      )
        return true;
      from = to + 1;
    }
    return false;
  }
}
