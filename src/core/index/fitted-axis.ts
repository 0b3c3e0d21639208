import { binAfter, binStart } from '../time/bins.ts';
import type { Minute } from '../time/minute.ts';
import { lengthOf, type TimeRange } from '../time/time-range.ts';
import { FIRST_COMMON, lowerBound, type IntervalIndex } from './interval-index.ts';

/** On each side of the axis, this part of the incidents may be outliers. */
const OUTLIER_SHARE = 0.005;
/** From this many incidents on, one of them on each side may be. */
const MIN_FOR_ONE = 40;
/** An incident within this part of the axis from its end is no outlier. */
const NEAR_SHARE = 0.1;
/** Outliers stretch an axis a lot when it is this many times as long as without them. */
const MIN_STRETCH = 3;

/**
 * How many incidents ended by a minute and how many start at it or later, of the groups whose flag is 1. Those of
 * which an end is not known are in neither.
 */
export function outsideOf(
  index: IntervalIndex,
  { from, to }: TimeRange,
  isOn?: Uint8Array,
): { readonly before: number; readonly after: number; readonly all: number } {
  const { runs, runClass, first, starts, lengths, irregularRuns } = index;
  let [before, after, all] = [0, 0, 0];
  for (let group = 0; group < index.length; group++) {
    if (isOn?.[group] === 0) continue;
    const lastRun = runs[group + 1] as number;
    for (let run = runs[group] as number; run < lastRun; run++) {
      const ofClass = runClass[run] as number;
      if (ofClass < FIRST_COMMON) continue;
      const begin = first[run] as number;
      const end = first[run + 1] as number;
      const minutes = lengths[ofClass] as number;
      all += end - begin;
      before += lowerBound(starts, begin, end, from - minutes + 1) - begin;
      after += end - lowerBound(starts, begin, end, to);
    }
    const begin = irregularRuns[group] as number;
    const end = irregularRuns[group + 1] as number;
    all += end - begin;
    before += lowerBound(index.irregularSortedEnds, begin, end, from + 1) - begin;
    after += end - lowerBound(index.irregularStarts, begin, end, to);
  }
  return { before, after, all };
}

/** The least minute of `[low, high]` that `isTrue` holds for, when it holds for all later ones. */
function firstMinute(low: Minute, high: Minute, isTrue: (minute: Minute) => boolean): Minute {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isTrue(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * The part of `limits` that the axis shows at first, in whole days: the middle 99 % of the dated incidents when
 * the others stretch it a lot, else all. Of several data sets it is all: a small one is no outlier of a large one.
 */
export function fittedAxis(index: IntervalIndex, limits: TimeRange, datasets = 1): TimeRange {
  if (datasets > 1) return limits;
  const { all } = outsideOf(index, limits);
  const may = Math.max(Math.floor(all * OUTLIER_SHARE), all >= MIN_FOR_ONE ? 1 : 0);
  if (may === 0) return limits;
  const at = (minute: Minute) => outsideOf(index, { from: minute, to: minute });
  let first = firstMinute(limits.from, limits.to, (minute) => at(minute).before > may) - 1;
  let last = firstMinute(limits.from, limits.to, (minute) => at(minute).after <= may);
  // What is next to the others is no outlier.
  const reach = Math.round((last - first) * NEAR_SHARE);
  for (let before = at(first).before; before > 0;) {
    const within = at(first - reach).before;
    if (within === before) break;
    first = firstMinute(first - reach, first, (minute) => at(minute).before > within) - 1;
    before = within;
  }
  for (let after = at(last).after; after > 0;) {
    const within = at(last + reach).after;
    if (within === after) break;
    last = firstMinute(last, last + reach, (minute) => at(minute).after <= within);
    after = within;
  }
  const from = Math.max(binStart(first, 'day'), limits.from);
  const to = Math.min(binAfter(Math.max(last, first) - 1, 'day'), limits.to);
  const fitted = { from, to: Math.max(to, binAfter(from, 'day')) };
  return lengthOf(limits) > MIN_STRETCH * lengthOf(fitted) ? fitted : limits;
}
