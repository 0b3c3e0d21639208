import type { ColumnIndex } from '../records/column-index.ts';
import type { FieldColumn, TypedField } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { ReadColumn } from '../fields/reread-pass.ts';

/** Bytes of the numbers and dates that are kept of a file: 32 columns of a million rows. */
export const MAX_COLUMN_BYTES = 256 * 2 ** 20;

/** What the arrays of some columns take, those that they share once. */
function bytesOf(columns: Iterable<FieldColumn>): number {
  const arrays = new Set<ArrayBufferLike>();
  for (const column of columns)
    for (const part of Object.values(column)) if (ArrayBuffer.isView(part)) arrays.add(part.buffer);
  return [...arrays].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The columns of the fields of a table. Numbers and dates of a file that were not used for longest may be dropped: they can be read again. */
export class ColumnStore {
  readonly #maxBytes: number;
  readonly #kept = new Map<FieldKey, FieldColumn>();
  readonly #cells = new Map<FieldKey, ColumnIndex>();
  /** How each column is read again that may be dropped. */
  readonly #readable = new Map<FieldKey, ReadColumn>();
  /** Those of them that are kept, the one that was used last at the end. */
  readonly #droppable = new Map<FieldKey, FieldColumn>();

  constructor(fields: readonly TypedField[], maxBytes: number) {
    this.#maxBytes = maxBytes;
    // Until a reader asks for some, the first columns of a file are likeliest to be used.
    for (const { info, column, cell, reader } of fields.toReversed()) {
      if (cell !== undefined) this.#cells.set(info.key, cell);
      if (cell !== undefined && reader) {
        this.#readable.set(info.key, { cell, reader });
        this.#droppable.set(info.key, column);
      } else this.#kept.set(info.key, column);
    }
  }

  /** The column of a reader's file that a field is; undefined for a field of ours. */
  cellOf(key: FieldKey): ColumnIndex | undefined {
    return this.#cells.get(key);
  }

  /** Undefined: there is none, or it was dropped. */
  get(key: FieldKey): FieldColumn | undefined {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const column = this.#droppable.get(key);
    if (column) this.set(key, column);
    return column;
  }

  /** How to read a column that was dropped. */
  readerOf(key: FieldKey): ReadColumn | undefined {
    return this.#droppable.has(key) ? undefined : this.#readable.get(key);
  }

  /** Keeps a column that may be dropped. */
  set(key: FieldKey, column: FieldColumn): void {
    this.#droppable.delete(key);
    this.#droppable.set(key, column);
  }

  /** Drops what is too much, but nothing of `used`. */
  trim(used: ReadonlySet<FieldKey>): void {
    for (const key of [...this.#droppable.keys()]) {
      if (bytesOf(this.#droppable.values()) <= this.#maxBytes) return;
      if (!used.has(key)) this.#droppable.delete(key);
    }
  }

  get bytes(): number {
    return bytesOf([...this.#kept.values(), ...this.#droppable.values()]);
  }
}
