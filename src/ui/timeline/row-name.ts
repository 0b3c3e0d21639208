import type { TimelineColumns } from '../../core/index/timeline-columns.ts';
import { isHaltSlot, partCounts } from '../../core/index/timeline-slots.ts';
import type { Band } from '../../core/index/unfitted-intervals.ts';
import { overlaps, type TimeRange } from '../../core/time/time-range.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { BelowRow } from './below-axis.ts';

/** What part of the rows below the axis is in the window. */
export type WindowOfRows = {
  /** Undefined where two are compared: a part of one of them would pass for both. */
  readonly window: TimeRange | undefined;
  /** Halts that are possibly in a range of time; undefined where they are not counted apart. */
  readonly haltsIn: (range: TimeRange) => number | undefined;
};

type InPeriod = (counts: Uint32Array, period: number) => number;
const allOf: InPeriod = (counts, period) =>
  Object.values(partCounts(counts, period)).reduce((all, count) => all + count, 0);
const haltsOf: InPeriod = (counts, period) => {
  const { halt, possibleHalt } = partCounts(counts, period);
  return halt + possibleHalt;
};

/** Incidents of a band that are possibly in a window; undefined where some may be in a part of their period only. */
function inBand(band: Band, window: TimeRange, count: InPeriod): number | undefined {
  if (!band.isExact) return undefined;
  let total = 0;
  for (let period = 0; period + 1 < band.edges.length; period++) {
    const range = { from: band.edges[period] ?? 0, to: band.edges[period + 1] ?? 0 };
    if (overlaps(range, window)) total += count(band.counts, period);
  }
  return total;
}

/** How many incidents of a row are possibly in the window, if that is known. */
export function countInWindow(
  row: BelowRow,
  { edges, bands, longer, spans }: TimelineColumns,
  { window, haltsIn }: WindowOfRows,
): number | undefined {
  if (!window) return undefined;
  switch (row.kind) {
    case 'band':
      return inBand(row.band, window, allOf);
    case 'longer':
      return undefined;
    case 'spans':
      return spans.filter(
        (span) => overlaps(span, window) && (row.hasHalts || !isHaltSlot(span.slot)),
      ).length;
    case 'halts': {
      if (haltsOf(longer, 0) > 0) return undefined;
      const range = {
        from: Math.max(window.from, edges[0] ?? 0),
        to: Math.min(window.to, edges.at(-1) ?? 0),
      };
      if (range.from >= range.to) return 0;
      // The index counts all halts of the axis; those in bands are not in this row.
      return bands.reduce<number | undefined>((left, band) => {
        const held = inBand(band, range, haltsOf);
        return left === undefined || held === undefined ? undefined : left - held;
      }, haltsIn(range));
    }
  }
}

/** What a row below the axis is called, with its number: "2 of 17" where the window has not all of it. */
export function rowName(
  { counts, timeline }: FirstWords,
  row: BelowRow,
  columns: TimelineColumns,
  shown: WindowOfRows,
): string {
  const { rows } = timeline;
  const inWindow = countInWindow(row, columns, shown);
  const figure =
    inWindow === undefined || inWindow === row.count
      ? counts.number(row.count)
      : timeline.partOf(inWindow, row.count);
  switch (row.kind) {
    case 'band':
      return rows.band[row.band.unit](figure);
    case 'longer':
      return rows.longer(figure);
    case 'spans':
      return rows.spans(columns.unit, figure);
    case 'halts':
      return rows.halts(figure);
  }
}
