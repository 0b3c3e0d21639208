import type { TimeRange } from '../time/time-range.ts';
import type { IncidentCells } from './incident-cells.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';

/** "31 incidents, possibly 5 more", with both numbers by layer, in the order of the legend. */
export type Totals = {
  readonly certain: number;
  readonly possible: number;
  readonly byLayer: GroupCounts;
};

/** Certainly and possibly in a window. */
export type Count = Pick<Totals, 'certain' | 'possible'>;

/** All that may be. */
export const allOf = ({ certain, possible }: Count): number => certain + possible;

/** What a window holds, and how much of it are halts, which are no attacks; undefined where the data do not say. */
export type WindowCount = Count & { readonly halts: Count | undefined };

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
