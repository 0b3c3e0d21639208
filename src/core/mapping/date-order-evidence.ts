import { withLatinDigits } from '../text/latin-digits.ts';
import type { DateOrder } from '../time/date-order.ts';
import type { Minute } from '../time/minute.ts';
import { daySpan, yearOf } from '../time/parse-day.ts';

/** A date that may be read in two ways, as the file writes it, and the days that it then is. */
export type EitherDate = {
  readonly text: string;
  readonly dayFirst: Minute;
  readonly monthFirst: Minute;
};

/** What some dates of a file show of the order in which they write day, month and year. */
export type DateOrderEvidence = {
  /** Year first without short dates. Day first where nothing is proven. Contradictory dates: the majority. */
  readonly order: DateOrder;
  /** Some date is written in short numbers, `3/4/2026`, which another order makes another date. */
  readonly isInNumbers: boolean;
  /** There are dates that fit two orders, and none that shows which. */
  readonly isOpen: boolean;
  /** Where it is open: the first date that is a day in both orders, if there is one. */
  readonly example: EitherDate | undefined;
};

const EITHER = /^(\d{1,2})([-/. ]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)/;

function eitherDate(text: string): EitherDate | undefined {
  const [written, first, , second, year = ''] = EITHER.exec(text) ?? [];
  if (written === undefined) return undefined;
  const dayFirst = daySpan(yearOf(year), Number(second), Number(first));
  const monthFirst = daySpan(yearOf(year), Number(first), Number(second));
  return (
    dayFirst &&
    monthFirst && { text: written, dayFirst: dayFirst.from, monthFirst: monthFirst.from }
  );
}

const digitAt = (text: string, position: number): number => {
  const digit = text.charCodeAt(position) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
};

/** One or two digits; -1 where there are none. */
function shortNumberAt(text: string, position: number): number {
  const high = digitAt(text, position);
  const low = digitAt(text, position + 1);
  return high < 0 || low < 0 ? high : high * 10 + low;
}

const SPACE = 0x20;
const isSeparator = (code: number): boolean =>
  code === 0x2f || code === 0x2d || code === 0x2e || code === SPACE;

/**
 * Finds out from many dates in which order a file writes day and month. Each date with a number that is
 * no month votes for an order: a first number above 12 is a day, a second one above 12 too, a first one
 * above 31 a year. Cheap enough for every row: it creates no objects.
 */
export class DateOrderCounter {
  #dayFirst = 0;
  #monthFirst = 0;
  #yearFirst = 0;
  #either = 0;
  #alike = 0;
  #example: EitherDate | undefined;

  add(cell: string): void {
    const written = cell.charCodeAt(0) === SPACE ? cell.trimStart() : cell;
    // Digits of other scripts lie beyond all Latin letters.
    const text = written.charCodeAt(0) > 0x65f ? withLatinDigits(written) : written;
    let position = 0;
    const first = shortNumberAt(text, position);
    if (first < 0) return;
    position += digitAt(text, 1) >= 0 ? 2 : 1;
    // Four digits first are a year, and a word is a month: nothing to learn there.
    const separator = text.charCodeAt(position);
    if (!isSeparator(separator)) return;
    position++;
    if (text.charCodeAt(position) === SPACE) position++;
    const second = shortNumberAt(text, position);
    if (second < 0) return;
    position += digitAt(text, position + 1) >= 0 ? 2 : 1;
    if (text.charCodeAt(position) !== separator) return;
    position++;
    if (text.charCodeAt(position) === SPACE) position++;
    if (digitAt(text, position) < 0 || digitAt(text, position + 1) < 0) return;
    this.#count(first, second, text);
  }

  #count(first: number, second: number, text: string): void {
    if (first > 31) this.#yearFirst++;
    else if (first > 12) {
      if (second <= 12) this.#dayFirst++;
    } else if (second > 12) this.#monthFirst++;
    else if (first === second) this.#alike++;
    else {
      this.#either++;
      this.#example ??= eitherDate(text);
    }
  }

  get evidence(): DateOrderEvidence {
    const proven = this.#dayFirst + this.#monthFirst + this.#yearFirst;
    const isOpen = this.#either > 0 && proven === 0;
    return {
      order: this.#order,
      isInNumbers: proven + this.#either + this.#alike > 0,
      isOpen,
      example: isOpen ? this.#example : undefined,
    };
  }

  get #order(): DateOrder {
    if (this.#yearFirst > this.#dayFirst + this.#monthFirst) return 'ymd';
    const yearLast = this.#dayFirst + this.#monthFirst + this.#either + this.#alike;
    if (yearLast === 0) return 'ymd';
    return this.#monthFirst > this.#dayFirst ? 'mdy' : 'dmy';
  }
}

/** The evidence where no date is written in short numbers: nothing to ask. */
export const NO_SHORT_DATES: DateOrderEvidence = new DateOrderCounter().evidence;

/** The evidence of some cells; what is no date in short numbers says nothing. */
export function dateOrderEvidence(cells: Iterable<string>): DateOrderEvidence {
  const counter = new DateOrderCounter();
  for (const cell of cells) counter.add(cell);
  return counter.evidence;
}
