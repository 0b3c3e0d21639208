import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import { ENDLESS, OPEN_BEGIN, UNDATED } from '../records/unknown-ends.ts';
import { lengthOf } from '../time/time-range.ts';
import {
  FIRST_COMMON,
  IRREGULAR,
  KNOWN_END_ONLY,
  NO_GROUP,
  NO_KNOWN_END,
  type IntervalIndex,
} from './interval-index.ts';
import { sortIrregular, type IrregularRows } from './irregular-intervals.ts';

/** Most lengths that get a class of their own; the other rows are irregular. */
const MAX_COMMON = 15;
/** A length is common when more than one row in this many has it. */
const MIN_SHARE_OF_CLASS = 400;

/** Class of every row, and the length in minutes of each class; see `IntervalIndex`. */
type LengthClasses = {
  readonly lengths: readonly number[];
  readonly of: Uint8Array<ArrayBuffer>;
};

/** The columns of a table that say when its rows were. */
export type TimeColumns = Pick<IncidentTable, 'length' | 'from' | 'to' | 'isUndated'>;

/** Time columns with the class of each row. */
export type TimedRows = TimeColumns & { readonly classes: LengthClasses };

function codeOfUnknown(isUndated: number): number {
  return isUndated === OPEN_BEGIN ? KNOWN_END_ONLY : NO_KNOWN_END;
}

/** Costs two passes over the rows. */
export async function timedRows(columns: TimeColumns, task: Task): Promise<TimedRows> {
  const { length, from, to, isUndated } = columns;
  const rows = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield((0.6 * row) / length);
    if (isUndated[row] !== 0) continue;
    const minutes = (to[row] ?? 0) - (from[row] ?? 0);
    rows.set(minutes, (rows.get(minutes) ?? 0) + 1);
  }
  if (task.isDue()) await task.yield(0.6);
  const common = Array.from(rows)
    .filter(([, count]) => count * MIN_SHARE_OF_CLASS > length)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MAX_COMMON)
    .map(([minutes]) => minutes);
  const lengths = [0, lengthOf(ENDLESS), lengthOf(ENDLESS), ...common];
  const classOf = new Map(common.map((minutes, i) => [minutes, FIRST_COMMON + i]));
  const of = new Uint8Array(length);
  if (task.isDue()) await task.yield(0.6);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.6 + (0.4 * row) / length);
    const undated = isUndated[row] ?? 0;
    of[row] =
      undated === 0
        ? (classOf.get((to[row] ?? 0) - (from[row] ?? 0)) ?? IRREGULAR)
        : codeOfUnknown(undated);
  }
  return { length, from, to, isUndated, classes: { lengths, of } };
}

/** The same rows where no record of any data set is dated: there is no window, and they span a day. */
export function onOneDay(rows: TimedRows, day: number): TimedRows {
  const { length, isUndated, classes } = rows;
  const from = rows.from.slice();
  const to = rows.to.slice();
  const of = classes.of.slice();
  for (let row = 0; row < length; row++) {
    if (isUndated[row] !== UNDATED) continue;
    from[row] = 0;
    to[row] = day;
    of[row] = classes.lengths.length;
  }
  return { length, from, to, isUndated, classes: { lengths: [...classes.lengths, day], of } };
}

/** Positions of the first element of each key, and of the end of the last. */
export function startsOfKeys(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(counts.length + 1);
  for (let key = 0; key < counts.length; key++)
    starts[key + 1] = (starts[key] ?? 0) + (counts[key] ?? 0);
  return starts;
}

/**
 * Sorts ascending rows of a table into groups: `groupAt` gives the group of the row at a position of
 * `rows`, or `NO_GROUP`. Two counting sorts, by group and then by class in each group, so memory is by
 * rows and groups, not by their product; both keep the order of the table, in which the rows of one
 * class are in order of what their run keeps. Irregular rows are sorted by start and by end first.
 */
