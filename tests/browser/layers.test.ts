import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { stage } from './stage.ts';
import { records, toldIn } from './told-by-data.ts';
import { aboutAnySpan } from './words.ts';

const { reads } = stage();
const PERIOD = ['2026-02-28', '2026-03-19'] as const;

describe('switch layers', () => {
  it(
    'takes a layer off the map, the counts, the timeline and the list, and puts it back',
    reads({}, async (reader) => {
      await reader.opensTheMap('?list=open');
      await expect.poll(() => reader.listLength()).toBe(records.length);
      await reader.layer(en.terms.targets['us-military']).click();
      await reader.seesCount(toldIn(...PERIOD, (record) => record.target !== 'us-military'));
      expect(await reader.layer(en.terms.targets['us-military']).getAttribute('aria-checked')).toBe(
        'false',
      );
      const others = records.filter(({ target }) => target !== 'us-military');
      await expect.poll(() => reader.listLength()).toBe(others.length);
      await reader.seesDrawnMarks();
      await reader.findsNoBarrier();
      await reader.layer(en.terms.targets['us-military']).click();
      await reader.seesCount(toldIn(...PERIOD));
      await expect.poll(() => reader.listLength()).toBe(records.length);
    }),
  );

  it(
    'keeps to what the map shows when asked, with ghost bars for the rest, and says so in the link',
    reads({}, async (reader) => {
      // At zoom 10 the map is 1440 by 900 of 512 × 2¹⁰ pixels of the world.
      const [lat, lon, degrees] = [36.6, 44.05, 360 / (512 * 2 ** 10)];
      const half = { lon: 720 * degrees, lat: 450 * degrees * Math.cos((lat * Math.PI) / 180) };
      const isSeen = ({ place }: (typeof records)[number]): boolean =>
        place.precision === 'region' ||
        (place.precision !== 'governorate' &&
          Math.abs(place.lon - lon) < half.lon &&
          Math.abs(place.lat - lat) < half.lat);
      const seen = toldIn(...PERIOD, isSeen);
      const all = toldIn(...PERIOD);
      expect(seen.certain).toBeGreaterThan(0);
      expect(seen.certain).toBeLessThan(all.certain);
      await reader.opensTheMap(`?map=10.00/${lat}/${lon}`);
      await reader.seesCount(all);
      const ghosts = reader.timeline.locator('path.ghost');
      expect(await ghosts.getAttribute('d')).toBe('');
      await reader.page.getByLabel(en.timeline.onlySeen).check();
      await reader.seesCount(seen);
      expect(await ghosts.getAttribute('d')).not.toBe('');
      await expect.poll(() => reader.page.url()).toContain('only=seen');
      await reader.button(en.shell.buttons.home).click();
      await reader.seesCount(all);
    }),
  );

  it(
    'can show one layer alone, and everything again with one button',
    reads({}, async (reader) => {
      await reader.opensTheMap('?layers=energy');
      await reader.seesCount(toldIn(...PERIOD, (record) => record.target === 'energy'));
      await reader.button(en.shell.clearFilter).first().click();
      await reader.seesCount(toldIn(...PERIOD));
    }),
  );

  it(
    'shows nothing, and says so, when every layer is off',
    reads({}, async (reader) => {
      await reader.opens('?layers=none&list=open');
      await reader.seesCount({ certain: 0, possible: 0 });
      await reader.panel.getByText(aboutAnySpan(en.panel.list.emptyFilter)).waitFor();
      await reader.findsNoBarrier();
    }),
  );
});
