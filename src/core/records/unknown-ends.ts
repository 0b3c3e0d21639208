import { DAY, startOfDay, type Minute } from '../time/minute.ts';
import type { OpenSide, TimeRange } from '../time/time-range.ts';

/**
 * Codes of a table's `isUndated`. A record of any code but 0 is only possibly in a window, never
 * certainly: how far it reaches depends on the other records.
 */
/** No date is known: the record may be anywhere in the period. */
export const UNDATED = 1;
/** It began at a known time, and may last until the end of the period. */
export const OPEN_END = 2;
/** It ended at a known time, and may have begun with the period. */
export const OPEN_BEGIN = 3;

export type UnknownEnd = OpenSide | 'both';

/** The ends of what a column of minutes holds. */
const COLUMN: TimeRange = { from: -(2 ** 31), to: 2 ** 31 - 1 };

/** Longer than any bin, which may begin before the period and end after it: a millennium at most. */
export const BEYOND: Minute = 366_000 * DAY;

/**
 * What an undated record spans: more than the whole days of the period, and than every bin that touches
 * it, at each end, so that it is possibly in every window and certainly in none. Where nothing is dated
 * there is no window, and it spans a day.
 */
function spanOfUndated({ from, to }: TimeRange): TimeRange {
  if (from >= to) return { from: 0, to: DAY };
  return {
    from: Math.max(startOfDay(from) - BEYOND, COLUMN.from),
    to: Math.min(startOfDay(to - 1) + DAY + BEYOND, COLUMN.to),
  };
}

/** Which end of a record is not known, by its code. */
export function unknownEndOf(code: number | undefined): UnknownEnd | undefined {
  if (code === UNDATED) return 'both';
  if (code === OPEN_END) return 'to';
  return code === OPEN_BEGIN ? 'from' : undefined;
}

/** Gives the ends that are not known to the period, in place. */
export function fillUnknownEnds(
  from: Int32Array,
  to: Int32Array,
  isUndated: Uint8Array,
  period: TimeRange,
): void {
  const widest = spanOfUndated(period);
  for (let row = 0; row < isUndated.length; row++) {
    const code = isUndated[row];
    if (code === 0) continue;
    if (code === UNDATED || code === OPEN_BEGIN)
      from[row] = code === UNDATED ? widest.from : Math.min(from[row] ?? 0, widest.from);
    if (code === UNDATED || code === OPEN_END)
      to[row] = code === UNDATED ? widest.to : Math.max(to[row] ?? 0, widest.to);
  }
}
