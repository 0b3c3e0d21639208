import type { Task } from '../base/task.ts';
import type { IntervalIndex } from './interval-index.ts';
import type { IndexPart } from './merge-interval-indexes.ts';

/**
 * Adds indexes up, each with its own groups and classes. The result shares no memory with the parts. One
 * index alone, whose groups stay as they are, is copied; what merges others is loaded when it is needed.
 */
export async function joinIntervalIndexes(
  parts: readonly IndexPart[],
  length: number,
  task: Task,
): Promise<IntervalIndex> {
  const [only] = parts;
  if (!only) return noIntervals(length);
  if (parts.length === 1 && isUnchanged(only, length)) return copyOf(only.index);
  const { mergeIntervalIndexes } = await import('./merge-interval-indexes.ts');
  return mergeIntervalIndexes(parts, length, task);
}

function isUnchanged({ index, groupOf }: IndexPart, length: number): boolean {
  if (index.length !== length) return false;
  for (let group = 0; group < length; group++) if (groupOf(group) !== group) return false;
  return true;
}

const copyOf = (index: IntervalIndex): IntervalIndex => ({
  length: index.length,
  lengths: index.lengths.slice(),
  runs: index.runs.slice(),
  runClass: index.runClass.slice(),
  first: index.first.slice(),
  starts: index.starts.slice(),
  irregularRuns: index.irregularRuns.slice(),
  irregularStarts: index.irregularStarts.slice(),
  irregularEnds: index.irregularEnds.slice(),
  irregularSortedEnds: index.irregularSortedEnds.slice(),
  irregularLongest: index.irregularLongest.slice(),
});

const noIntervals = (length: number): IntervalIndex => ({
  length,
  lengths: new Float64Array(0),
  runs: new Uint32Array(length + 1),
  runClass: new Uint16Array(0),
  first: new Uint32Array(1),
  starts: new Int32Array(0),
  irregularRuns: new Uint32Array(length + 1),
  irregularStarts: new Int32Array(0),
  irregularEnds: new Int32Array(0),
  irregularSortedEnds: new Int32Array(0),
  irregularLongest: new Float64Array(length),
});
