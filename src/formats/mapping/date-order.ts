import { withLatinDigits } from '../../core/text/latin-digits.ts';
import type { DateOrder } from '../../core/time/date-order.ts';

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

const isSeparator = (code: number): boolean =>
  code === 0x2f || code === 0x2d || code === 0x2e || code === 0x20;

/**
 * Finds out from many dates in which order a file writes day and month: a first number above 12 is a
 * day, a second one above 12 too. Cheap enough for every row: allocates nothing.
 */
export class DateOrderWatch {
  #dayFirst = 0;
  #monthFirst = 0;
  #yearFirst = 0;
  #either = 0;
  #alike = 0;

  see(written: string): void {
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
    if (text.charCodeAt(position) === 0x20) position++;
    const second = shortNumberAt(text, position);
    if (second < 0) return;
    position += digitAt(text, position + 1) >= 0 ? 2 : 1;
    if (text.charCodeAt(position) !== separator) return;
    position++;
    if (text.charCodeAt(position) === 0x20) position++;
    if (digitAt(text, position) < 0 || digitAt(text, position + 1) < 0) return;
    this.#weigh(first, second);
  }

  #weigh(first: number, second: number): void {
    if (first > 31) this.#yearFirst++;
    else if (first > 12) {
      if (second <= 12) this.#dayFirst++;
    } else if (second > 12) this.#monthFirst++;
    else if (first === second) this.#alike++;
    else this.#either++;
  }

  /** Day-first where nothing is proven. Where a file is at odds with itself the majority decides. */
  get order(): DateOrder {
    if (this.#yearFirst > this.#dayFirst + this.#monthFirst) return 'ymd';
    const yearLast = this.#dayFirst + this.#monthFirst + this.#either + this.#alike;
    if (yearLast === 0) return 'ymd';
    return this.#monthFirst > this.#dayFirst ? 'mdy' : 'dmy';
  }

  /** There are dates that fit two orders, and none that shows which. */
  get isOpen(): boolean {
    return this.#either > 0 && this.#dayFirst + this.#monthFirst + this.#yearFirst === 0;
  }

  /** The order that the dates prove, where it is not the one that they were read in. */
  provenAgainst(order: DateOrder): DateOrder | undefined {
    const isProven = this.#dayFirst + this.#monthFirst + this.#yearFirst > 0;
    return isProven && this.order !== order ? this.order : undefined;
  }
}

/** What some dates of a file show of their order. */
export type DateOrderEvidence = { readonly order: DateOrder; readonly isOpen: boolean };

export function dateOrderEvidence(texts: Iterable<string>): DateOrderEvidence {
  const watch = new DateOrderWatch();
  for (const text of texts) watch.see(text);
  return { order: watch.order, isOpen: watch.isOpen };
}
