import readEdtf from 'edtf';
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

type EdtfEnd = {
  readonly min: number;
  readonly max: number;
  readonly precision: number;
  readonly approximate?: { readonly value: number };
  readonly uncertain?: { readonly value: number };
};
type EdtfValue = EdtfEnd & {
  readonly type: string;
  readonly lower?: EdtfEnd | null;
  readonly upper?: EdtfEnd | null;
};

const MILLISECONDS = 60_000;
const hasOffset = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;

const isLoose = (end: EdtfEnd): boolean =>
  (end.approximate?.value ?? 0) !== 0 || (end.uncertain?.value ?? 0) !== 0;

const precisionOf = (end: EdtfEnd): TimePrecision =>
  end.precision === 1
    ? 'year'
    : end.precision === 2
      ? 'month'
      : end.precision === 3
        ? 'day'
        : 'minute';

/**
 * Reads EDTF (ISO 8601-2 level 1) with edtf.js. A time with an offset is moved to the civil time of
 * the place, `utcOffset` minutes east of UTC; a time without one is civil already.
 * An approximate end is widened by one unit of its own precision (a day known as "about" may be the
 * day before or after): EDTF itself gives `~` no width. Open intervals are refused.
 */
export function readEdtfSpan(text: string, utcOffset: Minute): Result<KnownTime, string> {
  let value: EdtfValue;
  try {
    value = readEdtf(text) as EdtfValue;
  } catch (cause) {
    return failed(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
  if (value.type !== 'Date' && value.type !== 'Interval' && value.type !== 'Season')
    return failed(`${value.type} is not a date or an interval`);
  const parts = text.split('/');
  const lower = value.type === 'Interval' ? value.lower : value;
  const upper = value.type === 'Interval' ? value.upper : value;
  if (!lower || !upper || !Number.isFinite(value.min) || !Number.isFinite(value.max))
    return failed('an interval needs both ends');
  const civil = (milliseconds: number, part: string | undefined): Minute =>
    Math.floor(milliseconds / MILLISECONDS) + (part && hasOffset.test(part) ? utcOffset : 0);
  const from = civil(lower.min, parts[0]);
  const to = civil(upper.max, parts[parts.length - 1]) + 1;
  const slack = (end: EdtfEnd): Minute =>
    isLoose(end) ? Math.ceil((end.max - end.min + 1) / MILLISECONDS) : 0;
  return ok({
    span: { from: from - slack(lower), to: to + slack(upper) },
    precision: value.type === 'Interval' ? 'interval' : precisionOf(value),
    isApproximate: isLoose(lower) || isLoose(upper),
  });
}
