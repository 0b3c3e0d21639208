import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { DAY } from '../time/minute.ts';
import type { ClauseOf } from './clause.ts';
import { NO, POSSIBLY, YES, type Matcher } from './match.ts';

/** Minutes from one time of day on to another, over midnight where it is earlier. */
const onward = (from: number, to: number): number => (((to - from) % DAY) + DAY) % DAY;

/**
 * Whether a half-open range of civil minutes lies within some hours of the day. What is not known to a
 * time of day may be at any.
 */
export function passesHours(
  { from, to }: Pick<ClauseOf<'hours'>, 'from' | 'to'>,
  first: number,
  end: number,
): number {
  const length = onward(from, to) || DAY;
  if (length === DAY) return YES;
  if (end - first >= DAY) return POSSIBLY;
  const begin = onward(from, first);
  if (begin + (end - first) <= length) return YES;
  return begin < length || begin + (end - first) > DAY ? POSSIBLY : NO;
}

export const matchHours: Matcher<ClauseOf<'hours'>> = async (clause, { table }, task) => {
  const { length, from, to, isUndated } = table;
  const flags = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    flags[row] =
      isUndated[row] === 0
        ? passesHours(clause, from[row] ?? 0, to[row] ?? 0)
        : passesHours(clause, 0, DAY);
  }
  return flags;
};
