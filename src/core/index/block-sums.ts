import type { CountedBlocks } from './filtered-rows.ts';
import type { RowGroups } from './row-groups.ts';

/** What the sums of one field may take, in bytes. */
const MAX_BYTES = 1 << 20;

/**
 * Sums of the counts of whole blocks of rows by the groups of a field, so that a window costs the
 * difference of two sums and the rows at its ends, whatever it holds. Of a field with many groups there
 * is a sum for every few blocks only.
 */
export class BlockSums {
  readonly #counted: CountedBlocks;
  readonly #groups: RowGroups;
  /** Blocks between two sums. */
  readonly #stride: number;
  /** Sum s is of the blocks before `s * stride`. */
  readonly #sums: Uint32Array;

  /** Costs a look at each row. */
  constructor(counted: CountedBlocks, groups: RowGroups) {
    this.#counted = counted;
    this.#groups = groups;
    const blocks = counted.first.length - 1;
    const width = groups.length * 2;
    this.#stride = Math.max(Math.ceil((blocks * width * 4) / MAX_BYTES), 1);
    const count = Math.floor(blocks / this.#stride);
    this.#sums = new Uint32Array((count + 1) * width);
    const running = new Uint32Array(width);
    for (let sum = 0; sum < count; sum++) {
      this.#addRows(running, sum * this.#stride, (sum + 1) * this.#stride);
      this.#sums.set(running, (sum + 1) * width);
    }
  }

  /** Adds the rows of the blocks from `begin` to `end`, all certainly in the window. */
  add(pairs: Uint32Array, begin: number, end: number): void {
    const first = Math.ceil(begin / this.#stride);
    const last = Math.floor(end / this.#stride);
    if (first >= last) {
      this.#addRows(pairs, begin, end);
      return;
    }
    this.#addRows(pairs, begin, first * this.#stride);
    this.#addRows(pairs, last * this.#stride, end);
    const { length } = pairs;
    for (let pair = 0; pair < length; pair++)
      pairs[pair] =
        (pairs[pair] as number) +
        (this.#sums[last * length + pair] as number) -
        (this.#sums[first * length + pair] as number);
  }

  #addRows(pairs: Uint32Array, begin: number, end: number): void {
    const { first } = this.#counted;
    if (begin < end)
      this.#groups.add(pairs, this.#counted, first[begin] as number, first[end] as number);
  }

  get bytes(): number {
    return this.#sums.byteLength;
  }
}
