import { DAY, isoText, startOfDay, type Minute } from '../../core/time/minute.ts';
import type { Span } from '../../core/time/span.ts';

/** A minute at midnight gets a second: `T00:00` alone is how databases write a whole day. */
const minuteText = (minute: Minute): string =>
  minute % DAY === 0 ? `${isoText(minute)}T00:00:01` : isoText(minute);

/** A span of civil minutes as a text that is read as the same span: a day, a minute, or `first/last`. */
export function spanText({ from, to }: Span): string {
  if (to - from === 1) return minuteText(from);
  const first = isoText(from);
  const last = to % DAY === 0 ? isoText(startOfDay(to - 1)) : minuteText(to - 1);
  return first === last ? first : `${first}/${last}`;
}
