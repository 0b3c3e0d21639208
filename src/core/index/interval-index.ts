import { lengthOf, type TimeRange } from '../time/time-range.ts';

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

/** Nothing of a group is certain: whatever its time is, it passes the filter only possibly. */
export function makePossible({ certain, possible }: GroupCounts, group: number): void {
  possible[group] = (possible[group] as number) + (certain[group] as number);
  certain[group] = 0;
}

/** Class of the irregular lengths. */
export const IRREGULAR = 0;
/** Class of the intervals whose begin is not known: their ends are kept in place of starts. */
export const KNOWN_END_ONLY = 1;
/** Class of the intervals without a known end, and of those without any: they begin, and go on. */
export const NO_KNOWN_END = 2;
/** From here on a class is a common length. */
export const FIRST_COMMON = 3;

/**
 * Intervals in groups, sorted so that "how many in this window" is a few binary searches a group,
 * whatever their number. The intervals of one group and one class lie side by side as a run of sorted
 * starts; those of irregular length as sorted starts, their ends, and the ends sorted by themselves:
 *
 *     group      0              1
 *     run        day   minute   day   week       class and first start of each
 *     starts     1 5 9 2 2 3 8  4 7   1 6 6      ascending in each run
 *
 * 4 bytes an interval, 12 an irregular one, 6 a run. Made to be moved between threads.
 */
export type IntervalIndex = {
  readonly length: number;
  /** Length in minutes of each class. */
  readonly lengths: Float64Array<ArrayBuffer>;
  /** Runs of group g: `runs[g] .. runs[g + 1])`; of run r: class, and starts `first[r] .. first[r + 1])`. */
  readonly runs: Uint32Array<ArrayBuffer>;
  readonly runClass: Uint16Array<ArrayBuffer>;
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

/** Position of the first number in `[begin, end)` that is not below `bound`; `end` when there is none. */
export function lowerBound(sorted: Int32Array, begin: number, end: number, bound: number): number {
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
    const runOf = runClass[run] as number;
    const minutes = lengths[runOf] as number;
    // Ends are kept in place of starts: the window is moved by what lies between them.
    const shift = runOf === KNOWN_END_ONLY ? minutes : 0;
    const from = window.from + shift;
    const to = window.to + shift;
    const reaching = lowerBound(starts, begin, end, from - minutes + 1);
    const before = lowerBound(starts, reaching, end, to);
    overlapping += before - reaching;
    if (minutes > window.to - window.from) continue;
    const inside = lowerBound(starts, reaching, before, from);
    certain += lowerBound(starts, inside, before, to - minutes + 1) - inside;
  }
  const irregularBegin = groups.irregularRuns[group] as number;
  const irregularEnd = groups.irregularRuns[group + 1] as number;
  if (irregularBegin < irregularEnd) {
    const { irregularStarts, irregularEnds, irregularSortedEnds } = groups;
    const inGroup = (sorted: Int32Array, bound: number): number =>
      lowerBound(sorted, irregularBegin, irregularEnd, bound);
    overlapping +=
      inGroup(irregularStarts, window.to) - inGroup(irregularSortedEnds, window.from + 1);
    const startedBefore = inGroup(irregularStarts, window.from);
    certain += inGroup(irregularSortedEnds, window.to + 1) - startedBefore;
    // What starts before the window and ends after it was taken off twice.
    const longest = groups.irregularLongest[group] as number;
    if (longest > lengthOf(window)) {
      const reaching = lowerBound(
        irregularStarts,
        irregularBegin,
        startedBefore,
        window.to - longest,
      );
      for (let at = reaching; at < startedBefore; at++)
        if ((irregularEnds[at] as number) > window.to) certain++;
    }
  }
  counts.certain[position] = certain;
  counts.possible[position] = overlapping - certain;
}
