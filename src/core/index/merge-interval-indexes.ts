import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { startsOfKeys } from './build-interval-index.ts';
import { FIRST_COMMON, NO_GROUP, type IntervalIndex } from './interval-index.ts';

/** An index, and the group of the joined one that each of its groups belongs to, or `NO_GROUP`. */
export type IndexPart = {
  readonly index: IntervalIndex;
  readonly groupOf: (group: number) => number;
};

/** Runs to be joined, a column each: the run `run` of part `part`. */
type Segments = {
  readonly group: number[];
  readonly ofClass: number[];
  readonly part: number[];
  readonly run: number[];
};

/**
 * Adds indexes up, each with its own groups and classes, without a look at their rows. Runs of one
 * group and class are copied next to each other and merged. The result shares no memory with the parts.
 */
export async function mergeIntervalIndexes(
  parts: readonly IndexPart[],
  length: number,
  task: Task,
): Promise<IntervalIndex> {
  const { lengths, classIn } = joinedClasses(parts);
  const segments: Segments = { group: [], ofClass: [], part: [], run: [] };
  parts.forEach(({ index, groupOf }, part) => {
    for (let group = 0; group < index.length; group++) {
      const joined = groupOf(group);
      if (joined === NO_GROUP) continue;
      const end = index.runs[group + 1] ?? 0;
      for (let run = index.runs[group] ?? 0; run < end; run++) {
        segments.group.push(joined);
        segments.ofClass.push(classIn[part]?.[index.runClass[run] ?? 0] ?? 0);
        segments.part.push(part);
        segments.run.push(run);
      }
    }
  });
  if (task.isDue()) await task.yield(0.2);
  return {
    length,
    lengths: Float64Array.from(lengths),
    ...(await joinRuns(parts, segments, length, task.part(0.2, 0.7))),
    ...(await joinIrregular(parts, length, task.part(0.7, 1))),
  };
}

/** One class for each length; the first ones have a meaning of their own. */
function joinedClasses(parts: readonly IndexPart[]) {
  const lengths: number[] = [...(parts[0]?.index.lengths.slice(0, FIRST_COMMON) ?? [])];
  const classOf = new Map<number, number>();
  const classIn = parts.map(({ index }) =>
    Array.from(index.lengths, (minutes, own) => {
      if (own < FIRST_COMMON) return own;
      const known = classOf.get(minutes) ?? lengths.push(minutes) - 1;
      classOf.set(minutes, known);
      return known;
    }),
  );
  return { lengths, classIn };
}

async function joinRuns(
  parts: readonly IndexPart[],
  segments: Segments,
  length: number,
  task: Task,
): Promise<Pick<IntervalIndex, 'runs' | 'runClass' | 'first' | 'starts'>> {
  const count = segments.run.length;
  const all = new Uint32Array(count).map((_, at) => at);
  const byClass = await sortByKey(all, (at) => segments.ofClass[at] ?? 0, task.part(0, 0.1));
  const order = await sortByKey(byClass, (at) => segments.group[at] ?? 0, task.part(0.1, 0.2));
  const sourceOf = (segment: number): Int32Array => {
    const index = parts[segments.part[segment] ?? 0]?.index;
    const run = segments.run[segment] ?? 0;
    return index
      ? index.starts.subarray(index.first[run], index.first[run + 1])
      : new Int32Array(0);
  };
  let total = 0;
  for (let segment = 0; segment < count; segment++) total += sourceOf(segment).length;
  const starts = new Int32Array(total);
  const runs = new Uint32Array(length + 1);
  const runClass: number[] = [];
  const first: number[] = [];
  let end = 0;
  let since = 0;
  for (let at = 0; at < count;) {
    const group = segments.group[order[at] ?? 0] ?? 0;
    const ofClass = segments.ofClass[order[at] ?? 0] ?? 0;
    first.push(end);
    runClass.push(ofClass);
    runs[group + 1] = (runs[group + 1] ?? 0) + 1;
    const bounds = [end];
    for (; at < count; at++) {
      const segment = order[at] ?? 0;
      if (segments.group[segment] !== group || segments.ofClass[segment] !== ofClass) break;
      const source = sourceOf(segment);
      starts.set(source, end);
      end += source.length;
      bounds.push(end);
    }
    mergeRuns(starts, undefined, bounds);
    since += end - (bounds[0] ?? 0);
    if (since < ROWS_PER_YIELD_POINT) continue;
    since = 0;
    if (task.isDue()) await task.yield(0.2 + (0.8 * at) / count);
  }
  first.push(end);
  for (let group = 0; group < length; group++)
    runs[group + 1] = (runs[group + 1] ?? 0) + (runs[group] ?? 0);
  return { runs, runClass: Uint16Array.from(runClass), first: Uint32Array.from(first), starts };
}

