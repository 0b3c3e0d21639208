import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { DESKTOP, PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { exactly } from './words.ts';

const { reads, another } = stage();

/** One made-up row. */
const ONE_MARK = fileURLToPath(
  new URL('../fixtures/own/reported/13-plus-button.csv', import.meta.url),
);
const FRAME = { width: 900, height: 640 };
/** About the centre of the whole map, one step would move the mark by 40 pixels or more. */
const MAX_SHIFT = 20;
const OUTER_HEIGHT = 4_000;

/** The only mark is drawn, and nothing lies over it. */
const seesTheMark = ({ drawnMarks }: { drawnMarks: Reader['drawnMarks'] }): Promise<void> =>
  expect.poll(drawnMarks, { timeout: 20_000, interval: 300 }).toEqual({ drawn: 1, of: 1 });

const zoomOf = ({ page }: Reader): number =>
  Number(new URL(page.url()).searchParams.get('map')?.split('/')[0]);

describe('captions', () => {
  it(
    'move away from under the key when it opens again',
    reads({ reducedMotion: true }, async (reader) => {
      const { page } = reader;
      await reader.opensTheMap('?map=7.01/35.1483/42.0925');
      const key = page.locator('.key');
      const box = await key.boundingBox();
      const [left, bottom] = [box?.x ?? NaN, (box?.y ?? NaN) + (box?.height ?? NaN)];
      const isUnder = (captions: readonly Element[], [x, y]: readonly [number, number]) =>
        captions.filter((caption) => {
          const { right, top, width } = caption.getBoundingClientRect();
          const isSeen = caption.checkVisibility({ visibilityProperty: true });
          return isSeen && width > 0 && right > x && top < y;
        }).length;
      const under = () =>
        page.locator('.captions strong').evaluateAll(isUnder, [left, bottom] as const);
      await page.locator('#open-key').click();
      await expect.poll(under).toBeGreaterThan(0);
      await page.locator('#open-key').click();
      await key.waitFor();
      await expect.poll(under).toBe(0);
    }),
  );
});

describe('zooming by button and key', () => {
  it.each([
    ['a desktop', { viewport: DESKTOP }],
    ['a phone', { viewport: PHONE, touch: true }],
  ])('keeps the only mark in view on %s', (_, device) =>
    reads({ ...device, reducedMotion: true }, async (reader) => {
      const { page } = reader;
      await reader.opens();
      await reader.uses(en.shell.buttons.openFile);
      await page.locator('dialog[open] input[type=file]').setInputFiles(ONE_MARK);
      await reader.button(en.ownFiles.columns.confirm).click();
      await reader.seesCount({ certain: 1, possible: 0 });
      if ((await reader.panel.count()) > 0)
        await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      const drawn = { drawnMarks: () => reader.drawnMarks() };
      await seesTheMark(drawn);
      // The home view has the mark in the middle of what the page leaves free, once its texts are all there.
      const yOfMark = async (): Promise<number> => (await reader.placeOf(reader.marks.first())).y;
      const middle = await yOfMark();
      // The notice about the file lies over no button of the map.
      await reader.notices.getByRole('button', { name: en.faults.dismiss }).waitFor();
      await reader.button(exactly(en.map.zoomIn)).click();
      await expect.poll(() => zoomOf(reader)).toBeGreaterThan(0);
      await reader.button(en.shell.buttons.home).click();
      await expect.poll(() => zoomOf(reader)).toBeNaN();
      await seesTheMark(drawn);
      expect(Math.abs((await yOfMark()) - middle)).toBeLessThan(1);
      await reader.notices.getByRole('button', { name: en.faults.dismiss }).click();
      const zoomsIn = async (zoom: () => Promise<void>): Promise<void> => {
        for (const times of [1, 2]) {
          const before = zoomOf(reader);
          await zoom();
          await expect.poll(() => zoomOf(reader)).toBeGreaterThan(times === 1 ? 0 : before);
          await seesTheMark(drawn);
          const { y } = await reader.placeOf(reader.marks.first());
          expect(Math.abs(y - middle)).toBeLessThan(MAX_SHIFT);
        }
      };
      // Zooming out and in again would come back to the same view about whatever point.
      await zoomsIn(() => reader.button(exactly(en.map.zoomIn)).click());
      await reader.button(en.shell.buttons.home).click();
      await expect.poll(() => zoomOf(reader)).toBeNaN();
      await seesTheMark(drawn);
      await zoomsIn(() => page.getByLabel(en.map.label).press('+'));
    })(),
  );
});

describe('the map in a frame of another page', () => {
  let outer: Server | undefined;
  let address = '';
  let site = '';
  beforeAll(async () => {
    outer = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><title>An article</title><link rel="icon" href="data:,"><body style="margin:0;block-size:${String(OUTER_HEIGHT)}px"><iframe title="Map" src="${site}" width="${String(FRAME.width)}" height="${String(FRAME.height)}"></iframe>`,
      );
    });
    await new Promise<void>((resolve) => outer?.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((outer.address() as AddressInfo).port)}/`;
  });
  afterAll(() => {
    outer?.closeAllConnections();
    outer?.close();
  });

  it('scrolls that page with the wheel, zooms with Ctrl, says so, and adds no history entries', async () => {
    const reader = await another({ viewport: DESKTOP, reducedMotion: true, mayAsk: address });
    const { page } = reader;
    await reader.goes();
    site = page.url();
    await page.goto(address);
    const inside = page.frameLocator('iframe');
    await inside.locator('.map.is-drawn').waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(site));
    const camera = (): string | null => new URL(frame?.url() ?? '').searchParams.get('map');
    const stops = (): Promise<number> => page.evaluate(() => history.length);
    const before = await stops();

    // Between the headline and the key, which scrolls by itself.
    await page.mouse.move(FRAME.width / 2, FRAME.height / 2);
    await page.mouse.wheel(0, 240);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(240);
    await inside.getByText(en.map.wheelHelp).waitFor();
    expect(camera()).toBeNull();

    await page.mouse.wheel(0, -240);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(camera).not.toBeNull();
    expect(await page.evaluate(() => scrollY)).toBe(0);

    // Each of these would be a stop for Back in a page of its own.
    const innerAddress = (): string => frame?.url() ?? '';
    for (const name of [en.shell.buttons.list, en.panel.close]) {
      const last = innerAddress();
      await inside.getByRole('button', { name, exact: true }).click();
      await expect.poll(innerAddress).not.toBe(last);
    }
    const last = innerAddress();
    await inside.getByRole('slider', { name: en.timeline.thumbs.from }).press('ArrowRight');
    await expect.poll(innerAddress).not.toBe(last);
    expect(await stops()).toBe(before);
    await page.goBack();
    await expect.poll(() => page.url()).toBe(site);
    await reader.leaves();
  });

  it('leaves one finger to that page and moves with two', async () => {
    const reader = await another({ viewport: PHONE, touch: true, mayAsk: address });
    const { page } = reader;
    await reader.goes();
    site = page.url();
    await page.goto(address);
    const inside = page.frameLocator('iframe');
    await inside.locator('.map.is-drawn').waitFor();
    const finger = await page.context().newCDPSession(page);
    await finger.send('Input.synthesizeScrollGesture', { x: 370, y: 400, yDistance: -200 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await inside.getByText(en.map.touchHelp).waitFor();
    await reader.leaves();
  });
});
