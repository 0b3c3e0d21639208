import type { IncidentTable, Row } from '../records/incident-table.ts';
import { lengthOf, type TimeRange } from '../time/time-range.ts';
import { sortByKeyAtOnce } from '../base/sort-by-key.ts';
import { indexes } from '../layout/weighted-points.ts';

/** Counts of one window for every group, by the group's position. */
export type GroupCounts = {
  /** Incidents whose whole interval lies in the window. */
  readonly certain: Uint32Array;
  /** Incidents that overlap the window without lying in it. */
  readonly possible: Uint32Array;
};

export const newCounts = (groups: number): GroupCounts => ({
  certain: new Uint32Array(groups),
  possible: new Uint32Array(groups),
});

/** Most lengths that get a class of their own; the other rows are irregular. */
const MAX_CLASSES = 15;
/** A length is common when more than one row in this many has it. */
const MIN_SHARE_OF_CLASS = 400;

/**
 * Class of every row by the length of its interval: a clock minute, a day, a week… Class 0 holds the
 * irregular lengths; class k > 0 the rows of exactly `lengths[k]` minutes.
 */
export type LengthClasses = {
  readonly lengths: readonly number[];
  readonly of: Uint8Array<ArrayBuffer>;
};

/** Costs two passes over the rows. */
export function lengthClasses({ length, from, to }: IncidentTable): LengthClasses {
  const rows = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    const minutes = (to[row] ?? 0) - (from[row] ?? 0);
    rows.set(minutes, (rows.get(minutes) ?? 0) + 1);
  }
  const common = [...rows]
    .filter(([, count]) => count * MIN_SHARE_OF_CLASS > length)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MAX_CLASSES)
    .map(([minutes]) => minutes);
  const lengths = [0, ...common];
  const classOf = new Map(lengths.map((minutes, code) => [minutes, code]));
  const of = new Uint8Array(length);
  for (let row = 0; row < length; row++)
    of[row] = classOf.get((to[row] ?? 0) - (from[row] ?? 0)) ?? 0;
  return { lengths, of };
}

/**
 * Intervals in groups, sorted so that "how many in this window" is a few binary searches a group,
 * whatever their number: rows of one group and one length class lie side by side as sorted starts;
 * those of irregular length as sorted starts, their ends, and the ends sorted by themselves. 4 bytes an
 * interval, 12 an irregular one, 5 a run. Made to be moved between threads.
 */
export type IntervalIndex = {
  readonly length: number;
  /** Length in minutes of each class. */
  readonly lengths: Float64Array<ArrayBuffer>;
  /** Runs of group g: `runs[g] .. runs[g + 1])`; of run r: class, and starts `first[r] .. first[r + 1])`. */
  readonly runs: Uint32Array<ArrayBuffer>;
  readonly runClass: Uint8Array<ArrayBuffer>;
  readonly first: Uint32Array<ArrayBuffer>;
  readonly starts: Int32Array<ArrayBuffer>;
  /** Irregular intervals of group g: `irregularRuns[g] .. irregularRuns[g + 1])`. */
  readonly irregularRuns: Uint32Array<ArrayBuffer>;
  readonly irregularStarts: Int32Array<ArrayBuffer>;
  /** The end of the interval that starts at the same position of `irregularStarts`. */
  readonly irregularEnds: Int32Array<ArrayBuffer>;
  readonly irregularSortedEnds: Int32Array<ArrayBuffer>;
  /** The longest irregular interval of each group, in minutes: up to twice what an Int32 holds. */
  readonly irregularLongest: Float64Array<ArrayBuffer>;
};

export const intervalIndexBuffers = (groups: IntervalIndex): ArrayBuffer[] => [
  groups.lengths.buffer,
  groups.runs.buffer,
  groups.runClass.buffer,
  groups.first.buffer,
  groups.starts.buffer,
  groups.irregularRuns.buffer,
  groups.irregularStarts.buffer,
  groups.irregularEnds.buffer,
  groups.irregularSortedEnds.buffer,
  groups.irregularLongest.buffer,
];