async function joinIrregular(
  parts: readonly IndexPart[],
  length: number,
  task: Task,
): Promise<
  Pick<
    IntervalIndex,
    | 'irregularRuns'
    | 'irregularStarts'
    | 'irregularEnds'
    | 'irregularSortedEnds'
    | 'irregularLongest'
  >
> {
  const counts = new Uint32Array(length);
  const irregularLongest = new Float64Array(length);
  const segments: { group: number; index: IntervalIndex; own: number }[] = [];
  for (const { index, groupOf } of parts) {
    if (index.irregularStarts.length === 0) continue;
    for (let own = 0; own < index.length; own++) {
      const group = groupOf(own);
      const held = (index.irregularRuns[own + 1] ?? 0) - (index.irregularRuns[own] ?? 0);
      if (group === NO_GROUP || held === 0) continue;
      counts[group] = (counts[group] ?? 0) + held;
      irregularLongest[group] = Math.max(
        irregularLongest[group] ?? 0,
        index.irregularLongest[own] ?? 0,
      );
      segments.push({ group, index, own });
    }
  }
  const irregularRuns = startsOfKeys(counts);
  const total = irregularRuns[length] ?? 0;
  const irregularStarts = new Int32Array(total);
  const irregularEnds = new Int32Array(total);
  const irregularSortedEnds = new Int32Array(total);
  segments.sort((a, b) => a.group - b.group);
  let end = 0;
  let since = 0;
  for (let at = 0; at < segments.length;) {
    const group = segments[at]?.group;
    const bounds = [end];
    for (let one = segments[at]; one?.group === group && one; one = segments[++at]) {
      const begin = one.index.irregularRuns[one.own] ?? 0;
      const after = one.index.irregularRuns[one.own + 1] ?? 0;
      irregularStarts.set(one.index.irregularStarts.subarray(begin, after), end);
      irregularEnds.set(one.index.irregularEnds.subarray(begin, after), end);
      irregularSortedEnds.set(one.index.irregularSortedEnds.subarray(begin, after), end);
      end += after - begin;
      bounds.push(end);
    }
    mergeRuns(irregularStarts, irregularEnds, bounds);
    mergeRuns(irregularSortedEnds, undefined, bounds);
    since += end - (bounds[0] ?? 0);
    if (since < ROWS_PER_YIELD_POINT) continue;
    since = 0;
    if (task.isDue()) await task.yield(at / segments.length);
  }
  return { irregularRuns, irregularStarts, irregularEnds, irregularSortedEnds, irregularLongest };
}

/**
 * Merges sorted runs that lie side by side, two and two until one is left; `companion` moves with the
 * keys. `bounds` has the begin of each run and the end of the last.
 */
function mergeRuns(
  keys: Int32Array,
  companion: Int32Array | undefined,
  bounds: readonly number[],
): void {
  let runs = bounds;
  while (runs.length > 2) {
    const next: number[] = [runs[0] ?? 0];
    for (let run = 0; run + 1 < runs.length; run += 2) {
      const [begin = 0, middle = 0, end = middle] = runs.slice(run, run + 3);
      mergeTwo(keys, companion, begin, middle, end);
      next.push(end);
    }
    runs = next;
  }
}

function mergeTwo(
  keys: Int32Array,
  companion: Int32Array | undefined,
  begin: number,
  middle: number,
  end: number,
): void {
  if (middle === end || (keys[middle - 1] ?? 0) <= (keys[middle] ?? 0)) return;
  const left = keys.slice(begin, middle);
  const leftCompanion = companion?.slice(begin, middle);
  let at = 0;
  let right = middle;
  for (let to = begin; at < left.length; to++) {
    if (right < end && (keys[right] as number) < (left[at] as number)) {
      keys[to] = keys[right] as number;
      if (companion) companion[to] = companion[right] as number;
      right++;
    } else {
      keys[to] = left[at] as number;
      if (companion && leftCompanion) companion[to] = leftCompanion[at] as number;
      at++;
    }
  }
}