export async function buildIntervalIndex(
  times: TimedRows,
  rows: Uint32Array,
  length: number,
  groupAt: (position: number) => number,
  task: Task,
): Promise<IntervalIndex> {
  const { classes } = times;
  const groups = new Uint32Array(rows.length);
  const counts = new Uint32Array(length);
  const irregularCounts = new Uint32Array(length);
  for (let position = 0; position < rows.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.3 * position) / rows.length);
    const group = groupAt(position);
    groups[position] = group;
    if (group === NO_GROUP) continue;
    const isIrregular = classes.of[rows[position] ?? 0] === IRREGULAR;
    const own = isIrregular ? irregularCounts : counts;
    own[group] = (own[group] ?? 0) + 1;
  }
  const begins = startsOfKeys(counts);
  const irregularRuns = startsOfKeys(irregularCounts);
  const regular = new Uint32Array(begins[length] ?? 0);
  const irregular: IrregularRows = {
    row: new Uint32Array(irregularRuns[length] ?? 0),
    group: new Uint32Array(irregularRuns[length] ?? 0),
  };
  const next = begins.slice(0, length);
  let irregularSoFar = 0;
  for (let position = 0; position < rows.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.3 + (0.2 * position) / rows.length);
    const group = groups[position] ?? NO_GROUP;
    if (group === NO_GROUP) continue;
    const row = rows[position] ?? 0;
    if (classes.of[row] === IRREGULAR) {
      irregular.row[irregularSoFar] = row;
      irregular.group[irregularSoFar++] = group;
    } else {
      const at = next[group] ?? 0;
      regular[at] = row;
      next[group] = at + 1;
    }
  }
  return {
    length,
    lengths: Float64Array.from(classes.lengths),
    ...(await runsOf(times, regular, begins, task.part(0.5, 0.8))),
    irregularRuns,
    ...(await sortIrregular(times, irregular, irregularRuns, task.part(0.8, 1))),
  };
}

/** What a run keeps of a row: its start, or its end where that alone is known. */
const keptOf = (times: TimedRows, row: Row, ofClass: number): number =>
  (ofClass === KNOWN_END_ONLY ? times.to[row] : times.from[row]) ?? 0;

/** Rows by group, as runs of one class group by group. */
async function runsOf(
  times: TimedRows,
  rows: Uint32Array,
  begins: Uint32Array,
  task: Task,
): Promise<Pick<IntervalIndex, 'runs' | 'runClass' | 'first' | 'starts'>> {
  const { of, lengths } = times.classes;
  const groups = begins.length - 1;
  const starts = new Int32Array(rows.length);
  const runs = new Uint32Array(groups + 1);
  const runClass: number[] = [];
  const first: number[] = [];
  const next = new Uint32Array(lengths.length);
  let since = 0;
  for (let group = 0; group < groups; group++) {
    runs[group] = runClass.length;
    const begin = begins[group] ?? 0;
    const end = begins[group + 1] ?? 0;
    if (begin === end) continue;
    next.fill(0);
    for (let at = begin; at < end; at++) {
      const own = of[rows[at] ?? 0] ?? 0;
      next[own] = (next[own] ?? 0) + 1;
    }
    let start = begin;
    for (let own = 0; own < next.length; own++) {
      const held = next[own] ?? 0;
      if (held === 0) continue;
      runClass.push(own);
      first.push(start);
      next[own] = start;
      start += held;
    }
    for (let at = begin; at < end; at++) {
      const row = rows[at] ?? 0;
      const own = of[row] ?? 0;
      const to = next[own] ?? 0;
      starts[to] = keptOf(times, row, own);
      next[own] = to + 1;
      if (++since % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / rows.length);
    }
  }
  runs[groups] = runClass.length;
  first.push(rows.length);
  return { runs, runClass: Uint16Array.from(runClass), first: Uint32Array.from(first), starts };
}
