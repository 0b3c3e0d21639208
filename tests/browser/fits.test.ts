import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { Device, Reader } from './reader.ts';
import { stage } from './stage.ts';
import { exactly } from './words.ts';

const { reads } = stage({ pixels: false });
const SARSANG = '2026-03-05-sarsang-field-attack';
const GROUP = 'mark:7:2026-02-28-erbil-airport-flights-suspended';

const size = (width: number, height: number, touch = false): Device => ({
  viewport: { width, height },
  touch,
  reducedMotion: true,
});

/** Where marks lie under another part of the page, or beyond the window. */
const coveredMarks = ({ marks }: Reader): Promise<readonly string[]> =>
  marks.evaluateAll((all) =>
    all.flatMap((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      const over = document.elementFromPoint(x + width / 2, y + height / 2);
      if (over?.tagName === 'CANVAS') return [];
      return [`${mark.getAttribute('aria-label') ?? ''} under ${over?.className ?? 'nothing'}`];
    }),
  );

/** The home view has all marks, which are few where it is small. */
const seesAllMarks = async (reader: Reader): Promise<void> => {
  await expect.poll(() => coveredMarks(reader), { timeout: 20_000 }).toEqual([]);
  expect(await reader.marks.count()).toBeGreaterThanOrEqual(10);
};

describe('the home view lies in the largest free part of the map', () => {
  it.each([
    [size(768, 1024, true), ''],
    [size(794, 1123), ''],
    [size(1024, 768), ''],
    [size(1024, 768), `?group=${GROUP}`],
    [size(1280, 720), ''],
    [size(1440, 900), '?list=open'],
    [size(1440, 900), `?group=${GROUP}`],
    [size(390, 844, true), '?list=open'],
  ])('%j %s', (device, query) =>
    reads(device, async (reader) => {
      await reader.opensTheMap(query);
      await seesAllMarks(reader);
    })(),
  );

  it.each([
    ['a phone', size(390, 844, true), en.shell.buttons.list],
    ['a phone on its side', size(844, 390, true), en.shell.buttons.list],
    ['a portrait tablet', size(768, 1024, true), en.shell.legend.title],
  ])('and on %s it makes room for what opens', (_, device, opener) =>
    reads(device, async (reader) => {
      await reader.opensTheMap();
      await reader.unfoldsTheMasthead();
      await reader.button(exactly(opener)).tap();
      await reader.page.locator('aside, .key').first().waitFor();
      await seesAllMarks(reader);
    })(),
  );
});

it(
  'keeps the mark of what opens in sight on a phone on its side',
  reads(size(844, 390, true), async (reader) => {
    await reader.opensTheMap(`?id=${SARSANG}`);
    const mark = reader.marks.and(reader.button(/^Sarsang/));
    const isInSight = (): Promise<boolean> =>
      mark.evaluate((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2)?.tagName === 'CANVAS';
      });
    await expect.poll(isInSight).toBe(true);
    await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).tap();
    await reader.panel.waitFor({ state: 'detached' });
    const { x, y } = await reader.placeOf(mark);
    await reader.page.touchscreen.tap(x, y);
    await reader.panel.waitFor();
    await expect.poll(isInSight).toBe(true);
  }),
);

it(
  'leaves the slider in view next to the filters on a phone on its side',
  reads(size(844, 390, true), async (reader) => {
    await reader.opens('?filter=values(weapon,drone)&dock=filters');
    await reader.page.getByRole('search', { name: en.shell.filters }).waitFor();
    const end = async (): Promise<number> => {
      const box = await reader.timeline.locator('[data-grip="axis"]').boundingBox();
      return (box?.y ?? Infinity) + (box?.height ?? 0);
    };
    await expect.poll(end).toBeLessThanOrEqual(390);
  }),
);

it(
  'has the tools free of a notice',
  reads(size(1100, 800), async (reader) => {
    await reader.opensTheMap();
    await reader.uses(en.shell.buttons.openFile);
    await reader.page.locator('dialog[open] input[type=file]').setInputFiles({
      name: 'made-up.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,date,lat,lon\n1,2031-05-03,36.1,44.1'),
    });
    await reader.button(en.ownFiles.columns.confirm).click();
    await reader.notices.getByRole('button', { name: en.faults.dismiss }).waitFor();
    const covered = (): Promise<readonly string[]> =>
      reader.page.locator('.tools button').evaluateAll((all) =>
        all.flatMap((tool) => {
          const { left, top, width, height } = tool.getBoundingClientRect();
          const over = document.elementFromPoint(left + width / 2, top + height / 2);
          return tool.contains(over) ? [] : [tool.textContent];
        }),
      );
    await expect.poll(covered).toEqual([]);
  }),
);

