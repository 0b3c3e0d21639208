import { unitLength, type BinUnit } from '../../core/time/bins.ts';
import { DAY, isoText, minuteOf, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { SpanEnd } from '../../state/timeline.svelte.ts';

/**
 * How the ends are shown in the two fields: as days, the last one included, or with the clock and the
 * end itself, where the reader wants times, the axis is finer than a day or the window cuts into one.
 */
export type FieldFineness = 'day' | 'minute';

export const fieldFineness = (
  window: TimeRange,
  unit: BinUnit,
  hasClock: boolean,
): FieldFineness =>
  hasClock || unitLength(unit) < DAY || window.from % DAY !== 0 || window.to % DAY !== 0
    ? 'minute'
    : 'day';

export const isLastDay = (end: SpanEnd, fineness: FieldFineness): boolean =>
  end === 'to' && fineness === 'day';

/** The first day that `<input type="date">` knows. */
const FIRST_NATIVE = minuteOf(1, 1);

/** Whether a date field of the browser can show every date of the period; else it is a text field. */
export const isNativePeriod = (limits: TimeRange): boolean => limits.from >= FIRST_NATIVE;

/** An end as `<input>` writes it: `2026-03-07` or `2026-03-07T18:30`. */
export function fieldText(minute: Minute, end: SpanEnd, fineness: FieldFineness): string {
  const text = isoText(isLastDay(end, fineness) ? minute - DAY : minute);
  return fineness === 'minute' && minute % DAY === 0 ? `${text}T00:00` : text;
}
