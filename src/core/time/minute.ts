/**
 * A minute of local civil time at the place of the incidents: whole minutes since
 * 1970-01-01T00:00 on the wall clock there. It has no zone; two minutes of one data set compare.
 */
export type Minute = number;

export const HOUR: Minute = 60;
export const DAY: Minute = 24 * HOUR;

/** The minute of a wall-clock time; `month` counts from 1. Out-of-range parts roll over. */
export function minuteOf(year: number, month: number, day = 1, hour = 0, minute = 0): Minute {
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** A `Date` whose UTC fields read as the wall clock; for `Intl` with `timeZone: 'UTC'`. */
export const wallClock = (minute: Minute): Date => new Date(minute * 60_000);

export const startOfDay = (minute: Minute): Minute => Math.floor(minute / DAY) * DAY;

/** `2026-03-03`, or `2026-03-03T21:35` when the minute is not a midnight. */
export function isoText(minute: Minute): string {
  const text = wallClock(minute).toISOString().slice(0, 16);
  return minute % DAY === 0 ? text.slice(0, 10) : text;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;

/** Reads what `isoText` writes; undefined for anything else, impossible dates included. */
export function readIsoText(text: string): Minute | undefined {
  const parts = ISO.exec(text);
  if (!parts) return undefined;
  const [year, month, day, hour = 0, minute = 0] = parts.slice(1).map((part) => Number(part || 0));
  const read = minuteOf(Number(year), Number(month), Number(day), hour, minute);
  const written = wallClock(read).toISOString();
  return written.startsWith(text) ? read : undefined;
}
