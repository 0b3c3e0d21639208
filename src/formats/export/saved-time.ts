import { OPEN_BEGIN, OPEN_END, UNDATED } from '../../core/records/unknown-ends.ts';
import { DAY, isoText, startOfDay, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';

/** A minute at midnight gets a second: `T00:00` alone is how databases write a whole day. */
const minuteText = (minute: Minute): string =>
  minute % DAY === 0 ? `${isoText(minute)}T00:00:01` : isoText(minute);

const lastText = (to: Minute): string =>
  to % DAY === 0 ? isoText(startOfDay(to - 1)) : minuteText(to - 1);

/** A span of civil minutes as a text that is read as the same span: a day, a minute, or `first/last`. */
export function spanText({ from, to }: TimeRange): string {
  if (to - from === 1) return minuteText(from);
  const first = isoText(from);
  const last = lastText(to);
  return first === last ? first : `${first}/${last}`;
}

/** The time of a row of a table: empty without one, EDTF `2026-03-01/..` where an end is not known. */
export function timeText(span: TimeRange, unknownEnds: number): string {
  switch (unknownEnds) {
    case UNDATED:
      return '';
    case OPEN_END:
      return `${isoText(span.from)}/..`;
    case OPEN_BEGIN:
      return `../${lastText(span.to)}`;
    default:
      return spanText(span);
  }
}
