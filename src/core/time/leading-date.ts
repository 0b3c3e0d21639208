import { withLatinDigits } from '../text/latin-digits.ts';
import { DAY } from './minute.ts';
import { parseDate, type ParsedDate } from './parse-date.ts';
import { joinRanges, type ParsedRange } from './parsed-range.ts';

const WORD = String.raw`\p{L}[\p{L}\p{M}]*`;
/** A day of the week or an article before a date: `Monday, 5 January 2026`. Shorter words may say "until". */
const BEFORE = String.raw`(?:\p{L}[\p{L}\p{M}]{2,}[.,،]?\s+)?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|º|°|\.)?`;

/** Dates with day, month and year; a named month needs a year of four digits. */
const FULL_DATES: readonly string[] = [
  String.raw`\d{4}([-/.])\d{1,2}\1\d{1,2}`,
  String.raw`\d{1,2}([-/.])\s?\d{1,2}\1\s?(?:\d{4}|\d{2})`,
  String.raw`(?:19|20)\d{6}`,
  String.raw`\d{4}-${WORD}-\d{1,2}`,
  // 5 January 2026, 05JAN2026, 5-Jan-2026, 5 de enero de 2026, 5–7 January 2026
  String.raw`${BEFORE}\d{1,2}(?:\s?[-–]\s?\d{1,2})?${ORDINAL}[\s-]*${WORD}\.?(?:[\s-]+${WORD}\.?){0,3}[\s,-]*\d{4}`,
  // January 5, 2026; Monday, January 5th 2026
  String.raw`${WORD}[.,،]?(?:\s+${WORD}[.,،]?){0,2}\s*\d{1,2}${ORDINAL}[,،]?\s+\d{4}`,
];
const PATTERNS = FULL_DATES.map((date) => new RegExp(`^${date}`, 'iu'));

/** What comes after a date: not more of the same number or word, as in `2026-01-05-12` or `05JAN2026B`. */
const GOES_ON = /^(?:[-/.]?[\p{L}\p{M}\p{Nd}])/u;
/** A time of day in ISO 8601. */
const ISO_CLOCK = /^T\d{2}/i;
const TO = /^\s*(?:[-–—/]|\.{2}|to|until|till|through|bis|au|al|hasta|إلى|حتى)\s*/iu;

/** A name is read no further. */
const MAX_CHARACTERS = 80;

type Parse = (text: string) => ParsedDate;
type Leading = { readonly date: ParsedRange; readonly rest: string };

/** Whole days, and no less than all of a date: a month alone is none. */
function wholeDays(text: string, parse: Parse): ParsedRange | undefined {
  const date = parse(text);
  if (typeof date !== 'object' || date.open !== undefined) return undefined;
  const length = date.to - date.from;
  const isDays = length === DAY || (/\d\s?[-–]\s?\d/.test(text) && length < 31 * DAY);
  return isDays ? date : undefined;
}

function firstDate(text: string, parse: Parse): Leading | undefined {
  for (const pattern of PATTERNS) {
    const [written] = pattern.exec(text) ?? [];
    const date = written === undefined ? undefined : wholeDays(written, parse);
    if (written !== undefined && date) return { date, rest: text.slice(written.length) };
  }
  return undefined;
}

const isOver = (rest: string): boolean => !GOES_ON.test(rest) || ISO_CLOCK.test(rest);

/**
 * The full date with which a name begins, `05 JAN 2026 – A strike`, as whole days; a second one after a
 * dash is its end. Undefined for a name that begins with anything else: a month, a year, another number.
 * `parse` reads a date that is alone in its text, as `parseDate` does.
 */
export function leadingDate(name: string, parse: Parse): ParsedRange | undefined {
  const text = withLatinDigits(name.trimStart().slice(0, MAX_CHARACTERS));
  const first = firstDate(text, parse);
  if (!first) return undefined;
  const last = lastDate(first.rest, parse);
  if (last) return joinRanges(first.date, last.date);
  return isOver(first.rest) ? first.date : undefined;
}

/** The second date of a span, after the first one; undefined where there is none. */
function lastDate(rest: string, parse: Parse): ReturnType<typeof firstDate> {
  const joint = TO.exec(rest)?.[0] ?? '';
  const last = joint === '' ? undefined : firstDate(rest.slice(joint.length), parse);
  return last && isOver(last.rest) ? last : undefined;
}

/** A date in one order of day and month or the other: enough to see that it is one. */
function inEitherOrder(text: string): ParsedDate {
  const dayFirst = parseDate(text, 'dmy', undefined);
  return typeof dayFirst === 'object' ? dayFirst : parseDate(text, 'mdy', undefined);
}

export const beginsWithDate = (name: string): boolean =>
  leadingDate(name, inEitherOrder) !== undefined;

/** A name without the date and the signs after it; the whole name if it begins with none. */
export function withoutLeadingDate(name: string): string {
  const text = name.trimStart();
  const first = firstDate(withLatinDigits(text.slice(0, MAX_CHARACTERS)), inEitherOrder);
  if (!first) return name;
  const last = lastDate(first.rest, inEitherOrder);
  if (!last && !isOver(first.rest)) return name;
  // Latin digits are as long as those that they replace.
  const length = Math.min(text.length, MAX_CHARACTERS) - (last ?? first).rest.length;
  return text.slice(length).replace(/^[\s\p{P}|]+/u, '');
}
