import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { KNOWN_END_ONLY, lowerBound, type IntervalIndex } from './interval-index.ts';

/** Whether an incident of the groups whose flag is 1 is certainly or possibly in a window: a few binary searches a group. */
function isAnyIn(index: IntervalIndex, { from, to }: TimeRange, isOn: Uint8Array): boolean {
  const { runs, runClass, first, starts, lengths, irregularRuns } = index;
  for (let group = 0; group < index.length; group++) {
    if (isOn[group] !== 1) continue;
    const lastRun = runs[group + 1] as number;
    for (let run = runs[group] as number; run < lastRun; run++) {
      const begin = first[run] as number;
      const end = first[run + 1] as number;
      const ofClass = runClass[run] as number;
      const minutes = lengths[ofClass] as number;
      // Ends are kept in place of starts: the window is moved by what lies between them.
      const shift = ofClass === KNOWN_END_ONLY ? minutes : 0;
      const reaching = lowerBound(starts, begin, end, from + shift - minutes + 1);
      if (reaching < end && (starts[reaching] as number) < to + shift) return true;
    }
    const begin = irregularRuns[group] as number;
    const end = irregularRuns[group + 1] as number;
    const started = lowerBound(index.irregularStarts, begin, end, to);
    if (started > lowerBound(index.irregularSortedEnds, begin, end, from + 1)) return true;
  }
  return false;
}

/**
 * The first minute of a stretch that an incident certainly or possibly happened in, or the end of the last one;
 * undefined where there is none. Of the groups whose flag is 1.
 */
export function findIncident(
  index: IntervalIndex,
  { from, to }: TimeRange,
  side: 'first' | 'last',
  isOn: Uint8Array,
): Minute | undefined {
  if (from >= to || !isAnyIn(index, { from, to }, isOn)) return undefined;
  // Invariant: an incident is in the first (or last) `high` minutes, none in the first (or last) `low`.
  let [low, high] = [0, to - from];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const part = side === 'first' ? { from, to: from + middle } : { from: to - middle, to };
    if (isAnyIn(index, part, isOn)) high = middle;
    else low = middle;
  }
  return side === 'first' ? from + low : to - low;
}
