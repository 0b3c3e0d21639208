/** The table of all records. Every row of a file in these journeys is made up. */
import { describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { words as en } from '../../src/i18n/words.ts';
import { PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { exactly } from './words.ts';

const { reads: readsWithMap, readsOnOneMap } = stage({ pixels: false });
const { reads: readsWithoutMap } = stage({ webgl: false });

const gridOf = ({ page }: Reader): Locator => page.getByRole('grid', { name: en.table.label });
const cell = (reader: Reader, line: number, column: number): Locator =>
  gridOf(reader).locator(`[data-line="${String(line)}"][data-column="${String(column)}"]`);
const header = (reader: Reader, name: string): Locator =>
  gridOf(reader).getByRole('columnheader', { name, exact: true });

/** The cells of a column that are drawn, from the top, once all of them have come. */
async function columnOf(reader: Reader, name: string): Promise<readonly string[]> {
  await gridOf(reader).and(reader.page.locator('[aria-busy=false]')).waitFor();
  await expect.poll(() => gridOf(reader).locator('[aria-busy=true]').count()).toBe(0);
  const column = await header(reader, name).getAttribute('data-column');
  const cells = gridOf(reader).locator(`[role=gridcell][data-column="${String(column)}"]`);
  return cells.evaluateAll((all) =>
    all
      .toSorted((a, b) => Number(a.getAttribute('data-line')) - Number(b.getAttribute('data-line')))
      .map((one) => one.textContent.trim()),
  );
}

async function opensTable(reader: Reader): Promise<void> {
  await reader.opensWithoutMap('?list=table');
  await cell(reader, 5, 1).and(gridOf(reader).locator('[title]')).waitFor();
}

/** The choice of cards or the table. */
const view = ({ page }: Reader, name: string): Locator =>
  page.getByRole('group', { name: en.table.view }).getByText(name, { exact: true });

/** Over series and totals. */
const HEADINGS = 2;

/** Where the focus is: the line and the column of its cell. */
const focused = ({ page }: Reader): Promise<string> =>
  page.evaluate(() => {
    const { line, column } = (document.activeElement as HTMLElement | null)?.dataset ?? {};
    return `${String(line)} ${String(column)}`;
  });

const selectedRows = (reader: Reader): Promise<number> =>
  gridOf(reader).locator('[role=row][aria-selected=true]').count();

const copied = ({ page }: Reader): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

const listIn = ({ page }: Reader): string | null => new URL(page.url()).searchParams.get('list');

describe('the table', () => {
  it(
    'is sorted by the name of a column, the other way round, and in the order of the list again',
    readsWithoutMap({}, async (reader) => {
      await opensTable(reader);
      const { killed } = en.table.fields;
      const before = await columnOf(reader, en.table.columns.title);
      const least = async (): Promise<readonly number[]> =>
        (await columnOf(reader, killed)).map((text) =>
          text === '' ? Infinity : Number(text.split('–')[0]),
        );
      await header(reader, killed).click();
      await expect.poll(() => header(reader, killed).getAttribute('aria-sort')).toBe('ascending');
      await expect.poll(async () => (await least())[0]).toBe(0);
      const ascending = await least();
      expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
      await header(reader, killed).click();
      await expect.poll(async () => (await least())[0]).toBeGreaterThan(0);
      const descending = await least();
      const given = descending.filter((one) => one !== Infinity);
      expect(given).toEqual(given.toSorted((a, b) => b - a));
      // What is not given is last in this direction too.
      expect(descending.slice(given.length).every((one) => one === Infinity)).toBe(true);
      await header(reader, killed).click();
      await expect.poll(() => header(reader, killed).getAttribute('aria-sort')).toBe('none');
      await expect.poll(() => columnOf(reader, en.table.columns.title)).toEqual(before);
    }),
  );

  it(
    'is used by keyboard alone: cells, sorting, selection, widths, a record and back',
    readsWithoutMap({}, async (reader) => {
      await opensTable(reader);
      const { keyboard } = reader.page;
      await header(reader, en.table.columns.title).focus();
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowRight');
      expect(await focused(reader)).toBe('1 2');
      await keyboard.press('Home');
      expect(await focused(reader)).toBe('1 0');
      await keyboard.press('Control+End');
      const lines = Number(await gridOf(reader).getAttribute('aria-rowcount')) - 1;
      const columns = Number(await gridOf(reader).getAttribute('aria-colcount'));
      await expect.poll(() => focused(reader)).toBe(`${String(lines - 1)} ${String(columns - 1)}`);
      await keyboard.press('Control+Home');
      await expect.poll(() => focused(reader)).toBe('0 0');
      await keyboard.press('PageDown');
      await expect
        .poll(async () => Number((await focused(reader)).split(' ')[0]))
        .toBeGreaterThan(2);
      await keyboard.press('PageUp');
      await expect.poll(() => focused(reader)).toBe('0 0');

      await keyboard.press('Space');
      expect(await selectedRows(reader)).toBe(1);
      await keyboard.press('Shift+ArrowDown');
      await keyboard.press('Shift+ArrowDown');
      await expect.poll(() => selectedRows(reader)).toBe(3);
      await reader.page.getByText(en.table.select.count(3)).waitFor();
      await keyboard.press('Control+a');
      await reader.page.getByText(en.table.select.count(lines - HEADINGS)).waitFor();

      await keyboard.press('ArrowRight');
      const width = async (): Promise<number> =>
        (await header(reader, en.table.columns.title).boundingBox())?.width ?? 0;
      const narrow = await width();
      await keyboard.press('Alt+ArrowRight');
      await expect.poll(width).toBeGreaterThan(narrow);

      await keyboard.press('Enter');
      const heading = reader.panel.getByRole('heading', { level: 2 });
      await heading.waitFor();
      const title = await cell(reader, 2, 1).innerText();
      expect(await heading.innerText()).toBe(title);
      expect(await gridOf(reader).locator('[aria-current=true]').count()).toBe(1);
      await keyboard.press('Escape');
      await reader.panel.waitFor({ state: 'detached' });
      await expect.poll(() => focused(reader)).toBe('2 1');
    }),
  );

  it(
    'copies the selected rows with the columns that are shown',
    readsWithoutMap({}, async (reader) => {
      await opensTable(reader);
      await reader.button(en.table.menu.button).click();
      await reader.page
        .getByRole('checkbox', { name: en.table.columns.place, exact: true })
        .uncheck();
      await reader.page.keyboard.press('Escape');
      await expect.poll(() => header(reader, en.table.columns.place).count()).toBe(0);
      await cell(reader, 1, 0).click();
      await cell(reader, 2, 0).click();
      await cell(reader, 2, 1).focus();
      await reader.page.keyboard.press('Control+c');
      await reader.page.getByText(en.table.copy.done(2)).waitFor();
      const lines = (await copied(reader)).split('\r\n').map((line) => line.split('\t'));
      const heads = await gridOf(reader)
        .getByRole('columnheader')
        .locator('.label')
        .allTextContents();
      expect(lines[0]).toEqual(heads);
      const titles = await columnOf(reader, en.table.columns.title);
      expect(lines.slice(1).map(([title]) => title)).toEqual(titles.slice(1, 3));
      // The choice of columns outlives the page.
      await reader.page.reload();
      await gridOf(reader).waitFor();
      expect(await header(reader, en.table.columns.place).count()).toBe(0);
    }),
  );

  it(
    'is in the link, without a step for Back, and a link to the list shows cards',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?list=open');
      await view(reader, en.table.views.table).click();
      await gridOf(reader).waitFor();
      await expect.poll(() => listIn(reader)).toBe('table');
      expect(await reader.page.evaluate(() => history.length)).toBe(2);
      await view(reader, en.table.views.cards).click();
      await expect.poll(() => reader.listLength()).toBeGreaterThan(0);
      await expect.poll(() => listIn(reader)).toBe('open');
    }),
  );

  it(
    'has rows without a date or a place, and says how many there are of all',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?list=table');
      await reader.uses(en.shell.buttons.openFile);
      await reader.page.locator('dialog[open] input[type=file]').setInputFiles({
        name: 'made-up.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          [
            'event,event_date,latitude,longitude,number',
            'second,2031-05-02,36.2,44.0,10',
            'placeless,2031-05-01,,,9',
            'dateless,,36.2,44.0,',
            '"=1+1, ""quoted""",2031-05-03,36.2,44.0,100',
          ].join('\n'),
        ),
      });
      const open = reader.page.getByRole('button', { name: en.ownFiles.columns.confirm });
      await open.click();
      await expect
        .poll(async () => [...(await columnOf(reader, 'event'))].sort())
        .toEqual(['=1+1, "quoted"', 'dateless', 'placeless', 'second'].sort());
      await reader.page.getByText(/^3 incidents, possibly 1 more of all 4 incidents/).waitFor();
      await header(reader, 'number').click();
      await expect.poll(() => columnOf(reader, 'number')).toEqual(['9', '10', '100', '']);
      await cell(reader, 2, 1).focus();
      await reader.page.keyboard.press('Control+c');
      await reader.page.getByText(en.table.copy.done(1)).waitFor();
      expect(await copied(reader)).toContain(`"'=1+1, ""quoted"""`);
    }),
  );

  it(
    'fills the sheet of a phone and scrolls across',
    readsWithoutMap({ viewport: PHONE, touch: true }, async (reader) => {
      await opensTable(reader);
      const box = await gridOf(reader).boundingBox();
      expect(box?.width).toBe(PHONE.width);
      const room = await gridOf(reader).evaluate((grid) => grid.scrollWidth - grid.clientWidth);
      expect(room).toBeGreaterThan(200);
      await cell(reader, 1, 0).tap();
      expect(await selectedRows(reader)).toBe(1);
      await cell(reader, 1, 1).tap();
      await reader.panel.getByRole('button', { name: en.panel.backTo.list }).tap();
      await gridOf(reader).waitFor();
      await expect.poll(() => focused(reader)).toBe('1 1');
    }),
  );

  it(
    'has no barrier that axe finds',
    readsWithoutMap({}, async (reader) => {
      await opensTable(reader);
      await reader.findsNoBarrier();
    }),
  );
});

