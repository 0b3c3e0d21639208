/** The period to the minute, by its name, and the axis that is zoomed to it. */
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { isoText, minuteOf, type Minute } from '../../src/core/time/minute.ts';
import type { TimeRange } from '../../src/core/time/time-range.ts';
import { deferred } from '../unit/deferred.ts';
import { closedDashes } from '../unit/i18n/closed-dashes.ts';
import { PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';

const { reads, another } = stage({ webgl: false });

const march = (day: number, hour = 0): Minute => minuteOf(2026, 3, day, hour);
const PERIOD: TimeRange = { from: minuteOf(2026, 2, 28), to: march(19) };

const opensMore = async (reader: Reader): Promise<void> => {
  await reader.button(en.timeline.more).click();
  await reader.page.getByLabel(en.period.title).waitFor();
};
const field = (reader: Reader, label: string) => reader.page.getByLabel(label, { exact: true });
const start = en.timeline.thumbs.from;
const end = en.timeline.thumbs.to;

/** The stretch of the axis on screen, as its position says it; nothing while it is all. */
const axisOf = async (reader: Reader): Promise<string | null> => {
  const track = reader.timeline.locator('.track');
  const title = (await track.count()) === 0 ? null : await track.getAttribute('title');
  return title === null ? null : closedDashes(title);
};
const saidOf = (axis: TimeRange): string => closedDashes(en.timeline.partOfPeriod(axis, PERIOD));
const seesAxis = (reader: Reader, axis: TimeRange): Promise<void> =>
  expect.poll(() => axisOf(reader)).toBe(saidOf(axis));

/** The plot, and where a minute is on an axis of the whole period. */
async function plotOf(reader: Reader) {
  const box = await reader.timeline.locator('.bars').boundingBox();
  if (!box) throw new Error('The plot is not on screen.');
  const pixels = box.width / (PERIOD.to - PERIOD.from);
  return {
    xOf: (minute: Minute): number => box.x + (minute - PERIOD.from) * pixels,
    y: box.y + box.height / 2,
    axisY: box.y + box.height + 8,
  };
}

/** Drags over the plot from one minute to another. */
async function drags(reader: Reader, from: Minute, to: Minute): Promise<void> {
  const { xOf, y } = await plotOf(reader);
  const { mouse } = reader.page;
  await mouse.move(xOf(from), y);
  await mouse.down();
  await mouse.move(xOf((from + to) / 2), y);
  await mouse.move(xOf(to), y);
  await mouse.up();
}

const windowIn = (url: string): string => {
  const { searchParams } = new URL(url);
  return `${searchParams.get('from') ?? ''} ${searchParams.get('to') ?? ''}`;
};
const seesWindow = (reader: Reader, window: string): Promise<void> =>
  expect.poll(() => windowIn(reader.page.url())).toBe(window);

describe('a period with times of day', () => {
  it(
    'is typed, shared in a link and opened again to the minute',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await opensMore(reader);
      await reader.page.getByLabel(en.period.switches.clock).check();
      await reader.findsNoBarrier();
      await reader.page.keyboard.press('Escape');
      await field(reader, en.timeline.from).fill('2026-03-03T21:35');
      await field(reader, en.timeline.until).fill('2026-03-07T06:05');
      await reader.seesCount(toldIn('2026-03-03T21:35', '2026-03-07T06:05'));
      await seesWindow(reader, '2026-03-03T21:35 2026-03-07T06:05');

      const other = await another();
      await other.opensWithoutMap(new URL(reader.page.url()).search);
      await other.seesCount(toldIn('2026-03-03T21:35', '2026-03-07T06:05'));
      expect(await field(other, en.timeline.from).inputValue()).toBe('2026-03-03T21:35');
      await other.leaves();
    }),
  );

  it(
    'is read from text where a browser has no such year, and what is no date is said to be none',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.button(en.shell.buttons.openFile).click();
      const buffer = Buffer.from('date,lat,lon\n-0043-03-15,41.9,12.5\n-0043-03-20,41.9,12.5\n');
      const file = { name: 'ides.csv', mimeType: 'text/csv', buffer };
      await reader.page.locator('dialog[open] input[type=file]').setInputFiles(file);
      await reader.button(en.ownFiles.columns.confirm).click();
      await reader.page.getByRole('heading', { level: 1, name: 'ides.csv' }).waitFor();
      const from = field(reader, en.timeline.from);
      const none = en.faults.sentence({
        kind: 'unread-date',
        text: '44 BC',
        example: '-0043-03-15T00:00',
      });
      await from.fill('44 BC');
      await from.press('Enter');
      await reader.page.getByText(none).waitFor();
      expect(await from.inputValue()).toBe('-0043-03-15');
      await from.fill('-0043-03-15 12:30');
      await from.press('Enter');
      await expect.poll(() => from.inputValue()).toBe('-0043-03-15T12:30');
      await expect.poll(() => reader.page.getByText(none).count()).toBe(0);
    }),
  );

  it(
    'stays as it was after a day that no month has',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await field(reader, en.timeline.from).focus();
      await reader.page.keyboard.type('02302026');
      await reader.page.keyboard.press('Enter');
      await reader.page
        .getByText(en.faults.sentence({ kind: 'unread-date', text: '', example: '' }))
        .waitFor();
      expect(await field(reader, en.timeline.from).inputValue()).toBe('2026-02-28');
    }),
  );
});

