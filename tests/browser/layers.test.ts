import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { LAYER_NAMES } from './layer-names.ts';
import { stage } from './stage.ts';
import { records, toldIn } from './told-by-data.ts';
import { aboutAnySpan, exactly } from './words.ts';

const { readsOnOneMap } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });
const PERIOD = ['2026-02-28', '2026-03-19'] as const;
/** The centre of a view that shows some of the marks, Irbil’s clear of the panels, and none of Kirkuk. */
const [LAT, LON] = [36.25, 44.05];

describe('switching layers', () => {
  it(
    'takes a layer off the map, the counts, the timeline and the list, and puts it back',
    readsOnOneMap('?list=open', async (reader) => {
      await expect.poll(() => reader.listLength()).toBe(records.length);
      // Next to an open list the key is folded.
      await reader.button(exactly(en.shell.legend.title)).click();
      await reader.layer(LAYER_NAMES['us-military']).click();
      await reader.seesCount(toldIn(...PERIOD, (record) => record.target !== 'us-military'));
      expect(await reader.layer(LAYER_NAMES['us-military']).getAttribute('aria-checked')).toBe(
        'false',
      );
      const others = records.filter(({ target }) => target !== 'us-military');
      await expect.poll(() => reader.listLength()).toBe(others.length);
      await reader.seesDrawnMarks();
      await reader.findsNoBarrier();
      await reader.layer(LAYER_NAMES['us-military']).click();
      await reader.seesCount(toldIn(...PERIOD));
      await expect.poll(() => reader.listLength()).toBe(records.length);
    }),
  );

  it(
    'limits counts to the map on request, with ghost bars for the rest, and keeps it in the link',
    readsOnOneMap(`?map=10.00/${LAT}/${LON}`, async (reader) => {
      // At zoom 10 the map is 1440 by 900 of 512 × 2¹⁰ pixels of the world.
      const degrees = 360 / (512 * 2 ** 10);
      const masthead = await reader.page.locator('.masthead').boundingBox();
      const key = await reader.page.locator('.key').boundingBox();
      const timeline = await reader.timeline.boundingBox();
      if (!masthead || !key || !timeline) throw new Error('A part over the map is missing.');
      // A record under one of them is not in the view.
      const isFree = ({ lon, lat }: { lon: number; lat: number }): boolean => {
        const x = 720 + (lon - LON) / degrees;
        const y = 450 - (lat - LAT) / (degrees * Math.cos((LAT * Math.PI) / 180));
        return x > masthead.x + masthead.width && x < key.x && y > 0 && y < timeline.y;
      };
      const isSeen = ({ place }: (typeof records)[number]): boolean =>
        place.precision === 'region' || (place.precision !== 'governorate' && isFree(place));
      const seen = toldIn(...PERIOD, isSeen);
      const all = toldIn(...PERIOD);
      expect(seen.certain).toBeGreaterThan(0);
      expect(seen.certain).toBeLessThan(all.certain);
      await reader.seesCount(all);
      const ghosts = reader.timeline.locator('path.ghost');
      expect(await ghosts.getAttribute('d')).toBe('');
      await reader.page.getByLabel(en.timeline.onlySeen).check();
      await reader.seesCount(seen);
      await expect.poll(() => ghosts.getAttribute('d')).not.toBe('');
      await expect.poll(() => reader.page.url()).toContain('only=seen');
      await reader.button(en.shell.buttons.home).click();
      await reader.seesCount(all);
    }),
  );

  it(
    'can show one layer alone, and everything again with one button',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?layers=energy');
      await reader.seesCount(toldIn(...PERIOD, (record) => record.target === 'energy'));
      await reader.button(en.shell.clearFilter).first().click();
      await reader.seesCount(toldIn(...PERIOD));
    }),
  );

  it(
    'shows nothing, and says so, when every layer is off',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?layers=none&list=open');
      await reader.seesCount({ certain: 0, possible: 0 });
      await reader.panel.getByText(aboutAnySpan(en.panel.list.emptyFilter)).waitFor();
      await reader.findsNoBarrier();
    }),
  );
});