describe('rows and marks', () => {
  it(
    'show each other under the pointer',
    readsOnOneMap('?list=table', async (reader) => {
      await cell(reader, 5, 1).and(gridOf(reader).locator('[title]')).waitFor();
      const mark = reader.marks.and(reader.button(/^Khor Mor/));
      // Each time at another place: a browser drops a movement to where the pointer is.
      let moves = 0;
      const pointsAtMark = async (): Promise<number> => {
        const { x, y } = await reader.placeOf(mark);
        await reader.page.mouse.move(x + 2 * (moves++ % 2), y);
        return reader.page.locator('.tip').count();
      };
      await expect.poll(pointsAtMark).toBe(1);
      await gridOf(reader).locator('.is-linked').first().waitFor();
      const linked = gridOf(reader).locator('.is-linked').first();
      const place = await linked.locator('[data-column="3"]').innerText();
      expect(place).toContain('Khor Mor');
      await linked.locator('[data-column="1"]').hover();
      await reader.page
        .locator('.tip')
        .getByText(/Khor Mor/)
        .waitFor();
      expect(await gridOf(reader).locator('.is-linked').count()).toBe(0);
    }),
  );

  it(
    'leave the controls of the map uncovered',
    readsOnOneMap(undefined, async (reader) => {
      const covered = (controls: string): Promise<readonly string[]> =>
        reader.page.locator(`.pane ${controls}`).evaluateAll((all) =>
          all.flatMap((control) => {
            if (!control.checkVisibility({ visibilityProperty: true })) return [];
            const { left, top, width, height } = control.getBoundingClientRect();
            const over = document.elementFromPoint(left + width / 2, top + height / 2);
            // The canvas takes the pointer for the marks.
            const isFree = over?.closest('.pane') !== null;
            return isFree ? [] : [control.getAttribute('aria-label') ?? control.textContent];
          }),
        );
      await expect.poll(() => covered('button')).toEqual([]);
      await reader.button(exactly(en.shell.legend.title)).click();
      await reader.page.locator('.key').waitFor();
      await expect.poll(() => covered('.buttons button')).toEqual([]);
      await reader.button(exactly(en.map.zoomIn)).click({ trial: true });
      await reader.button(exactly(en.shell.legend.title)).click();
    }),
  );

  it(
    'show the tip of a mark clear of the parts over the map',
    readsOnOneMap(undefined, async (reader) => {
      const { page } = reader;
      const row = gridOf(reader).locator('[role=row]', { hasText: 'Irbil International Airport' });
      await row.first().locator('[data-column="1"]').focus();
      const under = (): Promise<readonly string[]> =>
        page.locator('.tip').evaluate((tip) => {
          const box = tip.getBoundingClientRect();
          const parts = document.querySelectorAll('main [data-covers-map]');
          return [...parts].flatMap((part) => {
            const { left, right, top, bottom } = part.getBoundingClientRect();
            const isApart =
              right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom;
            return isApart ? [] : [part.className];
          });
        });
      await page.locator('.tip').waitFor();
      await expect.poll(under).toEqual([]);
    }),
  );

  it(
    'leave rows to a table next to a masthead that says what is filtered by and compared',
    readsWithoutMap({}, async (reader) => {
      const { page } = reader;
      const query = '?from=2026-03-10&to=2026-03-15&vs=previous&filter=values(weapon,drone)';
      await reader.opensWithoutMap(`${query}&list=table`);
      await gridOf(reader).waitFor();
      const dock = page.locator('.table-dock');
      const clears = page.getByRole('button', { name: en.shell.clearFilter });
      await expect.poll(() => clears.count()).toBe(1);
      const heights = async (): Promise<number> => {
        const [head, all] = await Promise.all(
          [dock.locator('.head'), dock].map((part) => part.boundingBox()),
        );
        return (head?.height ?? NaN) / (all?.height ?? NaN);
      };
      await expect.poll(heights).toBeLessThan(1 / 3);
      await reader.findsNoBarrier();
    }),
  );

  it('are on view together where the table loads after the map', async () => {
    let send = (): void => undefined;
    const isDrawn = new Promise<void>((resolve) => (send = resolve));
    const prepare = async (page: Reader['page']): Promise<void> => {
      await page.route(/\/TableDock[^/]*\.js$/u, async (route) => {
        await isDrawn;
        await route.continue();
      });
    };
    await readsWithMap({ reducedMotion: true, prepare }, async (reader) => {
      await reader.opensTheMap('?list=table');
      expect(await gridOf(reader).count()).toBe(0);
      send();
      await gridOf(reader).waitFor();
      const mark = reader.marks.and(reader.button(/^Khor Mor/));
      const top = async (): Promise<string | undefined> => {
        const { x, y } = await reader.placeOf(mark);
        const at = ([left, down]: readonly [number, number]): string | undefined =>
          document.elementFromPoint(left, down)?.tagName;
        return reader.page.evaluate(at, [x, y] as const);
      };
      await expect.poll(top).toBe('CANVAS');
    })();
  });
});
