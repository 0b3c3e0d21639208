import { textAt, type TextColumn } from './text-column.ts';

const FIRST_SLOTS = 2 ** 8;

/**
 * Numbers distinct texts of columns from 0, in the order in which they are first met, without
 * decoding them: bytes are hashed (FNV-1a) and compared. Keeps where each text is, not the text.
 */
export class TextNumbers {
  #slots = new Uint32Array(FIRST_SLOTS);
  #hashes = new Uint32Array(FIRST_SLOTS / 2);
  #indexes = new Uint32Array(FIRST_SLOTS / 2);
  /** Position among `#columns`, by text. */
  #column = new Uint32Array(FIRST_SLOTS / 2);
  readonly #columns: TextColumn[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The number of a text, which is added when it is new. */
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

  /** The numbers in another table of all texts of this one. */
  numbersIn(other: TextNumbers): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#length).map((_, text) =>
      other.of(this.#columnOf(text), this.#indexes[text] ?? 0),
    );
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
    return this.#slots.byteLength + 3 * this.#hashes.byteLength;
  }

  #columnOf(text: number): TextColumn {
    const column = this.#columns[this.#column[text] ?? 0];
    if (!column) throw new Error('No text has this number.');
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

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
