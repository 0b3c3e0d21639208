import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import { PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';
import { countIn, exactly, starting } from './words.ts';

const { reads } = stage({ webgl: false });
const { compare, period, timeline } = en;
const second = (end: 'from' | 'to') => exactly(timeline.thumbOf(end, 'B'));
const first = (end: 'from' | 'to') => exactly(timeline.thumbOf(end, 'A'));
const block = (reader: Reader): Locator =>
  reader.page.getByRole('region', { name: compare.title, exact: true });
const dates = (reader: Reader): Locator => reader.button(exactly(timeline.more));

/** By keyboard, in the menu next to the dates. */
async function begins(reader: Reader): Promise<void> {
  await dates(reader).press('Enter');
  await reader.button(exactly(period.compare)).press('Enter');
  await reader.page.keyboard.press('Escape');
}

/** The two counts of the count sentence: A and B. */
async function bothCounts(reader: Reader) {
  const periods = (await reader.countSentence.innerText()).split(/(?=\b[AB], )/);
  return periods.map(countIn);
}
const seesBoth = async (
  reader: Reader,
  a: readonly [string, string],
  b: readonly [string, string],
): Promise<void> => {
  await expect.poll(() => bothCounts(reader)).toEqual([toldIn(...a), toldIn(...b)]);
};

describe('two periods', () => {
  it(
    'are said by the folded masthead of a low window, which filters do not hide',
    reads({ viewport: { width: 844, height: 390 } }, async (reader) => {
      await reader.opensWithoutMap(
        '?from=2026-03-10&to=2026-03-15&vs=previous&filter=values(weapon,drone)',
      );
      await reader.page.getByRole('heading', { name: /^Attacks: \d.* in A, \d.* in B$/ }).waitFor();
    }),
  );

  it(
    'have a table each, which is named by its own period',
    reads({ viewport: { width: 1440, height: 900 } }, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15&vs=previous');
      for (const name of [/^A, 10/, /^B, 5/])
        expect(await reader.page.getByRole('table', { name }).count()).toBe(1);
      expect(await reader.page.locator('header .letter').allInnerTexts()).toEqual(['A', 'B']);
      const lines = (await reader.page.locator('main').innerText()).split('\n');
      const both = lines
        .map((line) => line.match(/\b[AB]\b/g)?.join('') ?? '')
        .filter((letters) => letters.length > 1);
      expect(both.length).toBeGreaterThan(1);
      for (const letters of both) expect(letters).toMatch(/^(AB)+$/);
    }),
  );

  it(
    'are compared, changed and ended by keyboard',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15');
      await begins(reader);
      await seesBoth(reader, ['2026-03-10', '2026-03-15'], ['2026-03-05', '2026-03-10']);
      await expect.poll(() => reader.page.url()).toContain('vs=previous');
      expect(await block(reader).innerText()).not.toContain('per day');
      await reader.findsNoBarrier();

      // B keeps next to A.
      await reader.thumb(first('to')).press('ArrowLeft');
      await seesBoth(reader, ['2026-03-10', '2026-03-14'], ['2026-03-06', '2026-03-10']);

      await reader.thumb(second('from')).press('ArrowLeft');
      await reader.thumb(second('from')).press('ArrowLeft');
      await seesBoth(reader, ['2026-03-10', '2026-03-14'], ['2026-03-04', '2026-03-10']);
      await expect.poll(() => reader.page.url()).toContain('vs=2026-03-04');
      // Of different lengths.
      await block(reader).getByText('per day', { exact: false }).first().waitFor();
      expect(await block(reader).innerText()).toContain(
        compare.lengths({ from: 0, to: 4 * 1440 }, { from: 0, to: 6 * 1440 }),
      );

      await reader.page.keyboard.press('Escape');
      await reader.seesCount(toldIn('2026-03-10', '2026-03-14'));
      await expect.poll(() => reader.page.url()).not.toContain('vs=');
      expect(await reader.page.getByRole('slider').count()).toBe(2);
    }),
  );

  it(
    'begin on all dates with the later half of them, and end with all',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await begins(reader);
      await seesBoth(reader, ['2026-03-10', '2026-03-19'], ['2026-03-01', '2026-03-10']);
      await block(reader).getByRole('button', { name: compare.end }).click();
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      expect(await dates(reader).evaluate((one) => one === document.activeElement)).toBe(true);
    }),
  );

  it(
    'are moved by the mouse, each by its own frame and thumbs',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-12&to=2026-03-15&vs=2026-03-04/2026-03-08');
      await seesBoth(reader, ['2026-03-12', '2026-03-15'], ['2026-03-04', '2026-03-08']);
      const thumb = async (end: 'from' | 'to') => {
        const box = await reader.thumb(second(end)).locator('.knob').boundingBox();
        if (!box) throw new Error('The thumb is not on screen.');
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const [from, to] = [await thumb('from'), await thumb('to')];
      const day = (to.x - from.x) / 4;
      const { mouse } = reader.page;
      await mouse.move(to.x, to.y);
      await mouse.down();
      await mouse.move(to.x + 2 * day, to.y, { steps: 4 });
      await mouse.up();
      await seesBoth(reader, ['2026-03-12', '2026-03-15'], ['2026-03-04', '2026-03-10']);
      // The frame moves as a whole.
      await mouse.move(from.x + 3.5 * day, from.y);
      await mouse.down();
      await mouse.move(from.x + 1.5 * day, from.y, { steps: 4 });
      await mouse.up();
      await seesBoth(reader, ['2026-03-12', '2026-03-15'], ['2026-03-02', '2026-03-08']);
      await expect.poll(() => reader.page.url()).toContain('vs=2026-03-02/2026-03-08');
    }),
  );

  it(
    'are chosen in fields: by what B is of A, by dates, by a day between',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15&vs=previous');
      await block(reader).getByText(compare.choose).click();
      const select = block(reader).getByRole('combobox', { name: compare.relation });
      await select.selectOption(compare.relations.after);
      await seesBoth(reader, ['2026-03-10', '2026-03-15'], ['2026-03-15', '2026-03-19']);
      await select.selectOption(compare.relations.before);
      await seesBoth(reader, ['2026-03-10', '2026-03-15'], ['2026-02-28', '2026-03-10']);
      await block(reader).getByLabel(compare.from).fill('2026-03-02');
      await seesBoth(reader, ['2026-03-10', '2026-03-15'], ['2026-03-02', '2026-03-10']);
      expect(await select.locator('option:checked').innerText()).toBe(compare.dates);
      await block(reader).getByLabel(compare.divideAt).fill('2026-03-07');
      await seesBoth(reader, ['2026-03-07', '2026-03-19'], ['2026-02-28', '2026-03-07']);
      await expect.poll(() => reader.page.url()).toContain('vs=before');
    }),
  );

  it(
    'are restored by a link, said in the list and in what is shared, and named where they are none',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-12&to=2026-03-15&vs=before&list=open');
      await seesBoth(reader, ['2026-03-12', '2026-03-15'], ['2026-02-28', '2026-03-12']);
      await reader.panel.getByText(starting(compare.listed(''))).waitFor();
      await reader.panel.getByText(/^Attacks: \d.* in A .*, \d.* in B /).waitFor();
      await reader.button(en.shell.buttons.share).click();
      await reader.page
        .getByRole('listitem')
        .getByText(/A, 12.*; B, 28.February/)
        .waitFor();
      await reader.opens('?from=2026-03-12&to=2026-03-15&vs=2026-03-09/yesterday');
      await reader.seesCount(toldIn('2026-03-12', '2026-03-15'));
      await reader.notices.getByText('yesterday').waitFor();
      expect(await reader.page.getByRole('slider').count()).toBe(2);
    }),
  );

  it(
    'are both counted in the dock of filters, which changes and ends the comparison',
    reads({ viewport: { width: 1440, height: 900 } }, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15&vs=previous');
      const dock = new Dock(reader);
      await dock.opens();
      const heading = dock.element.getByRole('heading').first();
      await expect.poll(() => heading.innerText()).toBe(compare.title);
      // Once, next to what changes the periods.
      const figure = compare.figure(toldIn('2026-03-05', '2026-03-10'));
      expect((await dock.element.innerText()).split(figure)).toHaveLength(2);
      const drones = (...window: readonly [string, string]) =>
        toldIn(...window, ({ weapon }) => weapon === 'drone');
      await dock.element
        .getByText(
          `${en.terms.weapons.drone}: ${compare.incidents(
            drones('2026-03-10', '2026-03-15'),
            drones('2026-03-05', '2026-03-10'),
          )}`,
        )
        .waitFor({ state: 'attached' });
      await block(reader).getByText(compare.choose).click();
      await block(reader).getByRole('combobox', { name: compare.relation }).waitFor();
      await reader.findsNoBarrier();
      await dock.showsCharts();
      const table = en.charts.showTable(en.charts.titles.weapon);
      await dock.element.getByRole('button', { name: table }).click();
      const row = dock.element.getByRole('row', { name: starting(en.terms.weapons.drone) });
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(
        [drones('2026-03-10', '2026-03-15'), drones('2026-03-05', '2026-03-10')].map(
          compare.figure,
        ),
      );
      await reader.findsNoBarrier();
      await block(reader).getByRole('button', { name: compare.end }).click();
      await expect.poll(() => heading.innerText()).not.toBe(compare.title);
      await expect.poll(() => reader.page.url()).not.toContain('vs=');
    }),
  );

  it(
    'are both moved on the chart of deaths, also by keyboard',
    reads({ viewport: { width: 1440, height: 900 } }, async (reader) => {
      await reader.opensWithoutMap(
        '?from=2026-03-10&to=2026-03-15&vs=2026-03-03/2026-03-06&dock=charts',
      );
      const chart = reader.page.getByRole('region', { name: en.charts.titles.deaths });
      const handle = (end: 'from' | 'to', letter: 'A' | 'B') =>
        chart.getByRole('slider', { name: compare.ends(letter)[end], exact: true });
      await handle('to', 'A').press('ArrowLeft');
      await expect.poll(() => reader.page.url()).toContain('from=2026-03-10&to=2026-03-14');
      await chart.getByRole('radio', { name: compare.letter('A') }).press('ArrowRight');
      await chart.getByText(compare.brushHint('B')).waitFor();
      await handle('from', 'B').press('ArrowLeft');
      await expect.poll(() => reader.page.url()).toContain('vs=2026-03-02/2026-03-06');
      expect(await handle('from', 'A').count()).toBe(0);
      await reader.findsNoBarrier();
    }),
  );

  it(
    'have the same hours of the week in the cells and in the table',
    reads({ viewport: { width: 1440, height: 900 } }, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15&vs=before&dock=charts');
      const name = en.charts.titles.weekHour;
      const chart = reader.page.getByRole('region', { name, exact: true });
      await chart.getByText(compare.cells).waitFor();
      const cells = chart.getByRole('group', { name }).getByRole('button');
      const labels = (await cells.locator('.visually-hidden').allTextContents()).filter((label) =>
        /[1-9]\d* incident/.test(label),
      );
      expect(labels.length).toBeGreaterThan(2);
      await chart.getByRole('button', { name: en.charts.showTable(name) }).click();
      const rows = chart.getByRole('rowheader');
      const hours = await rows.allInnerTexts();
      expect(labels.map((label) => hours.find((hour) => label.startsWith(`${hour}: `)))).toEqual(
        hours,
      );
      await rows.first().getByRole('button').click();
      await expect.poll(() => reader.page.url()).toMatch(/filter=values\(week-hour(,[^,)]+){3}\)/);
    }),
  );

  it(
    'are both on paper: counted in each layer, and framed on the timeline',
    reads({ viewport: { width: 1440, height: 900 } }, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15&vs=previous');
      await seesBoth(reader, ['2026-03-10', '2026-03-15'], ['2026-03-05', '2026-03-10']);
      // What prints comes after the first view.
      const paper = reader.page.locator('.printed-page');
      await expect
        .poll(async () => {
          await reader.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
          return paper.count();
        })
        .toBe(1);
      await reader.page.emulateMedia({ media: 'print' });
      await paper.getByRole('heading', { name: en.print.comparedLegend }).waitFor();
      const energy = (...window: readonly [string, string]) =>
        toldIn(...window, ({ target }) => target === 'energy');
      const layers = await paper.locator('.layers li').allInnerTexts();
      const line = layers.find((text) => text.includes('energy')) ?? '';
      expect(line.split(/(?=\bB: )/).map(countIn)).toEqual([
        energy('2026-03-10', '2026-03-15'),
        energy('2026-03-05', '2026-03-10'),
      ]);
      for (const text of layers) expect(text).toMatch(/: A: .*; B: /);
      const bars = paper.getByRole('img');
      expect(await bars.locator('.frame').count()).toBe(2);
      expect(await bars.locator('.letter').allTextContents()).toEqual(['A', 'B']);
      // People killed in B are as dark as those of A, and pale outside of both.
      const pale = (await bars.locator('.is-outside text').allTextContents()).join(' ');
      expect(pale).toBe('0–1');
    }),
  );

  it(
    'are on a phone under the dates, and leave it the greater part of its map',
    reads({ viewport: PHONE, touch: true }, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-10&to=2026-03-15');
      await dates(reader).click();
      await reader.button(exactly(period.compare)).click();
      await reader.page.keyboard.press('Escape');
      await seesBoth(reader, ['2026-03-10', '2026-03-15'], ['2026-03-05', '2026-03-10']);
      const box = await reader.page.locator('header.masthead').boundingBox();
      expect(box?.height).toBeLessThan(0.4 * PHONE.height);
      await reader.findsNoBarrier();
      // Next to a sheet the timeline is only a slider, with the knobs of both periods one above the other.
      await reader.button(en.shell.buttons.list).tap();
      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).waitFor();
      await reader.findsNoBarrier();
      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).tap();
      await block(reader).getByRole('button', { name: compare.end }).click();
      await reader.seesCount(toldIn('2026-03-10', '2026-03-15'));
    }),
  );
});
