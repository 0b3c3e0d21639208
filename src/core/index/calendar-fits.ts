import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { BIN_UNITS, UNIT_SIZE, monthsOf, type BinUnit } from '../time/bins.ts';
import { DAY, HOUR, monthNumber, type Minute } from '../time/minute.ts';
import type { IntervalIndex } from './interval-index.ts';

/** Calendar units that a date can be known to, from fine to coarse. */
export const LEVELS = [
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
] as const satisfies readonly BinUnit[];
export type BandUnit = (typeof LEVELS)[number];

/**
 * The bits of a fit from the highest on: `unit` is set where one bin of the unit holds the interval, `=unit` where
 * the interval is all of it. Fine units first, so that `Math.clz32` finds the finest of some bits.
 */
const BITS = BIN_UNITS.flatMap((unit) =>
  LEVELS.some((level) => level === unit) ? [`=${unit}` as const, unit] : [unit],
);
/** How many zeros there are before the bit. */
export const zerosOf = (name: BinUnit | `=${BandUnit}`): number => BITS.indexOf(name);
/** No bit is set. */
export const NO_FIT = 32;
export const bitOf = (name: BinUnit | `=${BandUnit}`): number => 1 << (31 - zerosOf(name));

const bitsOf = (units: readonly BinUnit[]): number =>
  units.reduce((bits, unit) => bits | bitOf(unit), 0);
const OF_SAME_HOUR = bitsOf(BIN_UNITS);
const OF_SAME_DAY = OF_SAME_HOUR & ~bitOf('hour');
const OF_MONTHS = BIN_UNITS.filter((unit) => monthsOf(unit) > 0);
const OF_SAME_MONTH = bitsOf(OF_MONTHS);
/** Monday, 1970-01-05, as a day. */
const FIRST_MONDAY = 4;
const OF_DAYS = (['two-days', 'three-days', 'week', 'two-weeks'] as const).map((unit) => {
  const [of, count] = UNIT_SIZE[unit];
  return of === 'week'
    ? { bit: bitOf(unit), days: 7 * count, first: FIRST_MONDAY }
    : { bit: bitOf(unit), days: count, first: 0 };
});
const OF_MONTH_UNITS = OF_MONTHS.map((unit) => ({ bit: bitOf(unit), months: monthsOf(unit) }));

/** Which calendar units have a bin that holds `[from, to)`. */
function fitOf(from: Minute, to: Minute): number {
  const last = to - 1;
  if (Math.floor(from / HOUR) === Math.floor(last / HOUR)) return OF_SAME_HOUR;
  const day = Math.floor(from / DAY);
  const lastDay = Math.floor(last / DAY);
  if (day === lastDay) return OF_SAME_DAY | (to - from === DAY ? bitOf('=day') : 0);
  let bits = 0;
  for (const { bit, days, first } of OF_DAYS)
    if (Math.floor((day - first) / days) === Math.floor((lastDay - first) / days)) bits |= bit;
  const month = monthNumber(from);
  const lastMonth = monthNumber(last);
  if (month === lastMonth) bits |= OF_SAME_MONTH;
  else
    for (const { bit, months } of OF_MONTH_UNITS)
      if (Math.floor(month / months) === Math.floor(lastMonth / months)) bits |= bit;
  return from % DAY === 0 && to % DAY === 0 ? bits | wholeOf(from, to, month, bits) : bits;
}

/** The bit of the week, month, year, decade or century that whole days are all of; 0 if there is none. */
function wholeOf(from: Minute, to: Minute, month: number, fit: number): number {
  if (to - from === 7 * DAY) return fit & bitOf('week') ? bitOf('=week') : 0;
  const after = monthNumber(to);
  if (monthNumber(from - 1) === month || monthNumber(to - 1) === after) return 0;
  const level = LEVELS.find((unit) => monthsOf(unit) > 0 && monthsOf(unit) === after - month);
  return level && fit & bitOf(level) ? bitOf(`=${level}`) : 0;
}

/**
 * The calendar units whose bins hold each interval of irregular length, at its position in `irregularStarts`. They do
 * not depend on an axis, so what an axis shows of a million intervals is counted without a look at their dates.
 */
export async function calendarFits(
  { irregularStarts, irregularEnds }: IntervalIndex,
  task: Task,
): Promise<Int32Array<ArrayBuffer>> {
  const { length } = irregularStarts;
  const fits = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / length);
    fits[at] = fitOf(irregularStarts[at] as number, irregularEnds[at] as number);
  }
  return fits;
}
