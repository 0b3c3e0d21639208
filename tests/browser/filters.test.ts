import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import { PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { records, toldIn, type PublishedRecord, type Told } from './told-by-data.ts';
import { readingNotice } from './words.ts';

const { readsOnOneMap, reads } = stage();
const PERIOD = ['2026-02-28', '2026-03-19'] as const;
const told = (passes: (record: PublishedRecord) => boolean): Told => toldIn(...PERIOD, passes);
const isDrone = ({ weapon }: PublishedRecord): boolean => weapon === 'drone';
const DRONE = en.terms.weapons.drone;
const MISSILE = en.terms.weapons.missile;
const FIELD = (key: string): string => en.filters.fieldTitle(key, { schemas: [] });

/** A filter of a link is gone with its last part. */
const filterIn = (reader: Reader): string | null =>
  new URL(reader.page.url()).searchParams.get('filter');

const ROWS = [
  'when,lat,lon,kind,size,notes',
  ...Array.from(
    { length: 24 },
    (_, row) =>
      `2031-04-${String(1 + (row % 9)).padStart(2, '0')},36.${String(10 + row)},44.0,${row % 3 === 0 ? 'flood' : 'storm'},${String(row * 10)},made-up note number ${String(row)} that is long enough to be a text and no category of a few words: it has more than a hundred characters`,
  ),
].join('\n');

describe('filters with counts', () => {
  it(
    'include values, combine fields, and say so in counts, chips, list and link',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.seesCount(told(() => true));
      await dock.seesValue(DRONE, told(isDrone));
      await dock.value(DRONE).click();
      await dock.seesCount(told(isDrone));
      expect(await dock.value(DRONE).getAttribute('aria-pressed')).toBe('true');
      // Its own filter does not count in a field, those of other fields do.
      await dock.seesValue(
        MISSILE,
        told(({ weapon }) => weapon === 'missile'),
      );
      await dock.seesValue(
        en.terms.effects.intercepted,
        told((record) => isDrone(record) && record.effect === 'intercepted'),
      );
      await dock.value(MISSILE).click();
      const isEither = (record: PublishedRecord) => isDrone(record) || record.weapon === 'missile';
      await dock.seesCount(told(isEither));
      await dock.value(en.terms.effects.intercepted).click();
      const passes = (record: PublishedRecord) =>
        isEither(record) && record.effect === 'intercepted';
      await dock.seesCount(told(passes));
      await expect.poll(() => dock.chips.getByRole('listitem').count()).toBe(3);
      await expect.poll(() => filterIn(reader)).toContain('drone');
      await reader.findsNoBarrier();
      await reader.seesDrawnMarks();

      // The list, under the same filter.
      await reader.button(en.shell.buttons.list).click();
      const listed = records.filter(passes).length;
      await expect.poll(() => reader.listLength()).toBe(listed);
      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();

      await dock.chips
        .getByRole('button', { name: new RegExp(`${FIELD('effect')}:`, 'i') })
        .click();
      await dock.seesCount(told(isEither));
      await dock.element.getByRole('button', { name: en.filters.clearAll }).click();
      await dock.seesCount(told(() => true));
      expect(await dock.chips.count()).toBe(0);
      await expect.poll(() => filterIn(reader)).toBeNull();
      await dock.closes();
    }),
  );

  it(
    'exclude a value, and say which are excluded',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.exclude(DRONE).click();
      await dock.seesCount(told((record) => !isDrone(record)));
      expect(await dock.exclude(DRONE).getAttribute('aria-pressed')).toBe('true');
      const label = en.filters.excludedValue(DRONE).replace(DRONE, '');
      expect(await dock.value(DRONE).textContent()).toContain(label);
      // To include it is to exclude it no more.
      await dock.value(DRONE).click();
      await dock.seesCount(told(isDrone));
      await dock.value(DRONE).click();
      await dock.seesCount(told(() => true));
      await dock.closes();
    }),
  );

  it(
    'filter by a range of deaths: what overlaps counts as possibly',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      const facet = await dock.unfolds(FIELD('killed'));
      const low = facet.getByRole('spinbutton').first();
      await low.fill('2');
      await low.press('Enter');
      const all = told(({ killed }) => killed !== null && killed[1] >= 2);
      const sure = told(({ killed }) => killed !== null && killed[0] >= 2);
      await dock.seesCount({
        certain: sure.certain,
        possible: all.certain + all.possible - sure.certain,
      });
      // The handle is where the field is, and moves by keys.
      const handle = facet.getByRole('slider').first();
      expect(await handle.inputValue()).toBe('2');
      await handle.press('ArrowLeft');
      await expect.poll(() => low.inputValue()).toBe('1');
      await facet.getByRole('checkbox').check();
      await expect.poll(() => filterIn(reader)).toContain('or-not-given');
      await reader.findsNoBarrier();
      await dock.element.getByRole('button', { name: en.filters.clearAll }).click();
      await dock.seesCount(told(() => true));
      await dock.closes();
    }),
  );

  it(
    'filter by hours of the day, in which what is known to the day possibly is',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      const facet = await dock.unfolds(en.filters.hours.title);
      await facet.getByRole('button', { name: en.filters.hours.night }).click();
      await expect.poll(() => filterIn(reader)).toContain('18:00');
      const hour = ({ time }: PublishedRecord): number => Number(time.slice(11, 13));
      const isNight = (record: PublishedRecord) =>
        record.time.includes('T') && (hour(record) >= 18 || hour(record) < 6);
      const heading = dock.element.getByRole('heading', { level: 2 });
      await expect
        .poll(async () => (await reader.count(heading)).certain)
        .toBe(told(isNight).certain);
      expect(told(isNight).certain).toBeGreaterThan(3);
      await facet.getByRole('button', { name: en.filters.hours.night }).click();
      await dock.seesCount(told(() => true));
      await dock.closes();
    }),
  );

  it(
    'are restored by a link, and can be taken away where the page says what is filtered',
    readsOnOneMap('?filter=values(weapon,drone,!missile)', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.seesCount(told(isDrone));
      expect(await dock.value(DRONE).getAttribute('aria-pressed')).toBe('true');
      expect(await dock.exclude(MISSILE).getAttribute('aria-pressed')).toBe('true');
      await dock.closes();
      // The masthead says what is filtered.
      await reader.seesCount(told(isDrone));
      const chip = en.filters.remove('');
      await reader.page.locator('.masthead').getByRole('button', { name: chip }).click();
      await reader.seesCount(told(() => true));
    }),
  );

  it(
    'work with the keyboard alone, and Escape gives the focus back',
    readsOnOneMap('', async (reader) => {
      const { keyboard } = reader.page;
      const dock = new Dock(reader);
      await dock.opener.focus();
      await keyboard.press('Enter');
      await dock.value(DRONE).waitFor();
      const focused = (): Promise<string> =>
        reader.page.evaluate(() => {
          const element = document.activeElement;
          const said = element?.querySelector('.visually-hidden')?.textContent;
          return element?.getAttribute('aria-label') ?? said ?? '';
        });
      for (let presses = 0; presses < 60 && !(await focused()).startsWith(DRONE); presses++)
        await keyboard.press('Tab');
      await keyboard.press('Space');
      await dock.seesCount(told(isDrone));
      await keyboard.press('Tab');
      expect(await focused()).toBe(en.filters.exclude(DRONE));
      await keyboard.press('Enter');
      await dock.seesCount(told((record) => !isDrone(record)));
      await keyboard.press('Escape');
      await dock.element.waitFor({ state: 'detached' });
      await expect.poll(focused).toBe(en.shell.buttons.filterLabel(1));
    }),
  );

  it(
    'are there for every column of a file',
    readsOnOneMap('', async (reader) => {
      await reader.uses(en.shell.buttons.openFile);
      await reader.page
        .locator('dialog[open] input[type=file]')
        .setInputFiles([{ name: 'made-up.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) }]);
      const dock = new Dock(reader);
      await reader.button(en.ownFiles.columns.confirm).click();
      await reader.notices.getByText(readingNotice('made-up.csv', 24)).waitFor();
      await dock.opener.click();
      const kind = await dock.unfolds('kind');
      await kind.getByRole('button', { name: /^flood: / }).click();
      await dock.seesCount({ certain: 8, possible: 0 });
      const size = await dock.unfolds('size');
      const most = size.getByRole('spinbutton').last();
      await most.fill('90');
      await most.press('Enter');
      await dock.seesCount({ certain: 4, possible: 0 });
      const notes = await dock.unfolds('notes');
      await notes.getByRole('searchbox').fill('number 3');
      await dock.seesCount({ certain: 1, possible: 0 });
      await expect.poll(() => dock.chips.getByRole('listitem').count()).toBe(4);
      await reader.findsNoBarrier();
      await dock.closes();
    }),
  );

  it(
    'are a sheet on a phone, which leaves map and count visible',
    reads({ viewport: PHONE, touch: true, reducedMotion: true }, async (reader) => {
      await reader.opensTheMap();
      const dock = new Dock(reader);
      await dock.opener.tap();
      await dock.value(DRONE).waitFor();
      const sheet = await dock.element.boundingBox();
      const timeline = await reader.timeline.boundingBox();
      if (!sheet || !timeline) throw new Error('A part of the page is missing.');
      expect(sheet.y).toBeGreaterThan(PHONE.height * 0.4);
      expect(sheet.y + sheet.height).toBeLessThanOrEqual(timeline.y + 1);
      await dock.value(DRONE).tap();
      await dock.seesCount(told(isDrone));
      await reader.findsNoBarrier();
      // The key takes its place, and the other way round.
      await reader.page.locator('#open-key').tap();
      await dock.element.waitFor({ state: 'detached' });
      await dock.opener.tap();
      await dock.value(DRONE).waitFor();
      expect(await reader.page.locator('.key').count()).toBe(0);
    }),
  );
});
