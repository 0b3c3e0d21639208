import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { WeekHoursColumn } from '../fields/field-column.ts';
import { NOT_GIVEN } from '../fields/field-key.ts';
import { HOURS_OF_WEEK, WEEK_HOURS } from '../fields/week-hours.ts';
import type { ClauseOf } from './clause.ts';
import { NO, POSSIBLY, YES, type RowFlags } from './match.ts';

type Values = Pick<ClauseOf<'values'>, 'values' | 'excluded'>;

/** By position in two weeks: how many of the hours before it pass. */
function passingBefore({ values, excluded }: Values): Uint16Array {
  const [included, left] = [new Set(values), new Set(excluded)];
  const passes = WEEK_HOURS.map(
    (hour) => !left.has(hour) && (values.length === 0 || included.has(hour)),
  );
  const before = new Uint16Array(2 * HOURS_OF_WEEK + 1);
  for (let at = 1; at < before.length; at++)
    before[at] = (before[at - 1] ?? 0) + (passes[(at - 1) % HOURS_OF_WEEK] ? 1 : 0);
  return before;
}

/**
 * What may be at several hours passes where all of them do, and possibly where some do, as a time does with hours of
 * the day. A row of which the hour is not known is also a row that does not give it.
 */
export async function matchWeekHours(
  clause: Values,
  { first, count }: WeekHoursColumn,
  task: Task,
): Promise<RowFlags> {
  const before = passingBefore(clause);
  const isUnknownIn = clause.values.includes(NOT_GIVEN);
  const isUnknownOut = clause.excluded.includes(NOT_GIVEN);
  const { length } = first;
  const flags = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    const begin = first[row] as number;
    const hours = count[row] as number;
    const passing = (before[begin + hours] as number) - (before[begin] as number);
    if (hours > 1 && isUnknownOut) flags[row] = NO;
    else if (passing === hours || (hours > 1 && isUnknownIn)) flags[row] = YES;
    else flags[row] = passing > 0 ? POSSIBLY : NO;
  }
  return flags;
}
