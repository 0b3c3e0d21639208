import { DAY } from '../time/minute.ts';
import { lengthOf, type TimeRange } from '../time/time-range.ts';
import type { Count } from './tally.ts';

/** What a count is for each day of its period, by civil minutes. */
export const dailyRate = ({ certain, possible }: Count, period: TimeRange): Count => {
  const days = lengthOf(period) / DAY;
  return { certain: certain / days, possible: possible / days };
};

/** Counts of periods of different lengths say little without their rates. */
export const needRates = (a: TimeRange, b: TimeRange): boolean => lengthOf(a) !== lengthOf(b);
