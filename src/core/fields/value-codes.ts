import { NOT_GIVEN } from './field-key.ts';

/** Values that a category can have, besides `NOT_GIVEN`. */
const MAX_VALUES = 0xffff;
const MAX_BYTE = 0xff;
const MAX_SPELLINGS = 2 * MAX_VALUES;

export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** Numbers the distinct values of a column from 1, in the order in which they are first met; 0 is `NOT_GIVEN`. */
export class ValueCodes {
  readonly #numbers = new Map<string, number>([[NOT_GIVEN, 0]]);
  readonly #values: string[] = [NOT_GIVEN];
  #codes: Codes;

  constructor(length: number) {
    this.#codes = new Uint8Array(length);
  }

  /** Distinct values, `NOT_GIVEN` not counted. */
  get distinct(): number {
    return this.#values.length - 1;
  }

  /** Sets the value of a position that may be beyond the end; false where there is no room for another value. */
  set(at: number, value: string): boolean {
    if (this.setKnown(at, value)) return true;
    const code = this.#values.length;
    if (code > MAX_VALUES) return false;
    this.#numbers.set(value, code);
    this.#values.push(value);
    if (code === MAX_BYTE + 1) this.#codes = Uint16Array.from(this.#codes);
    if (at >= this.#codes.length) this.#grow(at);
    this.#codes[at] = code;
    return true;
  }

  /** False where the value was not met before: nothing is set then. */
  setKnown(at: number, value: string): boolean {
    const code = this.#numbers.get(value);
    if (code === undefined) return false;
    if (at >= this.#codes.length) this.#grow(at);
    this.#codes[at] = code;
    return true;
  }

  /** Another spelling of a value that is known by now. */
  alias(spelling: string, value: string): void {
    const code = this.#numbers.get(value);
    if (code !== undefined && this.#numbers.size < MAX_SPELLINGS) this.#numbers.set(spelling, code);
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
    return this.#values;
  }

  /** The codes of the first positions; the same memory where that is all of it. */
  codes(length: number): Codes {
    return length === this.#codes.length ? this.#codes : this.#codes.slice(0, length);
  }
}
