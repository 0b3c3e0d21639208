import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';

const { reads } = stage({ webgl: false });

describe('a browser without WebGL 2', () => {
  it(
    'says why there is no map; list, timeline and source texts still work',
    reads({}, async (reader) => {
      await reader.opens();
      await reader.page.getByText(en.faults.sentence({ kind: 'no-webgl' })).waitFor();
      await reader.page.getByLabel(en.timeline.from, { exact: true }).fill('2026-03-01');
      await reader.seesCount(toldIn('2026-03-01', '2026-03-19'));
      await reader.button(en.timeline.wholePeriod).click();
      await reader.button(en.shell.buttons.list).click();
      await reader.panel.getByRole('button', { name: /Khor Mor gas field halts/ }).click();
      await reader.panel.getByRole('button', { name: en.panel.reports.read }).click();
      await reader.panel.locator('mark').waitFor();
      expect(await reader.panel.locator('mark').innerText()).toContain('a key gas field halted');
      await reader.findsNoBarrier();
    }),
  );

  it(
    'shows the list in place of the map, also where the view of the address comes after the map is missed',
    reads({}, async (reader) => {
      await reader.page.route(/\/view-restorer-/, async (route) => {
        await reader.missesTheMap();
        await route.continue();
      });
      await reader.opensWithoutMap('?filter=values(weapon,drone)');
      await reader.seesCount(
        toldIn('2026-02-28', '2026-03-19', ({ weapon }) => weapon === 'drone'),
      );
    }),
  );

  it.each([
    { opens: 'the list that opens by itself', query: '' },
    { opens: 'the record of a link', query: '?id=2026-02-28-khor-mor-production-halt' },
  ])('leaves the focus of a reader where it is when $opens comes after it', ({ query }) =>
    reads({}, async (reader) => {
      const thumb = reader.thumb(en.timeline.thumbs.from);
      await reader.page.route(/\/SidePanel-/, async (route) => {
        await thumb.focus();
        await route.continue();
      });
      await reader.opens(query);
      await reader.panel.getByRole('heading').first().waitFor();
      expect(await thumb.evaluate((one) => one === document.activeElement)).toBe(true);
    })(),
  );

  it(
    'keeps the list that it opens by itself out of the address, and opens it again after Back from a record',
    reads({}, async (reader) => {
      await reader.opens();
      await reader.missesTheMap();
      const search = (): string => new URL(reader.page.url()).search;
      const heading = reader.panel.getByRole('heading', { name: en.panel.list.title.all });
      await heading.waitFor();
      await reader.page.getByLabel(en.timeline.toInclusive, { exact: true }).fill('2026-03-17');
      await expect.poll(search).toContain('to=');
      expect(search()).not.toContain('list=');
      await reader.panel.getByRole('button', { name: /Khor Mor gas field halts/ }).click();
      await expect.poll(search).toContain('id=');
      await reader.page.goBack();
      await heading.waitFor();
      expect(search()).not.toContain('list=');
    }),
  );
});
