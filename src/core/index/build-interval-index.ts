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
import {
  irregularOrder,
  sortIrregular,
  type IrregularOrder,
  type IrregularRows,
} from './irregular-intervals.ts';

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
export type TimedRows = TimeColumns & {
  readonly classes: LengthClasses;
  readonly irregular: IrregularOrder;
};

function codeOfUnknown(isUndated: number): number {
  return isUndated === OPEN_BEGIN ? KNOWN_END_ONLY : NO_KNOWN_END;
}

/** Costs two passes over the rows, and sorts those of irregular length. */
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
  const irregular: number[] = [];
  if (task.isDue()) await task.yield(0.6);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.6 + (0.2 * row) / length);
    const undated = isUndated[row] ?? 0;
    const ofRow =
      undated === 0
        ? (classOf.get((to[row] ?? 0) - (from[row] ?? 0)) ?? IRREGULAR)
        : codeOfUnknown(undated);
    of[row] = ofRow;
    if (ofRow === IRREGULAR) irregular.push(row);
  }
  return {
    length,
    from,
    to,
    isUndated,
    classes: { lengths, of },
    irregular: await irregularOrder(columns, Uint32Array.from(irregular), task.part(0.8, 1)),
  };
}

/** The same rows where no record of any data set is dated: there is no window, and they span a day. */
export function onOneDay(rows: TimedRows, day: number): TimedRows {
  const { length, isUndated, classes, irregular } = rows;
  const from = rows.from.slice();
  const to = rows.to.slice();
  const of = classes.of.slice();
  for (let row = 0; row < length; row++) {
    if (isUndated[row] !== UNDATED) continue;
    from[row] = 0;
    to[row] = day;
    of[row] = classes.lengths.length;
  }
  return {
    length,
    from,
    to,
    isUndated,
    classes: { lengths: [...classes.lengths, day], of },
    irregular,
  };
}

/** Positions of the first element of each key, and of the end of the last. */
export function startsOfKeys(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(counts.length + 1);
  for (let key = 0; key < counts.length; key++)
    starts[key + 1] = (starts[key] ?? 0) + (counts[key] ?? 0);
  return starts;
}

/** What a run keeps of a row: its start, or its end where that alone is known. */
const keptOf = (times: TimedRows, row: Row, ofClass: number): number =>
  (ofClass === KNOWN_END_ONLY ? times.to[row] : times.from[row]) ?? 0;

/**
 * Sorts ascending rows of a table into groups: `groups` has the group of the row at each position of
 * `rows`, or `NO_GROUP`. One counting sort by group and class: it counts, then puts each row where it
 * belongs, so the rows are read in their order twice. It keeps the order of the table, in which the rows
 * of one class are in order of what their run keeps. Those of irregular length have an order of their own.
 * While it sorts, it takes 4 bytes for each group and class.
 */
export async function buildIntervalIndex(
  times: TimedRows,
  rows: Uint32Array,
  length: number,
  groups: Uint32Array,
  task: Task,
): Promise<IntervalIndex> {
  const { of, lengths } = times.classes;
  const classes = lengths.length;
  /** By group and class: how many rows; then where the next of them belongs. */
  const next = new Uint32Array(length * classes);
  for (let position = 0; position < rows.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.4 * position) / rows.length);
    const group = groups[position] as number;
    if (group === NO_GROUP) continue;
    const key = group * classes + (of[rows[position] as number] as number);
    next[key] = (next[key] as number) + 1;
  }
  const { irregularRuns, ...runs } = await runsOf(next, length, classes, task);
  const starts = new Int32Array(runs.first.at(-1) ?? 0);
  const irregular: IrregularRows = {
    row: new Uint32Array(irregularRuns[length] ?? 0),
    group: new Uint32Array(irregularRuns[length] ?? 0),
  };
  let irregularSoFar = 0;
  for (let position = 0; position < rows.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.4 + (0.4 * position) / rows.length);
    const group = groups[position] as number;
    if (group === NO_GROUP) continue;
    const row = rows[position] as number;
    const ofClass = of[row] as number;
    if (ofClass === IRREGULAR) {
      irregular.row[irregularSoFar] = row;
      irregular.group[irregularSoFar++] = group;
      continue;
    }
    const key = group * classes + ofClass;
    const at = next[key] as number;
    next[key] = at + 1;
    starts[at] = keptOf(times, row, ofClass);
  }
  return {
    length,
    lengths: Float64Array.from(lengths),
    ...runs,
    starts,
    irregularRuns,
    ...(await sortIrregular(times, times.irregular, irregular, irregularRuns, task.part(0.8, 1))),
  };
}

/** The runs of some groups, by how many rows each group has of each class; puts where each run begins in place of that. */
async function runsOf(
  counts: Uint32Array,
  length: number,
  classes: number,
  task: Task,
): Promise<Pick<IntervalIndex, 'runs' | 'runClass' | 'first' | 'irregularRuns'>> {
  const runs = new Uint32Array(length + 1);
  const irregularRuns = new Uint32Array(length + 1);
  const runClass: number[] = [];
  const first: number[] = [];
  let begin = 0;
  for (let group = 0; group < length; group++) {
    if (group % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.4);
    const irregular = counts[group * classes + IRREGULAR] ?? 0;
    irregularRuns[group + 1] = (irregularRuns[group] ?? 0) + irregular;
    for (let ofClass = IRREGULAR + 1; ofClass < classes; ofClass++) {
      const key = group * classes + ofClass;
      const count = counts[key] ?? 0;
      if (count === 0) continue;
      runClass.push(ofClass);
      first.push(begin);
      counts[key] = begin;
      begin += count;
    }
    runs[group + 1] = runClass.length;
  }
  first.push(begin);
  return {
    runs,
    runClass: Uint16Array.from(runClass),
    first: Uint32Array.from(first),
    irregularRuns,
  };
}
