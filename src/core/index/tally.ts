import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { countGroup, newCounts, type GroupCounts, type IntervalIndex } from './interval-index.ts';

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

/**
 * Totals of a window. `groups` has one group for each layer, `offset` further on where it holds several
 * such sets; layers whose flag in `isOn` is 0 count nothing.
 */
export function totalsOf(
  groups: IntervalIndex,
  window: TimeRange,
  isOn: Uint8Array,
  offset = 0,
): Totals {
  const byLayer = newCounts(isOn.length);
  let certain = 0;
  let possible = 0;
  for (let layer = 0; layer < isOn.length; layer++) {
    if (isOn[layer] !== 1) continue;
    countGroup(groups, offset + layer, window, byLayer, layer);
    certain += byLayer.certain[layer] ?? 0;
    possible += byLayer.possible[layer] ?? 0;
  }
  return { certain, possible, byLayer };
}

/** Each bin is a window of its own: an incident longer than a bin is possible in several. */
export function histogramOf(
  groups: IntervalIndex,
  edges: readonly Minute[],
  isOn: Uint8Array,
): Histogram {
  const bins = Math.max(edges.length - 1, 0);
  const layers = isOn.length;
  const certain = new Uint32Array(bins * layers);
  const possible = new Uint32Array(bins * layers);
  for (let bin = 0; bin < bins; bin++) {
    const window = { from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 };
    const { byLayer } = totalsOf(groups, window, isOn);
    certain.set(byLayer.certain, bin * layers);
    possible.set(byLayer.possible, bin * layers);
  }
  return { edges, layers, certain, possible };
}
