import type { Task } from './task.ts';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

type Keyed = {
  readonly position: Uint32Array<ArrayBuffer>;
  readonly key: Uint32Array<ArrayBuffer>;
};

const emptyKeyed = (length: number): Keyed => ({
  position: new Uint32Array(length),
  key: new Uint32Array(length),
});

/** One pass of the radix sort, into `to`; false when all have the same digit and nothing was moved. */
function sortByDigit({ position, key }: Keyed, to: Keyed, shift: number): boolean {
  const { length } = position;
  const start = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < length; at += 1) {
    const digit = ((key[at] ?? 0) >>> shift) & (DIGITS - 1);
    start[digit + 1] = (start[digit + 1] ?? 0) + 1;
  }
  if (start.includes(length)) return false;
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
  return true;
}

/** Sorts positions by a 32-bit key of each, ascending; equal keys keep their order. A radix sort. */
export async function sortByKey(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (position: number) => number,
  task: Task,
): Promise<Uint32Array<ArrayBuffer>> {
  let from: Keyed = { position: order, key: order.map(keyOf) };
  let to = emptyKeyed(order.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (task.isDue()) await task.yield(shift / 32);
    if (sortByDigit(from, to, shift)) [from, to] = [to, from];
  }
  return from.position;
}

/** The same without yield points, for few positions. */
export function sortByKeyAtOnce(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (position: number) => number,
): Uint32Array<ArrayBuffer> {
  let from: Keyed = { position: order, key: order.map(keyOf) };
  let to = emptyKeyed(order.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS)
    if (sortByDigit(from, to, shift)) [from, to] = [to, from];
  return from.position;
}
