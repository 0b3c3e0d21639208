import { WINDOW_STEP_BYTES } from '../sheet/byte-source.ts';
import type { ByteSource } from '../sheet/sheet.ts';
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

/**
 * Which line of the file a row begins on. Marks the first row after every 128 KB that was passed, so
 * that the line of any row before is found by counting in one window.
 */
export class LineMarks {
  readonly #source: ByteSource;
  readonly #offsets: number[];
  readonly #lines: number[];
  #next: number;

  constructor(source: ByteSource, offset: number, line: number) {
    this.#source = source;
    this.#offsets = [offset];
    this.#lines = [line];
    this.#next = this.#stepAfter(offset);
  }

  get bytesKept(): number {
    return 16 * this.#offsets.length;
  }

  #stepAfter(offset: number): number {
    return (Math.floor(offset / WINDOW_STEP_BYTES) + 1) * WINDOW_STEP_BYTES;
  }

  /** Told of rows in their order; a second pass tells nothing new. */
  pass(offset: number, line: number): void {
    if (offset < this.#next) return;
    this.#offsets.push(offset);
    this.#lines.push(line);
    this.#next = this.#stepAfter(offset);
  }

  /** Counts from the last mark before; `offset` is where a row begins. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#offsets.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    let line = this.#lines[low] ?? 1;
    let from = this.#offsets[low] ?? 0;
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
