import { withLatinDigits } from '../../core/text/latin-digits.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import type { Minute } from '../../core/time/minute.ts';
import { daySpan, yearOf } from '../../core/time/parse-day.ts';

/** A date that may be read in two ways, and the days that it then is. */
export type EitherDate = {
  readonly text: string;
  readonly dayFirst: Minute;
  readonly monthFirst: Minute;
};

export type DateOrderEvidence = {
  readonly order: DateOrder;
  /** A date that fits two orders, where no other date shows which. */
  readonly open: EitherDate | undefined;
};

const NUMBERS = /^\s*(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;

/** True for a date of short numbers, which another order makes another date: `3/4/2026`, `26-03-04`. */
export const isInNumbers = (text: string): boolean => NUMBERS.test(withLatinDigits(text));

/**
 * In which order the few cells available write day and month: a first number above 12 is a day, a second
 * one above 12 too, a first one above 31 a year. Day-first where nothing is proven.
 */
export function dateOrderEvidence(texts: readonly string[]): DateOrderEvidence {
  let proven: DateOrder | undefined;
  let either: EitherDate | undefined;
  for (const text of texts) {
    const [written, a, , b, year = ''] = NUMBERS.exec(withLatinDigits(text)) ?? [];
    if (written === undefined) continue;
    const [first, second] = [Number(a), Number(b)];
    if (first > 31) proven ??= 'ymd';
    else if (first > 12) proven ??= 'dmy';
    else if (second > 12) proven ??= 'mdy';
    else if (first !== second) {
      const dayFirst = daySpan(yearOf(year), second, first);
      const monthFirst = daySpan(yearOf(year), first, second);
      if (dayFirst && monthFirst)
        either ??= { text: written.trim(), dayFirst: dayFirst.from, monthFirst: monthFirst.from };
    }
  }
  if (proven) return { order: proven, open: undefined };
  return { order: either ? 'dmy' : 'ymd', open: either };
}