describe('a period by its name', () => {
  it.each([
    ['with a mouse', {}],
    ['on a phone', { viewport: PHONE, touch: true }],
    ['on a phone on its side', { viewport: { width: 844, height: 390 }, touch: true }],
    ['in a tiny window', { viewport: { width: 320, height: 256 } }],
  ])('is chosen %s', (_, device) =>
    reads(device, async (reader) => {
      await reader.opensWithoutMap();
      await opensMore(reader);
      const periods = reader.page.getByLabel(en.period.title);
      const lastDays = await periods.locator('option').nth(2).innerText();
      expect(lastDays).toContain(en.period.lastDays(7, ''));
      await periods.selectOption({ label: lastDays });
      await reader.seesCount(toldIn('2026-03-12', '2026-03-19'));
      await periods.selectOption({ label: en.dates.month(march(1)) });
      await reader.seesCount(toldIn('2026-03-01', '2026-03-19'));
      await periods.selectOption({ label: en.timeline.wholePeriod });
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      await reader.findsNoBarrier();
    })(),
  );
});

describe('the axis', () => {
  it(
    'zooms to what is brushed, to the period and back, with mouse and keys',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-05&to=2026-03-09');
      await reader.page.keyboard.down('Shift');
      await drags(reader, march(3, 5), march(10, 15));
      await reader.page.keyboard.up('Shift');
      await seesAxis(reader, { from: march(3), to: march(11) });
      await seesWindow(reader, '2026-03-05 2026-03-09');

      const { xOf, axisY } = await plotOf(reader);
      await reader.page.mouse.dblclick(xOf(march(8)), axisY);
      await expect.poll(() => axisOf(reader)).toBeNull();

      await reader.thumb(end).press('Enter');
      const around = { from: march(4, 12), to: march(9, 12) };
      await seesAxis(reader, around);
      await reader.thumb(end).press('-');
      await expect.poll(() => axisOf(reader)).not.toBe(saidOf(around));
      await opensMore(reader);
      await reader.button(en.period.zoom).press('Enter');
      await seesAxis(reader, around);
    }),
  );

  it(
    'zooms about the pointer with a wheel and a trackpad, and moves sideways',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      const { xOf, y, axisY } = await plotOf(reader);
      const { mouse, keyboard } = reader.page;
      for (const at of [y, axisY]) {
        await mouse.move(xOf(PERIOD.from) + 1, at);
        await mouse.wheel(0, -240);
        await expect.poll(() => axisOf(reader)).not.toBeNull();
        const zoomed = await axisOf(reader);
        // Its start was under the pointer.
        expect(zoomed).toContain(en.dates.day(PERIOD.from).split(' ')[0] ?? '');
        await mouse.wheel(120, 0);
        await expect.poll(() => axisOf(reader)).not.toBe(zoomed);
        await keyboard.down('Control');
        await mouse.wheel(0, 2000);
        await mouse.wheel(0, 2000);
        await keyboard.up('Control');
        await expect.poll(() => axisOf(reader)).toBeNull();
      }
      // Nothing of this chose another period.
      await seesWindow(reader, ' ');
    }),
  );

  it(
    'zooms between two fingers',
    reads({ viewport: PHONE, touch: true }, async (reader) => {
      await reader.opensWithoutMap();
      const { xOf, y } = await plotOf(reader);
      const hands = await reader.page.context().newCDPSession(reader.page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) => {
        const middle = xOf(march(9));
        const touchPoints =
          type === 'touchEnd'
            ? []
            : [middle - apart / 2, middle + apart / 2].map((x, id) => ({ x, y, id }));
        return hands.send('Input.dispatchTouchEvent', { type, touchPoints });
      };
      await touch('touchStart', 40);
      for (const apart of [60, 80, 120, 160]) await touch('touchMove', apart);
      await touch('touchEnd', 160);
      await expect.poll(() => axisOf(reader)).not.toBeNull();
      await seesWindow(reader, ' ');
    }),
  );
});

