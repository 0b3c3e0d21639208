import type { TimelineColumns } from '../../core/index/timeline-columns.ts';
import {
  isHaltSlot,
  isPossibleSlot,
  lookOfSlot,
  partCounts,
  slotOf,
  SLOTS,
} from '../../core/index/timeline-slots.ts';
import type { Band } from '../../core/index/unfitted-intervals.ts';
import { LOOKS } from '../../core/records/color-scheme.ts';
import { commonRange, type TimeRange } from '../../core/time/time-range.ts';
import { columnAt, LookPaths } from './column-paths.ts';
import type { AxisScale } from './time-scale.ts';

/** Heights in pixels. */
export const BAND = 15;
const LANES_STEP = 4.5;
/** On phones. */
const NARROW_STEP = 3;
/** Room for the name of the row. */
const LANES = 18;
const HALTS = 14;

/** A row below the axis. */
export type BelowRow = { readonly y: number; readonly height: number } & (
  | { readonly kind: 'band'; readonly band: Band; readonly count: number }
  /** Known less closely than any band. */
  | { readonly kind: 'longer'; readonly count: number }
  | {
      readonly kind: 'spans';
      readonly count: number;
      readonly step: number;
      /** Halts among them are counted here, because they have no row. */
      readonly hasHalts: boolean;
    }
  | { readonly kind: 'halts'; readonly count: number }
);

type Unplaced = BelowRow extends infer Row
  ? Row extends BelowRow
    ? Omit<Row, 'y'>
    : never
  : never;

const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);

/** How many of all columns are of a part. */
function haltsIn({ counts, edges }: TimelineColumns): number {
  let halts = 0;
  for (let bin = 0; bin + 1 < edges.length; bin++) {
    const { halt, possibleHalt } = partCounts(counts, bin);
    halts += halt + possibleHalt;
  }
  return halts;
}

/**
 * The rows that have something, from the axis downwards. Where halts have a row, it counts all that are on
 * days, also those among the spans; it stays while they are elsewhere, but not next to bands, which hold their own.
 */
export function belowRows(
  columns: TimelineColumns,
  hasHalts: boolean,
  isNarrow = false,
): readonly BelowRow[] {
  const { bands, longer, spans, lanes } = columns;
  const rows: Unplaced[] = bands.map((band) => ({
    kind: 'band',
    height: BAND,
    band,
    count: sum(band.counts),
  }));
  const countOfLonger = sum(longer);
  if (countOfLonger > 0) rows.push({ kind: 'longer', height: BAND, count: countOfLonger });
  const uncertainHalts = hasHalts ? spans.filter(({ slot }) => isHaltSlot(slot)).length : 0;
  if (spans.length > 0) {
    const step = isNarrow ? NARROW_STEP : LANES_STEP;
    const height = Math.max(isNarrow ? 0 : LANES, lanes * step + 4);
    rows.push({
      kind: 'spans',
      height,
      count: spans.length - uncertainHalts,
      step,
      hasHalts: !hasHalts,
    });
  }
  const halts = haltsIn(columns);
  if (hasHalts && (halts > 0 || bands.length === 0))
    rows.push({ kind: 'halts', height: HALTS, count: halts + uncertainHalts });
  let y = 0;
  return rows.map((row) => {
    const placed = { ...row, y };
    y += row.height;
    return placed;
  });
}

export const heightOfRows = (rows: readonly BelowRow[]): number => {
  const last = rows.at(-1);
  return last ? last.y + last.height : 0;
};

const HALT_SIZE = 6;
const HALT_STEP = 7.5;

/** Halts as squares in the place of their bins, those that are only possible after the others; more than fit side by side are one box. */
export function haltPaths(columns: TimelineColumns, scale: AxisScale): LookPaths {
  const paths = new LookPaths();
  const y = (HALTS - HALT_SIZE) / 2;
  for (let bin = 0; bin + 1 < columns.edges.length; bin++) {
    const of = partCounts(columns.counts, bin);
    const halts = of.halt + of.possibleHalt;
    if (halts === 0) continue;
    const { x, width } = columnAt(columns, bin, scale);
    const step = Math.min(HALT_STEP, halts > 1 ? (width - HALT_SIZE) / (halts - 1) : HALT_STEP);
    const isApart = step > HALT_SIZE / 2;
    let at = 0;
    for (const part of ['halt', 'possibleHalt'] as const)
      for (let look = 0; look < LOOKS; look++) {
        const count = columns.counts[bin * SLOTS + slotOf(part, look)] ?? 0;
        for (let done = 0; done < count; done++, at++)
          if (isApart)
            paths.add(part, look, x + at * step, y, Math.min(HALT_SIZE, step - 1), HALT_SIZE);
        if (!isApart && count > 0)
          paths.add(
            part,
            look,
            x + ((at - count) / halts) * width,
            y,
            (count / halts) * width,
            HALT_SIZE,
          );
      }
  }
  return paths;
}

/** A span on screen, and how its ends are drawn: it may reach beyond the axis. */
export type SpanLine = {
  readonly range: TimeRange;
  readonly look: number;
  readonly isHalt: boolean;
  /** It passes the filter only possibly. */
  readonly isPossible: boolean;
  readonly path: string;
  /** Of what a pointer hits. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

/** Spans as lines with an end mark at each end that is on screen, and an arrow where they go on. */
export function spanLines(
  { spans, edges }: TimelineColumns,
  scale: AxisScale,
  step: number,
): readonly SpanLine[] {
  const axis = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
  return spans.map(({ from, to, slot, lane }) => {
    const start = Math.max(scale.xOf(from), 0) + 1;
    const end = Math.max(Math.min(scale.xOf(to), scale.width) - 1, start + 2);
    const y = Math.round(lane * step) + 3.5;
    const startMark =
      scale.xOf(from) < 0 ? `M${start + 3} ${y - 2}l-3 2l3 2` : `M${start} ${y - 2}v4`;
    const endMark =
      scale.xOf(to) > scale.width ? `M${end - 3} ${y - 2}l3 2l-3 2` : `M${end} ${y - 2}v4`;
    return {
      range: commonRange({ from, to }, axis),
      look: lookOfSlot(slot),
      isHalt: isHaltSlot(slot),
      isPossible: isPossibleSlot(slot),
      path: `M${start} ${y}H${end}${startMark}${endMark}`,
      x: start,
      y: y - step / 2,
      width: end - start,
    };
  });
}
