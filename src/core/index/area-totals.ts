import { EFFECT_CLASSES } from '../records/incident.ts';
import type { IncidentCells } from './incident-cells.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

/** Certain and possible incidents of a window by area, and how many of them are halts. */
export type AreaCounts = { readonly all: GroupCounts; readonly halts: GroupCounts };

/** One pass over the cells: a file of the whole world has thousands of areas. */
export function areaCountsOf(
  { length, layer, effectClass, area: areas }: IncidentCells,
  { certain, possible }: GroupCounts,
  isOn: Uint8Array,
  count: number,
): AreaCounts {
  const [all, halts] = [newCounts(count), newCounts(count)];
  for (let cell = 0; cell < length; cell++) {
    const area = areas[cell] ?? count;
    if (area >= count || isOn[layer[cell] ?? 0] !== 1) continue;
    for (const counts of effectClass[cell] === HALT ? [all, halts] : [all]) {
      counts.certain[area] = (counts.certain[area] ?? 0) + (certain[cell] ?? 0);
      counts.possible[area] = (counts.possible[area] ?? 0) + (possible[cell] ?? 0);
    }
  }
  return { all, halts };
}
