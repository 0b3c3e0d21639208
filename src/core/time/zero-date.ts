import { withLatinDigits } from '../text/latin-digits.ts';
import { DAY, HOUR, minuteOf, startOfDay, type Minute } from './minute.ts';
import type { TimeRange } from './time-range.ts';

/**
 * The days from which programs count, and which they write for an empty value: Unix, spreadsheets (OLE
 * Automation and the two calendars of Excel), SQL Server, Windows. An event may have been on one too.
 */
const ZERO_DAYS: readonly Minute[] = [
  minuteOf(1601, 1, 1),
  minuteOf(1753, 1, 1),
  minuteOf(1899, 12, 30),
  minuteOf(1899, 12, 31),
  minuteOf(1900, 1, 1),
  minuteOf(1904, 1, 1),
  minuteOf(1970, 1, 1),
];
const UNIX: Minute = 0;
/** Converting a zero date to another time zone can move it to the evening before. */
const MAX_CLOCK_OFFSET = 12 * HOUR;

/** The zero that a day, or a minute of it, may be written for; undefined for any other date. */
export function zeroDayOf(from: Minute): Minute | undefined {
  if (from >= DAY) return undefined;
  if (from >= UNIX - MAX_CLOCK_OFFSET) return UNIX;
  const day = startOfDay(from);
  return ZERO_DAYS.includes(day) ? day : undefined;
}

/** A zero date this far from every other date of its file is an empty value. */
export const FAR_FROM_ZERO: Minute = 10 * 365.25 * DAY;

/** Days that programs write for an empty value: the first of .NET, the last of Outlook and of SQL. */
const EMPTY_DAYS: readonly Minute[] = [minuteOf(1, 1), minuteOf(4501, 1), minuteOf(9999, 12, 31)];

/** Whether a range is one of the `EMPTY_DAYS`, or a day next to it: time zones may have moved it. */
export const isEmptyDay = ({ from, to }: TimeRange): boolean =>
  to - from <= DAY && EMPTY_DAYS.some((day) => Math.abs(from - day) <= DAY);

/** `0000-00-00 00:00:00`, `0001-00-00`, `00/00/0000`, `1/0/1900` (0 in a spreadsheet). */
const ZERO_TEXT =
  /^(?:0000[-/.]\d{1,2}[-/.]\d{1,2}|0001[-/.]00[-/.]00|0{1,2}([-/.])0{1,2}\1(?:0000|1900)|0?1[-/.]0?0[-/.](?:1900|00)|0?0[-/.]0?1[-/.]1900|1900[-/.]0?1[-/.]0?0)(?:[T ].*)?$/;

/** Whether a text is a date of zeros, which programs write for an empty value. In ASCII digits. */
export const isZeroText = (text: string): boolean => ZERO_TEXT.test(text);

/** A day or month 0, and no part of a time of day, its fraction or its zone; `20260300` too. */
const ZERO_PART =
  /(?<![\d:+]|:\d{2}[.,])0{1,2}(?![\d:])|^\s*\d{4}(?:00\d{2}|\d{2}00)(?:\d{6}|T.*)?\s*$/i;
/** A year that a program wrote as a number with decimals. */
const DECIMAL_YEAR = /^\s*\d{4}\.0+\s*$/;

/** True for a date whose day or month is 0, which is read as the whole month or year. */
export function hasZeroPart(text: string): boolean {
  const plain = withLatinDigits(text);
  return ZERO_PART.test(plain) && !DECIMAL_YEAR.test(plain);
}
