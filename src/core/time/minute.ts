/**
 * A minute of local civil time at the place of the incidents: whole minutes since
 * 1970-01-01T00:00 on the wall clock there. It has no zone; two minutes of one data set compare.
 */
export type Minute = number;

export const HOUR: Minute = 60;
export const DAY: Minute = 24 * HOUR;

/** The Gregorian calendar repeats itself after 400 years. */
const CYCLE = { years: 400, days: 146_097 } as const;
/** Days from 1 March of the year 0. */
const DAYS_TO_1970 = 719_468;

/**
 * The minute of a wall-clock time in the proleptic Gregorian calendar; `month` counts from 1, the year
 * 0 is 1 BCE. Out-of-range parts roll over. `Date.UTC` reads the years 0 to 99 as 1900 to 1999, so these
 * are counted from a later cycle.
 */
export function minuteOf(year: number, month: number, day = 1, hour = 0, minute = 0): Minute {
  return year >= 0 && year < 100
    ? minuteOf(year + CYCLE.years, month, day, hour, minute) - CYCLE.days * DAY
    : Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** What a `Date` can hold, before and after 1970. */
const MOST_MILLISECONDS = 8.64e15;

/**
 * A `Date` whose UTC fields read as the wall clock; for `Intl` with `timeZone: 'UTC'`. Minutes beyond all dates, as a
 * link may write them, are at the last one.
 */
export const wallClock = (minute: Minute): Date =>
  new Date(Math.min(Math.max(minute * 60_000, -MOST_MILLISECONDS), MOST_MILLISECONDS));

export const yearOf = (minute: Minute): number => wallClock(minute).getUTCFullYear();

/**
 * The month that holds a minute, counted from January of the year 0. In whole numbers, as it is asked for millions of
 * rows: years begin in March, so that the day that leap years add is their last (Hinnant, `civil_from_days`).
 */
export function monthNumber(minute: Minute): number {
  const day = Math.floor(minute / DAY) + DAYS_TO_1970;
  const cycle = Math.floor(day / CYCLE.days);
  const inCycle = day - cycle * CYCLE.days;
  const leapDays =
    Math.floor(inCycle / 1_460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const year = Math.floor((inCycle - leapDays) / 365);
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return (year + cycle * CYCLE.years) * 12 + Math.floor((5 * inYear + 2) / 153) + 2;
}

export const startOfDay = (minute: Minute): Minute => Math.floor(minute / DAY) * DAY;

/** The year as ISO 8601 and EDTF write it: `2026`, `0026`, `-0043` (44 BCE), `+012026`. */
function yearText(year: number): string {
  const isLong = Math.abs(year) > 9999;
  const digits = String(Math.abs(year)).padStart(isLong ? 6 : 4, '0');
  if (year < 0) return `-${digits}`;
  return isLong ? `+${digits}` : digits;
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** `2026-03-03`, or `2026-03-03T21:35` when the minute is not a midnight. */
export function isoText(minute: Minute): string {
  const date = wallClock(minute);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const text = `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`;
  if (minute % DAY === 0) return text;
  return `${text}T${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** Years of more than four digits have six with a sign, or, as a date field writes them, none. */
const ISO = /^(\d{4}|-(?!0+-)\d{4}|[+-]?(?!0+-)\d{5,6})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;

/** Reads what `isoText` writes; undefined for anything else, impossible dates included. */
export function readIsoText(text: string): Minute | undefined {
  const parts = ISO.exec(text);
  if (!parts) return undefined;
  const [year = NaN, month = NaN, day = NaN, hour = 0, minute = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0));
  const read = minuteOf(year, month, day, hour, minute);
  const date = wallClock(read);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute;
  return isReal ? read : undefined;
}
