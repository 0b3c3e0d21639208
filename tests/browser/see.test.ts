import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { stage } from './stage.ts';
import { records, toldIn } from './told-by-data.ts';
import { countIn, exactly, starting } from './words.ts';

const { readsOnOneMap } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });

const PERIOD = ['2026-02-28', '2026-03-19'] as const;
const onPoint = (precision: string): boolean => !['governorate', 'region'].includes(precision);

describe('the map', () => {
  it(
    'shows every incident of the period: on a mark, or as an area if no closer place is known',
    readsOnOneMap('', async (reader) => {
      await reader.seesCount(toldIn(...PERIOD));
      expect(new URL(reader.page.url()).search).toBe('');
      await expect
        .poll(() => reader.markCounts())
        .toEqual(toldIn(...PERIOD, (record) => onPoint(record.place.precision)));
      const areas = records.filter(
        (record) => record.kind === 'incident' && !onPoint(record.place.precision),
      );
      const inRegion = areas.filter((record) => record.place.precision === 'region').length;
      // A mark has a name, but no text.
      const inArea = async (name: string): Promise<number> =>
        countIn(
          await reader
            .button(/./)
            .filter({ hasText: starting(name) })
            .innerText(),
        ).certain;
      expect(await inArea('Kurdistan Region of Iraq')).toBe(inRegion);
      expect(await inArea('Kirkuk')).toBe(areas.length - inRegion);
    }),
  );

  it(
    'zooms and pans by mouse, and returns to the home view',
    readsOnOneMap('', async (reader) => {
      const home = await reader.marks.count();
      for (let step = 0; step < 3; step++) {
        await reader.button(exactly(en.map.zoomIn)).click();
        await reader.page.waitForFunction(() => !document.querySelector('.maplibregl-moving'));
      }
      await expect.poll(() => new URL(reader.page.url()).searchParams.has('map')).toBe(true);
      await expect.poll(() => reader.marks.count()).not.toBe(home);
      await reader.button(en.shell.buttons.home).click();
      await expect.poll(() => reader.marks.count()).toBe(home);
      await expect.poll(() => new URL(reader.page.url()).searchParams.has('map')).toBe(false);
    }),
  );

  it(
    'counts each layer as the data do',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      const switches = await reader.layer(/./).all();
      const shown = await Promise.all(
        switches.map(async (one) => countIn((await one.getAttribute('aria-label')) ?? '').certain),
      );
      const order = [
        'us-military',
        'diplomatic',
        'kurdish-group',
        'energy',
        'civilian',
        'security-forces',
        'infrastructure',
        'unknown',
      ];
      expect(shown).toEqual(
        order.map((target) => toldIn(...PERIOD, (record) => record.target === target).certain),
      );
    }),
  );

  it(
    'paints the marks, names the mark under the pointer and opens its records',
    readsOnOneMap('', async (reader) => {
      const mark = reader.page.getByRole('button', { name: /^Koya|Azadi/ }).first();
      const place = await reader.placeOf(mark);
      await reader.page.mouse.move(place.x, place.y);
      const tip = reader.page.locator('.tip');
      await tip.waitFor();
      const { certain } = countIn(await tip.innerText());
      await reader.page.mouse.click(place.x, place.y);
      await expect.poll(async () => countIn(await reader.panel.innerText()).certain).toBe(certain);
    }),
  );

  it(
    'passes axe, with the map and the key of the legend',
    readsOnOneMap('', async (reader) => {
      await reader.findsNoBarrier();
      await reader.page.getByText(en.shell.legend.key).first().click();
      await reader.findsNoBarrier();
    }),
  );
});
