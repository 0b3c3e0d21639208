type Numbers = Uint32Array<ArrayBuffer>;

const NEWLINE = 10;
const SPACE = 0x20;
/** None of the code units between the two is blank. */
const NO_BREAK_SPACE = 0xa0;
/** The hash table is in parts by the first bits of a hash, so that one that grows moves few entries at once. */
const PART_BITS = 6;
const PARTS = 1 << PART_BITS;
const FIRST_SLOTS = 2 ** 5;

/** By code unit: what `searchWords` splits at. */
const BLANK = Uint8Array.from({ length: 2 ** 16 }, (_, code) =>
  Number(/\s/.test(String.fromCharCode(code))),
);

/** The same numbers with room for at least `length`. */
export function withRoom(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers;
  const larger = new Uint32Array(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

/**
 * The distinct tokens of many texts, numbered as they come: a hash table with open addressing over letters,
 * so that no token is a string.
 *
 *     letters  \n e r b i l \n k o y a \n …     code units
 *     starts      1           7          12     where each token begins, and where the next one would
 */
export class TokenTable {
  length = 0;
  letters = new Uint16Array(2 ** 10).fill(NEWLINE, 0, 1);
  starts: Numbers = new Uint32Array(2 ** 8).fill(1, 0, 1);
  /** By part, two numbers a slot: hash, and one more than the token or 0. At most half are taken. */
  readonly #slots = Array.from({ length: PARTS }, (): Numbers => new Uint32Array(2 * FIRST_SLOTS));
  readonly #taken = new Uint32Array(PARTS);

  /** Hands over the number of each token of a text, known or new. */
  read(text: string, take: (token: number) => void): void {
    this.#makeRoom(text.length + 1);
    const { letters } = this;
    let start = this.starts[this.length] ?? 0;
    let end = start;
    let hash = 0;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : NEWLINE;
      if ((code > SPACE && code < NO_BREAK_SPACE) || BLANK[code] === 0) {
        letters[end++] = code;
        hash = Math.imul(hash ^ code, 0x01000193);
      } else if (end > start) {
        letters[end] = NEWLINE;
        take(this.#numberOfLast(start, end, hash));
        start = this.starts[this.length] ?? 0;
        end = start;
        hash = 0;
      }
    }
  }

  #makeRoom(length: number): void {
    const end = (this.starts[this.length] ?? 0) + length;
    if (end <= this.letters.length) return;
    const larger = new Uint16Array(Math.max(end, this.letters.length * 2));
    larger.set(this.letters);
    this.letters = larger;
  }

  /** Letters written after the last token become a new one, unless they are one already. */
  #numberOfLast(start: number, end: number, rawHash: number): number {
    const mixed = Math.imul(rawHash ^ (rawHash >>> 15), 0x2c1b3c6d);
    const hash = (mixed ^ (mixed >>> 13)) >>> 0;
    const part = hash >>> (32 - PART_BITS);
    const slots = this.#slots[part] ?? new Uint32Array(0);
    let slot = firstSlot(slots, hash);
    for (;;) {
      const token = (slots[slot + 1] ?? 0) - 1;
      if (token < 0) break;
      if (slots[slot] === hash && this.#is(token, start, end)) return token;
      slot = nextSlot(slots, slot);
    }
    const token = this.length++;
    slots[slot] = hash;
    slots[slot + 1] = token + 1;
    this.starts = withRoom(this.starts, token + 2);
    this.starts[token + 1] = end + 1;
    const taken = (this.#taken[part] ?? 0) + 1;
    this.#taken[part] = taken;
    if (taken * 4 > slots.length) this.#slots[part] = widened(slots);
    return token;
  }

  /** Compares the newline at `end` too. */
  #is(token: number, start: number, end: number): boolean {
    const { letters } = this;
    let at = this.starts[token] ?? 0;
    for (let i = start; i <= end; i++) if (letters[at++] !== letters[i]) return false;
    return true;
  }
}

const firstSlot = (slots: Numbers, hash: number): number => (hash << 1) & (slots.length - 2);
const nextSlot = (slots: Numbers, slot: number): number => (slot + 2) & (slots.length - 2);

function widened(old: Numbers): Numbers {
  const slots = new Uint32Array(old.length * 2);
  for (let from = 0; from < old.length; from += 2) {
    const token = old[from + 1] ?? 0;
    if (token === 0) continue;
    const hash = old[from] ?? 0;
    let slot = firstSlot(slots, hash);
    while (slots[slot + 1] !== 0) slot = nextSlot(slots, slot);
    slots[slot] = hash;
    slots[slot + 1] = token;
  }
  return slots;
}
