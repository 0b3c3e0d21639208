/** What the columns count of incidents that are only possibly known, against the counts of each bin. */
import { filterOf } from '../../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { slotsOfCells } from '../../../../src/core/index/cell-slots.ts';
import { timelineColumns } from '../../../../src/core/index/timeline-columns.ts';
import { isPossibleSlot, SLOTS } from '../../../../src/core/index/timeline-slots.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import type { BinUnit } from '../../../../src/core/time/bins.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { DATASET, RECORDS } from '../../published-records.ts';
import { ALL_ON, indexOf, LOOKS_OF_TARGETS, totalsIn } from './views.ts';

const published = incidentTable(RECORDS, 0, DATASET);
const layers = LOOKS_OF_TARGETS.map((styleIndex) => ({ styleIndex }));
const axis = { from: minuteOf(2026, 2, 20), to: minuteOf(2026, 3, 20) };

/** Incidents of each bin, as known at the end of 5 March 2026. */
async function binsOf(unit: BinUnit) {
  const filter = filterOf({ knownBefore: minuteOf(2026, 3, 5) + DAY });
  const { cells, fits } = await indexOf([published]).counts(
    filter,
    'target',
    undefined,
    UNINTERRUPTED,
  );
  const slots = slotsOfCells(cells, layers, true, undefined);
  const { counts, edges } = timelineColumns(cells.spans, fits, slots, axis, unit);
  return edges.slice(0, -1).map((from, bin) => {
    const inBin = { filled: 0, possible: 0 };
    for (let slot = 0; slot < SLOTS; slot++)
      inBin[isPossibleSlot(slot) ? 'possible' : 'filled'] += counts[bin * SLOTS + slot] ?? 0;
    return { ...inBin, total: totalsIn(cells, { from, to: edges[bin + 1] ?? from }, ALL_ON) };
  });
}

describe('the slots of cells', () => {
  it.each(['day', 'week', 'month'] as const)(
    'leave what is only possibly known out of what a column by %s counts for certain',
    async (unit) => {
      const bins = await binsOf(unit);
      expect(bins.map(({ filled }) => filled)).toEqual(bins.map(({ total }) => total.certain));
      expect(bins.some(({ filled }) => filled > 0)).toBe(true);
      expect(bins.some(({ possible }) => possible > 0)).toBe(true);
      for (const { possible, total } of bins) expect(possible).toBeLessThanOrEqual(total.possible);
    },
  );
});
