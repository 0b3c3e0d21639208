import { offsetOf } from './clock-offset.ts';
import type { KnownTime, readEdtfSpan } from './edtf-range.ts';
import { DAY, readIsoText, type Minute } from './minute.ts';

/** Reads EDTF as the widest span of civil minutes that it may mean, or says why it cannot. */
export type ReadEdtf = typeof readEdtfSpan;

/** Not the year 0, whose leap day the library misses. */
const DAY_TEXT = /^((?!0000)\d{4}-\d{2}-\d{2})([~?%])?$/;
const CLOCK_TEXT =
  /^((?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):[0-5]\d(Z|(?!-00:00)[+-](?:0\d|1[01]):[0-5]\d)$/;

type Day = { readonly from: Minute; readonly to: Minute; readonly isApproximate: boolean };

/** A day with its mark: an approximate one is a day wider on each side. */
function readDay(text: string): Day | undefined {
  const [, day = '', mark] = DAY_TEXT.exec(text) ?? [];
  const start = readIsoText(day);
  if (start === undefined) return undefined;
  const slack = mark === undefined ? 0 : DAY;
  return { from: start - slack, to: start + DAY + slack, isApproximate: slack > 0 };
}

function readClock(text: string, utcOffset: Minute): Minute | undefined {
  const [, written = '', zone = ''] = CLOCK_TEXT.exec(text) ?? [];
  const [minute, offset] = [readIsoText(written), offsetOf(zone === 'Z' ? '+00:00' : zone)];
  if (minute === undefined || offset === undefined || Number.isNaN(offset)) return undefined;
  return minute - offset + utcOffset;
}

/**
 * Reads the EDTF that nearly all records have: a day, two days, or a time of day with its offset; days
 * may be marked as approximate. Undefined for any other text, valid or not. A test compares it with
 * `readEdtfSpan`, whose library is large.
 */
export function readCommonEdtf(text: string, utcOffset: Minute): KnownTime | undefined {
  const minute = readClock(text, utcOffset);
  if (minute !== undefined) {
    const span = { from: minute, to: minute + 1 };
    return { span, precision: 'minute', isApproximate: false, open: undefined };
  }
  const [lower, upper, ...more] = text.split('/').map(readDay);
  if (!lower || more.length > 0) return undefined;
  if (!text.includes('/')) {
    const { from, to, isApproximate } = lower;
    return { span: { from, to }, precision: 'day', isApproximate, open: undefined };
  }
  // The library takes no interval from a day to the same day.
  const isInOrder = upper && text.slice(0, 10) < (text.split('/')[1] ?? '').slice(0, 10);
  return isInOrder
    ? {
        span: { from: lower.from, to: upper.to },
        precision: 'interval',
        isApproximate: lower.isApproximate || upper.isApproximate,
        open: undefined,
      }
    : undefined;
}
