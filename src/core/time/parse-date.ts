import { withLatinDigits } from '../text/latin-digits.ts';
import type { Calendar, DateOrder } from './date-order.ts';
import { isMissing } from '../text/missing-value.ts';
import { offsetOf } from './clock-offset.ts';
import { readEdtfSpan } from './edtf-range.ts';
import { parseCalendarDate } from './calendars.ts';
import { DAY, minuteOf, type Minute } from './minute.ts';
import type { OpenSide, TimeRange } from './time-range.ts';
import { daySpan, daySpanOrWider, parseNamedDate, yearOf, yearSpan } from './parse-day.ts';

/**
 * Which clock a time was read from: the minutes east of UTC that it is written with, or `local` where
 * it has no offset. Of an interval the first one that has a clock.
 */
type DateOffset = Minute | 'local';

export type ParsedRange = TimeRange & {
  readonly clock?: DateOffset | undefined;
  /** The end that is not known, as in `2026-03-01/..`; the span is then the end that is. */
  readonly open?: OpenSide | undefined;
};

/**
 * `none`: the text says that there is no date. `unset`: it is a date that programs write for an empty
 * value. Undefined: it says something that is no date.
 */
export type ParsedDate = ParsedRange | 'none' | 'unset' | undefined;

/** No date is longer; what is, is not looked at. */
const MAX_DATE_CHARACTERS = 80;

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})|T(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Hour, minute, second, half of the day, zone; a match without minute and half is no clock time. */
const CLOCK =
  /(?:(?<=\d)T|[\s,]+(?:at\s+)?)(\d{1,2})(?:[:h.](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(?:([ap])\.?m\.?)?\s*(Z|(?:UTC|GMT)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?)(?:\s*\([^)]*\))?$/i;
const HYPHEN = 0x2d;
const COLON = 0x3a;

const RANGE = /\s+(?:to|until|till|through|au|al|hasta|bis|-)\s+|\s*[–—]\s*/i;
const ISO_END = String.raw`(\d{4}(?:-\d{2}(?:-\d{2}(?:[T ][\d:.Z+-]+)?)?)?)`;
const ISO_RANGE = new RegExp(`^${ISO_END}\\s?/\\s?${ISO_END}$`);
const EDTF = /^-?\d[\dX]{3}(?:[-/~?%][\dXTZ:.+\-/~?%]*)?$/;

/** EDTF: `..` is an open end, a blank one is unknown; in both the event may last. */
const OPEN_END = /^([^/]*\d[^/]*?)\s*\/\s*(?:\.\.)?$/;
const OPEN_START = /^(?:\.\.)?\s*\/\s*([^/]*\d[^/]*)$/;
const SINCE = /^(?:since|from|after|depuis|desde|seit|منذ)\s+(?=.*\d)/iu;
const UNTIL = /^(?:until|till|before|up to|hasta|bis|jusqu['’]au|حتى)\s+(?=.*\d)/iu;
/** What an end says that has not come yet. */
const ONGOING =
  /^(?:\.\.|…|ongoing|on-going|continuing|continues|present|current|now|today|to date|till date|open|active|en cours|en curso|laufend|مستمر|حتى الآن)$/iu;

/** How an end that is open or unknown is written, after a stroke or a dash. */
const NO_END = /^(.*\d.*?)(?:\s*\/\s*|\s*[–—]\s*|\s+-\s*)(\p{L}[\p{L}\s-]*|\?)?$/u;
const UNKNOWN = /^(?:unknown|unk|\?)?$/i;
/** `2026-03-01..2026-03-05`, either end may be missing; EDTF puts it in brackets. */
const DOTS = /^(.*?)(?<!\/\s*)\s*\.{2,3}(?!\s*\/)\s*(.*)$/;
const BRACKETS = /^(?:\[(.*)\]|\{(.*)\})$/;

/** `0000-00-00 00:00:00`, `0001-00-00`, `00/00/0000`, `1/0/1900` (0 in a spreadsheet). */
const ZERO =
  /^(?:0000[-/.]\d{1,2}[-/.]\d{1,2}|0001[-/.]00[-/.]00|0{1,2}([-/.])0{1,2}\1(?:0000|1900)|0?1[-/.]0?0[-/.](?:1900|00)|0?0[-/.]0?1[-/.]1900|1900[-/.]0?1[-/.]0?0)(?:[T ].*)?$/;
const EDTF_ZONE = /(T[\d:.]+)(?:Z|[+-]\d{2}:?\d{2})/g;

/** A day or month 0, and no part of a time of day, its fraction or its zone; `20260300` too. */
const ZERO_PART =
  /(?<![\d:+]|:\d{2}[.,])0{1,2}(?![\d:])|^\s*\d{4}(?:00\d{2}|\d{2}00)(?:\d{6}|T.*)?\s*$/i;
/** A year that a program wrote as a number with decimals. */
const DECIMAL_YEAR = /^\s*\d{4}\.0+\s*$/;

/** True for a date whose day or month is 0, which is read as the whole month or year. */
export function hasZeroPart(text: string): boolean {
  const plain = withLatinDigits(text);
  return ZERO_PART.test(plain) && !DECIMAL_YEAR.test(plain);
}

/** The number that some digits of the text are; NaN where they are no digits. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** The day of `2022-07-15` and of any text that goes on from there, without a regular expression. */
function isoDay(text: string): TimeRange | undefined {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  return daySpan(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

/** What most files have, tried first: `2022-07-15`, `2022-07-15 14:05`, `2022-07-15T14:05:30`. */
function readPlainIso(text: string): ParsedRange | undefined {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return undefined;
  const day = isoDay(text);
  if (!day || length === 10) return day;
  const separator = text.charCodeAt(10);
  if (separator !== 0x20 && separator !== 0x54) return undefined;
  const second = length === 16 ? 0 : digits(text, 17, 2);
  if (text.charCodeAt(13) !== COLON) return undefined;
  if (length === 19 && text.charCodeAt(16) !== COLON) return undefined;
  const [hour, minute] = [digits(text, 11, 2), digits(text, 14, 2)];
  return atClock(day, hour, minute, second, '', undefined);
}

function numericDay(text: string, order: DateOrder): TimeRange | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [, year, , month, day] = first;
    if (month === undefined) return yearSpan(Number(year));
    // A month without a day has no day: it may be 0 itself.
    return daySpanOrWider(Number(year), Number(month), Number(day ?? 0));
  }
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, a = '', , b = '', c = ''] = last;
    const isZero = Number(a) === 0 || Number(b) === 0;
    // Of a year of two digits a 0 may be the year itself.
    if (isZero && c.length === 2) return undefined;
    if (order === 'mdy') return daySpanOrWider(yearOf(c), Number(a), Number(b));
    if (order === 'dmy') return daySpanOrWider(yearOf(c), Number(b), Number(a));
    if (isZero) return yearSpan(yearOf(c));
    if (c.length === 2) return daySpan(yearOf(a), Number(b), Number(c));
    // Years come first in this file: a year that comes last says nothing about day and month.
    const [asDmy, asMdy] = [
      daySpan(yearOf(c), Number(b), Number(a)),
      daySpan(yearOf(c), Number(a), Number(b)),
    ];
    return !asDmy || !asMdy || asDmy.from === asMdy.from ? (asDmy ?? asMdy) : undefined;
  }
  const month = MONTH_YEAR.exec(text);
  return month ? daySpanOrWider(Number(month[2]), Number(month[1]), 0) : undefined;
}

/**
 * A midnight that is all zeros is how databases write a day; any other clock time is a minute, and so
 * is a midnight of another clock than that of the file. 24:00 is the end of the day, as in ISO 8601.
 */
function atClock(
  day: TimeRange,
  hour: number,
  minute: number,
  second: number,
  zone: string,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  const isReal = (hour <= 23 && minute <= 59 && second <= 60) || isEndOfDay;
  if (day.to - day.from !== DAY || !isReal) return undefined;
  const isMidnight = hour === 0 && minute === 0 && second === 0;
  const written = zone === '' ? undefined : offsetOf(zone);
  if (Number.isNaN(written)) return undefined;
  const moved = written === undefined || utcOffset === undefined ? 0 : utcOffset - written;
  // `Z` at a database's midnight says nothing of the place's clock.
  if (isMidnight && moved === 0) return written ? { ...day, clock: written } : day;
  const from = day.from + hour * 60 + minute + moved;
  return { from, to: from + 1, clock: written ?? 'local' };
}

function readClock(
  day: TimeRange,
  clock: RegExpExecArray,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const [, hourText, minuteText = '0', second = '0', half = '', zone = ''] = clock;
  let hour = Number(hourText);
  if (half !== '') {
    const isAfternoon = half.toLowerCase() === 'p';
    if (hour === 0 || (hour > 12 && !isAfternoon)) return undefined;
    if (hour <= 12) hour = (hour % 12) + (isAfternoon ? 12 : 0);
  }
  return atClock(day, hour, Number(minuteText), Number(second), zone, utcOffset);
}

function readCompact(
  [text, year, month, day, ...clock]: RegExpExecArray,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const span = daySpanOrWider(Number(year), Number(month), Number(day));
  const hour = clock[0] ?? clock[3];
  if (!span || hour === undefined || hasZeroPart(text)) return span;
  const [minute, second] = [Number(clock[1] ?? clock[4]), Number(clock[2] ?? clock[5] ?? 0)];
  return atClock(span, Number(hour), minute, second, clock[6] ?? '', utcOffset);
}

function readOne(
  text: string,
  order: DateOrder,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const compact = COMPACT.exec(text);
  if (compact) return readCompact(compact, utcOffset);
  const clock = CLOCK.exec(text);
  if (clock !== null && (clock[2] !== undefined || clock[4] !== undefined)) {
    const dayText = text.slice(0, clock.index);
    const day = numericDay(dayText, order) ?? parseNamedDate(dayText);
    // A time of day says nothing of a day that is not known.
    if (day && hasZeroPart(dayText)) return day;
    if (day) return readClock(day, clock, utcOffset);
  }
  return numericDay(text, order) ?? parseNamedDate(text);
}

function joined(
  first: ParsedRange | undefined,
  last: ParsedRange | undefined,
): ParsedRange | undefined {
  if (!first || !last || last.to <= first.from) return undefined;
  if (isUnset(first)) return isUnset(last) ? undefined : openAt('from', last);
  if (isUnset(last)) return openAt('to', first);
  const { from } = first;
  const { to } = last;
  const clock = first.clock ?? last.clock;
  return clock === undefined ? { from, to } : { from, to, clock };
}

/** Programs write these for an empty value: .NET's first day, Outlook's and SQL's last. */
const isUnset = ({ from, to }: TimeRange): boolean =>
  to - from <= DAY &&
  [minuteOf(1, 1), minuteOf(4501, 1), minuteOf(9999, 12, 31)].some(
    // A day of play, for clocks that were moved.
    (day) => from >= day - DAY && from <= day + DAY,
  );

const openAt = (open: OpenSide, known: ParsedRange | undefined): ParsedRange | undefined =>
  known && { ...known, open };

/** `15 July 2022 – 2 August 2022`; a first date without a year has the second one's. */
function readRange(text: string, order: DateOrder, utcOffset: Minute | undefined) {
  const parts = text.split(RANGE);
  const [first, last] = parts;
  if (parts.length !== 2 || !first || !last) return undefined;
  if (isOngoing(last)) return openAt('to', readOne(first, order, utcOffset));
  const year = /\d{4}/.test(first) ? undefined : /\d{4}/.exec(last)?.[0];
  const start = year === undefined ? first : `${first} ${year}`;
  return joined(readOne(start, order, utcOffset), readOne(last, order, utcOffset));
}

function readEdtf(text: string, utcOffset: Minute | undefined): ParsedRange | undefined {
  if (!EDTF.test(text)) return undefined;
  // The zone is checked before it is taken off.
  if (utcOffset === undefined && readEdtfSpan(text, 0).kind === 'failed') return undefined;
  const zoned = utcOffset === undefined ? text.replace(EDTF_ZONE, '$1') : text;
  const read = readEdtfSpan(zoned, utcOffset ?? 0);
  return read.kind === 'ok' ? read.value.span : undefined;
}

/** One end: `2026-03-01/..`, `/2026-03-01`, `since 1 March 2026`. */
function readOpen(
  text: string,
  order: DateOrder,
  utcOffset: Minute | undefined,
): ParsedRange | undefined {
  const known = (part: string): ParsedRange | undefined =>
    readOne(part, order, utcOffset) ?? readEdtf(part, utcOffset);
  const [, first = '', last = ''] = DOTS.exec(text.replace(BRACKETS, '$1$2').trim()) ?? [];
  if (first !== '' && last !== '') return joined(known(first), known(last));
  if (first !== '') return openAt('to', known(first));
  if (last !== '') return openAt('from', known(last));
  const [, before = '', word = ''] = NO_END.exec(text) ?? [];
  if (before !== '' && (UNKNOWN.test(word) || isOngoing(word))) return openAt('to', known(before));
  const start = OPEN_END.exec(text)?.[1] ?? (SINCE.test(text) ? text.replace(SINCE, '') : '');
  if (start !== '') return openAt('to', known(start));
  const end = OPEN_START.exec(text)?.[1] ?? (UNTIL.test(text) ? text.replace(UNTIL, '') : '');
  return end === '' ? undefined : openAt('from', known(end));
}

/** True for what files write as the end of what has not ended: `ongoing`, `..`, `present`. */
export const isOngoing = (text: string): boolean => text.length <= 12 && ONGOING.test(text.trim());

const FIRST_LIKELY = minuteOf(2, 1);
const LAST_LIKELY = minuteOf(4500, 1);

const checked = (date: ParsedRange): ParsedDate =>
  (date.from < FIRST_LIKELY || date.from > LAST_LIKELY) && isUnset(date) ? 'unset' : date;

/**
 * Reads a date as tables write it: ISO, EDTF, numbers in the given order, named months, with or without
 * a clock time, as the widest span of civil minutes that it may mean. A clock time with an offset
 * is moved to the civil time of the place, `utcOffset` minutes east of UTC; without `utcOffset` it
 * is as it is written. Two-digit years are 1969 to 2068. Far dates are read too: what a table can
 * keep is its reader's to check.
 */
export function parseDate(
  text: string,
  order: DateOrder,
  utcOffset: Minute | undefined,
): ParsedDate {
  if (isMissing(text)) return text === '0000-00-00' ? 'unset' : 'none';
  if (text.length > MAX_DATE_CHARACTERS) return undefined;
  const iso = readPlainIso(text);
  if (iso) return checked(iso);
  const plain = withLatinDigits(text).trim();
  if (ZERO.test(plain)) return 'unset';
  const one = readOne(plain, order, utcOffset);
  if (one) return checked(one);
  const ends = ISO_RANGE.exec(plain);
  // What edtf.js says too, a hundred times faster.
  if (ends)
    return joined(
      readOne(ends[1] ?? '', 'ymd', utcOffset),
      readOne(ends[2] ?? '', 'ymd', utcOffset),
    );
  return (
    readOpen(plain, order, utcOffset) ??
    readRange(plain, order, utcOffset) ??
    readEdtf(plain, utcOffset)
  );
}

/** Distinct texts that are kept: dates repeat, and a file's rows are often in their order. */
const MAX_KEPT = 1 << 16;

/** `parseDate` for the many rows of one file: a text that was read before costs one look-up. */
export class DateParser {
  readonly #order: DateOrder;
  #utcOffset: Minute | undefined;
  readonly #calendar: Calendar;
  readonly #read = new Map<string, ParsedDate>();
  /** Asked again at once in most files: the last day of a row is its first, or the next row's. */
  #last: { readonly text: string; readonly date: ParsedDate } = { text: '', date: 'none' };

  constructor(order: DateOrder, utcOffset: Minute | undefined, calendar: Calendar = 'gregorian') {
    this.#calendar = calendar;
    this.#order = order;
    this.#utcOffset = utcOffset;
  }

  parse(text: string): ParsedDate {
    if (text !== this.#last.text) this.#last = { text, date: this.#dateOf(text) };
    return this.#last.date;
  }

  #readNew(text: string): ParsedDate {
    if (this.#calendar === 'gregorian') return parseDate(text, this.#order, this.#utcOffset);
    return isMissing(text) ? 'none' : parseCalendarDate(text, this.#order, this.#calendar);
  }

  /** Moves what is read from now on to another clock. */
  moveTo(utcOffset: Minute): void {
    this.#utcOffset = utcOffset;
    this.#read.clear();
    this.#last = { text: '', date: 'none' };
  }

  #dateOf(text: string): ParsedDate {
    const known = this.#read.get(text);
    if (known !== undefined || this.#read.has(text)) return known;
    const parse = this.#readNew(text);
    if (this.#read.size >= MAX_KEPT) this.#read.clear();
    this.#read.set(text, parse);
    return parse;
  }
}
