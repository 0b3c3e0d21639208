import { DAY, HOUR, minuteOf, startOfDay, type Minute } from './minute.ts';

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
const FARTHEST_CLOCK = 12 * HOUR;

/** The zero that a day, or a minute of it, may be written for; undefined for any other date. */
export function zeroDayOf(from: Minute): Minute | undefined {
  if (from >= DAY) return undefined;
  if (from >= UNIX - FARTHEST_CLOCK) return UNIX;
  const day = startOfDay(from);
  return ZERO_DAYS.includes(day) ? day : undefined;
}

/** A zero date this far from every other date of its file is an empty value. */
export const FAR_FROM_ZERO: Minute = 10 * 365.25 * DAY;
