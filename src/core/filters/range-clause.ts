import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { ClauseOf } from './clause.ts';
import { NO, POSSIBLY, YES, type Matcher, type RowFlags } from './match.ts';

type Range = ClauseOf<'range'>;

/**
 * Whether a range of numbers passes: both ends included. `NaN`: not given.
 */
export function passesNumbers({ from, to, orNotGiven }: Range, min: number, max: number): number {
  if (Number.isNaN(min)) return orNotGiven ? YES : NO;
  const low = from ?? -Infinity;
  const high = to ?? Infinity;
  if (low > high) return NO;
  if (min >= low && max <= high) return YES;
  return max >= low && min <= high ? POSSIBLY : NO;
}

/** Whether a half-open range of minutes passes. `NaN`: not given. */
export function passesMinutes({ from, to, orNotGiven }: Range, first: number, end: number): number {
  if (Number.isNaN(first)) return orNotGiven ? YES : NO;
  const low = from ?? -Infinity;
  const high = to ?? Infinity;
  if (low >= high) return NO;
  if (first >= low && end <= high) return YES;
  return end > low && first < high ? POSSIBLY : NO;
}

async function matchEach(
  length: number,
  passes: (row: number) => number,
  task: Task,
): Promise<RowFlags> {
  const flags = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    flags[row] = passes(row);
  }
  return flags;
}

/** Rows of a table without such numbers or dates do not give any. */
export const matchRange: Matcher<Range> = async (clause, source, task) => {
  const { length } = source.table;
  const column = await source.column(clause.field, task.part(0, 0.5));
  const own = task.part(0.5, 1);
  if (column?.kind === 'number') {
    const { min, max } = column;
    return matchEach(length, (row) => passesNumbers(clause, min[row] ?? NaN, max[row] ?? NaN), own);
  }
  if (column?.kind === 'date') {
    const { from, to } = column;
    return matchEach(length, (row) => passesMinutes(clause, from[row] ?? NaN, to[row] ?? NaN), own);
  }
  return new Uint8Array(length).fill(clause.orNotGiven ? YES : NO);
};
