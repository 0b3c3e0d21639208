import type { ComparedPeriod, Relation } from './compared-period.ts';
import { DAY } from './minute.ts';
import { MIN_WINDOW } from './stride.ts';
import { cutTo, lengthOf, type TimeRange } from './time-range.ts';

/** Everything before or after a window; undefined where that is too short for a window. */
function restOf(
  window: TimeRange,
  limits: TimeRange,
  side: 'before' | 'after',
): TimeRange | undefined {
  const rest =
    side === 'before' ? { from: limits.from, to: window.from } : { from: window.to, to: limits.to };
  return lengthOf(rest) < MIN_WINDOW ? undefined : rest;
}

/** The window of equal length just before a window, or just after it where there is no room before. */
function neighbourOf({ from, to }: TimeRange, limits: TimeRange): TimeRange | undefined {
  const length = to - from;
  if (from - length >= limits.from) return { from: from - length, to: from };
  return to + length <= limits.to ? { from: to, to: to + length } : undefined;
}

/** The longer part of a period that a window leaves. */
function longerRest(window: TimeRange, limits: TimeRange): TimeRange | undefined {
  const before = restOf(window, limits, 'before');
  const after = restOf(window, limits, 'after');
  if (!before || !after) return before ?? after;
  return lengthOf(before) >= lengthOf(after) ? before : after;
}

/** Whether a relation can be kept: there is some time on that side. */
export const hasRoomFor = (relation: Relation, window: TimeRange, limits: TimeRange): boolean =>
  (relation === 'previous' ? neighbourOf(window, limits) : restOf(window, limits, relation)) !==
  undefined;

/**
 * The second period of a window. Where there is no room for what was chosen, the nearest to it: of equal length on the
 * other side, then the longer rest. A window on the whole period leaves only itself.
 */
export function comparedRange(
  chosen: ComparedPeriod,
  window: TimeRange,
  limits: TimeRange,
): TimeRange {
  if (typeof chosen !== 'string') return cutTo(chosen, limits, MIN_WINDOW);
  const asked = chosen === 'previous' ? undefined : restOf(window, limits, chosen);
  return asked ?? neighbourOf(window, limits) ?? longerRest(window, limits) ?? limits;
}

/**
 * The second half of a period, in whole days where it has two: a record that is known to the day is then certainly in
 * one of the halves.
 */
export function laterHalf(period: TimeRange): TimeRange {
  const half = lengthOf(period) / 2;
  return { from: period.to - (half < DAY ? half : Math.floor(half / DAY) * DAY), to: period.to };
}
