import type { Steps } from '../steps.ts';
import { ROWS_PER_BREATH } from './breaths.ts';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Sorts positions by a 32-bit key of each, ascending; equal keys keep their order. */
export function* sortByKey(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (position: number) => number,
): Steps<Uint32Array<ArrayBuffer>> {
  const { length } = order;
  let from = { position: order, key: order.map(keyOf) };
  let to = { position: new Uint32Array(length), key: new Uint32Array(length) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (length > ROWS_PER_BREATH) yield shift / 32;
    const { position, key } = from;
    const start = new Uint32Array(DIGITS + 1);
    for (let at = 0; at < length; at += 1) {
      const digit = ((key[at] ?? 0) >>> shift) & (DIGITS - 1);
      start[digit + 1] = (start[digit + 1] ?? 0) + 1;
    }
    if (start.includes(length)) continue;
    for (let digit = 0; digit < DIGITS; digit += 1) {
      start[digit + 1] = (start[digit + 1] ?? 0) + (start[digit] ?? 0);
    }
    for (let at = 0; at < length; at += 1) {
      const own = key[at] ?? 0;
      const digit = (own >>> shift) & (DIGITS - 1);
      const place = start[digit] ?? 0;
      start[digit] = place + 1;
      to.position[place] = position[at] ?? 0;
      to.key[place] = own;
    }
    [from, to] = [to, from];
  }
  return from.position;
}
