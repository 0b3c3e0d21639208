import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { IncidentCells } from './incident-cells.ts';
import { countIntervals, newCounts, type GroupCounts } from './interval-index.ts';

/** "31 incidents, possibly 5 more", with both numbers by layer, in the order of the legend. */
export type Totals = {
  readonly certain: number;
  readonly possible: number;
  readonly byLayer: GroupCounts;
};

/** Certainly and possibly in a window. */
export type Count = Pick<Totals, 'certain' | 'possible'>;

/** What a window holds, and how much of it are halts, which are no attacks; undefined where the data do not say. */
export type WindowCount = Count & { readonly halts: Count | undefined };

/** Counts by bin and layer: bin b, layer l is at `b * layers + l`. */
export type Histogram = {
  readonly edges: readonly Minute[];
  /** How many there are. */
  readonly layers: number;
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
};

export const EVER: TimeRange = { from: -Infinity, to: Infinity };

/** Whether a cell is counted, by its position. */
export type PickCell = (cell: number) => boolean;

const ALL: PickCell = () => true;

/** Totals of a window from its counts by cell, of the cells that `pick` lets through; layers whose flag in `isOn` is 0 count nothing. */
export function totalsOf(
  { length, layer }: Pick<IncidentCells, 'length' | 'layer'>,
  counts: GroupCounts,
  isOn: Uint8Array,
  pick: PickCell = ALL,
): Totals {
  const byLayer = newCounts(isOn.length);
  let certain = 0;
  let possible = 0;
  for (let cell = 0; cell < length; cell++) {
    const own = layer[cell] as number;
    if (isOn[own] !== 1 || !pick(cell)) continue;
    const inCell = counts.certain[cell] as number;
    const perhaps = counts.possible[cell] as number;
    certain += inCell;
    possible += perhaps;
    byLayer.certain[own] = (byLayer.certain[own] as number) + inCell;
    byLayer.possible[own] = (byLayer.possible[own] as number) + perhaps;
  }
  return { certain, possible, byLayer };
}

/** Each bin is a window of its own: an incident longer than a bin is possible in several. */
export function histogramOf(
  cells: IncidentCells,
  edges: readonly Minute[],
  isOn: Uint8Array,
  pick: PickCell = ALL,
): Histogram {
  const bins = Math.max(edges.length - 1, 0);
  const layers = isOn.length;
  const certain = new Uint32Array(bins * layers);
  const possible = new Uint32Array(bins * layers);
  const counts = newCounts(cells.length);
  for (let bin = 0; bin < bins; bin++) {
    const window = { from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 };
    countIntervals(cells.spans, window, counts);
    const { byLayer } = totalsOf(cells, counts, isOn, pick);
    certain.set(byLayer.certain, bin * layers);
    possible.set(byLayer.possible, bin * layers);
  }
  return { edges, layers, certain, possible };
}
