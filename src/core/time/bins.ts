import { DAY, HOUR, minuteOf, wallClock, type Minute } from './minute.ts';
import type { Span } from './span.ts';

/** Calendar bins of the timeline, from fine to coarse. Weeks begin on Monday. */
export const BIN_UNITS = ['hour', 'six-hours', 'day', 'week', 'month', 'year'] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

/** About how long a unit is, in minutes; months and years vary. */
export const UNIT_LENGTH: Readonly<Record<BinUnit, Minute>> = {
  hour: HOUR,
  'six-hours': 6 * HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY: Minute = 4 * DAY;

/** The first minute of the bin that holds `minute`. */
export function binStart(minute: Minute, unit: BinUnit): Minute {
  if (unit === 'month' || unit === 'year') {
    const date = wallClock(minute);
    return minuteOf(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() + 1 : 1);
  }
  const length = UNIT_LENGTH[unit];
  const origin = unit === 'week' ? FIRST_MONDAY : 0;
  return Math.floor((minute - origin) / length) * length + origin;
}

/** The first minute of the bin `steps` bins later (earlier when negative). */
export function binAfter(minute: Minute, unit: BinUnit, steps = 1): Minute {
  const start = binStart(minute, unit);
  if (unit === 'month' || unit === 'year') {
    const date = wallClock(start);
    const months = unit === 'month' ? steps : 12 * steps;
    return minuteOf(date.getUTCFullYear(), date.getUTCMonth() + 1 + months);
  }
  return start + steps * UNIT_LENGTH[unit];
}

/** Ascending edges of the bins that cover `span`: bin i is `[edges[i], edges[i + 1])`. */
export function binEdges(span: Span, unit: BinUnit): readonly Minute[] {
  const edges = [binStart(span.from, unit)];
  for (let edge = binAfter(span.from, unit); ; edge = binAfter(edge, unit)) {
    edges.push(edge);
    if (edge >= span.to) return edges;
  }
}

/** The finest unit that cuts `span` into at most `most` bins. */
export function binUnitFor(span: Span, most: number): BinUnit {
  const length = span.to - span.from;
  return BIN_UNITS.find((unit) => length / UNIT_LENGTH[unit] <= most) ?? 'year';
}

/** The nearest edge of a `unit` bin. */
export function nearestEdge(minute: Minute, unit: BinUnit): Minute {
  const before = binStart(minute, unit);
  const after = binAfter(minute, unit);
  return minute - before < after - minute ? before : after;
}

/** The edge `steps` edges after `minute` (before, when negative), counting from where it stands. */
export function edgeAway(minute: Minute, unit: BinUnit, steps: number): Minute {
  const isOnEdge = binStart(minute, unit) === minute;
  return binAfter(minute, unit, steps < 0 && !isOnEdge ? steps + 1 : steps);
}
