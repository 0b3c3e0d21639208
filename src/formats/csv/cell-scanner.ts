import { CARRIAGE_RETURN, LINE_FEED, QUOTE, SPACE } from './ascii.ts';

/** A row that does not end within this many bytes is cut off: its quote was never closed. */
export const MAX_ROW_BYTES = 4 * 1024 * 1024;

/** The row continues after the bytes that were passed. */
export const UNFINISHED = -1;

/** The quote at the start of the cell is never closed, or is closed in the middle of a text. */
const UNPAIRED = -2;

/** Cells after these are counted, but cannot be read: no spreadsheet has this many columns. */
const MAX_STORED_CELLS = 4_096;

/**
 * Finds where the cells of a row of delimited text end, in one pass over its bytes, without decoding them:
 *
 *     start                            next row
 *     ↓                                ↓
 *     7 , " a , ␊ " " b " " " , c d ␍ ␊ …
 *       ↑                     ↑     ↑
 *       ends[0]         ends[1]     ends[2]
 *
 * The format is RFC 4180: a quoted cell may contain delimiters and line ends, and writes a quote as two.
 * Files depart from it, so a line ends with any of `\n`, `\r` and `\r\n`, spaces may stand before the
 * opening quote, and text may follow the closing one.
 */
export class CellScanner {
  /** Number of cells. */
  cells = 0;
  /** How many lines of the file the row takes up. */
  lines = 1;
  /** The row was cut off at `MAX_ROW_BYTES`, before its line ended. */
  isCut = false;
  hasUnpairedQuote = false;
  bytes = new Uint8Array(0);
  start = 0;
  /** Cell i ends before byte `ends[i]`, quotes included, and the next cell starts one byte later. */
  ends = new Int32Array(64);

  readonly #delimiter: number;
  /** The end of the bytes may be in the middle of the row. */
  #mayContinue = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The number of cells that can be read. */
  get stored(): number {
    return Math.min(this.cells, this.ends.length);
  }

  /**
   * Scans the row that starts at `start`. Returns where the next row starts, or `UNFINISHED`. `isLast`:
   * no bytes of the file follow.
   */
  scan(bytes: Uint8Array<ArrayBuffer>, start: number, isLast: boolean): number {
    this.bytes = bytes;
    this.start = start;
    this.cells = 0;
    this.lines = 1;
    this.hasUnpairedQuote = false;
    this.#mayContinue = !isLast && bytes.length - start < MAX_ROW_BYTES;
    let at = start;
    for (;;) {
      at = this.#endOfCell(at);
      if (at === UNFINISHED) return UNFINISHED;
      this.#addCell(at);
      if (at >= bytes.length || bytes[at] !== this.#delimiter) break;
      at++;
    }
    this.isCut = at >= bytes.length && !isLast;
    return this.#afterLineEnd(at);
  }

  /** The next delimiter, line end or end of the bytes that is outside of quotes. */
  #endOfCell(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    const delimiter = this.#delimiter;
    let at = start;
    while (at < length && bytes[at] === SPACE) at++;
    if (at < length && bytes[at] === QUOTE && !this.hasUnpairedQuote) {
      const after = this.#afterQuotedText(at);
      if (after === UNFINISHED) return UNFINISHED;
      // Without its quotes the row ends with its line, so the rows after it are read as they are.
      if (after === UNPAIRED) this.hasUnpairedQuote = true;
      else at = after;
    }
    let byte = 0;
    while (
      at < length &&
      (byte = bytes[at] ?? 0) !== delimiter &&
      byte !== LINE_FEED &&
      byte !== CARRIAGE_RETURN
    )
      at++;
    return at >= length && this.#mayContinue ? UNFINISHED : at;
  }

  /** The first byte after the closing quote of the one at `open`; `UNFINISHED` or `UNPAIRED`. */
  #afterQuotedText(open: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let lineEnds = 0;
    let at = open + 1;
    for (;;) {
      let byte = 0;
      while (
        at < length &&
        (byte = bytes[at] ?? 0) !== QUOTE &&
        byte !== LINE_FEED &&
        byte !== CARRIAGE_RETURN
      )
        at++;
      if (at >= length) return this.#mayContinue ? UNFINISHED : UNPAIRED;
      at++;
      const next = at < length ? (bytes[at] ?? 0) : 0;
      if (byte === QUOTE) {
        if (next !== QUOTE) break;
        at++;
      } else {
        lineEnds++;
        if (byte === CARRIAGE_RETURN && next === LINE_FEED) at++;
      }
    }
    if (lineEnds > 0 && !this.#isEndOfCell(at)) return UNPAIRED;
    this.lines += lineEnds;
    return at;
  }

  /**
   * False where text follows. After a quoted text of several lines, this means that its closing quote
   * is the opening quote of a later cell.
   */
  #isEndOfCell(from: number): boolean {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && bytes[at] === SPACE) at++;
    if (at >= bytes.length) return true;
    const byte = bytes[at];
    return byte === this.#delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
  }

  #addCell(end: number): void {
    if (this.cells === this.ends.length && this.cells < MAX_STORED_CELLS) {
      const longer = new Int32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    if (this.cells < this.ends.length) this.ends[this.cells] = end;
    this.cells++;
  }

  /** `end` is at a line end or at the end of the bytes. */
  #afterLineEnd(end: number): number {
    const { bytes } = this;
    const { length } = bytes;
    if (end >= length) return end;
    const next = end + 1;
    if (bytes[end] !== CARRIAGE_RETURN) return next;
    if (next < length) return bytes[next] === LINE_FEED ? next + 1 : next;
    // `\n` may follow.
    return this.#mayContinue ? UNFINISHED : next;
  }
}
