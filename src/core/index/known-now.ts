import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { countCells, type IncidentCells } from './incident-cells.ts';
import { totalsOf, type Count, type PickCell } from './tally.ts';

/** The days of a window that are over just before `end`; undefined: it begins later. */
export const daysBefore = ({ from, to }: TimeRange, end: Minute): TimeRange | undefined =>
  end > from ? { from, to: Math.min(to, end) } : undefined;

/**
 * What is known now of the first days of a window, to compare with what was known when they were over. What was
 * known then had happened by then, however long the widest time of its record is: it counts the same in both.
 */
export function knownNow(
  { now, then }: { readonly now: IncidentCells; readonly then: IncidentCells },
  days: TimeRange,
  window: TimeRange,
  isOn: Uint8Array,
  pick?: (cells: IncidentCells) => PickCell,
): Count {
  const count = (cells: IncidentCells, range: TimeRange): Count =>
    totalsOf(cells, countCells(cells, range), isOn, pick?.(cells));
  const { certain, possible } = count(now, days);
  const longer = count(then, window).certain - count(then, days).certain;
  return { certain: certain + longer, possible: possible - longer };
}
