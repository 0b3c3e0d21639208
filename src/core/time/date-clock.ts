import { offsetOf } from './clock-offset.ts';
import { DAY, HOUR, type Minute } from './minute.ts';
import type { ParsedRange } from './parsed-range.ts';
import { hourOfDay } from './parse-clock.ts';
import type { TimeRange } from './time-range.ts';

/** A time of day as a date has it. */
export type DateClock = {
  /** NaN for a time that no clock shows, such as 13 a.m. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** As it is written; empty if it is not. */
  readonly zone: string;
};

/** Hour, minute, second, half of the day, zone. */
const CLOCK =
  /(?:(?<=\d)T|[\s,]+(?:at\s+)?)(\d{1,2})(?:[:h.](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(?:([ap])\.?m\.?)?\s*(Z|(?:UTC|GMT)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?)(?:\s*\([^)]*\))?$/i;

/**
 * Separates a date from the time of day after it: `15 July 2022 at 2:05 pm (+03:00)`. Undefined if there
 * is none; a number alone, as in `July 2022, 14`, is no time.
 */
export function splitClock(text: string): readonly [day: string, clock: DateClock] | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [, hour, minute, second = '0', half, zone = ''] = match;
  if (minute === undefined && half === undefined) return undefined;
  return [
    text.slice(0, match.index),
    {
      hour: hourOfDay(Number(hour), half) ?? NaN,
      minute: Number(minute ?? 0),
      second: Number(second),
      zone,
    },
  ];
}

/** 24:00 is the end of the day, as in ISO 8601; a second 60 is a leap second. */
const isReal = ({ hour, minute, second }: DateClock): boolean =>
  (hour <= 23 && minute <= 59 && second <= 60) || (hour === 24 && minute === 0 && second === 0);

/**
 * The minute of a day; undefined if the range is no single day, or the time or its zone is not valid.
 * With a zone and `utcOffset` (minutes east of UTC at the place) the minute is moved to the clock of the
 * place. A midnight is the whole day, because databases write days so; a midnight that was moved is a minute.
 */
export function atClock(
  day: TimeRange,
  clock: DateClock,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  if (day.to - day.from !== DAY || !isReal(clock)) return undefined;
  const { hour, minute, second, zone } = clock;
  const offset = zone === '' ? undefined : offsetOf(zone);
  if (Number.isNaN(offset)) return undefined;
  const moved = offset === undefined || utcOffset === undefined ? 0 : utcOffset - offset;
  const isMidnight = hour === 0 && minute === 0 && second === 0;
  // Databases add `Z` to the midnight of any place: it says nothing about the clock.
  if (isMidnight && moved === 0) return offset ? { ...day, clock: offset } : day;
  const from = day.from + hour * HOUR + minute + moved;
  return { from, to: from + 1, clock: offset ?? 'local' };
}
