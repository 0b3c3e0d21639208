import { NOT_GIVEN } from './field-key.ts';

/** Values that a category can have, besides `NOT_GIVEN`. */
export const MAX_VALUES = 0xffff;
const MAX_BYTE = 0xff;

export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** Numbers the distinct values of a column from 1, in the order in which they are first met; 0 is `NOT_GIVEN`. */
export class ValueCodes {
  readonly #numbers = new Map<string, number>([[NOT_GIVEN, 0]]);
  #codes: Codes;

  constructor(length: number) {
    this.#codes = new Uint8Array(length);
  }

  /** Distinct values, `NOT_GIVEN` not counted. */
  get distinct(): number {
    return this.#numbers.size - 1;
  }

  has(value: string): boolean {
    return this.#numbers.has(value);
  }

  /** Sets the value of a position that may be beyond the end; false where there is no room for another value. */
  set(at: number, value: string): boolean {
    let code = this.#numbers.get(value);
    if (code === undefined) {
      code = this.#numbers.size;
      if (code > MAX_VALUES) return false;
      this.#numbers.set(value, code);
      if (code === MAX_BYTE + 1) this.#codes = Uint16Array.from(this.#codes);
    }
    if (at >= this.#codes.length) this.#grow(at);
    this.#codes[at] = code;
    return true;
  }

  #grow(at: number): void {
    const length = Math.max(2 * this.#codes.length, at + 1);
    const grown =
      this.#codes instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
    grown.set(this.#codes);
    this.#codes = grown;
  }

  /** By code. */
  get values(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** The codes of the first positions; the same memory where that is all of it. */
  codes(length: number): Codes {
    return length === this.#codes.length ? this.#codes : this.#codes.slice(0, length);
  }
}
