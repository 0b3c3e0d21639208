import { startOfDay } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';

/** The order of a list: first day, last day, `from`, `to`; negative where `a` comes first. */
export function byListOrder(a: TimeRange, b: TimeRange): number {
  return compareTimes(a.from, a.to, b.from, b.to);
}

export function compareTimes(aFrom: number, aTo: number, bFrom: number, bTo: number): number {
  if (aFrom === bFrom && aTo === bTo) return 0;
  return (
    startOfDay(aFrom) - startOfDay(bFrom) ||
    startOfDay(aTo - 1) - startOfDay(bTo - 1) ||
    aFrom - bFrom ||
    aTo - bTo
  );
}
