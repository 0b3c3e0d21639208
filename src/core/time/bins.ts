import { DAY, HOUR, minuteOf, wallClock, type Minute } from './minute.ts';
import type { TimeRange } from './time-range.ts';

/** Calendar bins of the timeline, from fine to coarse. Weeks begin on Monday. */
export const BIN_UNITS = [
  'hour',
  'six-hours',
  'day',
  'week',
  'month',
  'year',
  'five-years',
  'decade',
  'fifty-years',
  'century',
  'millennium',
] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

/** Minutes of the units that always have the same length. */
const FIXED: Readonly<Partial<Record<BinUnit, Minute>>> = {
  hour: HOUR,
  'six-hours': 6 * HOUR,
  day: DAY,
  week: 7 * DAY,
};

/** Months of the units that follow the calendar; each begins in a year that they divide. */
const MONTHS: Readonly<Partial<Record<BinUnit, number>>> = {
  month: 1,
  year: 12,
  'five-years': 5 * 12,
  decade: 10 * 12,
  'fifty-years': 50 * 12,
  century: 100 * 12,
  millennium: 1000 * 12,
};

const ofYears = (years: number): Minute => years * 365 * DAY;

/** About how long a unit is, in minutes; months and years vary, so no window is moved by it. */
export const UNIT_LENGTH: Readonly<Record<BinUnit, Minute>> = {
  hour: HOUR,
  'six-hours': 6 * HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: ofYears(1),
  'five-years': ofYears(5),
  decade: ofYears(10),
  'fifty-years': ofYears(50),
  century: ofYears(100),
  millennium: ofYears(1000),
};

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY: Minute = 4 * DAY;

/** The number of the bin that holds `minute`; bins of one unit are numbered without a gap. */
function binNumber(minute: Minute, unit: BinUnit): number {
  const months = MONTHS[unit];
  if (months === undefined) {
    const origin = unit === 'week' ? FIRST_MONDAY : 0;
    return Math.floor((minute - origin) / (FIXED[unit] ?? DAY));
  }
  const date = wallClock(minute);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
}

/** The first minute of a bin by its number. */
function startOfBin(number: number, unit: BinUnit): Minute {
  const months = MONTHS[unit];
  if (months === undefined)
    return number * (FIXED[unit] ?? DAY) + (unit === 'week' ? FIRST_MONDAY : 0);
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

/** The finest unit, not finer than `finest`, that cuts `span` into at most `maxBins` bins. */
export function binUnitFor(span: TimeRange, maxBins: number, finest: BinUnit = 'hour'): BinUnit {
  const length = span.to - span.from;
  const units = BIN_UNITS.slice(BIN_UNITS.indexOf(finest));
  return units.find((unit) => length / UNIT_LENGTH[unit] <= maxBins) ?? 'millennium';
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
