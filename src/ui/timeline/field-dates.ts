import { unitLength, type BinUnit } from '../../core/time/bins.ts';
import { DAY, HOUR, isoText, minuteOf, readIsoText, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { MIN_WINDOW } from '../../core/time/stride.ts';
import type { SpanEnd } from '../../state/timeline.svelte.ts';

/**
 * How the ends are shown in the two fields: as days, the last one included, or with the clock and the
 * end itself, where the axis is finer than a day or the window cuts into one.
 */
export type FieldFineness = 'day' | 'minute';

export const fieldFineness = (window: TimeRange, unit: BinUnit): FieldFineness =>
  unitLength(unit) < DAY || window.from % DAY !== 0 || window.to % DAY !== 0 ? 'minute' : 'day';

const isLastDay = (end: SpanEnd, fineness: FieldFineness): boolean =>
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

/** The end that a field's text asks for; undefined while it is no date. */
export function askedMinute(
  text: string,
  end: SpanEnd,
  fineness: FieldFineness,
): Minute | undefined {
  const read = readIsoText(text);
  return read !== undefined && isLastDay(end, fineness) ? read + DAY : read;
}

/** A minute moved into the period, so that at least the unit of the field is left of the window. */
export function inPeriod(
  minute: Minute,
  end: SpanEnd,
  limits: TimeRange,
  fineness: FieldFineness,
): Minute {
  const minLength = fineness === 'day' ? DAY : HOUR;
  const first = end === 'from' ? limits.from : limits.from + minLength;
  const last = end === 'from' ? limits.to - minLength : limits.to;
  return Math.min(Math.max(minute, first), last);
}

/** A window that a typed end gives; `moved`: what was done so that it starts before it ends. */
export type AskedWindow = {
  readonly window: TimeRange;
  readonly moved: 'nothing' | 'swapped' | 'end-moved' | 'lengthened';
};

/**
 * The window with one end as typed. An end before the start: the two change places, as both were meant.
 * A start after the end: the end moves along, for the next thing that is typed is the new end. A window
 * is at least an hour, or a day where days are typed.
 */
export function windowWith(
  end: SpanEnd,
  minute: Minute,
  window: TimeRange,
  limits: TimeRange,
  fineness: FieldFineness,
): AskedWindow {
  const length = window.to - window.from;
  const asked = { ...window, [end]: minute };
  if (end === 'to' && minute < window.from + (fineness === 'day' ? DAY : 0))
    return {
      // In days both are included: what was typed as the last day is the first, and the other way round.
      window:
        fineness === 'day'
          ? { from: minute - DAY, to: window.from + DAY }
          : { from: minute, to: window.from },
      moved: 'swapped',
    };
  if (end === 'from' && minute >= window.to)
    return {
      window: { from: minute, to: Math.min(minute + length, limits.to) },
      moved: 'end-moved',
    };
  const isShort = asked.to - asked.from < MIN_WINDOW;
  return { window: asked, moved: isShort ? 'lengthened' : 'nothing' };
}

/** Years before this one appear while a year is typed: 2026 is first 0002, 0020, 0202. */
const FIRST_TYPED = minuteOf(1000, 1);

/** True if a date may be half typed: then the window is not corrected until the field loses focus. */
export const isHalfTyped = (asked: Minute, moved: AskedWindow['moved']): boolean =>
  moved !== 'nothing' || asked < FIRST_TYPED;
