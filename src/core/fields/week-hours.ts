import { DAY, HOUR, type Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { WeekHoursColumn } from './field-column.ts';
import { NOT_GIVEN } from './field-key.ts';

const DAYS = 7;
const DAY_HOURS = 24;
export const HOURS_OF_WEEK = DAYS * DAY_HOURS;
/** Hours that a chart counts together: a cell of one hour would be too small for a finger. */
export const BLOCK_HOURS = 3;
/** 1 January 1970 was the fourth day of its week. */
const FIRST_WEEKDAY = 3;

/** Every hour of the week: `1-0` is the one after midnight on Monday, `7-23` the last one of Sunday. */
export const WEEK_HOURS: readonly string[] = Array.from(
  { length: HOURS_OF_WEEK },
  (_, at) => `${Math.floor(at / DAY_HOURS) + 1}-${at % DAY_HOURS}`,
);

const POSITIONS = new Map(WEEK_HOURS.map((value, at) => [value, at]));

/** In the order of the week; what is no hour of it comes last. */
export const byWeekHour = (a: string, b: string): number =>
  (POSITIONS.get(a) ?? Infinity) < (POSITIONS.get(b) ?? Infinity) ? -1 : 1;

/** Hours of the week that follow on each other, over its end: the position of the first, and how many they are. */
type HoursOfTime = { readonly first: number; readonly count: number };

const ANY_HOUR: HoursOfTime = { first: 0, count: HOURS_OF_WEEK };

const hourOf = (minute: Minute): number => Math.floor(minute / HOUR);

/** The hours of the week that a time may lie in. `code` is that of `isUndated`: what has no two ends may be in any. */
export function weekHoursOf({ from, to }: TimeRange, code: number): HoursOfTime {
  if (code !== 0) return ANY_HOUR;
  const count = hourOf(Math.max(to - 1, from)) - hourOf(from) + 1;
  if (count >= HOURS_OF_WEEK) return ANY_HOUR;
  const first = hourOf(from) + (FIRST_WEEKDAY * DAY) / HOUR;
  return { first: ((first % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK, count };
}

/** The hour of the week of a row; not given where it may be in several. */
export const weekHourAt = ({ first, count }: WeekHoursColumn, row: number): string =>
  (count[row] === 1 ? WEEK_HOURS[first[row] ?? 0] : undefined) ?? NOT_GIVEN;
