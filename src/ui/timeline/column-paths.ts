import { columnSize, type TimelineColumns } from '../../core/index/timeline-columns.ts';
import {
  isHaltPart,
  isPossiblePart,
  lookOfSlot,
  partOfSlot,
  SLOTS,
  type Part,
} from '../../core/index/timeline-slots.ts';
import { LOOKS, NO_LOOK } from '../../core/records/color-scheme.ts';
import { TARGETS } from '../../core/records/incident.ts';
import type { AxisScale } from './time-scale.ts';

/** The colour of a look; data sets that are open together share the palette. */
export const lookColor = (look: number): string =>
  `var(--layer-${look === NO_LOOK ? 'several' : (TARGETS[look] ?? 'unknown')})`;

/** Scale of the columns: `highest` incidents are `height` pixels high. */
export type CountScale = { readonly height: number; readonly highest: number };

/** Columns of more incidents than this are bars: cells would be lines. */
const MAX_CELLS = 12;
/** An outline has room from these pixels on; a smaller box is pale. */
const MIN_OUTLINE = { width: 5, height: 3 } as const;

const text = (pixels: number): string => String(Math.round(pixels * 100) / 100);

const rect = (x: number, y: number, width: number, height: number): string =>
  `M${text(x)} ${text(y)}h${text(width)}v${text(height)}h${text(-width)}Z`;

/** Path data by look: what is filled, what is an outline, and what is pale: only possible, or no outline fits. */
export class LookPaths {
  readonly solid: string[] = Array.from({ length: LOOKS }, () => '');
  readonly line: string[] = Array.from({ length: LOOKS }, () => '');
  readonly pale: string[] = Array.from({ length: LOOKS }, () => '');

  /** A hit is solid, an interception open, and half of what is not known is filled, as on the map. */
  add(part: Part, look: number, x: number, y: number, width: number, height: number): void {
    if (part === 'hit' || part === 'halt') {
      this.solid[look] = (this.solid[look] ?? '') + rect(x, y, width, height);
      return;
    }
    if (isPossiblePart(part)) {
      this.pale[look] = (this.pale[look] ?? '') + rect(x, y, width, height);
      return;
    }
    if (part === 'half')
      this.solid[look] = (this.solid[look] ?? '') + rect(x, y, width / 2, height);
    const isOutline = width >= MIN_OUTLINE.width && height >= MIN_OUTLINE.height;
    if (isOutline)
      this.line[look] = (this.line[look] ?? '') + rect(x + 0.6, y + 0.6, width - 1.2, height - 1.2);
    else this.pale[look] = (this.pale[look] ?? '') + rect(x, y, width, height);
  }
}

/** Returns at most two round counts up to `highest`, for grid lines: 20 gives 10 and 20. */
export function gridCounts(highest: number): readonly number[] {
  for (let power = 1; ; power *= 10)
    for (const factor of [1, 2, 5]) {
      const lines = Math.floor(highest / (factor * power));
      if (lines <= 2) return [1, 2].slice(0, lines).map((line) => line * factor * power);
    }
}

/** Height in pixels above the axis. */
export const heightOf = (count: number, { height, highest }: CountScale): number =>
  highest > 0 ? (count / highest) * height : 0;

/** Where the column of a bin stands, in pixels. */
export function columnAt(
  { edges }: Pick<TimelineColumns, 'edges'>,
  bin: number,
  scale: AxisScale,
): { readonly x: number; readonly width: number } {
  const start = Math.round(scale.xOf(edges[bin] ?? 0));
  const end = Math.round(scale.xOf(edges[bin + 1] ?? 0));
  const gap = Math.min(Math.max(Math.round((end - start) * 0.16), 1), 10);
  return { x: start + gap / 2, width: Math.max(end - start - gap, 1) };
}

/** A box from `low` to `high` incidents; one of 3 px or more has a 1 px gap above it. */
function stacked(low: number, high: number, scale: CountScale): { y: number; height: number } {
  const top = scale.height - heightOf(high, scale);
  const height = heightOf(high, scale) - heightOf(low, scale);
  const hair = height >= 3 ? 1 : 0;
  return { y: top + hair, height: height - hair };
}

/** The columns of all bins, without halts: a box for each incident, or for all of a part and look; what is only possible is pale, on top. */
export function columnPaths(
  columns: TimelineColumns,
  scale: AxisScale,
  counts: CountScale,
): LookPaths {
  const paths = new LookPaths();
  const isCells = counts.highest <= MAX_CELLS;
  for (let bin = 0; bin + 1 < columns.edges.length; bin++) {
    const { x, width } = columnAt(columns, bin, scale);
    let low = 0;
    for (let slot = 0; slot < SLOTS; slot++) {
      const part = partOfSlot(slot);
      const count = isHaltPart(part) ? 0 : (columns.counts[bin * SLOTS + slot] ?? 0);
      const step = isCells ? 1 : count;
      for (let done = 0; done < count; done += step) {
        const { y, height } = stacked(low, low + step, counts);
        paths.add(part, lookOfSlot(slot), x, y, width, height);
        low += step;
      }
    }
  }
  return paths;
}

/** Path of the incidents that filters hide, stacked on those that they let pass, for sure or possibly. */
export function ghostPath(
  shown: TimelineColumns,
  whole: TimelineColumns,
  scale: AxisScale,
  counts: CountScale,
): string {
  let path = '';
  for (let bin = 0; bin + 1 < whole.edges.length; bin++) {
    const low = columnSize(shown, bin);
    const high = columnSize(whole, bin);
    const { x, width } = columnAt(whole, bin, scale);
    const { y, height } = stacked(low, high, counts);
    if (high > low) path += rect(x, y, width, height);
  }
  return path;
}
