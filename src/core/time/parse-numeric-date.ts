import type { DateOrder } from './date-order.ts';
import { daySpan, daySpanOrWider, yearOf, yearSpan } from './parse-day.ts';
import type { TimeRange } from './time-range.ts';

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;

/**
 * Reads a date of numbers with separators: `2022`, `2022-07`, `2022/7/15`, `15.7.2022`, `7/15/22`,
 * `07/2022`. `order` says which number is the day in the forms that end with the year. A day or month 0
 * is the whole month or year.
 */
export function parseNumericDate(text: string, order: DateOrder): TimeRange | undefined {
  return parseYearFirst(text) ?? parseYearLast(text, order) ?? parseMonthYear(text);
}

function parseYearFirst(text: string): TimeRange | undefined {
  const match = YEAR_FIRST.exec(text);
  if (!match) return undefined;
  const [, year, , month, day] = match;
  if (month === undefined) return yearSpan(Number(year));
  // `2022-07` has no day, so its month may be 0 as well.
  return daySpanOrWider(Number(year), Number(month), Number(day ?? 0));
}

function parseYearLast(text: string, order: DateOrder): TimeRange | undefined {
  const match = YEAR_LAST.exec(text);
  if (!match) return undefined;
  const [, first = '', , second = '', year = ''] = match;
  const [a, b] = [Number(first), Number(second)];
  const hasZero = a === 0 || b === 0;
  const isShortYear = year.length === 2;
  // In `00/7/15`, the 0 may be the year 2000.
  if (hasZero && isShortYear) return undefined;
  if (order === 'mdy') return daySpanOrWider(yearOf(year), a, b);
  if (order === 'dmy') return daySpanOrWider(yearOf(year), b, a);
  if (hasZero) return yearSpan(yearOf(year));
  if (isShortYear) return daySpan(yearOf(first), b, Number(year));
  return ifUnambiguous(daySpan(yearOf(year), b, a), daySpan(yearOf(year), a, b));
}

/** In a file that writes years first, a year at the end does not say which number is the day. */
function ifUnambiguous(
  asDmy: TimeRange | undefined,
  asMdy: TimeRange | undefined,
): TimeRange | undefined {
  return !asDmy || !asMdy || asDmy.from === asMdy.from ? (asDmy ?? asMdy) : undefined;
}

function parseMonthYear(text: string): TimeRange | undefined {
  const match = MONTH_YEAR.exec(text);
  return match ? daySpanOrWider(Number(match[2]), Number(match[1]), 0) : undefined;
}
