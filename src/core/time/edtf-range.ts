import readEdtf, { Date as EdtfDate, Interval, Season } from 'edtf';
import { failed, ok, type Result } from '../base/result.ts';
import { offsetOf } from './clock-offset.ts';
import type { Minute } from './minute.ts';
import type { OpenSide, TimeRange } from './time-range.ts';

/** How finely a source knows the time. */
type TimePrecision = 'minute' | 'day' | 'month' | 'year' | 'interval';

/** An EDTF text as the widest half-open span of civil minutes that it may mean. */
export type KnownTime = {
  readonly span: TimeRange;
  readonly precision: TimePrecision;
  /** The text carries `~` or `?` on one of its ends. */
  readonly isApproximate: boolean;
  /** The end that an open interval (`2026-03-01/..`) leaves open; the span is then its other end. */
  readonly open: OpenSide | undefined;
};

type EdtfEnd = EdtfDate | Season;

const MILLISECONDS = 60_000;
const hasOffset = /T[^T]*(?:Z|[+-]\d{2}(?::?\d{2})?)$/;

const isLoose = (end: EdtfEnd): boolean =>
  (end.approximate?.value ?? 0) !== 0 || (end.uncertain?.value ?? 0) !== 0;

const PRECISIONS: Readonly<Record<number, TimePrecision>> = { 1: 'year', 2: 'month', 3: 'day' };

type Ends = {
  readonly lower: EdtfEnd;
  readonly upper: EdtfEnd;
  readonly precision: TimePrecision;
  readonly open: OpenSide | undefined;
};

const isEnd = (end: unknown): end is EdtfEnd => end instanceof EdtfDate || end instanceof Season;

/** Compares classes, not the library's `type`: that is a class name, which a bundler changes. */
function endsOf(value: unknown): Ends | undefined {
  if (value instanceof EdtfDate) {
    const precision = PRECISIONS[value.precision] ?? 'minute';
    return { lower: value, upper: value, precision, open: undefined };
  }
  if (value instanceof Season)
    return { lower: value, upper: value, precision: 'interval', open: undefined };
  if (!(value instanceof Interval)) return undefined;
  const lower = isEnd(value.lower) ? value.lower : undefined;
  const upper = isEnd(value.upper) ? value.upper : undefined;
  if (lower && upper) return { lower, upper, precision: 'interval', open: undefined };
  if (lower) return { lower, upper: lower, precision: 'interval', open: 'to' };
  return upper && { lower: upper, upper, precision: 'interval', open: 'from' };
}

const LEAP_DAY = /(-?\d{4})[~?%]?-[~?%]?02[~?%]?-[~?%]?29/g;

/** edtf.js takes 29 February of any year, and reads it as 1 March. */
const hasFalseLeapDay = (text: string): boolean =>
  [...text.matchAll(LEAP_DAY)].some(([, year]) => {
    const number = Number(year);
    return number % 4 !== 0 || (number % 100 === 0 && number % 400 !== 0);
  });

const CLOCK = /T(\d{2}):(\d{2})(?::(\d{2})[.\d]*)?(Z|[+-]\d{2}(?::?\d{2})?)?/g;

/** edtf.js also accepts times after 24:00 and impossible UTC offsets. */
const hasFalseClock = (text: string): boolean =>
  [...text.matchAll(CLOCK)].some(
    ([, hour, minute, second = '0', zone = '']) =>
      (hour === '24' && Number(minute) + Number(second) > 0) || Number.isNaN(offsetOf(zone)),
  );

/**
 * Reads EDTF (ISO 8601-2 level 1) with edtf.js. A time with an offset is moved to the civil time of
 * the place, `utcOffset` minutes east of UTC; a time without one is civil already.
 * An approximate end is widened by one unit of its own precision (a day known as "about" may be the
 * day before or after): EDTF itself gives `~` no width. Of an open interval the known end is read.
 */
export function readEdtfSpan(text: string, utcOffset: Minute): Result<KnownTime, string> {
  let value: unknown;
  try {
    value = readEdtf(text);
  } catch (cause) {
    return failed(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
  if (hasFalseLeapDay(text)) return failed('29 February of a year that is no leap year');
  if (hasFalseClock(text)) return failed('no time of day, or no offset from UTC');
  const ends = endsOf(value);
  if (!ends) return failed('not a date or an interval');
  const { lower, upper, precision, open } = ends;
  const parts = text.split('/').filter((part) => part !== '' && part !== '..');
  const civil = (milliseconds: number, part: string | undefined): Minute =>
    Math.floor(milliseconds / MILLISECONDS) + (part && hasOffset.test(part) ? utcOffset : 0);
  const from = civil(lower.min, parts[0]);
  const to = civil(upper.max, parts[parts.length - 1]) + 1;
  const slack = (end: EdtfEnd): Minute =>
    isLoose(end) ? Math.ceil((end.max - end.min + 1) / MILLISECONDS) : 0;
  return ok({
    span: { from: from - slack(lower), to: to + slack(upper) },
    precision,
    isApproximate: isLoose(lower) || isLoose(upper),
    open,
  });
}
