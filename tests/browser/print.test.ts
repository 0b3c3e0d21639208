import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { DESKTOP, PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { records } from './told-by-data.ts';

const { reads } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });

/** How many pages a PDF has, by its page objects, which Chromium does not compress. */
const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

/** The page as a browser shows it for print, on paper that is `width` CSS pixels wide. */
async function seesOnPaper(reader: Reader, width: number): Promise<void> {
  await reader.page.emulateMedia({ media: 'print' });
  await reader.page.locator('.printed-page').waitFor();
  await reader.page.setViewportSize({ width, height: 1_000 });
}

/** Waits for the part that prints, which comes after the first view. */
const isReadyToPrint = async ({ page }: Reader): Promise<void> => {
  await expect
    .poll(() =>
      page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'));
        const isThere = document.querySelector('.printed-page') !== null;
        window.dispatchEvent(new Event('afterprint'));
        return isThere;
      }),
    )
    .toBe(true);
};

/** What reaches beyond the paper, or is a control. */
const strays = ({ page }: Reader): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.visually-hidden') === null;
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => isSeen(element) && element.getBoundingClientRect().right > innerWidth + 1,
    );
    const controls = [
      ...document.querySelectorAll('button:not([data-prints]), input, select, [role="switch"]'),
    ].filter(isSeen);
    return [...wide, ...controls].map((element) => element.outerHTML.slice(0, 120));
  });

describe('the printed page', () => {
  it(
    'has the full list, with map, bars, legend and count, and the page is restored',
    reads({ viewport: DESKTOP, reducedMotion: true, colorScheme: 'dark' }, async (reader) => {
      const { page } = reader;
      await reader.opensTheMap();
      await reader.button(en.shell.buttons.list).click();
      await reader.panel.locator('li[aria-setsize]').first().waitFor();
      await isReadyToPrint(reader);
      const sentence = await reader.countSentence.innerText();
      const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      // The list is loaded further than it is seen when it has rested.
      await expect
        .poll(() =>
          page.evaluate(() => {
            window.dispatchEvent(new Event('beforeprint'));
            const cards = document.querySelectorAll('.printed [data-opens]').length;
            window.dispatchEvent(new Event('afterprint'));
            return cards;
          }),
        )
        .toBe(records.length);

      // Once as a browser prints it, and once on screen to look at it.
      const upright = await page.pdf({ format: 'A4' });
      const landscape = await page.pdf({ format: 'A4', landscape: true });
      expect(pagesOf(upright)).toBeGreaterThan(5);
      expect(pagesOf(landscape)).toBeGreaterThan(pagesOf(upright));

      for (const width of [700, 1_030]) {
        await seesOnPaper(reader, width);
        expect(await page.locator('.printed-page p.count').innerText()).toBe(sentence);
        const cards = page.locator('.printed [data-opens]');
        expect(await cards.count()).toBe(records.length);
        for (const card of [cards.first(), cards.last()]) expect(await card.isVisible()).toBe(true);
        expect(await strays(reader)).toEqual([]);
        const canvas = page.locator('.printed-page canvas');
        const box = await canvas.boundingBox();
        expect(box?.width).toBeGreaterThan(300);
        expect(box?.height).toBeGreaterThan(200);
        const labels = await page.locator('.printed-page svg text.label').allTextContents();
        expect([labels[0], labels.at(-1)]).toEqual(['28 Feb', '18 Mar']);
        const white = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(white).toBe('rgb(255, 255, 255)');
        await page.emulateMedia({ media: 'screen' });
        await page.setViewportSize(DESKTOP);
        await page.locator('.printed-page').waitFor({ state: 'detached' });
      }
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
      await reader.seesDrawnMarks();
    }),
  );

  it(
    'names a filter on a field from the first moment',
    readsWithoutMap({ reducedMotion: true }, async (reader) => {
      const { page } = reader;
      const weapon = en.filters.fieldTitle('weapon', { schemas: [] });
      const sentence = `${en.filters.clause.field(weapon, en.terms.weapons.drone)}.`;
      await reader.opensWithoutMap('?filter=values(weapon,drone)');
      await page.getByRole('list', { name: en.filters.active }).first().waitFor();
      const print = (): Promise<readonly string[] | undefined> =>
        page.evaluate(() => {
          window.dispatchEvent(new Event('beforeprint'));
          const printed = document.querySelector('.printed-page');
          const items = printed && [...printed.querySelectorAll('li')];
          window.dispatchEvent(new Event('afterprint'));
          return items?.map(({ textContent }) => textContent);
        });
      let printed: readonly string[] | undefined;
      await expect.poll(async () => (printed ??= await print())).toBeDefined();
      expect(printed).toContain(sentence);
    }),
  );

  it(
    'has the addresses of the sources of an open record, and no button',
    readsWithoutMap({ viewport: PHONE, touch: true, reducedMotion: true }, async (reader) => {
      const record = records.find(({ id }) => id === '2026-02-28-khor-mor-production-halt');
      await reader.opensWithoutMap(`?id=${record?.id ?? ''}`);
      await reader.panel
        .getByText(record?.title ?? '')
        .first()
        .waitFor();
      await isReadyToPrint(reader);
      await seesOnPaper(reader, 700);
      const addresses = await reader.panel.locator('bdi.printed').allInnerTexts();
      expect(addresses).toHaveLength(record?.reports.length ?? 0);
      for (const address of addresses) expect(address).toMatch(/^<https?:.+>$/);
      expect(await strays(reader)).toEqual([]);
      // All of the record lies on the pages, not in a part that scrolls.
      const { scrolls, shows } = await reader.panel
        .locator('[data-scroller]')
        .evaluate(({ scrollHeight, clientHeight }) => ({
          scrolls: scrollHeight,
          shows: clientHeight,
        }));
      expect(shows).toBe(scrolls);
    }),
  );
});
