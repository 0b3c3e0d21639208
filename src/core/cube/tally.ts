import { TARGETS } from '../incident/incident.ts';
import type { Minute } from '../time/minute.ts';
import type { Span } from '../time/span.ts';
import { countGroup, newCounts, type GroupCounts, type SpanGroups } from './span-groups.ts';

/** "31 in this window, 5 more possibly", with both numbers by layer in the order of `TARGETS`. */
export type Totals = {
  readonly certain: number;
  readonly possible: number;
  readonly byTarget: GroupCounts;
};

/** Counts by bin and layer: bin b, layer t stands at `b * TARGETS.length + t`. */
export type Histogram = {
  readonly edges: readonly Minute[];
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
};

export const EVER: Span = { from: -Infinity, to: Infinity };

/**
 * Totals of a window. `groups` has one group for each layer, `offset` further on where it holds several
 * such sets; layers whose flag in `isOn` is 0 count nothing.
 */
export function totalsOf(groups: SpanGroups, window: Span, isOn: Uint8Array, offset = 0): Totals {
  const byTarget = newCounts(TARGETS.length);
  let certain = 0;
  let possible = 0;
  for (let target = 0; target < TARGETS.length; target++) {
    if (isOn[target] !== 1) continue;
    countGroup(groups, offset + target, window, byTarget, target);
    certain += byTarget.certain[target] ?? 0;
    possible += byTarget.possible[target] ?? 0;
  }
  return { certain, possible, byTarget };
}

/** Each bin is a window of its own: an incident longer than a bin is possible in several. */
export function histogramOf(
  groups: SpanGroups,
  edges: readonly Minute[],
  isOn: Uint8Array,
): Histogram {
  const bins = Math.max(edges.length - 1, 0);
  const certain = new Uint32Array(bins * TARGETS.length);
  const possible = new Uint32Array(bins * TARGETS.length);
  for (let bin = 0; bin < bins; bin++) {
    const window = { from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 };
    const { byTarget } = totalsOf(groups, window, isOn);
    certain.set(byTarget.certain, bin * TARGETS.length);
    possible.set(byTarget.possible, bin * TARGETS.length);
  }
  return { edges, certain, possible };
}
