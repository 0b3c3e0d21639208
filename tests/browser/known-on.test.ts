import { describe, expect, it } from 'vitest';
import { words } from '../../src/i18n/words.ts';
import { PHONE } from './reader.ts';
import { stage } from './stage.ts';
import { records, spanOf, toldIn, type PublishedRecord, type Told } from './told-by-data.ts';

const { reads } = stage({ webgl: false });
const PERIOD = ['2026-02-28', '2026-03-19'] as const;
const { known, knownOn: texts } = words;

/** What a reader knew at the end of a day, by the dates of reports; nothing is known before it happens. */
function knownOn(day: string): Told {
  const began = ({ time }: PublishedRecord): boolean => {
    const [from] = spanOf({ time } as PublishedRecord);
    return new Date(from).toISOString().slice(0, 10) <= day;
  };
  const incidents = records.filter((record) => record.kind === 'incident' && began(record));
  const isKnown = ({ reports }: PublishedRecord): boolean =>
    reports.some(({ published }) => published !== null && published <= day);
  const mayBe = ({ reports }: PublishedRecord): boolean =>
    reports.some(({ published }) => published === null);
  return {
    certain: incidents.filter(isKnown).length,
    possible: incidents.filter((record) => !isKnown(record) && mayBe(record)).length,
  };
}

describe('as known on a day', () => {
  it(
    'shows what reports of that day told, says how much is known now, and comes back',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.seesCount(toldIn(...PERIOD));
      await reader.page.getByRole('checkbox', { name: known.switchOn }).check();
      // In the middle: by the last day all is known, and nothing is learned.
      await reader.page.getByText(texts.explained).waitFor();
      expect(await reader.page.getByLabel(texts.day).inputValue()).toBe('2026-03-09');
      for (const day of ['2026-03-05', '2026-03-01', '2026-03-12']) {
        await reader.page.getByLabel(texts.day).fill(day);
        await reader.seesCount(knownOn(day));
        await expect.poll(() => reader.page.url()).toContain(`known=${day}`);
      }
      const block = reader.page.getByRole('region', { name: /^As known on 12 March/ });
      const now = toldIn('2026-02-28', '2026-03-13');
      const said =
        /up to 12 March: (\d+) attacks?(?:, possibly (\d+) more)?(?:; | and )(\d+) halts/;
      await expect.poll(() => block.innerText()).toMatch(said);
      const [, attacks, more = '0', halts] = said.exec(await block.innerText()) ?? [];
      expect(Number(attacks) + Number(more) + Number(halts)).toBe(now.certain + now.possible);
      await reader.findsNoBarrier();
      await block.getByRole('button', { name: texts.switchOff }).click();
      await reader.seesCount(toldIn(...PERIOD));
      await expect.poll(() => reader.page.url()).not.toContain('known=');
    }),
  );

  it(
    'contradicts its count nowhere: headline, button of the chart, list, record and file',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?known=2026-03-05&id=2026-03-05-sarsang-field-attack');
      const heading = reader.page.getByRole('heading', { level: 1 });
      await expect
        .poll(async () => (await heading.innerText()).replaceAll('\n', ' '))
        .toBe('As known on 5 March 2026');
      const masthead = await reader.page.locator('header.masthead').innerText();
      expect(masthead).not.toMatch(/\b(?:88|99|307)\b/);
      await reader.button(`${words.chartButton.unfiltered}${words.chartButton.chart}`).waitFor();
      const record = reader.page.getByRole('complementary');
      await record.getByText('The text and the facts are as known now').waitFor();
      await record.getByText('6 later reports are not shown').waitFor();
      await reader.button(words.shell.buttons.list).click();
      await reader.page.getByText(/^Filtered: 49, possibly 3 more, of all/).waitFor();
      const chips = reader.page.getByRole('list', { name: words.filters.active });
      await chips.getByText('As known on 5 March 2026').waitFor();
      const saving = reader.page.waitForEvent('download');
      await reader.button(words.ownFiles.saveRows).click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe('dateline rows as known on 2026-03-05.csv');
      await reader.button(words.shell.buttons.share).click();
      await reader.page.getByRole('listitem').getByText('As known on 5 March 2026.').waitFor();
    }),
  );

  it(
    'are each a chip of the masthead and of the list, as many as the button counts',
    reads({}, async (reader) => {
      await reader.opensWithoutMap(
        '?only=seen,deaths&layers=energy&known=2026-03-05&q=drone&filter=values(weapon,drone)',
      );
      const { page } = reader;
      const chips = page.getByRole('list', { name: words.filters.active }).getByRole('listitem');
      await reader.button(words.shell.buttons.filterLabel(6)).waitFor();
      // The day is the headline there.
      await expect.poll(() => chips.count()).toBe(5);
      await chips.getByText(words.filters.clause.viewport).waitFor();
      await reader.button(words.shell.buttons.list).click();
      await expect.poll(() => chips.count()).toBe(5 + 6);
    }),
  );

  it(
    'has no headline that a filter contradicts without a word',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?only=origins');
      const banner = reader.page.locator('header.masthead');
      await banner.getByText(words.chartButton.unfiltered, { exact: true }).waitFor();
      expect(await reader.page.locator('body').innerText()).not.toMatch(/\ball data\b/i);
      const button = reader.button(`${words.chartButton.unfiltered}${words.chartButton.chart}`);
      await button.click();
      await reader.page.getByRole('dialog').getByText(words.chart.unfiltered).waitFor();
      await reader.page.keyboard.press('Escape');
      await banner.getByRole('button', { name: words.shell.clearFilter }).click();
      await expect.poll(() => button.count()).toBe(0);
      expect(await banner.getByText(words.chartButton.unfiltered).count()).toBe(0);
    }),
  );

  it(
    'leaves a phone the greater part of its map',
    reads({ viewport: PHONE, touch: true }, async (reader) => {
      await reader.opensWithoutMap('?known=2026-03-05');
      const banner = reader.page.locator('header.masthead');
      await banner.getByText('Known then').waitFor();
      const box = await banner.boundingBox();
      expect(box?.height).toBeLessThan(0.4 * PHONE.height);
    }),
  );

  it(
    'says so in the one line that a phone leaves of the masthead',
    reads({ viewport: PHONE, touch: true }, async (reader) => {
      await reader.opens('?known=2026-03-05&list=open');
      await reader.page.getByRole('heading', { level: 1, name: /^As known on 5 March/ }).waitFor();
    }),
  );

  it(
    'is restored from a link, and a day that is none is named',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?known=2026-03-05');
      await reader.seesCount(knownOn('2026-03-05'));
      await reader.opens('?known=soon');
      await reader.seesCount(toldIn(...PERIOD));
      await reader.notices.getByText('soon').waitFor();
    }),
  );
});
