import type { TimePrecisionScale } from '../../core/mapping/column-mapping.ts';
import { binAfter, binStart, type BinUnit } from '../../core/time/bins.ts';
import { DAY } from '../../core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../core/time/time-range.ts';
import { assertNever } from '../../core/base/assert-never.ts';

/** The whole calendar units that the span touches. */
const wholeUnits = (span: TimeRange, unit: BinUnit): TimeRange => ({
  from: binStart(span.from, unit),
  to: binAfter(span.to - 1, unit),
});

const aroundDays = (span: TimeRange, days: number): TimeRange => ({
  from: span.from - days * DAY,
  to: span.to + days * DAY,
});

/** ACLED codebook, `time_precision`: 1 the day, 2 the week around it, 3 the month. */
function byAcled(span: TimeRange, code: string): TimeRange {
  if (code === '2') return lengthOf(span) < 7 * DAY ? aroundDays(span, 3) : span;
  return code === '3' ? wholeUnits(span, 'month') : span;
}

/**
 * UCDP GED codebook, `date_prec`: 1 the day, 2 a few days, 3 the week, 4 more than a week up to a month,
 * 5 more. The dates themselves give the interval; only one that is shorter than its code is widened.
 */
function byUcdp(span: TimeRange, code: string): TimeRange {
  const length = lengthOf(span);
  if (code === '2') return length < 2 * DAY ? aroundDays(span, 3) : span;
  if (code === '3') return length < 7 * DAY ? wholeUnits(span, 'week') : span;
  if (code === '4') return length < 8 * DAY ? wholeUnits(span, 'month') : span;
  if (code === '5') return length < 31 * DAY ? wholeUnits(span, 'year') : span;
  return span;
}

/** Spreadsheets write 1 as 1.0. */
const plainCode = (text: string): string =>
  text.length === 3 && text.endsWith('.0') ? text.charAt(0) : text;

/** True for a code that the scale has: ACLED 1 to 3, UCDP 1 to 5. */
export const isTimeCode = (scale: TimePrecisionScale, text: string): boolean =>
  (scale === 'acled' ? /^[1-3]$/ : /^[1-5]$/).test(plainCode(text));

/** The span as wide as the code says that the date is known; codes of no scale change nothing. */
export function widened(span: TimeRange, scale: TimePrecisionScale, text: string): TimeRange {
  const code = plainCode(text);
  switch (scale) {
    case 'acled':
      return byAcled(span, code);
    case 'ucdp':
      return byUcdp(span, code);
    default:
      return assertNever(scale);
  }
}
