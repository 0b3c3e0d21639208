import { WINDOW_STEP_BYTES } from '../source/byte-source.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { CARRIAGE_RETURN, LINE_FEED } from './ascii.ts';

/** \n, \r\n and a lone \r end a line each; an \r at the very end may be half of one. */
function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LINE_FEED) count++;
    else if (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED) count++;
  }
  return count;
}

/** Where a row begins: the byte, the line of the file, and its number in a spreadsheet. */
export type RowMark = { readonly offset: number; readonly line: number; readonly number: number };

/**
 * Which line of the file a row begins on, and which row of a spreadsheet it is. Marks the first row after every 128 KB that was passed, so
 * that the line and number of any row before are found by reading one window.
 */
export class LineMarks {
  readonly #source: ByteSource;
  readonly #offsets: number[];
  readonly #lines: number[];
  readonly #numbers: number[];
  #next: number;

  constructor(source: ByteSource, { offset, line, number }: RowMark) {
    this.#source = source;
    this.#offsets = [offset];
    this.#lines = [line];
    this.#numbers = [number];
    this.#next = this.#stepAfter(offset);
  }

  get bytesKept(): number {
    return 24 * this.#offsets.length;
  }

  #stepAfter(offset: number): number {
    return (Math.floor(offset / WINDOW_STEP_BYTES) + 1) * WINDOW_STEP_BYTES;
  }

  /** Called for rows in their order; a second pass adds nothing. */
  pass(offset: number, line: number, number: number): void {
    if (offset < this.#next) return;
    this.#offsets.push(offset);
    this.#lines.push(line);
    this.#numbers.push(number);
    this.#next = this.#stepAfter(offset);
  }

  /** The last mark that is not after `offset`. */
  before(offset: number): RowMark {
    let low = 0;
    let high = this.#offsets.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return {
      offset: this.#offsets[low] ?? 0,
      line: this.#lines[low] ?? 1,
      number: this.#numbers[low] ?? 1,
    };
  }

  /** Counts from the last mark before; `offset` is where a row begins. */
  lineAt(offset: number): number {
    const mark = this.before(offset);
    let { line } = mark;
    let from = mark.offset;
    while (from < offset) {
      const to = Math.min(offset, from + WINDOW_STEP_BYTES);
      const bytes = this.#source.read(from, to);
      if (bytes.length === 0) break;
      line += lineEndsIn(bytes);
      const isSplit =
        bytes[bytes.length - 1] === CARRIAGE_RETURN &&
        to < offset &&
        this.#source.read(to, to + 1)[0] === LINE_FEED;
      if (isSplit) line--;
      from = to;
    }
    return line;
  }
}
