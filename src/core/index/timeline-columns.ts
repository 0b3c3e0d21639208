import { ENDLESS } from '../records/unknown-ends.ts';
import { binEdges, type BinUnit } from '../time/bins.ts';
import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import {
  FIRST_COMMON,
  KNOWN_END_ONLY,
  lowerBound,
  NO_KNOWN_END,
  type IntervalIndex,
} from './interval-index.ts';
import { IrregularPlacer } from './irregular-placer.ts';
import { NO_SLOT, partCounts, SLOTS } from './timeline-slots.ts';
import { allOf, type Count } from './tally.ts';
import { UnfittedIntervals, type Band, type TimelineSpan } from './unfitted-intervals.ts';

/**
 * The incidents of an axis, each exactly once: in the column of the one bin that its time lies in, in
 * the band of the calendar unit that is all that is known of it, or as a span over the time that it may mean.
 */
export type TimelineColumns = {
  readonly unit: BinUnit;
  /** Bin b is `[edges[b], edges[b + 1])`; what touches none of them is not on the axis. */
  readonly edges: readonly Minute[];
  /** In bin b for certain by their time, of slot s: `counts[b * SLOTS + s]`. */
  readonly counts: Uint32Array;
  readonly bands: readonly Band[];
  /** By slot: what is in no column, band or span, because its time is longer. */
  readonly longer: Uint32Array;
  readonly spans: readonly TimelineSpan[];
  readonly lanes: number;
  /** Incidents without any date: on no axis. */
  readonly undated: number;
};

/**
 * Sorts the incidents of `index` into the columns, bands and spans of an axis. `slots`: the slot of each
 * group, or `NO_SLOT`; `fits`: see `calendarFits`. Costs two binary searches for each bin and run of a common
 * length, and a look at the fit of each incident of irregular length on the axis.
 */
export function timelineColumns(
  index: IntervalIndex,
  fits: Int32Array,
  slots: Uint8Array,
  axis: TimeRange,
  unit: BinUnit,
): TimelineColumns {
  const edges = binEdges(axis, unit);
  const bins = edges.length - 1;
  const whole: TimeRange = { from: edges[0] ?? 0, to: edges[bins] ?? 0 };
  const counts = new Uint32Array(bins * SLOTS);
  const unfitted = new UnfittedIntervals(whole, unit);
  let undated = 0;

  const add = (bin: number, slot: number, count: number): void => {
    counts[bin * SLOTS + slot] = (counts[bin * SLOTS + slot] as number) + count;
  };

  /** Those of one common length, `starts[begin .. end)`. */
  const addRun = (begin: number, end: number, minutes: Minute, slot: number): void => {
    const { starts } = index;
    let rest = lowerBound(starts, begin, end, whole.from - minutes + 1);
    const last = lowerBound(starts, rest, end, whole.to);
    for (let bin = 0; bin < bins && rest < last; bin++) {
      const from = edges[bin] as number;
      const to = edges[bin + 1] as number;
      if (minutes > to - from) continue;
      const inside = lowerBound(starts, rest, last, from);
      unfitted.addRun(starts, rest, inside, minutes, slot);
      rest = lowerBound(starts, inside, last, to - minutes + 1);
      if (rest > inside) add(bin, slot, rest - inside);
    }
    unfitted.addRun(starts, rest, last, minutes, slot);
  };

  const irregular = new IrregularPlacer(index, fits, edges, unit, unfitted);

  for (let group = 0; group < index.length; group++) {
    const slot = slots[group] ?? NO_SLOT;
    if (slot === NO_SLOT) continue;
    const lastRun = index.runs[group + 1] as number;
    for (let run = index.runs[group] as number; run < lastRun; run++) {
      const begin = index.first[run] as number;
      const end = index.first[run + 1] as number;
      const ofClass = index.runClass[run] as number;
      if (ofClass >= FIRST_COMMON) {
        addRun(begin, end, index.lengths[ofClass] as number, slot);
      } else if (ofClass === KNOWN_END_ONLY) {
        const touching = lowerBound(index.starts, begin, end, whole.from + 1);
        unfitted.addOpen(index.starts, touching, end, 'from', slot);
      } else if (ofClass === NO_KNOWN_END) {
        const dated = lowerBound(index.starts, begin, end, ENDLESS.from + 1);
        undated += dated - begin;
        const touching = lowerBound(index.starts, dated, end, whole.to);
        unfitted.addOpen(index.starts, dated, touching, 'to', slot);
      }
    }
    irregular.place(group, slot, (bin, count) => {
      add(bin, slot, count);
    });
  }
  return { unit, edges, counts, undated, ...unfitted.placed() };
}

/** Attacks, or incidents of other data, in the column of a bin: halts are not in it. */
function columnCount({ counts }: Pick<TimelineColumns, 'counts'>, bin: number): Count {
  const { hit, half, open, possible } = partCounts(counts, bin);
  return { certain: hit + half + open, possible };
}

/** How many incidents high the column of a bin is, what is only possible included. */
export const columnSize = (columns: Pick<TimelineColumns, 'counts'>, bin: number): number =>
  allOf(columnCount(columns, bin));

/** Of the highest column; of two that are as high, the one with more that are certain. */
export function highestColumn(columns: Pick<TimelineColumns, 'counts' | 'edges'>): Count {
  let highest = columnCount(columns, 0);
  for (let bin = 1; bin + 1 < columns.edges.length; bin++) {
    const own = columnCount(columns, bin);
    if ((allOf(own) - allOf(highest) || own.certain - highest.certain) > 0) highest = own;
  }
  return highest;
}
