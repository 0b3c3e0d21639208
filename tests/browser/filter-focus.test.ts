/** Controls that go with the filter that they take away leave the focus where a reader goes on. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import type { Reader } from './reader.ts';
import { deferred } from '../unit/deferred.ts';
import { stage } from './stage.ts';

const { reads } = stage({ webgl: false });
const hasFocus = async (one: Locator): Promise<void> => {
  await expect.poll(() => one.evaluate((it) => it === document.activeElement)).toBe(true);
};

const DRONES = '?filter=values(weapon,drone)';

describe('the focus', () => {
  const journeys = [
    {
      from: 'Clear all in the dock',
      query: `${DRONES}&dock=filters`,
      press: (reader: Reader) =>
        new Dock(reader).element.getByRole('button', { name: en.filters.clearAll }),
      goesTo: (reader: Reader) => new Dock(reader).element.getByRole('heading').first(),
    },
    {
      from: 'the last chip in the dock',
      query: `${DRONES}&dock=filters`,
      press: (reader: Reader) => new Dock(reader).chips.getByRole('button').first(),
      goesTo: (reader: Reader) => new Dock(reader).element.getByRole('heading').first(),
    },
    {
      from: 'Clear filter in the masthead',
      query: DRONES,
      press: (reader: Reader) =>
        reader.page
          .locator('.masthead')
          .getByRole('button', { name: en.shell.clearFilter, exact: true }),
      goesTo: (reader: Reader) => reader.page.locator('.masthead .count'),
    },
    {
      from: 'the last chip in the masthead',
      query: DRONES,
      press: (reader: Reader) =>
        reader.page
          .locator('.masthead')
          .getByRole('list', { name: en.filters.active })
          .getByRole('button')
          .first(),
      goesTo: (reader: Reader) => reader.page.locator('.masthead .count'),
    },
  ];
  it.each(journeys)('goes from $from to what is shown now', ({ query, press, goesTo }) =>
    reads({}, async (reader) => {
      await reader.goes(query);
      await press(reader).press('Enter');
      await press(reader).waitFor({ state: 'detached' });
      await hasFocus(goesTo(reader));
    })(),
  );

  const gates = { AboutDialog: deferred<undefined>(), DockColumn: deferred<undefined>() };
  const holdsParts = async (page: Page): Promise<void> => {
    for (const [part, { promise }] of Object.entries(gates))
      await page.route(new RegExp(`/${part}-[^/]+\\.js$`), async (route) => {
        await promise;
        await route.continue();
      });
  };
  it(
    'stays with a reader who has gone on before what was asked for has loaded',
    reads({ prepare: holdsParts }, async (reader) => {
      const { page } = reader;
      const dock = new Dock(reader);
      await reader.opensWithoutMap();
      await reader.uses(en.shell.buttons.about);
      await dock.opener.click();
      const thumb = reader.thumb(en.timeline.thumbs.to);
      await thumb.press('ArrowLeft');
      const about = page.waitForResponse(/AboutDialog-[^/]+\.js$/);
      gates.AboutDialog.resolve(undefined);
      await (await about).finished();
      gates.DockColumn.resolve(undefined);
      await dock.element.getByRole('heading', { level: 2 }).waitFor();
      expect(await page.locator('dialog[open]').count()).toBe(0);
      await hasFocus(thumb);
    }),
  );
});
