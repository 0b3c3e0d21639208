import { binAfter, binStart, type BinUnit } from '../../core/time/bins.ts';
import { DAY } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';

/** The whole calendar units that a range touches. */
export const wholeUnits = (range: TimeRange, unit: BinUnit): TimeRange => ({
  from: binStart(range.from, unit),
  to: binAfter(range.to - 1, unit),
});

/** A range with some days before it and after it. */
export const aroundDays = (range: TimeRange, days: number): TimeRange => ({
  from: range.from - days * DAY,
  to: range.to + days * DAY,
});
