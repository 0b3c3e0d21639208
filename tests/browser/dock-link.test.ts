import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import { PHONE } from './reader.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';

const { reads } = stage({ webgl: false });
const onPhone = stage({
  pixels: false,
  device: { viewport: PHONE, touch: true, reducedMotion: true },
});
const DRONE = en.terms.weapons.drone;

describe('the dock and Back', () => {
  it(
    'opens with a link, and Back undoes each filter, then each drag of a handle as one, then the dock',
    reads({}, async (reader) => {
      const { page } = reader;
      await reader.opensWithoutMap('?dock=charts');
      const dock = new Dock(reader);
      await dock.element.getByRole('heading', { name: en.charts.titles.place }).waitFor();
      const focus = (): Promise<boolean> =>
        dock.element.evaluate((element) => element.contains(document.activeElement));
      expect(await focus()).toBe(false);
      await dock.closes();
      await expect.poll(() => new URL(page.url()).search).toBe('');
      const before = await page.evaluate(() => history.length);
      const passing = toldIn('2026-02-28', '2026-03-19', ({ weapon }) => weapon === 'drone');
      await dock.opener.click();
      await expect.poll(focus).toBe(true);
      await dock.element.getByText(en.filters.tabs.filters, { exact: true }).click();
      await dock.value(DRONE).click();
      await dock.seesCount(passing);
      const killed = en.filters.fieldTitle('killed', { schemas: [] });
      await dock.unfolds(killed);
      const handle = dock.element.getByLabel(en.filters.thumbs.from(killed));
      for (let press = 0; press < 3; press++) await handle.press('ArrowRight');
      await expect.poll(() => page.url()).toContain('range');
      const dragged = page.url();
      await handle.dispatchEvent('pointerdown');
      await handle.press('ArrowRight');
      await expect.poll(() => page.url()).not.toBe(dragged);
      await dock.element.getByRole('button', { name: en.filters.clearAll }).click();
      await dock.seesCount(toldIn('2026-02-28', '2026-03-19'));
      // The dock, the value, the handle twice, and all cleared.
      await expect.poll(() => page.evaluate(() => history.length)).toBe(before + 5);
      await page.goBack();
      await expect.poll(() => dock.chips.getByRole('listitem').count()).toBe(3);
      await page.goBack();
      expect(page.url()).toBe(dragged);
      await page.goBack();
      await dock.seesCount(passing);
      await page.goBack();
      await dock.seesCount(toldIn('2026-02-28', '2026-03-19'));
      await page.goBack();
      await dock.element.waitFor({ state: 'detached' });
      await page.goForward();
      await dock.element.waitFor();
      await reader.findsNoBarrier();
    }),
  );

  it(
    'stays next to the list that a link or Back brings, where both fit, and gives way to what is opened then',
    reads({ viewport: { width: 900, height: 1_100 } }, async (reader) => {
      const { page } = reader;
      await reader.opensWithoutMap('?dock=filters&list=open');
      const dock = new Dock(reader);
      await dock.value(DRONE).waitFor();
      await reader.panel.locator('li[aria-setsize]').first().waitFor();
      expect(new URL(page.url()).search).toBe('?dock=filters&list=open');
      await reader.panel.locator('li[aria-setsize] [data-opens]').first().click();
      await dock.element.waitFor({ state: 'detached' });
      await page.goBack();
      await dock.value(DRONE).waitFor();
      await expect.poll(() => new URL(page.url()).search).toBe('?dock=filters&list=open');
    }),
  );

  it(
    'gives the focus to its button when Back closes it',
    reads({}, async (reader) => {
      const { page } = reader;
      await reader.opensWithoutMap();
      const dock = new Dock(reader);
      await dock.opens();
      await dock.value(DRONE).focus();
      await page.goBack();
      await dock.element.waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('open-filters');
    }),
  );

  it(
    'opens with a link on a phone, where the list takes its place',
    onPhone.readsOnOneMap('?dock=filters', async (reader) => {
      const dock = new Dock(reader);
      await dock.value(DRONE).waitFor();
      // Next to a sheet it is out of sight.
      await reader.button(en.shell.buttons.list).press('Enter');
      await dock.element.waitFor({ state: 'detached' });
      await expect.poll(() => new URL(reader.page.url()).search).toBe('?list=open');
      await reader.findsNoBarrier();
    }),
  );

  it(
    'is said to filter by what no data have, where a link does so, and shows all once that is removed',
    onPhone.readsOnOneMap(
      '?filter=values(weapn,drone)values(weapon,drone,lasergun)&dock=filters',
      async (reader) => {
        const sentence = en.faults.sentence({
          kind: 'address-filters',
          missing: ['weapn'],
          unfit: [],
          values: [{ field: 'weapon', values: ['lasergun'] }],
        });
        await reader.notices.getByText(sentence).waitFor();
        await reader.findsNoBarrier();
        const dock = new Dock(reader);
        await dock.seesCount(
          toldIn('2026-02-28', '2026-03-19', ({ weapon }) => weapon === 'drone'),
        );
        const chips = await dock.chips.innerText();
        expect(chips).toContain('lasergun');
        expect(chips.toLowerCase()).not.toContain('weapn');
        await dock.chips.getByRole('button').first().click();
        await dock.seesCount(toldIn('2026-02-28', '2026-03-19'));
      },
    ),
  );
});
