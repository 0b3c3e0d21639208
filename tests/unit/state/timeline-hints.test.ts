import { expect, it } from 'vitest';
import type { Shown } from '../../../src/state/shown.svelte.ts';
import { DAY, minuteOf } from '../../../src/core/time/minute.ts';
import { openPage } from './open-page.ts';

async function openShown() {
  const { shown, timeline } = await openPage('');
  if (!shown) throw new Error('The published data are not open.');
  return { shown: shown satisfies Shown, timeline };
}

it('says of a day the deaths that the table says when the day is chosen', async () => {
  const { shown, timeline } = await openShown();
  let said = 0;
  for (let { from } = timeline.limits; from < timeline.limits.to; from += DAY) {
    const day = { from, to: from + DAY };
    timeline.show(day);
    const killed = shown.people?.killed;
    expect(shown.killedIn(day)).toEqual(killed && killed.incidents > 0 ? killed : undefined);
    if (shown.killedIn(day)) said++;
  }
  expect(said).toBeGreaterThan(0);
  // The strike at Dibis was on 9 or 10 March.
  const dibis = minuteOf(2026, 3, 10);
  expect(shown.killedIn({ from: dibis, to: dibis + DAY })).toMatchObject({
    certain: [0, 0],
    possible: [4, 6],
  });
});

it('calls columns without halts attacks, also next to another data set', async () => {
  const { shown } = await openShown();
  const [own] = shown.data.datasets;
  if (!own) throw new Error('The published data are no data set.');
  shown.replace({ ...shown.data, datasets: [own, { ...own, number: 1 }] });
  expect(shown.isBundledAlone).toBe(false);
  expect(shown.areColumnsAttacks).toBe(true);
});
