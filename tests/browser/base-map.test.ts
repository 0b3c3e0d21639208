/** The base map of the whole world, from one file of which the page asks for parts. */
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { inkOf, likeness, type Ink } from './ink.ts';
import { stage } from './stage.ts';

const FILE = 'basemap/world.pmtiles';
const VIEWPORT = { width: 800, height: 600 };
const ROOM = { width: 90, height: 16 };
/** From the dot of a place to the middle of its name's first line, on its right. */
const NAME = { x: 4, y: -6 };
/** A name in letters of its own; another name reaches 0.2 to 0.4. */
const MIN_LIKENESS = 0.5;

const sendsParts = stage();
const sendsWhole = stage({ site: { sendsParts: false } });

const inkAt = async (page: Page, x: number, y: number): Promise<Ink> =>
  inkOf(PNG.sync.read(await page.screenshot({ clip: { x, y, ...ROOM } })));

/** Leaves the map alone on the page. */
const clearTheMap = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('body *'))
      if (!part.closest('.map') && !part.querySelector('.map')) part.style.display = 'none';
  });

/** How the page itself writes a name, in the size of a place of some rank. */
async function written(page: Page, name: string, size: number): Promise<Ink> {
  await page.evaluate(
    ([text, pixels, { width, height }]) => {
      const line = document.createElement('p');
      line.id = 'written';
      line.textContent = text;
      Object.assign(line.style, {
        position: 'absolute',
        insetBlockStart: '0',
        insetInlineStart: '0',
        zIndex: '9',
        width: `${width}px`,
        background: 'white',
        color: 'black',
        font: `${pixels}px/${height}px "Dateline Sans"`,
      });
      document.body.append(line);
    },
    [name, size, ROOM] as const,
  );
  const ink = await inkAt(page, 0, 0);
  await page.evaluate(() => document.getElementById('written')?.remove());
  return ink;
}

describe('the base map', () => {
  it.each([
    ['Gaza', 31.5, 34.466, 10],
    ['Brovary', 50.518, 30.807, 10],
  ])('names %s, far from the data of the page', (name, lat, lon, zoom) =>
    sendsParts.reads({ viewport: VIEWPORT, pixelRatio: 2, reducedMotion: true }, async (reader) => {
      const { page } = reader;
      const parts: string[] = [];
      page.on('response', (response) => {
        if (response.url().endsWith(FILE)) parts.push(`${response.status()}`);
      });
      await reader.opens(`?map=${zoom}/${lat}/${lon}`);
      await page.locator('.map.is-drawn').waitFor();
      await clearTheMap(page);
      const [x, y] = [VIEWPORT.width / 2 + NAME.x, VIEWPORT.height / 2 + NAME.y - ROOM.height / 2];
      const alike = async (): Promise<number> => {
        const sizes = [14, 13.5, 12.5, 12, 11.5];
        const drawn = await inkAt(page, x, y);
        const each: number[] = [];
        for (const size of sizes) each.push(likeness(drawn, await written(page, name, size)));
        return Math.max(...each);
      };
      await expect.poll(alike, { timeout: 30_000 }).toBeGreaterThan(MIN_LIKENESS);
      expect(new Set(parts)).toEqual(new Set(['206']));
    })(),
  );

  it(
    'is downloaded as a whole where the server sends no parts, once and with a notice',
    sendsWhole.reads({ viewport: VIEWPORT, reducedMotion: true }, async (reader) => {
      const { page } = reader;
      const notices = page.getByRole('region', { name: en.faults.region });
      let asked = 0;
      let see = (): void => undefined;
      const isSeen = new Promise<void>((resolve) => (see = resolve));
      // The first part that came whole, and the download, which waits until its notice is seen.
      await page.route(`**/*${FILE}`, async (route) => {
        asked++;
        if (asked > 1) await isSeen;
        await route.continue();
      });
      const opening = reader.opens('?map=5/48/31');
      const notice = notices.getByText(en.faults.sentence({ kind: 'base-map-whole' }));
      await notice.waitFor();
      see();
      await opening;
      await notice.waitFor({ state: 'detached', timeout: 60_000 });
      await page.locator('.map.is-drawn').waitFor();
      await clearTheMap(page);
      const inkOfMap = async (): Promise<number> =>
        inkOf(await reader.mapPicture()).isInk.filter(Boolean).length;
      await expect.poll(inkOfMap, { timeout: 30_000 }).toBeGreaterThan(500);
      // Nothing more is asked for.
      expect(asked).toBe(2);
    }),
  );
});