it(
  'has the key as high next to a panel as without one',
  reads(size(1440, 900), async (reader) => {
    await reader.opens();
    const key = reader.page.locator('.key');
    const height = async (): Promise<number> => (await key.boundingBox())?.height ?? 0;
    const before = await height();
    await reader.button(exactly(en.shell.buttons.list)).click();
    await reader.panel.waitFor();
    await reader.button(exactly(en.shell.legend.title)).click();
    await expect.poll(height).toBeGreaterThanOrEqual(before);
  }),
);

describe('a part of the page that scrolls', () => {
  it.each([size(1024, 768), size(1280, 720), size(1440, 900), size(768, 1024, true)])(
    'says so by text that fades out: %j',
    (device) =>
      reads(device, async (reader) => {
        const { page } = reader;
        await reader.opens();
        const parts = page.locator('.masthead .content, .key .rows, .key details');
        const unmarked = (): Promise<readonly string[]> =>
          parts.evaluateAll((all) =>
            all.flatMap((part) => {
              const isMore = part.scrollHeight - part.scrollTop - part.clientHeight > 5;
              const isFaded = getComputedStyle(part).maskImage !== 'none';
              return isMore === isFaded ? [] : [part.getAttribute('class') ?? ''];
            }),
          );
        await expect.poll(unmarked).toEqual([]);
        const reports = reader.button(/^Read all/);
        await expect
          .poll(() =>
            reports.evaluate((link) => {
              const { x, y, height } = link.getBoundingClientRect();
              return link.contains(document.elementFromPoint(x + 5, y + height - 3));
            }),
          )
          .toBe(true);
        const key = reader.button(exactly(en.shell.legend.title));
        if ((await key.getAttribute('aria-expanded')) === 'false') await key.click();
        const explained = page.getByText(en.shell.legend.key).first();
        await explained.waitFor();
        await expect.poll(unmarked).toEqual([]);
        await expect
          .poll(() =>
            explained.evaluate((row) => {
              const { x, y, height } = row.getBoundingClientRect();
              return row.contains(document.elementFromPoint(x + 20, y + height - 3));
            }),
          )
          .toBe(true);
        await explained.click();
        await expect.poll(unmarked).toEqual([]);
        await parts.last().evaluate((part) => {
          part.scrollTo(0, part.scrollHeight);
        });
        await expect.poll(unmarked).toEqual([]);
      })(),
  );
});

/** Which parts of the page lie over the buttons of the map, or touch them. */
const overButtons = ({ page }: Reader): Promise<readonly string[]> =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll('main > .pane ~ *, main > .pane *')].find(
      (one) => one.classList.contains('buttons') && one.childElementCount === 3,
    );
    if (!buttons) throw new Error('There are no buttons.');
    if (!buttons.checkVisibility({ visibilityProperty: true })) return [];
    const own = buttons.getBoundingClientRect();
    return [
      ...document.querySelectorAll(
        '.masthead, .filter-dock, .key, .tools, main > aside, .table-dock',
      ),
    ]
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return (
          part.checkVisibility({ visibilityProperty: true }) &&
          Math.min(box.right, own.right) > Math.max(box.left, own.left) &&
          Math.min(box.bottom, own.bottom) > Math.max(box.top, own.top)
        );
      })
      .map((part) => `${part.className} at ${String(innerWidth)}`);
  });

/** Of the stretches in which everything moves evenly with the width: between the breakpoints and least sizes. */
const ENDS = [1440, 1257, 1150, 1149, 1100, 1099, 900];

describe('the buttons of the map', () => {
  it.each(['?list=open', '?dock=filters', `?list=table&id=${SARSANG}`])(
    'lie under no other part at any width: %s',
    (query) =>
      reads(size(1440, 900), async (reader) => {
        const { page } = reader;
        await reader.opensTheMap(query);
        const key = page.locator('.key');
        const opener = page.getByRole('button', { name: en.shell.legend.title, exact: true });
        const covered: string[] = [];
        for (const width of ENDS) {
          await page.setViewportSize({ width, height: 900 });
          await page.locator('main').evaluate(() => new Promise(requestAnimationFrame));
          // It gives way where there is little room; a reader may open it again.
          if (!(await key.isVisible())) await opener.click();
          await key.waitFor();
          covered.push(...(await overButtons(reader)));
        }
        expect(covered).toEqual([]);
      })(),
  );
});
