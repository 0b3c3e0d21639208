import { DAY } from '../time/minute.ts';
import type { OpenSide, TimeRange } from '../time/time-range.ts';

/**
 * Codes of a table's `isUndated`. A record of any code but 0 is only possibly in a window, never
 * certainly.
 */
/** No date is known. */
export const UNDATED = 1;
/** It began at a known time; its end is not known. */
export const OPEN_END = 2;
/** It ended at a known time; its begin is not known. */
export const OPEN_BEGIN = 3;

export type UnknownEnd = OpenSide | 'both';

/**
 * The time of an end that is not known: beyond every date that a table can hold, in whole days,
 * inside 32 bits. So the record is possibly in every window that it may reach, certainly in none of
 * finite length, and other records change nothing about it.
 */
export const ENDLESS: TimeRange = { from: -1_491_308 * DAY, to: 1_491_308 * DAY };

/** Which end of a record is not known, by its code. */
export function unknownEndOf(code: number | undefined): UnknownEnd | undefined {
  if (code === UNDATED) return 'both';
  if (code === OPEN_END) return 'to';
  return code === OPEN_BEGIN ? 'from' : undefined;
}

/** Gives the ends that are not known to `ENDLESS`, in place. */
export function fillUnknownEnds(from: Int32Array, to: Int32Array, isUndated: Uint8Array): void {
  for (let row = 0; row < isUndated.length; row++) {
    const code = isUndated[row];
    if (code === UNDATED || code === OPEN_BEGIN) from[row] = ENDLESS.from;
    if (code === UNDATED || code === OPEN_END) to[row] = ENDLESS.to;
  }
}
