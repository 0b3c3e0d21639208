import { UNIT_LENGTH, type BinUnit } from '../../core/time/bins.ts';
import { DAY, HOUR, readIsoText, wallClock, type Minute } from '../../core/time/minute.ts';
import type { Span } from '../../core/time/span.ts';
import type { SpanEnd } from '../../state/timeline.svelte.ts';

/**
 * How the ends stand in the two fields: as days, the last one included, or with the clock and the
 * end itself, where the axis is finer than a day or the window cuts into one.
 */
export type FieldFineness = 'day' | 'minute';

export const fieldFineness = (window: Span, unit: BinUnit): FieldFineness =>
  UNIT_LENGTH[unit] < DAY || window.from % DAY !== 0 || window.to % DAY !== 0 ? 'minute' : 'day';

const isLastDay = (end: SpanEnd, fineness: FieldFineness): boolean =>
  end === 'to' && fineness === 'day';

/** An end as `<input>` writes it: `2026-03-07` or `2026-03-07T18:30`. */
export function fieldText(minute: Minute, end: SpanEnd, fineness: FieldFineness): string {
  const shown = isLastDay(end, fineness) ? minute - DAY : minute;
  return wallClock(shown)
    .toISOString()
    .slice(0, fineness === 'day' ? 10 : 16);
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

/** A minute brought into the period, so that at least the unit of the field is left of the window. */
export function inPeriod(
  minute: Minute,
  end: SpanEnd,
  limits: Span,
  fineness: FieldFineness,
): Minute {
  const least = fineness === 'day' ? DAY : HOUR;
  const first = end === 'from' ? limits.from : limits.from + least;
  const last = end === 'from' ? limits.to - least : limits.to;
  return Math.min(Math.max(minute, first), last);
}

/** The window with one end as asked; an end asked for beyond the other takes the window along. */
export function windowWith(end: SpanEnd, minute: Minute, window: Span): Span {
  const length = window.to - window.from;
  if (end === 'from') return { from: minute, to: minute < window.to ? window.to : minute + length };
  return { from: minute > window.from ? window.from : minute - length, to: minute };
}
