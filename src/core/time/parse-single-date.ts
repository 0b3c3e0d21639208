import { atClock, splitClock } from './date-clock.ts';
import type { DateOrder } from './date-order.ts';
import type { Minute } from './minute.ts';
import { parseNamedDate } from './parse-day.ts';
import { parseCompactDate } from './parse-iso-date.ts';
import { parseNumericDate } from './parse-numeric-date.ts';
import type { ParsedRange } from './parsed-range.ts';
import type { TimeRange } from './time-range.ts';
import { hasZeroPart } from './zero-date.ts';

const parseDay = (text: string, order: DateOrder): TimeRange | undefined =>
  parseNumericDate(text, order) ?? parseNamedDate(text);

/** Reads one date, with or without a time of day; the parameters are those of `parseDate`. */
export function parseSingleDate(
  text: string,
  order: DateOrder,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const compact = parseCompactDate(text, utcOffset);
  if (compact) return compact;
  const [dayText, clock] = splitClock(text) ?? [];
  if (dayText !== undefined && clock) {
    const day = parseDay(dayText, order);
    // Without a day, a time of day says nothing.
    if (day) return hasZeroPart(dayText) ? day : atClock(day, clock, utcOffset);
  }
  return parseDay(text, order);
}
