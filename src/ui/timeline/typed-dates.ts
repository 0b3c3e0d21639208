import { DAY, HOUR, minuteOf, readIsoText, type Minute } from '../../core/time/minute.ts';
import { MIN_WINDOW } from '../../core/time/stride.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { Playback } from '../../state/playback.svelte.ts';
import type { SpanEnd, Timeline } from '../../state/timeline.svelte.ts';
import { fieldText, isLastDay, type FieldFineness } from './field-dates.ts';

/** A date with its time of day as readers type it: `-0043-03-15 21:35`. */
const WITH_CLOCK = /^\s*[-−+\d]+[T\s]+\d{2}:\d{2}\s*$/;

/** A typed text that has a time of day is meant so in a field of days, too. */
export const typedFineness = (text: string, shown: FieldFineness): FieldFineness =>
  WITH_CLOCK.test(text) ? 'minute' : shown;

/** The end that a field's text asks for; undefined while it is no date. */
export function askedMinute(
  text: string,
  end: SpanEnd,
  fineness: FieldFineness,
): Minute | undefined {
  const read = readIsoText(text.trim().replace(/^−/, '-').replace(/\s+/, 'T'));
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

/** What the reader types in a field of one end. */
type Typed = {
  readonly end: SpanEnd;
  readonly text: string;
  /** The browser's own field holds something that is no date, of which it tells no text. */
  readonly isUnread: boolean;
  /** The field is left or Enter pressed; until then what is typed may be half a date. */
  readonly isFinal: boolean;
};

type Page = {
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly notices: Notices;
};

export function withdrawDateNotices(notices: Notices): void {
  for (const kind of ['outside-period', 'window-corrected', 'unread-date'] as const)
    notices.withdraw(kind);
}

/** Shows the window that a typed date asks for, and says where it was moved or could not be read; true when it did so. */
export function takeTyped(page: Page, shown: FieldFineness, typed: Typed): boolean {
  const { timeline, playback, notices } = page;
  const { end, text, isUnread, isFinal } = typed;
  const { limits, span } = timeline;
  const fineness = typedFineness(text, shown);
  const asked = askedMinute(text, end, fineness);
  if (asked === undefined) {
    if (!isFinal || (text === '' && !isUnread)) return false;
    withdrawDateNotices(notices);
    notices.notify({ kind: 'unread-date', text, example: fieldText(span[end], end, 'minute') });
    return true;
  }
  const minute = inPeriod(asked, end, limits, fineness);
  const { window, moved } = windowWith(end, minute, span, limits, fineness);
  if (!isFinal && isHalfTyped(asked, moved)) return false;
  if (minute === asked && minute === span[end]) return false;
  withdrawDateNotices(notices);
  if (minute !== asked) notices.notify({ kind: 'outside-period', period: limits });
  if (minute !== span[end]) {
    playback.pause();
    timeline.show(window);
    if (moved !== 'nothing')
      notices.notify({ kind: 'window-corrected', how: moved, window: timeline.span });
  }
  return true;
}
