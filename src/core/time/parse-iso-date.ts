import { atClock } from './date-clock.ts';
import type { Minute } from './minute.ts';
import { daySpan, daySpanOrWider } from './parse-day.ts';
import type { ParsedRange } from './parsed-range.ts';
import { hasZeroPart } from './zero-date.ts';

const HYPHEN = '-'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);
const LETTER_T = 'T'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** The number that `count` digits of the text are; NaN if one of them is no digit. */
function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads the three forms that most files have, without a regular expression:
 *
 *     2022-07-15             10 characters
 *     2022-07-15 14:05       16, a space or T before the time
 *     2022-07-15T14:05:30    19
 *     0    5  8  11 14 17    where the numbers are
 */
export function parseIsoDate(text: string): ParsedRange | undefined {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return undefined;
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const day = daySpan(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
  if (!day || length === 10) return day;
  const separator = text.charCodeAt(10);
  if (separator !== SPACE && separator !== LETTER_T) return undefined;
  if (text.charCodeAt(13) !== COLON) return undefined;
  if (length === 19 && text.charCodeAt(16) !== COLON) return undefined;
  const clock = {
    hour: digitsAt(text, 11, 2),
    minute: digitsAt(text, 14, 2),
    second: length === 16 ? 0 : digitsAt(text, 17, 2),
    zone: '',
  };
  return atClock(day, clock, undefined);
}

/** Year, month, day; then hour, minute, second, or T and hour, minute, second, zone. */
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})|T(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Reads ISO 8601 without separators: `20220715`, `20220715140530`, `20220715T1405Z`. */
export function parseCompactDate(
  text: string,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const match = COMPACT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, ...clock] = match;
  const date = daySpanOrWider(Number(year), Number(month), Number(day));
  const hour = clock[0] ?? clock[3];
  if (!date || hour === undefined || hasZeroPart(text)) return date;
  const time = {
    hour: Number(hour),
    minute: Number(clock[1] ?? clock[4]),
    second: Number(clock[2] ?? clock[5] ?? 0),
    zone: clock[6] ?? '',
  };
  return atClock(date, time, utcOffset);
}
