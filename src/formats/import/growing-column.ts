type Numbers = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

const FIRST_LENGTH = 4_096;

/** A typed array that grows as numbers are added; twice as long each time it is full. */
export class GrowingColumn<Column extends Numbers> {
  readonly #make: (length: number) => Column;
  #numbers: Column;
  #length = 0;

  constructor(make: (length: number) => Column) {
    this.#make = make;
    this.#numbers = make(FIRST_LENGTH);
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = this.#make(2 * this.#length);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length++] = number;
  }

  at(position: number): number {
    return this.#numbers[position] ?? 0;
  }

  /** What was added so far, as a view. */
  get view(): Column {
    return this.#numbers.subarray(0, this.#length) as Column;
  }
}

export const growingInts = (): GrowingColumn<Int32Array<ArrayBuffer>> =>
  new GrowingColumn((length) => new Int32Array(length));
export const growingPositions = (): GrowingColumn<Uint32Array<ArrayBuffer>> =>
  new GrowingColumn((length) => new Uint32Array(length));
export const growingCodes = (): GrowingColumn<Uint8Array<ArrayBuffer>> =>
  new GrowingColumn((length) => new Uint8Array(length));
