import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { stage } from './stage.ts';
import { records, sourceText, toldIn } from './told-by-data.ts';
import { starting, countIn } from './words.ts';
import { PUBLISHED } from '../unit/published-counts.ts';

const { readsOnOneMap } = stage({ pixels: false });
const { reads: readsWithoutMap } = stage({ webgl: false });
const khorMor = records.find((record) => record.id === '2026-02-28-khor-mor-production-halt');
const quote = khorMor?.reports.find((report) => report.quote !== undefined)?.quote ?? '';

describe('reading a record', () => {
  it(
    'leads from a click on a mark to the source text, and back',
    readsOnOneMap('', async (reader) => {
      const mark = reader.marks.and(reader.button(/^Khor Mor/));
      const { x, y } = await reader.placeOf(mark);
      await reader.page.mouse.click(x, y);
      await reader.panel.getByRole('heading', { name: khorMor?.title ?? '' }).waitFor();
      await reader.findsNoBarrier();

      // Who said what comes before the facts that were made of it.
      const said = await reader.panel.innerText();
      const firstReport = said.indexOf(khorMor?.reports[0]?.publisher ?? 'none');
      expect(firstReport).toBeGreaterThan(0);
      expect(firstReport).toBeLessThan(said.indexOf(en.panel.incident.facts.when));

      const read = reader.panel.getByRole('button', { name: en.panel.reports.read });
      await read.scrollIntoViewIfNeeded();
      const scrolled = await reader.panel.locator('[data-scroller]').evaluate((e) => e.scrollTop);
      expect(scrolled).toBeGreaterThan(0);
      await read.click();

      const marked = reader.panel.locator('mark');
      await marked.waitFor();
      expect(await marked.allInnerTexts()).toEqual([quote]);
      expect(sourceText('ap-2026-03-04.txt')).toContain(quote);
      await expect
        .poll(() =>
          marked.evaluate((element) => {
            const box = element.getBoundingClientRect();
            const frame = element.closest('[data-scroller]')?.getBoundingClientRect();
            return frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom;
          }),
        )
        .toBe(true);
      const wholeText = await reader.panel.innerText();
      expect(wholeText).toContain('Spokespeople for the Kurdish regional government');
      await reader.findsNoBarrier();

      await reader.panel.getByRole('button', { name: en.panel.backTo.incident }).click();
      await reader.panel.getByRole('heading', { name: khorMor?.title ?? '' }).waitFor();
      await expect
        .poll(() => reader.panel.locator('[data-scroller]').evaluate((e) => e.scrollTop))
        .toBe(scrolled);
      await reader.panel.getByRole('button', { name: en.panel.close }).click();
      await reader.panel.waitFor({ state: 'detached' });
    }),
  );

  it(
    'steps through the incidents of one mark, with previous and next',
    readsOnOneMap('', async (reader) => {
      const mark = reader.marks.first();
      const { certain } = countIn((await mark.getAttribute('aria-label')) ?? '');
      const { x, y } = await reader.placeOf(mark);
      await reader.page.mouse.click(x, y);
      const cards = reader.panel.locator('[data-opens^="incident:"]');
      await expect.poll(() => reader.listLength()).toBe(certain);
      await reader.findsNoBarrier();
      await cards.first().click();
      await reader.panel.getByText(`1 of ${certain}`).waitFor();
      const heading = reader.panel.getByRole('heading').first();
      const first = await heading.innerText();
      await reader.panel.getByRole('button', { name: en.panel.next }).click();
      await reader.panel.getByText(`2 of ${certain}`).waitFor();
      await expect.poll(() => heading.innerText()).not.toBe(first);
      await reader.panel.getByRole('button', { name: en.panel.previous }).click();
      await reader.panel.getByText(`1 of ${certain}`).waitFor();
    }),
  );

  it(
    'says what is not known, distinguishes “not stated” from “none”, and links safely',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?id=2026-02-28-khor-mor-production-halt');
      for (const part of [en.panel.casualties(null), en.terms.precisions.district])
        await expect.poll(() => reader.panel.innerText()).toContain(part);
      const links = reader.panel.getByRole('link');
      const attributes = await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href') ?? '', link.getAttribute('rel') ?? '']),
      );
      expect(attributes.length).toBeGreaterThan(0);
      for (const [href, rel] of attributes) {
        expect(href).toMatch(/^https?:\/\//);
        expect(rel).toContain('noreferrer');
      }
      await reader.page.goto(
        `${new URL(reader.page.url()).origin}/?id=2026-03-04-erbil-evening-interceptions`,
      );
      await expect
        .poll(() => reader.panel.innerText())
        .toMatch(
          new RegExp(`${en.panel.incident.facts.injured}\\s*${en.panel.casualties([0, 2])}`, 'i'),
        );
    }),
  );

  it(
    'finds Irbil by any of its spellings',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?list=open');
      const field = reader.panel
        .getByRole('searchbox')
        .or(reader.panel.getByRole('textbox'))
        .first();
      await field.fill('Irbil');
      await expect
        .poll(async () => (await reader.count()).certain)
        .toBeLessThan(PUBLISHED.incidents);
      const found = await reader.count();
      for (const spelling of ['Erbil', 'Hewlêr', 'أربـيـل', 'هەولێر', 'هه\u200cولێر', 'ھەولێر']) {
        await field.fill(spelling);
        await reader.seesCount(found);
      }
      await field.fill('zzzz');
      await reader.seesCount({ certain: 0, possible: 0 });
      await reader.findsNoBarrier();
    }),
  );

  it(
    'says how many that a search finds are outside the period, and shows them',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?list=open&q=French%20soldier');
      // The list has a count once it has been searched; the headline counts all data until then.
      const listed = reader.panel.locator('.count').first();
      await expect.poll(async () => (await reader.count(listed)).certain).toBeGreaterThan(0);
      const all = await reader.count(listed);
      const { list } = en.panel;
      expect(await reader.panel.getByText(list.showAllDates).count()).toBe(0);

      const address = new URL(reader.page.url()).origin;
      await reader.page.goto(
        `${address}?list=open&q=French%20soldier&from=2026-03-02&to=2026-03-03`,
      );
      await reader.panel.getByText(list.outside(all.certain + all.possible)).waitFor();
      await reader.panel.getByRole('button', { name: list.showAllDates }).click();
      await reader.seesCount(all);
      expect(await reader.panel.getByText(list.showAllDates).count()).toBe(0);
    }),
  );

  it(
    'leaves out halts, or all but incidents with deaths, and says how many people were killed',
    readsWithoutMap({}, async (reader) => {
      const period = ['2026-02-28', '2026-03-19'] as const;
      const isAttack = (effect: string): boolean =>
        !['halted', 'restored', 'outage'].includes(effect);
      await reader.opensWithoutMap();
      const line = (name: string) => reader.page.getByRole('checkbox', { name });
      await line(en.key.showHalts).uncheck();
      await reader.seesCount(toldIn(...period, ({ effect }) => isAttack(effect)));
      await line(en.key.showHalts).check();
      await line(en.key.onlyDeaths).check();
      const isDeadly = ({ killed }: (typeof records)[number]): boolean => (killed?.[1] ?? 0) > 0;
      await reader.seesCount(toldIn(...period, isDeadly));
      const deadly = records.filter((one) => one.kind === 'incident' && isDeadly(one));
      const region = new Set(['Irbil', 'Sulaymaniyah', 'Duhok', 'Halabja']);
      const killedIn = (isInRegion: boolean): string => {
        const counted = deadly.filter(
          ({ place: { governorate } }) => region.has(governorate ?? '') === isInRegion,
        );
        const sum = (end: 0 | 1): number =>
          counted.reduce((all, { killed }) => all + (killed?.[end] ?? 0), 0);
        return en.figures.people({ certain: [sum(0), sum(1)], possible: [0, 0] });
      };
      // Two figures that are never one.
      for (const [name, isInRegion] of [
        [en.masthead.table.region, true],
        [en.masthead.table.others, false],
      ] as const) {
        const row = reader.page.locator('.masthead').getByRole('row', { name });
        await row.getByText(killedIn(isInRegion), { exact: true }).waitFor();
      }
      await reader.page.getByRole('cell', { name: en.masthead.table.noTotalFiltered }).waitFor();
      expect(new URL(reader.page.url()).searchParams.get('only')).toBe('deaths');
    }),
  );

  it(
    'lists everything on the map, with series and totals separate',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?list=open');
      await expect.poll(() => reader.listLength()).toBe(records.length);
      expect(await reader.headingsOfList()).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/28 February/),
          expect.stringMatching(starting(en.panel.list.apart.series.title)),
          expect.stringMatching(starting(en.panel.list.apart.totals.title)),
        ]),
      );
      await reader.findsNoBarrier();
    }),
  );

  it(
    'explains in About how the data were made, what is missing and what others counted',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.page.getByRole('button', { name: en.shell.buttons.about, exact: true }).click();
      const about = reader.page.getByRole('dialog');
      await about.waitFor();
      for (const part of ['307', 'Natural Earth', 'GeoNames', 'no sign of calm'])
        await expect.poll(() => about.innerText()).toContain(part);
      await reader.findsNoBarrier();
      await reader.page.keyboard.press('Escape');
      await about.waitFor({ state: 'hidden' });
    }),
  );
});
