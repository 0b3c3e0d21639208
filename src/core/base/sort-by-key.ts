import type { Task } from './task.ts';
import { ROWS_PER_YIELD_POINT } from './yield-points.ts';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS] as const;

type Keyed = {
  readonly position: Uint32Array<ArrayBuffer>;
  readonly key: Uint32Array<ArrayBuffer>;
};
/** A half-open range of entries: the last one is not included. */
type Chunk = readonly [number, number];

const digitOf = (key: number, shift: number): number => (key >>> shift) & (DIGITS - 1);

function fillKeys({ position, key }: Keyed, [from, to]: Chunk, keyOf: (at: number) => number) {
  for (let at = from; at < to; at += 1) key[at] = keyOf(position[at] ?? 0);
}

function countDigits(key: Uint32Array, [from, to]: Chunk, shift: number, counts: Uint32Array) {
  for (let at = from; at < to; at += 1) {
    const digit = digitOf(key[at] ?? 0, shift);
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
}

/** Turns the counts per digit into start positions (prefix sums). */
function toStarts(counts: Uint32Array): void {
  for (let digit = 0, start = 0; digit < DIGITS; digit += 1) {
    const count = counts[digit] ?? 0;
    counts[digit] = start;
    start += count;
  }
}

function moveByDigit(
  source: Keyed,
  target: Keyed,
  [from, to]: Chunk,
  shift: number,
  starts: Uint32Array,
) {
  for (let at = from; at < to; at += 1) {
    const key = source.key[at] ?? 0;
    const digit = digitOf(key, shift);
    const place = starts[digit] ?? 0;
    starts[digit] = place + 1;
    target.position[place] = source.position[at] ?? 0;
    target.key[place] = key;
  }
}

/** Chunks of the work, with a yield point before each. */
async function inChunks(length: number, task: Task, work: (chunk: Chunk) => void): Promise<void> {
  for (let from = 0; from < length; from += ROWS_PER_YIELD_POINT) {
    if (task.isDue()) await task.yield(from / length);
    work([from, Math.min(from + ROWS_PER_YIELD_POINT, length)]);
  }
}

const newKeyed = (position: Uint32Array<ArrayBuffer>): Keyed => ({
  position,
  key: new Uint32Array(position.length),
});

/**
 * Sorts positions by a 32-bit key of each, ascending; equal keys keep their order. A radix sort by three
 * digits, the last first (Knuth, The Art of Computer Programming 3, section 5.2.5); a digit that
 * all keys share moves nothing.
 */
export async function sortByKey(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (position: number) => number,
  task: Task,
): Promise<Uint32Array<ArrayBuffer>> {
  const { length } = order;
  let [source, target] = [newKeyed(order.slice()), newKeyed(new Uint32Array(length))];
  await inChunks(length, task.part(0, 0.1), (chunk) => {
    fillKeys(source, chunk, keyOf);
  });
  for (const [pass, shift] of SHIFTS.entries()) {
    const part = task.part(0.1 + 0.3 * pass, 0.1 + 0.3 * (pass + 1));
    const counts = new Uint32Array(DIGITS);
    await inChunks(length, part.part(0, 0.4), (chunk) => {
      countDigits(source.key, chunk, shift, counts);
    });
    if (counts.includes(length)) continue;
    toStarts(counts);
    await inChunks(length, part.part(0.4, 1), (chunk) => {
      moveByDigit(source, target, chunk, shift, counts);
    });
    [source, target] = [target, source];
  }
  return source.position;
}

/** The same without yield points, for few positions. */
export function sortByKeyAtOnce(
  order: Uint32Array<ArrayBuffer>,
  keyOf: (position: number) => number,
): Uint32Array<ArrayBuffer> {
  const all: Chunk = [0, order.length];
  let [source, target] = [newKeyed(order.slice()), newKeyed(new Uint32Array(order.length))];
  fillKeys(source, all, keyOf);
  for (const shift of SHIFTS) {
    const counts = new Uint32Array(DIGITS);
    countDigits(source.key, all, shift, counts);
    if (counts.includes(order.length)) continue;
    toStarts(counts);
    moveByDigit(source, target, all, shift, counts);
    [source, target] = [target, source];
  }
  return source.position;
}
