import { describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { words as en } from '../../src/i18n/words.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import type { records } from './told-by-data.ts';
import { toldIn, type Told } from './told-by-data.ts';
import { countIn } from './words.ts';

const { reads, readsOnOneMap } = stage({ pixels: false });
/** Irbil, where 1 km is as close as coordinates go. */
const IRBIL = '?map=9.2/36.2/44.1';
const AIRPORT = 'Irbil International Airport';
const isAtAirport = ({ place }: (typeof records)[number]): boolean => place.name === AIRPORT;

const cardOf = ({ page }: Reader): Locator =>
  page.getByRole('region', { name: en.panel.group.placesTitle });
const rowOf = (reader: Reader): Locator =>
  cardOf(reader).getByRole('button', { name: new RegExp(`^${AIRPORT}: `) });
const toldBy = async (row: Locator): Promise<Told> =>
  countIn((await row.getAttribute('aria-label')) ?? '');

describe('the card of named places', () => {
  it(
    'is next to the mark of Irbil from zoom 8.5 on, and counts the window with the mark',
    readsOnOneMap(IRBIL, async (reader) => {
      await rowOf(reader).waitFor();
      expect(await toldBy(rowOf(reader))).toEqual(toldIn('2026-02-28', '2026-03-19', isAtAirport));
      const end = reader.thumb(en.timeline.thumbs.to);
      await end.focus();
      for (let day = 0; day < 10; day++) await end.press('ArrowLeft');
      await expect
        .poll(() => toldBy(rowOf(reader)))
        .toEqual(toldIn('2026-02-28', '2026-03-09', isAtAirport));
    }),
  );

  it(
    'opens the records of one name, and those of the whole mark from there',
    readsOnOneMap(IRBIL, async (reader) => {
      await rowOf(reader).press('Enter');
      await reader.panel.getByRole('heading', { name: AIRPORT }).waitFor();
      const all = toldIn('2026-02-28', '2026-03-19', isAtAirport);
      await expect.poll(() => reader.listLength()).toBe(all.certain + all.possible);
      await reader.panel.getByRole('button', { name: en.panel.backTo.mark }).click();
      await expect.poll(() => reader.listLength()).toBeGreaterThan(all.certain + all.possible);
    }),
  );

  it(
    'lets the wheel zoom the map, is closed by its button, and is gone further out',
    reads({ reducedMotion: true }, async (reader) => {
      await reader.opensTheMap(IRBIL);
      await rowOf(reader).hover();
      await reader.page.mouse.wheel(0, -240);
      await expect
        .poll(() => Number(new URL(reader.page.url()).searchParams.get('map')?.split('/')[0]))
        .toBeGreaterThan(9.25);
      await reader.travels('?map=7.4/36.2/44.1');
      await cardOf(reader).waitFor({ state: 'detached' });
      await reader.travels(IRBIL);
      await rowOf(reader).waitFor();
      await cardOf(reader).getByRole('button', { name: en.panel.close }).click();
      await cardOf(reader).waitFor({ state: 'detached' });
    }),
  );
});
