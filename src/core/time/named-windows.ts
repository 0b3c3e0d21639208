import { binAfter, binsIn, binStart } from './bins.ts';
import { DAY } from './minute.ts';
import { MIN_WINDOW } from './stride.ts';
import { cutTo, lengthOf, type TimeRange } from './time-range.ts';

/** Days of the windows at the end of the data. */
const LAST_DAYS = [7, 30] as const;

/** Calendar units that a period is listed by: the first of which it has few enough. */
const LISTED = [
  { unit: 'month', most: 24 },
  { unit: 'year', most: 60 },
  { unit: 'decade', most: 60 },
  { unit: 'century', most: Infinity },
] as const;
type ListedUnit = (typeof LISTED)[number]['unit'];

/** A window that has a name: the last days of the data, or a calendar unit of them. */
export type NamedWindow = { readonly window: TimeRange } & (
  | { readonly kind: 'last-days'; readonly days: number }
  | { readonly kind: 'unit'; readonly unit: ListedUnit }
);

/**
 * The named windows of a period in full days, the last of which holds the last dated minute of the data; the day of the
 * reader does not matter. None is all of the period, which has a name of its own. A calendar unit is cut to the period.
 */
export function namedWindows(limits: TimeRange): readonly NamedWindow[] {
  const last = LAST_DAYS.filter((days) => days * DAY < lengthOf(limits)).map((days) => ({
    kind: 'last-days' as const,
    days,
    window: { from: limits.to - days * DAY, to: limits.to },
  }));
  const { unit } = LISTED.find((one) => binsIn(limits, one.unit) <= one.most) ?? LISTED[3];
  const count = binsIn(limits, unit);
  if (count === 1) return last;
  const first = binStart(limits.from, unit);
  const units = Array.from({ length: count }, (_, position) => {
    const whole = {
      from: binAfter(first, unit, position),
      to: binAfter(first, unit, position + 1),
    };
    return { kind: 'unit' as const, unit, window: cutTo(whole, limits, MIN_WINDOW) };
  });
  return [...last, ...units];
}
