import { doubled, slotsFor } from '../base/pair-numbers.ts';
import { textAt, type TextColumn } from './text-column.ts';

/**
 * Numbers distinct texts of columns from 0, in the order in which they are first met, without
 * decoding them: bytes are hashed (FNV-1a) and compared. Keeps where each text is, not the text.
 */
export class TextNumbers {
  #slots: Uint32Array<ArrayBuffer>;
  #hashes: Uint32Array<ArrayBuffer>;
  #indexes: Uint32Array<ArrayBuffer>;
  /** Position among `#columns`, by text. */
  #column: Uint32Array<ArrayBuffer>;
  readonly #columns: TextColumn[] = [];
  #length = 0;

  /** Reserves room for this number of texts, because growing a large table later is one long step. */
  constructor(texts = 0) {
    this.#slots = new Uint32Array(slotsFor(texts + 1));
    this.#hashes = new Uint32Array(this.#slots.length / 2);
    this.#indexes = new Uint32Array(this.#slots.length / 2);
    this.#column = new Uint32Array(this.#slots.length / 2);
  }

  /** Frees the memory that is only needed to add texts; call it after the last one. */
  seal(): void {
    this.#slots = new Uint32Array(0);
    this.#hashes = new Uint32Array(0);
    this.#indexes = this.#indexes.slice(0, this.#length);
    this.#column = this.#column.slice(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  /** Returns the number of a text; a new text is added. */
  of(column: TextColumn, index: number): number {
    const hash = hashOf(column, index);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const text = (this.#slots[slot] ?? 0) - 1;
      if (text === -1) return this.#add(column, index, hash, slot);
      if (this.#hashes[text] === hash && this.#is(text, column, index)) return text;
      slot = (slot + 1) & mask;
    }
  }

  /** Returns the number that a text of this table has in the `other` table. */
  numberIn(other: TextNumbers, text: number): number {
    return other.of(this.#columnOf(text), this.#indexes[text] ?? 0);
  }

  textOf(text: number): string {
    return textAt(this.#columnOf(text), this.#indexes[text] ?? 0);
  }

  isEmpty(text: number): boolean {
    const { offsets } = this.#columnOf(text);
    const index = this.#indexes[text] ?? 0;
    return offsets[index] === offsets[index + 1];
  }

  get bytes(): number {
    const arrays = [this.#slots, this.#hashes, this.#indexes, this.#column];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  #columnOf(text: number): TextColumn {
    const column = this.#columns[this.#column[text] ?? 0];
    if (!column) throw new Error('Unknown text number.');
    return column;
  }

  #is(text: number, column: TextColumn, index: number): boolean {
    const own = this.#columnOf(text);
    const start = own.offsets[this.#indexes[text] ?? 0] ?? 0;
    const end = own.offsets[(this.#indexes[text] ?? 0) + 1] ?? 0;
    let at = column.offsets[index] ?? 0;
    if (end - start !== (column.offsets[index + 1] ?? 0) - at) return false;
    for (let byte = start; byte < end; byte++)
      if (own.bytes[byte] !== column.bytes[at++]) return false;
    return true;
  }

  #add(column: TextColumn, index: number, hash: number, slot: number): number {
    if (this.#columns.at(-1) !== column) this.#columns.push(column);
    const text = this.#length++;
    this.#hashes[text] = hash;
    this.#indexes[text] = index;
    this.#column[text] = this.#columns.length - 1;
    this.#slots[slot] = text + 1;
    if (this.#length === this.#hashes.length) this.#widen();
    return text;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    this.#hashes = doubled(this.#hashes);
    this.#indexes = doubled(this.#indexes);
    this.#column = doubled(this.#column);
    for (let text = 0; text < this.#length; text++) {
      let slot = (this.#hashes[text] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = text + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), its upper half folded into the lower. */
function hashOf({ bytes, offsets }: TextColumn, index: number): number {
  const end = offsets[index + 1] ?? 0;
  let hash = 0x811c9dc5;
  for (let at = offsets[index] ?? 0; at < end; at++)
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
