import { withLatinDigits } from '../text/latin-digits.ts';
import { isMissing } from '../text/missing-value.ts';
import { parseCalendarDate } from './calendars.ts';
import type { Calendar, DateOrder } from './date-order.ts';
import type { Minute } from './minute.ts';
import { parseDateRange } from './parse-date-range.ts';
import { parseIsoDate } from './parse-iso-date.ts';
import { parseSingleDate } from './parse-single-date.ts';
import type { ParsedRange } from './parsed-range.ts';
import { isEmptyDay, isZeroText } from './zero-date.ts';

/**
 * `none`: the text says that there is no date. `unset`: it is a date that programs write for an empty
 * value. Undefined: the text is no date.
 */
export type ParsedDate = ParsedRange | 'none' | 'unset' | undefined;

/** No date is longer. */
const MAX_DATE_CHARACTERS = 80;

/**
 * Reads a date as tables write it: ISO, EDTF, numbers in the given order, named months, with or without
 * a time of day, as the widest range of civil minutes that it may mean. With `utcOffset`, minutes east of
 * UTC, a time of day with an offset is moved to the civil time of the place; without it, the offset is
 * ignored. Two-digit years are 1969 to 2068. No date is too far away: the caller checks what a table can store.
 */
export function parseDate(
  text: string,
  order: DateOrder,
  utcOffset: Minute | undefined,
): ParsedDate {
  if (isMissing(text)) return text === '0000-00-00' ? 'unset' : 'none';
  if (text.length > MAX_DATE_CHARACTERS) return undefined;
  const iso = parseIsoDate(text);
  if (iso) return isEmptyDay(iso) ? 'unset' : iso;
  const plain = withLatinDigits(text).trim();
  if (isZeroText(plain)) return 'unset';
  const single = parseSingleDate(plain, order, utcOffset);
  if (single) return isEmptyDay(single) ? 'unset' : single;
  return parseDateRange(plain, order, utcOffset);
}

const MAX_CACHED_TEXTS = 1 << 16;

/** `parseDate` for the many rows of one file, with a cache: dates repeat. */
export class DateParser {
  readonly #order: DateOrder;
  readonly #calendar: Calendar;
  #utcOffset: Minute | undefined;
  readonly #cache = new Map<string, ParsedDate>();
  /** Rows are often in order of time, and the first day of a row is often its last. */
  #last: { readonly text: string; readonly date: ParsedDate } = { text: '', date: 'none' };

  constructor(order: DateOrder, utcOffset: Minute | undefined, calendar: Calendar = 'gregorian') {
    this.#order = order;
    this.#utcOffset = utcOffset;
    this.#calendar = calendar;
  }

  parse(text: string): ParsedDate {
    if (text !== this.#last.text) this.#last = { text, date: this.#cached(text) };
    return this.#last.date;
  }

  /** Moves the dates that are read from now on to another clock. */
  moveTo(utcOffset: Minute): void {
    this.#utcOffset = utcOffset;
    this.#cache.clear();
    this.#last = { text: '', date: 'none' };
  }

  #cached(text: string): ParsedDate {
    const cached = this.#cache.get(text);
    if (cached !== undefined || this.#cache.has(text)) return cached;
    const date = this.#parseNew(text);
    if (this.#cache.size >= MAX_CACHED_TEXTS) this.#cache.clear();
    this.#cache.set(text, date);
    return date;
  }

  #parseNew(text: string): ParsedDate {
    if (this.#calendar === 'gregorian') return parseDate(text, this.#order, this.#utcOffset);
    return isMissing(text) ? 'none' : parseCalendarDate(text, this.#order, this.#calendar);
  }
}
