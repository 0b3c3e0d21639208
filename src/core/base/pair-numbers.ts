const HASH_FACTOR = 0x9e3779b1;
const MIN_SLOTS = 2 ** 8;

/** Returns the number of slots for a hash table that is at most half full: a power of two. */
export const slotsFor = (entries: number): number =>
  Math.max(MIN_SLOTS, 2 ** Math.ceil(Math.log2(entries * 2)));

/**
 * Numbers distinct pairs of 32-bit numbers from 0, in the order in which they are first met. A hash
 * table with open addressing in typed arrays, at most half full: no object for a pair.
 */
export class PairNumbers {
  /** The number of the pair in each slot, plus 1; 0 means free. */
  #slots: Uint32Array<ArrayBuffer>;
  #first: Uint32Array<ArrayBuffer>;
  #second: Uint32Array<ArrayBuffer>;
  #length = 0;

  /** Reserves room for this number of pairs, because growing a large table later is one long step. */
  constructor(pairs = 0) {
    this.#slots = new Uint32Array(slotsFor(pairs + 1));
    this.#first = new Uint32Array(this.#slots.length / 2);
    this.#second = new Uint32Array(this.#slots.length / 2);
  }

  get length(): number {
    return this.#length;
  }

  /** The first numbers of the pairs, by pair. */
  get first(): Uint32Array<ArrayBuffer> {
    return this.#first.subarray(0, this.#length);
  }

  get second(): Uint32Array<ArrayBuffer> {
    return this.#second.subarray(0, this.#length);
  }

  /** The number of a pair. */
  of(first: number, second: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(first, second) & mask;
    for (;;) {
      const pair = (slots[slot] as number) - 1;
      if (pair === -1) return this.#add(first, second, slot);
      if (this.#first[pair] === first && this.#second[pair] === second) return pair;
      slot = (slot + 1) & mask;
    }
  }

  #add(first: number, second: number, slot: number): number {
    const pair = this.#length++;
    this.#first[pair] = first;
    this.#second[pair] = second;
    this.#slots[slot] = pair + 1;
    if (this.#length === this.#first.length) this.#widen();
    return pair;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#first = doubled(this.#first);
    this.#second = doubled(this.#second);
    for (let pair = 0; pair < this.#length; pair++) {
      let slot = hashOf(this.#first[pair] as number, this.#second[pair] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = pair + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, HASH_FACTOR) ^ second;
  const again = Math.imul(mixed ^ (mixed >>> 15), HASH_FACTOR);
  return (again ^ (again >>> 13)) >>> 0;
}

export function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
