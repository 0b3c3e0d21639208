import { OPEN_BEGIN, OPEN_END, UNDATED } from '../records/unknown-ends.ts';
import { DAY, HOUR } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';

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
