import { savedColumns } from '../../core/records/saved-columns.ts';
import { readingAhead } from '../source/byte-source.ts';
import { areLettersSound } from '../encoding/row-text.ts';
import type { RowCursor, TableReader } from '../table/table-reader.ts';
import type { ByteSource } from '../source/byte-source.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { CARRIAGE_RETURN, LINE_FEED } from './ascii.ts';
import { MAX_ROW_BYTES, UNFINISHED } from './cell-scanner.ts';
import { CsvRow } from './csv-row.ts';
import { LineMarks, type RowMark } from './line-marks.ts';

/** How much is scanned at a time: the larger, the more of the pieces lie in two blocks and are copied. */
const CHUNK_BYTES = 1024 * 1024;

/** Most rows are shorter: one read is enough. */
const ONE_ROW_BYTES = 64 * 1024;

/** What must be known of a file before the first row can be read. */
export type CsvDialect = {
  readonly columns: readonly string[];
  readonly form: FormatInfo;
  readonly delimiter: string;
} & RowMark;

/** Rows of a file of delimited UTF-8 or windows-1252, which stays where it is. */
export class CsvTable implements TableReader {
  readonly columns: readonly string[];
  readonly format: FormatInfo;
  readonly hasGeometry = false;
  readonly #layout: CsvDialect;
  readonly #source: ByteSource;
  readonly #near: ByteSource;
  readonly #marks: LineMarks;
  readonly #chunkBytes: number;
  readonly #ownBytes: number;

  /** `ownBytes`: what of `source` is itself held in memory. */
  constructor(source: ByteSource, layout: CsvDialect, ownBytes = 0, chunkBytes = CHUNK_BYTES) {
    this.columns = layout.columns;
    this.format = layout.form;
    this.#layout = layout;
    this.#source = source;
    this.#near = readingAhead(source);
    this.#marks = new LineMarks(this.#near, layout);
    this.#ownBytes = ownBytes;
    this.#chunkBytes = chunkBytes;
  }

  get bytesKept(): number {
    return this.#ownBytes + this.#marks.bytesKept;
  }

  rows(): Generator<RowCursor, void, void> {
    return this.#rowsFrom(this.#layout);
  }

  *#rowsFrom(first: RowMark): Generator<RowCursor, void, void> {
    const { size } = this.#source;
    const row = this.#newRow();
    let base = first.offset;
    let { line, number } = first;
    let length = this.#chunkBytes;
    while (base < size) {
      const bytes = this.#source.read(base, Math.min(size, base + length));
      const isLast = bytes.length < length || base + bytes.length >= size;
      row.mayMixLetters = !areLettersSound(bytes, this.format.encoding);
      let at = 0;
      while (at < bytes.length) {
        const next = row.scan(bytes, at, isLast);
        if (next === UNFINISHED) break;
        const end = row.isCut ? this.#lineEndAfter(base + next) : base + next;
        row.setPosition(base + at, line, number, end / size);
        this.#marks.pass(base + at, line, number);
        line += row.lines;
        number++;
        at = end - base;
        if (!row.isBlank) yield row;
      }
      if (isLast && at < size - base) return;
      length = at === 0 ? Math.min(2 * length, MAX_ROW_BYTES) : this.#chunkBytes;
      base += at;
    }
  }

  rowAt(offset: number): RowCursor {
    const { size } = this.#source;
    const row = this.#newRow();
    for (let length = ONE_ROW_BYTES; ; length = Math.min(4 * length, MAX_ROW_BYTES)) {
      const bytes = this.#near.read(offset, Math.min(size, offset + length));
      const isLast = bytes.length < length || offset + bytes.length >= size;
      const next = row.scan(bytes, 0, isLast);
      if (next === UNFINISHED) continue;
      const end = row.isCut ? this.#lineEndAfter(offset + next) : offset + next;
      row.setPosition(offset, undefined, undefined, size === 0 ? 1 : end / size);
      return row;
    }
  }

  #newRow(): CsvRow {
    const finder = {
      lineAt: (offset: number): number => this.#marks.lineAt(offset),
      numberAt: (offset: number): number => this.#numberAt(offset),
    };
    const isSaved = savedColumns(this.columns) !== undefined;
    return new CsvRow(this.#layout.delimiter, finder, this.format.encoding, isSaved);
  }

  /** Reads on from the last mark before, since only rows show which line ends are inside a cell. */
  #numberAt(offset: number): number {
    const mark = this.#marks.before(offset);
    for (const row of this.#rowsFrom(mark)) if (row.offset >= offset) return row.number;
    return mark.number;
  }

  /** Where the line after the one that goes on at `offset` begins. */
  #lineEndAfter(offset: number): number {
    const { size } = this.#source;
    for (let from = offset; from < size; from += MAX_ROW_BYTES) {
      const bytes = this.#source.read(from, Math.min(size, from + MAX_ROW_BYTES));
      if (bytes.length === 0) return size;
      const at = bytes.findIndex((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN);
      if (at === -1) continue;
      const end = from + at + 1;
      const isPair =
        bytes[at] === CARRIAGE_RETURN && this.#near.read(end, end + 1)[0] === LINE_FEED;
      return isPair ? end + 1 : end;
    }
    return size;
  }
}
