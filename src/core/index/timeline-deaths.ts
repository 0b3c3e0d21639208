import type { CountRange } from '../records/incident.ts';
import { NOT_SAID } from '../records/incident-table.ts';
import type { Minute } from '../time/minute.ts';
import type { People } from './people.ts';
import { binAt } from './timeline-slots.ts';

/** People killed at a place of the axis: by the least and by the most that is reported. */
export type AxisDeaths = { readonly at: Minute; readonly killed: CountRange };

/**
 * People killed on an axis, in order: those of a bin in its middle, those of incidents in no single bin in the
 * middle of the time that these may mean. Each incident once, with its own bounds.
 */
export function deathsOnAxis(
  { from, to, layer, isPossible, killed }: People,
  edges: readonly Minute[],
  isOn: Uint8Array,
): readonly AxisDeaths[] {
  const start = edges[0] ?? 0;
  const end = edges.at(-1) ?? 0;
  const sums = new Map<number, { at: number; incidents: number; least: number; most: number }>();
  for (let row = 0; row < from.length; row++) {
    const most = killed[2 * row + 1] ?? NOT_SAID;
    if (most === NOT_SAID || most === 0 || isOn[layer[row] ?? 0] !== 1) continue;
    const [first, last] = [from[row] ?? 0, to[row] ?? 0];
    if (first >= end || last <= start) continue;
    const middle = (Math.max(first, start) + Math.min(last, end)) / 2;
    const bin = binAt(edges, middle);
    const [binFrom = 0, binTo = 0] = [edges[bin], edges[bin + 1]];
    const isInBin = first >= binFrom && last <= binTo;
    const key = 2 * bin + (isInBin ? 0 : 1);
    const sum = sums.get(key) ?? { at: 0, incidents: 0, least: 0, most: 0 };
    sum.at += isInBin ? (binFrom + binTo) / 2 : middle;
    sum.incidents++;
    if (isPossible[row] === 0) sum.least += killed[2 * row] ?? 0;
    sum.most += most;
    sums.set(key, sum);
  }
  return Array.from(sums.values(), ({ at, incidents, least, most }) => ({
    at: at / incidents,
    killed: [least, most] as const,
  })).toSorted((a, b) => a.at - b.at);
}
