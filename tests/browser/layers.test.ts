import { describe, expect, it } from 'vitest';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';

const { reads } = stage();
const PERIOD = ['2026-02-28', '2026-03-19'] as const;

describe('switch layers', () => {
  it(
    'takes a layer off the map, the counts, the timeline and the list, and puts it back',
    reads({}, async (reader) => {
      await reader.opensTheMap('?list=open');
      const cards = reader.panel.locator('[data-opens^="incident:"]');
      const all = await cards.count();
      await reader.layer(/^Irbil and US/).click();
      await reader.seesCount(toldIn(...PERIOD, (record) => record.target !== 'us-military'));
      expect(await reader.layer(/^Irbil and US/).getAttribute('aria-checked')).toBe('false');
      await expect.poll(() => cards.count()).toBeLessThan(all);
      await reader.seesDrawnMarks();
      await reader.findsNoBarrier();
      await reader.layer(/^Irbil and US/).click();
      await reader.seesCount(toldIn(...PERIOD));
      await expect.poll(() => cards.count()).toBe(all);
    }),
  );

  it(
    'can show one layer alone, and everything again with one button',
    reads({}, async (reader) => {
      await reader.opensTheMap('?layers=energy');
      await reader.seesCount(toldIn(...PERIOD, (record) => record.target === 'energy'));
      await reader
        .button(/Clear the filter/)
        .first()
        .click();
      await reader.seesCount(toldIn(...PERIOD));
    }),
  );

  it(
    'shows nothing, and says so, when every layer is off',
    reads({}, async (reader) => {
      await reader.opens('?layers=none&list=open');
      await reader.seesCount({ certain: 0, possible: 0 });
      await reader.panel.getByText(/Nothing that the filter lets through/).waitFor();
      await reader.findsNoBarrier();
    }),
  );
});
