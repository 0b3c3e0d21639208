import { bucketOf, NO_INDEX, slotsFor } from './weighted-points.ts';

/** A spatial hash of discs that come and go: those of a bucket are a linked list. */
export class DiscGrid {
  readonly #side: number;
  readonly #mask: number;
  readonly #first: Uint32Array;
  readonly #next: Uint32Array;

  constructor(length: number, side: number) {
    this.#side = side;
    this.#mask = slotsFor(length / 2) - 1;
    this.#first = new Uint32Array(this.#mask + 1).fill(NO_INDEX);
    this.#next = new Uint32Array(length);
  }

  cellAt(coordinate: number): number {
    return Math.floor(coordinate / this.#side);
  }

  firstIn(column: number, row: number): number {
    return this.#first[bucketOf(column, row, this.#mask)] ?? NO_INDEX;
  }

  nextOf(disc: number): number {
    return this.#next[disc] ?? NO_INDEX;
  }

  add(disc: number, x: number, y: number): void {
    const bucket = bucketOf(this.cellAt(x), this.cellAt(y), this.#mask);
    this.#next[disc] = this.#first[bucket] ?? NO_INDEX;
    this.#first[bucket] = disc;
  }

  remove(disc: number, x: number, y: number): void {
    const bucket = bucketOf(this.cellAt(x), this.cellAt(y), this.#mask);
    let other = this.#first[bucket] ?? NO_INDEX;
    if (other === disc) {
      this.#first[bucket] = this.nextOf(disc);
      return;
    }
    while (this.nextOf(other) !== disc) other = this.nextOf(other);
    this.#next[other] = this.nextOf(disc);
  }
}