describe('a period that is free of the columns', () => {
  it(
    'is moved by minutes and hours, also after a reload',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-05&to=2026-03-09');
      await reader.thumb(end).press('ArrowRight');
      await seesWindow(reader, '2026-03-05 2026-03-10');
      await opensMore(reader);
      await reader.page.getByLabel(en.period.switches.snapping).uncheck();
      await reader.page.keyboard.press('Escape');
      await reader.thumb(end).press('ArrowRight');
      await seesWindow(reader, '2026-03-05 2026-03-10T01:00');
      await reader.thumb(start).press('Shift+ArrowLeft');
      await seesWindow(reader, '2026-03-04 2026-03-10T01:00');

      await reader.page.reload();
      await reader.putsTheMissingMapAway();
      await drags(reader, march(12, 7), march(14, 18));
      await expect
        .poll(() => windowIn(reader.page.url()))
        .toMatch(/^2026-03-12T0[67]:\d\d 2026-03-14T1[78]:\d\d$/);
      await reader.page.keyboard.down('Alt');
      await drags(reader, march(2, 7), march(3, 18));
      await reader.page.keyboard.up('Alt');
      await seesWindow(reader, `${isoText(march(2))} ${isoText(march(4))}`);
    }),
  );
});

describe('the list of keys', () => {
  const list = (reader: Reader) => reader.page.getByRole('dialog', { name: en.keys.title });

  it(
    'opens with a question mark, but not in a field, and gives the focus back',
    reads({}, async (reader) => {
      const isPressed = deferred<undefined>();
      await reader.page.route(/\/LateParts-/, async (route) => {
        await isPressed.promise;
        await route.continue();
      });
      await reader.opensWithoutMap();
      await reader.thumb(start).focus();
      await reader.page.keyboard.press('?');
      isPressed.resolve(undefined);
      await list(reader).getByText(en.keys.groups.thumbs.commands.zoomToWindow).waitFor();
      await reader.findsNoBarrier();
      await reader.page.keyboard.press('Escape');
      await expect.poll(() => list(reader).isVisible()).toBe(false);
      const named = () => document.activeElement?.getAttribute('aria-label');
      expect(await reader.page.evaluate(named)).toBe(start);

      await reader.button(en.shell.buttons.list).click();
      const search = reader.panel.getByRole('searchbox');
      await search.focus();
      await reader.page.keyboard.press('?');
      expect(await search.inputValue()).toBe('?');
      expect(await list(reader).isVisible()).toBe(false);
    }),
  );

  it(
    'opens from About, where the question mark can be switched off',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.uses(en.shell.buttons.about);
      await reader.button(en.keys.open).click();
      await list(reader).getByLabel(en.keys.switchLabel).uncheck();
      await reader.findsNoBarrier();
      await reader.page.keyboard.press('Escape');
      await reader.page.keyboard.press('Escape');
      await reader.page.keyboard.press('?');
      expect(await list(reader).isVisible()).toBe(false);
    }),
  );

  it(
    'opens with the very first key of a visit',
    reads({}, async (reader) => {
      await reader.opens();
      await reader.missesTheMap();
      await reader.page.keyboard.press('?');
      await list(reader).waitFor();
    }),
  );

  it(
    'takes what a reader does after typing a date for newer, however late the date is read',
    reads({}, async (reader) => {
      const { page } = reader;
      const isRead = deferred<undefined>();
      await page.route(/\/typed-dates-/, async (route) => {
        await isRead.promise;
        await route.continue();
      });
      await reader.opens('?from=2026-03-05&to=2026-03-19');
      const from = page.getByLabel(en.timeline.from, { exact: true });
      const late = page.waitForResponse(/\/typed-dates-/);
      await from.fill('2026-03-10');
      await reader.button(en.timeline.wholePeriod).click();
      await expect.poll(() => from.inputValue()).toBe('2026-02-28');
      isRead.resolve(undefined);
      await late;
      // A date that is typed from then on is read at once.
      await page.getByLabel(en.timeline.toInclusive, { exact: true }).fill('2026-03-12');
      await expect.poll(() => new URL(page.url()).searchParams.get('to')).toBe('2026-03-13');
      expect(await from.inputValue()).toBe('2026-02-28');
    }),
  );

  it(
    'takes both dates in the order in which they were typed, however late they are read',
    reads({}, async (reader) => {
      const { page } = reader;
      const isRead = deferred<undefined>();
      await page.route(/\/typed-dates-/, async (route) => {
        await isRead.promise;
        await route.continue();
      });
      await reader.opens();
      await page.getByLabel(en.timeline.from, { exact: true }).fill('2026-03-15');
      await page.getByLabel(en.timeline.toInclusive, { exact: true }).fill('2026-03-10');
      // Of several imports of one file, a browser that was idle meanwhile does not finish the first one first.
      await page.evaluate(() => new Promise((drawn) => requestIdleCallback(drawn)));
      isRead.resolve(undefined);
      await expect.poll(() => windowIn(page.url())).toBe('2026-03-10 2026-03-16');
    }),
  );
});
