import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import type { Clause } from '../../../src/core/filters/clause.ts';
import { isPossibleSlot, SLOTS } from '../../../src/core/index/timeline-slots.ts';
import { minuteOf, DAY } from '../../../src/core/time/minute.ts';
import { columnPaths } from '../../../src/ui/timeline/column-paths.ts';
import { timeScale } from '../../../src/ui/timeline/time-scale.ts';
import { openPage } from './open-page.ts';

const range = (from: number): Clause => ({
  kind: 'range',
  field: 'killed',
  from,
  to: undefined,
  orNotGiven: false,
});

async function filteredPage(clause: Clause) {
  const { shown, timeline, filters, mapModel } = await openPage('');
  if (!shown) throw new Error('The published data are not open.');
  $effect.root(() => {
    $effect(() => {
      expect(mapModel?.current).not.toBeNull();
    });
  });
  filters.put(clause);
  await vi.waitFor(() => {
    flushSync();
    expect(shown.queries.view?.filter).toContain(clause);
  });
  return { shown, timeline };
}

it.each<Clause>([
  range(1),
  range(5),
  { kind: 'hours', field: 'hours', from: 13 * 60, to: 14 * 60 },
  { kind: 'known', field: 'known', before: minuteOf(2026, 3, 5) },
  { kind: 'values', field: 'governorate', values: ['Sulaymaniyah'], excluded: [] },
])('adds up in bars, bands and spans to the headline, possible ones apart: %j', async (clause) => {
  const { shown } = await filteredPage(clause);
  const { columns } = shown.timeline;
  const drawn = { certain: 0, possible: columns.undated };
  const add = (slot: number, count: number): void => {
    drawn[isPossibleSlot(slot) ? 'possible' : 'certain'] += count;
  };
  for (const counts of [columns.counts, columns.longer, ...columns.bands.map((one) => one.counts)])
    counts.forEach((count, at) => {
      add(at % SLOTS, count);
    });
  for (const { slot } of columns.spans) add(slot, 1);
  expect(drawn).toEqual({ certain: shown.count.certain, possible: shown.count.possible });
  expect(shown.isFiltered).toBe(true);
});

it('draws the record of 4 March that names nobody or one killed, and gives its range as possible', async () => {
  const { shown, timeline } = await filteredPage(range(1));
  const { columns, highest, deaths } = shown.timeline;
  const march4 = minuteOf(2026, 3, 4);
  const paths = columnPaths(columns, timeScale(timeline.axis, 1_000), { height: 60, highest });
  expect(paths.pale.filter(Boolean)).toHaveLength(1);
  expect(deaths?.find(({ range: { from } }) => from === march4)?.killed).toEqual({
    certain: [0, 0],
    possible: [0, 1],
  });
  // The hint of a day, and the headline of the same day.
  const day = { from: march4, to: march4 + DAY };
  expect(shown.countIn(day).possible).toBe(1);
  expect(shown.killedIn(day)?.possible).toEqual([0, 1]);
});

it('keeps the range of the strikes at Dibis, which pass a filter from five killed only possibly', async () => {
  const { shown } = await filteredPage(range(5));
  expect(shown.timeline.deaths?.map(({ killed }) => killed)).toEqual([
    { certain: [0, 0], possible: [4, 6] },
  ]);
});