/** No group: the row is not counted. */
export const NO_GROUP = 0xffff_ffff;

/** Positions of the first element of each key, and of the end of the last. */
function startsOfKeys(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(counts.length + 1);
  for (let key = 0; key < counts.length; key++)
    starts[key + 1] = (starts[key] ?? 0) + (counts[key] ?? 0);
  return starts;
}

/** Signed minutes as a 32-bit key of the same order. */
const keyOfMinute = (minute: number): number => (minute ^ 0x8000_0000) >>> 0;

/**
 * Sorts ascending rows into groups; `groupOf` gives the group of a row, or `NO_GROUP`. A counting
 * sort: two passes over the rows and one over groups × classes; irregular lengths are sorted by start first.
 * Relies on the order of the table, in
 * which rows of one length are in order of `from`.
 */
export function buildIntervalIndex(
  table: IncidentTable,
  classes: LengthClasses,
  rows: Uint32Array,
  length: number,
  groupOf: (row: Row) => number,
): IntervalIndex {
  const { from, to } = table;
  const width = classes.lengths.length;
  const keys = new Uint32Array(rows.length);
  const counts = new Uint32Array(length * width);
  for (let position = 0; position < rows.length; position++) {
    const row = rows[position] ?? 0;
    const group = groupOf(row);
    const key = group === NO_GROUP ? NO_GROUP : group * width + (classes.of[row] ?? 0);
    keys[position] = key;
    if (key !== NO_GROUP) counts[key] = (counts[key] ?? 0) + 1;
  }
  const odd = new Uint32Array(length);
  for (let group = 0; group < length; group++) {
    odd[group] = counts[group * width] ?? 0;
    counts[group * width] = 0;
  }
  const ends = startsOfKeys(counts);
  const oddRuns = startsOfKeys(odd);
  const starts = new Int32Array(ends[counts.length] ?? 0);
  const oddCount = oddRuns[length] ?? 0;
  const oddRows = new Uint32Array(oddCount);
  const oddKeys = new Uint32Array(oddCount);
  const next = ends.slice();
  let oddSoFar = 0;
  for (let position = 0; position < rows.length; position++) {
    const key = keys[position] ?? NO_GROUP;
    if (key === NO_GROUP) continue;
    const row = rows[position] ?? 0;
    const start = from[row] ?? 0;
    if (key % width !== 0) {
      const at = next[key] ?? 0;
      starts[at] = start;
      next[key] = at + 1;
    } else {
      oddRows[oddSoFar] = row;
      oddKeys[oddSoFar] = key;
      oddSoFar++;
    }
  }
  // All by start, then into their groups in that order: each group is sorted, however many there are.
  const order = sortByKeyAtOnce(indexes(oddCount), (odd) =>
    keyOfMinute(from[oddRows[odd] ?? 0] ?? 0),
  );
  const oddStarts = new Int32Array(oddCount);
  const oddEnds = new Int32Array(oddCount);
  const oddLongest = new Float64Array(length);
  const oddNext = oddRuns.slice();
  for (let position = 0; position < oddCount; position++) {
    const odd = order[position] ?? 0;
    const row = oddRows[odd] ?? 0;
    const group = (oddKeys[odd] ?? 0) / width;
    const at = oddNext[group] ?? 0;
    const start = from[row] ?? 0;
    const end = to[row] ?? 0;
    oddStarts[at] = start;
    oddEnds[at] = end;
    oddNext[group] = at + 1;
    if (end - start > (oddLongest[group] ?? 0)) oddLongest[group] = end - start;
  }
  const oddSortedEnds = oddEnds.slice();
  for (let group = 0; group < length; group++) {
    const [begin = 0, end = 0] = [oddRuns[group], oddRuns[group + 1]];
    if (begin < end) oddSortedEnds.subarray(begin, end).sort();
  }
  return {
    length,
    lengths: Float64Array.from(classes.lengths),
    ...runsOf(counts, ends, length, width),
    starts,
    irregularRuns: oddRuns,
    irregularStarts: oddStarts,
    irregularEnds: oddEnds,
    irregularSortedEnds: oddSortedEnds,
    irregularLongest: oddLongest,
  };
}

