import readEdtf, { Date as EdtfDate, Interval, Season } from 'edtf';
import { failed, ok, type Result } from '../result.ts';
import type { Minute } from './minute.ts';
import type { Span } from './span.ts';

/** How finely a source knows the time. */
export type TimePrecision = 'minute' | 'day' | 'month' | 'year' | 'interval';

/** An EDTF text as the widest half-open span of civil minutes that it may mean. */
export type KnownTime = {
  readonly span: Span;
  readonly precision: TimePrecision;
  /** The text carries `~` or `?` on one of its ends. */
  readonly isApproximate: boolean;
};

type EdtfEnd = EdtfDate | Season;

const MILLISECONDS = 60_000;
const hasOffset = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;

const isLoose = (end: EdtfEnd): boolean =>
  (end.approximate?.value ?? 0) !== 0 || (end.uncertain?.value ?? 0) !== 0;

const PRECISIONS: Readonly<Record<number, TimePrecision>> = { 1: 'year', 2: 'month', 3: 'day' };

type Ends = {
  readonly lower: EdtfEnd;
  readonly upper: EdtfEnd;
  readonly precision: TimePrecision;
};

/** Told apart by class: the library's own `type` is a class name, which a bundler changes. */
function endsOf(value: unknown): Ends | undefined {
  if (value instanceof EdtfDate)
    return { lower: value, upper: value, precision: PRECISIONS[value.precision] ?? 'minute' };
  if (value instanceof Season) return { lower: value, upper: value, precision: 'interval' };
  if (!(value instanceof Interval) || !value.lower || !value.upper) return undefined;
  if (!Number.isFinite(value.min) || !Number.isFinite(value.max)) return undefined;
  return { lower: value.lower, upper: value.upper, precision: 'interval' };
}

/**
 * Reads EDTF (ISO 8601-2 level 1) with edtf.js. A time with an offset is moved to the civil time of
 * the place, `utcOffset` minutes east of UTC; a time without one is civil already.
 * An approximate end is widened by one unit of its own precision (a day known as "about" may be the
 * day before or after): EDTF itself gives `~` no width. Open intervals are refused.
 */
export function readEdtfSpan(text: string, utcOffset: Minute): Result<KnownTime, string> {
  let value: unknown;
  try {
    value = readEdtf(text);
  } catch (cause) {
    return failed(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
  const ends = endsOf(value);
  if (!ends) return failed('not a date or an interval with both ends');
  const { lower, upper, precision } = ends;
  const parts = text.split('/');
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
  });
}
