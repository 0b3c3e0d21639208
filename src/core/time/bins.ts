import { DAY, HOUR, minuteOf, monthNumber, type Minute } from './minute.ts';
import type { TimeRange } from './time-range.ts';

/**
 * Calendar bins of the timeline, from fine to coarse. Weeks begin on Monday. No two neighbours from a day on differ by
 * more than 2.5 times, so any period of 40 days or more can be cut into 40 to 100 bins.
 */
export const BIN_UNITS = [
  'hour',
  'day',
  'two-days',
  'three-days',
  'week',
  'two-weeks',
  'month',
  'two-months',
  'quarter',
  'half-year',
  'year',
  'two-years',
  'five-years',
  'decade',
  'twenty-years',
  'fifty-years',
  'century',
] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

/** Units that have a name of their own in any language. */
export type NamedUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** How many hours, days, weeks, months or years a bin is. */
export const UNIT_SIZE: Readonly<Record<BinUnit, readonly [of: NamedUnit, count: number]>> = {
  hour: ['hour', 1],
  day: ['day', 1],
  'two-days': ['day', 2],
  'three-days': ['day', 3],
  week: ['week', 1],
  'two-weeks': ['week', 2],
  month: ['month', 1],
  'two-months': ['month', 2],
  quarter: ['month', 3],
  'half-year': ['month', 6],
  year: ['year', 1],
  'two-years': ['year', 2],
  'five-years': ['year', 5],
  decade: ['year', 10],
  'twenty-years': ['year', 20],
  'fifty-years': ['year', 50],
  century: ['year', 100],
};

/** Minutes of the units that always have the same length. */
const FIXED = { hour: HOUR, day: DAY, week: 7 * DAY, month: 0, year: 0 } as const;
/** Months of the units that follow the calendar; each begins in a year that they divide. */
const MONTHS = { hour: 0, day: 0, week: 0, month: 1, year: 12 } as const;
const MONTH_LENGTH: Minute = (365.2425 * DAY) / 12;

const fixedOf = (unit: BinUnit): Minute => {
  const [of, count] = UNIT_SIZE[unit];
  return FIXED[of] * count;
};
/** 0 for the units that have a fixed length. */
export const monthsOf = (unit: BinUnit): number => {
  const [of, count] = UNIT_SIZE[unit];
  return MONTHS[of] * count;
};

/** About how long a unit is, in minutes; months and years vary, so no window is moved by it. */
export const unitLength = (unit: BinUnit): Minute => fixedOf(unit) || monthsOf(unit) * MONTH_LENGTH;

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY: Minute = 4 * DAY;

/** Where bins of a fixed length are counted from. */
const originOf = (unit: BinUnit): Minute => (UNIT_SIZE[unit][0] === 'week' ? FIRST_MONDAY : 0);

/** The number of the bin that holds `minute`; bins of one unit are numbered without a gap. */
function binNumber(minute: Minute, unit: BinUnit): number {
  const months = monthsOf(unit);
  if (months === 0) return Math.floor((minute - originOf(unit)) / fixedOf(unit));
  return Math.floor(monthNumber(minute) / months);
}

/** The first minute of a bin by its number. */
function startOfBin(number: number, unit: BinUnit): Minute {
  const months = monthsOf(unit);
  if (months === 0) return number * fixedOf(unit) + originOf(unit);
  const month = number * months;
  const year = Math.floor(month / 12);
  return minuteOf(year, month - year * 12 + 1);
}

/** The first minute of the bin that holds `minute`. */
export const binStart = (minute: Minute, unit: BinUnit): Minute =>
  startOfBin(binNumber(minute, unit), unit);

/** The first minute of the bin `steps` bins later (earlier when negative). */
export const binAfter = (minute: Minute, unit: BinUnit, steps = 1): Minute =>
  startOfBin(binNumber(minute, unit) + steps, unit);

/** How many bins a span touches; a bin that it cuts counts as a whole one. */
export const binsIn = ({ from, to }: TimeRange, unit: BinUnit): number =>
  binNumber(to - 1, unit) - binNumber(from, unit) + 1;

export const isEdge = (minute: Minute, unit: BinUnit): boolean => binStart(minute, unit) === minute;

/** Ascending edges of the bins that cover `span`: bin i is `[edges[i], edges[i + 1])`. */
export function binEdges(span: TimeRange, unit: BinUnit): readonly Minute[] {
  const edges = [binStart(span.from, unit)];
  for (let edge = binAfter(span.from, unit); ; edge = binAfter(edge, unit)) {
    edges.push(edge);
    if (edge >= span.to) return edges;
  }
}

/** The units that a window moves by: those that people count in. */
export const STEP_UNITS: readonly BinUnit[] = [
  'hour',
  'day',
  'week',
  'month',
  'year',
  'five-years',
  'decade',
  'fifty-years',
  'century',
];

/** The finest of `units`, not finer than `finest`, of which at most `maxBins` fit in `span`. */
export function binUnitFor(
  span: TimeRange,
  maxBins: number,
  finest: BinUnit = 'hour',
  units: readonly BinUnit[] = BIN_UNITS,
): BinUnit {
  const length = span.to - span.from;
  const isFine = (unit: BinUnit): boolean => unitLength(unit) < unitLength(finest);
  return units.find((unit) => !isFine(unit) && length / unitLength(unit) <= maxBins) ?? 'century';
}

/** The nearest edge of a `unit` bin. */
export function nearestEdge(minute: Minute, unit: BinUnit): Minute {
  const before = binStart(minute, unit);
  const after = binAfter(minute, unit);
  return minute - before < after - minute ? before : after;
}

/** The edge `steps` edges after `minute` (before, when negative), counting from where it is. */
export function edgeAway(minute: Minute, unit: BinUnit, steps: number): Minute {
  return binAfter(minute, unit, steps < 0 && !isEdge(minute, unit) ? steps + 1 : steps);
}
