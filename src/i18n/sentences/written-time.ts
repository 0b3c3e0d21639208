import { minuteOf, type Minute } from '../../core/time/minute.ts';

/** One end of a time as its record writes it. */
export type WrittenEnd = {
  readonly unit: 'year' | 'month' | 'day' | 'minute';
  /** The first minute of what is written; a clock time as written, its offset aside. */
  readonly minute: Minute;
  readonly looseness: 'exact' | 'approximate' | 'uncertain' | 'both';
};

export type WrittenTime =
  | { readonly kind: 'single'; readonly end: WrittenEnd }
  | { readonly kind: 'interval'; readonly from: WrittenEnd; readonly to: WrittenEnd };

const END =
  /^(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?([~?%])?$/;

const LOOSENESS: Readonly<Record<string, WrittenEnd['looseness']>> = {
  '~': 'approximate',
  '?': 'uncertain',
  '%': 'both',
};

function readEnd(text: string): WrittenEnd | undefined {
  const parts = END.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, mark = ''] = parts;
  return {
    unit: hour ? 'minute' : day ? 'day' : month ? 'month' : 'year',
    minute: minuteOf(
      Number(year),
      Number(month ?? 1),
      Number(day ?? 1),
      Number(hour ?? 0),
      Number(minute ?? 0),
    ),
    looseness: LOOSENESS[mark] ?? 'exact',
  };
}

/**
 * How a checked EDTF text puts its time, for wording only; undefined for the rarer forms (seasons,
 * unspecified digits), whose span must speak for them.
 */
export function readWrittenTime(text: string): WrittenTime | undefined {
  const [from, to, ...more] = text.split('/').map(readEnd);
  if (!from || more.length > 0) return undefined;
  if (!text.includes('/')) return { kind: 'single', end: from };
  return to && { kind: 'interval', from, to };
}
