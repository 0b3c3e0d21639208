import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { PHONE, type Device, type Reader } from './reader.ts';
import { LAYER_NAMES } from './layer-names.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';
import { countIn } from './words.ts';

const phone: Device = { viewport: PHONE, touch: true, reducedMotion: true };
const { readsOnOneMap } = stage({ device: phone });

const mastheadHeight = async ({ page }: Reader): Promise<number> =>
  (await page.locator('.masthead').boundingBox())?.height ?? 0;

describe('the page on a phone', () => {
  it(
    'opens a mark by touch in a sheet that leaves the timeline free, and reads the source',
    readsOnOneMap('?layers=energy', async (reader) => {
      const hint = reader.page.getByText(en.masthead.hint);
      expect(await hint.isVisible()).toBe(true);
      expect(await mastheadHeight(reader)).toBeGreaterThan(100);
      const mark = reader.marks.and(reader.button(/^Khor Mor/));
      const { x, y } = await reader.placeOf(mark);
      await reader.page.touchscreen.tap(x, y);
      await reader.panel.getByRole('heading', { name: /Khor Mor/ }).waitFor();
      // The hint has served, and the masthead leaves the map to the reader.
      await expect.poll(() => hint.count()).toBe(0);
      await expect.poll(() => mastheadHeight(reader)).toBeLessThanOrEqual(52);
      const sheet = await reader.panel.boundingBox();
      const timeline = await reader.timeline.boundingBox();
      expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeLessThanOrEqual((timeline?.y ?? 0) + 1);
      await reader.findsNoBarrier();

      const half = sheet?.height ?? 0;
      await reader.panel.getByRole('button', { name: en.panel.taller }).tap();
      await expect
        .poll(async () => (await reader.panel.boundingBox())?.height ?? 0)
        .toBeGreaterThan(half + 50);
      const read = reader.panel.getByRole('button', { name: en.panel.reports.read });
      await read.scrollIntoViewIfNeeded();
      await read.tap();
      await reader.panel.locator('mark').waitFor();
      await reader.findsNoBarrier();
      await reader.panel.getByRole('button', { name: en.panel.close }).tap();
      await reader.panel.waitFor({ state: 'detached' });
    }),
  );

  it(
    'shows map, count and timeline at once, with nothing wider than the screen',
    readsOnOneMap('', async (reader) => {
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      // The test before this one has touched the map.
      await reader.unfoldsTheMasthead();
      await expect.poll(() => mastheadHeight(reader)).toBeLessThanOrEqual(216);
      const fold = reader.button(en.masthead.fold);
      await fold.tap();
      await expect.poll(() => mastheadHeight(reader)).toBeLessThanOrEqual(52);
      await reader.findsNoBarrier();
      await fold.tap();
      const box = await reader.timeline.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height + 1);
      const width = await reader.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(PHONE.width);
      await reader.findsNoBarrier();
    }),
  );

  it(
    'scrubs by typed dates, and by a finger on a thumb',
    readsOnOneMap('', async (reader) => {
      await reader.button(en.timeline.more).tap();
      await reader.page.getByLabel(en.timeline.from, { exact: true }).fill('2026-03-01');
      await reader.page.getByLabel(en.timeline.toInclusive).fill('2026-03-13');
      await reader.seesCount(toldIn('2026-03-01', '2026-03-14'));
      await reader.findsNoBarrier();
      await reader.button(en.timeline.more).tap();

      const [first, last] = await Promise.all([
        reader.thumb(en.timeline.thumbs.from).boundingBox(),
        reader.thumb(en.timeline.thumbs.to).boundingBox(),
      ]);
      if (!first || !last) throw new Error('The thumbs are not on screen.');
      const day = (last.x - first.x) / 13;
      const from = { x: last.x + last.width / 2, y: last.y + last.height / 2 };
      const finger = await reader.page.context().newCDPSession(reader.page);
      const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) => {
        const touchPoints = type === 'touchEnd' ? [] : [{ x, y: from.y }];
        await finger.send('Input.dispatchTouchEvent', { type, touchPoints });
      };
      await touch('touchStart', from.x);
      for (let step = 1; step <= 8; step++) await touch('touchMove', from.x - (step / 2) * day);
      await touch('touchEnd', from.x - 4 * day);
      await reader.seesCount(toldIn('2026-03-01', '2026-03-10'));
      await reader.seesDrawnMarks();
    }),
  );

  it(
    'opens the legend, switches a layer and opens the list by touch',
    readsOnOneMap('', async (reader) => {
      await reader.button(en.shell.legend.title).tap();
      await reader.layer(LAYER_NAMES.civilian).tap();
      await reader.seesCount(
        toldIn('2026-02-28', '2026-03-19', (record) => record.target !== 'civilian'),
      );
      await reader.findsNoBarrier();
      await reader.button(en.shell.legend.close).tap();
      await reader.button(en.shell.buttons.list).tap();
      await expect
        .poll(async () => countIn(await reader.panel.innerText()))
        .toEqual(await reader.count());
      await reader.findsNoBarrier();
    }),
  );
});
