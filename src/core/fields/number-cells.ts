import { withLatinDigits } from '../text/latin-digits.ts';
import { readQuantity, type DecimalSign } from '../text/quantity.ts';

/** A number, or the least and the most that it may be. */
export type NumberRange = { readonly min: number; readonly max: number };

/** More digits do not fit into a number, and nobody counts so far: an id. */
const MAX_DIGITS = 15;
const WHOLE = /^-?\d{1,15}$/;
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
const LEADING_ZERO = /^[+-]?0\d/;
/** `+9647501234567`. */
const PHONE = /^\+\d{7}/;
const MARKS = /[.,]/g;
/** Groups of three, or of two and three as in India; without it, a date such as 12.03.2026 would be one. */
const GROUPED =
  /^[+-]?\d{1,3}(?:(,)\d{2,3}(?:,\d{2,3})*|(\.)\d{2,3}(?:\.\d{2,3})*)(?<=\d{3})(?:[.,]\d+)?$/;
const RANGE = /^([\d.,]+)\s*(?:-|–|—|to)\s*([\d.,]+)$/;

/** Whether a text is digits that are no number: `01067`, `+964750…`, or more of them than a number has. */
export function isCode(text: string): boolean {
  if (PLAIN.test(text)) return false;
  const plain = withLatinDigits(text);
  return (
    (LEADING_ZERO.test(plain) && !/[-–—/]/.test(plain)) ||
    PHONE.test(plain) ||
    (/^[+-]?\d+$/.test(plain) && plain.length > MAX_DIGITS)
  );
}

/** Reads one number by the rules of the project, and with groups only where thousands are; `NaN` for any other text. */
export function readNumber(text: string, sign: DecimalSign | undefined): number {
  if (WHOLE.test(text)) return Number(text);
  const { value } = readQuantity(text, sign);
  // 1e999 is larger than any number: an infinite one has no place in a histogram.
  if (!Number.isFinite(value)) return NaN;
  const plain = withLatinDigits(text);
  return (plain.match(MARKS)?.length ?? 0) > 1 && !GROUPED.test(plain) ? NaN : value;
}

/** Reads a number, or a range of numbers such as `3–5`; undefined for any other text. */
export function readRange(text: string, sign: DecimalSign | undefined): NumberRange | undefined {
  const number = readNumber(text, sign);
  if (!Number.isNaN(number)) return { min: number, max: number };
  const [, first = '', last = ''] = RANGE.exec(withLatinDigits(text)) ?? [];
  if (first === '') return undefined;
  const [min, max] = [readNumber(first, sign), readNumber(last, sign)];
  return min < max ? { min, max } : undefined;
}
