import { foldText } from '../text/fold-text.ts';
import { minuteOf } from './minute.ts';
import { monthNamed } from './month-names.ts';
import type { TimeRange } from './time-range.ts';

/** The year of four digits, or of two: 1969 to 2068. */
export function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

/** Undefined for the year 0: tables write it where they know no year. Years before it are BCE. */
export function yearSpan(year: number): TimeRange | undefined {
  return Number.isInteger(year) && year !== 0
    ? { from: minuteOf(year, 1), to: minuteOf(year + 1, 1) }
    : undefined;
}

/** Undefined for a month outside 1 to 12, and for the year 0. */
export function monthSpan(year: number, month: number): TimeRange | undefined {
  if (!(Number.isInteger(year) && year !== 0 && month >= 1 && month <= 12)) return undefined;
  return { from: minuteOf(year, month), to: minuteOf(year, month + 1) };
}

/** Undefined for days that no calendar has, such as 31 February. */
export function daySpan(year: number, month: number, day: number): TimeRange | undefined {
  const whole = monthSpan(year, month);
  if (!whole || !(day >= 1)) return undefined;
  const from = minuteOf(year, month, day);
  return from < whole.to ? { from, to: minuteOf(year, month, day + 1) } : undefined;
}

/**
 * A day 0 is the whole month and a month 0 the whole year: so data sets write what they do not know.
 * Undefined for what no calendar has.
 */
export function daySpanOrWider(year: number, month: number, day: number): TimeRange | undefined {
  if (month === 0) return day >= 0 && day <= 31 ? yearSpan(year) : undefined;
  return day === 0 ? monthSpan(year, month) : daySpan(year, month, day);
}

/** What may be around a day, a month and a year: folded, see `foldText`. */
const FILLERS: ReadonlySet<string> = new Set(
  [
    ...['st', 'nd', 'rd', 'th', 'er', 'o', 'a', 'of', 'the', 'on', 'and', 'to', 'de', 'del', 'le'],
    ...['el', 'et', 'y', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    ...['sunday', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'],
    ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche', 'lunes', 'martes'],
    ...['miércoles', 'jueves', 'viernes', 'sábado', 'domingo', 'يوم', 'الأحد', 'الاثنين'],
    ...['الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'و'],
  ].map(foldText),
);

const WRITTEN = /^[\p{L}\p{M}\d\s,./'’°º&()–-]{6,}$/u;
const TOKEN = /\d+|\p{L}+/gu;
const TWO_WORD_MONTH = new RegExp(`(${foldText('كانون')}|${foldText('تشرين')})\\s+(?=\\p{L})`, 'u');

type Named = { readonly month: number; readonly numbers: readonly string[] };

function namedParts(text: string): Named | undefined {
  let month: number | undefined;
  const numbers: string[] = [];
  for (const [token] of foldText(text).replace(TWO_WORD_MONTH, '$1').matchAll(TOKEN)) {
    if (token.charCodeAt(0) < 0x3a) {
      numbers.push(token);
      continue;
    }
    const named = monthNamed(token);
    if (named === undefined && !FILLERS.has(token)) return undefined;
    if (named === undefined) continue;
    if (month !== undefined) return undefined;
    month = named;
  }
  return month === undefined ? undefined : { month, numbers };
}

/**
 * Reads a date whose month is a word: `15 July 2022`, `July 15, 2022`, `30-Apr-19`, `01JAN2015`,
 * `July 2022`, `15-17 July 2022`. Of two short numbers the year is the later one. A month with one short
 * number is unreadable: `Apr-19` may be a day or a year.
 */
export function parseNamedDate(text: string): TimeRange | undefined {
  if (!WRITTEN.test(text)) return undefined;
  const named = namedParts(text);
  if (!named || named.numbers.some((digits) => digits.length > 4 || digits.length === 3))
    return undefined;
  const { month, numbers } = named;
  const [first, second, third] = numbers;
  if (first === undefined || numbers.length > 3) return undefined;
  if (second === undefined) return first.length === 4 ? monthSpan(yearOf(first), month) : undefined;
  if (third !== undefined) {
    if (third.length !== 4 || first.length > 2 || second.length > 2) return undefined;
    const [from, to] = [first, second].map((day) => daySpan(yearOf(third), month, Number(day)));
    return from && to && from.from < to.from ? { from: from.from, to: to.to } : undefined;
  }
  const [year, day] = first.length === 4 ? [first, second] : [second, first];
  return day.length > 2 ? undefined : daySpanOrWider(yearOf(year), month, Number(day));
}