/** The keys that hold something, as runs group by group. */
function runsOf(
  counts: Uint32Array,
  ends: Uint32Array,
  groups: number,
  width: number,
): Pick<IntervalIndex, 'runs' | 'runClass' | 'first'> {
  const filled = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const runs = new Uint32Array(groups + 1);
  const runClass = new Uint8Array(filled);
  const first = new Uint32Array(filled + 1);
  let run = 0;
  for (let key = 0; key < counts.length; key++) {
    if (key % width === 0) runs[key / width] = run;
    if (counts[key] === 0) continue;
    runClass[run] = key % width;
    first[run] = ends[key] ?? 0;
    run++;
  }
  runs[groups] = run;
  first[run] = ends[counts.length] ?? 0;
  return { runs, runClass, first };
}

/** Position of the first number in `[begin, end)` that is not below `bound`; `end` when there is none. */
function lowerBound(sorted: Int32Array, begin: number, end: number, bound: number): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Counts a window for every group into `counts`. Exact for windows of any length; an empty window has
 * nothing certain, and what runs across it is possible. Allocates nothing; costs four binary searches
 * for each run, and for irregular lengths a look at those that reach across the whole window.
 */
export function countIntervals(
  groups: IntervalIndex,
  window: TimeRange,
  counts: GroupCounts,
): void {
  for (let group = 0; group < groups.length; group++) countGroup(groups, group, window, counts);
}

/** Counts a window for one group; the counts are written at `position`. */
export function countGroup(
  groups: IntervalIndex,
  group: number,
  window: TimeRange,
  counts: GroupCounts,
  position = group,
): void {
  const { runs, runClass, first, starts, lengths } = groups;
  let certain = 0;
  let overlapping = 0;
  const lastRun = runs[group + 1] as number;
  for (let run = runs[group] as number; run < lastRun; run++) {
    const begin = first[run] as number;
    const end = first[run + 1] as number;
    const minutes = lengths[runClass[run] as number] as number;
    const reaching = lowerBound(starts, begin, end, window.from - minutes + 1);
    const before = lowerBound(starts, reaching, end, window.to);
    overlapping += before - reaching;
    if (minutes > window.to - window.from) continue;
    const inside = lowerBound(starts, reaching, before, window.from);
    certain += lowerBound(starts, inside, before, window.to - minutes + 1) - inside;
  }
  const oddBegin = groups.irregularRuns[group] as number;
  const oddEnd = groups.irregularRuns[group + 1] as number;
  if (oddBegin < oddEnd) {
    const {
      irregularStarts: oddStarts,
      irregularEnds: oddEnds,
      irregularSortedEnds: oddSortedEnds,
      irregularLongest: oddLongest,
    } = groups;
    const started = lowerBound(oddStarts, oddBegin, oddEnd, window.to);
    const ended = lowerBound(oddSortedEnds, oddBegin, oddEnd, window.from + 1);
    overlapping += started - ended;
    const startedBefore = lowerBound(oddStarts, oddBegin, oddEnd, window.from);
    const endedInside = lowerBound(oddSortedEnds, oddBegin, oddEnd, window.to + 1);
    certain += endedInside - startedBefore;
    // What starts before the window and ends after it was taken off twice.
    const longest = oddLongest[group] as number;
    if (longest > lengthOf(window)) {
      const reaching = lowerBound(oddStarts, oddBegin, startedBefore, window.to - longest);
      for (let at = reaching; at < startedBefore; at++)
        if ((oddEnds[at] as number) > window.to) certain++;
    }
  }
  counts.certain[position] = certain;
  counts.possible[position] = overlapping - certain;
}
