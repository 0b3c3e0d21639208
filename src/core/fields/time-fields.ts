import { OPEN_BEGIN, OPEN_END, UNDATED } from '../records/unknown-ends.ts';
import { DAY, HOUR, type Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { NOT_GIVEN } from './field-key.ts';

/** How finely a time is known. `open`: an end of it is not known; `none`: no date is. */
type TimePrecision = 'minute' | 'hour' | 'day' | 'days' | 'longer' | 'open' | 'none';

/** Days that are still few. */
const FEW = 7;

/** `code` is that of `isUndated`. */
export function timePrecisionOf({ from, to }: TimeRange, code: number): TimePrecision {
  if (code === UNDATED) return 'none';
  if (code === OPEN_BEGIN || code === OPEN_END) return 'open';
  const length = to - from;
  if (length <= 1) return 'minute';
  if (length <= HOUR) return 'hour';
  if (length <= DAY) return 'day';
  return length <= FEW * DAY ? 'days' : 'longer';
}

const DAYS = 7;
const HOURS = 24;
/** 1 January 1970 was the fourth day of its week. */
const FIRST_WEEKDAY = 3;

/** Every hour of the week: `1-0` is the one after midnight on Monday, `7-23` the last one of Sunday. */
const WEEK_HOURS: readonly string[] = Array.from(
  { length: DAYS * HOURS },
  (_, at) => `${Math.floor(at / HOURS) + 1}-${at % HOURS}`,
);

const POSITIONS = new Map(WEEK_HOURS.map((value, at) => [value, at]));

/** In the order of the week; what is no hour of it comes last. */
export const byWeekHour = (a: string, b: string): number =>
  (POSITIONS.get(a) ?? Infinity) < (POSITIONS.get(b) ?? Infinity) ? -1 : 1;

const hourOf = (minute: Minute): number => Math.floor(minute / HOUR);

/** The hour of the week that a time certainly lies in; not given where that is not known. */
export function weekHourOf({ from, to }: TimeRange, code: number): string {
  if (code !== 0 || to <= from || hourOf(from) !== hourOf(to - 1)) return NOT_GIVEN;
  const day = Math.floor(from / DAY) + FIRST_WEEKDAY;
  const weekday = ((day % DAYS) + DAYS) % DAYS;
  const hour = ((hourOf(from) % HOURS) + HOURS) % HOURS;
  return WEEK_HOURS[weekday * HOURS + hour] ?? NOT_GIVEN;
}
