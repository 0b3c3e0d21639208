/** From 0 up to, not with, 1. */
export type Chance = () => number;

/** Mulberry32: the same seed gives the same numbers. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to, not with, the limit. */
export const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);

/** One of the values, all with the same chance. */
export function pick<Value>(chance: Chance, values: readonly [Value, ...Value[]]): Value {
  return values[below(chance, values.length)] ?? values[0];
}

/** Of a normal distribution around 0 with a deviation of 1 (Box and Muller). */
export const scatter = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** Draws positions in proportion to their weights. */
export class Lots {
  readonly #sums: Float64Array;
  readonly #total: number;

  constructor(weights: readonly number[]) {
    let sum = 0;
    this.#sums = Float64Array.from(weights, (weight) => (sum += weight));
    this.#total = sum;
  }

  draw(chance: Chance): number {
    const wanted = chance() * this.#total;
    let first = 0;
    let last = this.#sums.length - 1;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((this.#sums[middle] ?? 0) > wanted) last = middle;
      else first = middle + 1;
    }
    return first;
  }
}
