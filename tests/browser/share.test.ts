import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { LAYER_NAMES } from './layer-names.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';
import { aboutAnySpan } from './words.ts';

const { readsOnOneMap, another } = stage({ pixels: false });
const { reads: readsWithoutMap } = stage({ webgl: false });

const VIEW =
  '?from=2026-02-28&to=2026-03-06T12:00&layers=energy,civilian&map=8.50/35.6000/44.6000&id=2026-02-28-khor-mor-production-halt';

describe('sharing a link', () => {
  it(
    'gives a link that restores exactly the same view in another page',
    readsOnOneMap(VIEW, async (reader) => {
      const told = toldIn('2026-02-28', '2026-03-06T12:00', (record) =>
        ['energy', 'civilian'].includes(record.target),
      );
      await reader.seesCount(told);
      await reader.panel.getByRole('button', { name: en.panel.reports.read }).click();
      await reader.panel.locator('mark').waitFor();
      await reader.button(en.shell.buttons.share).click();
      const link = await reader.page.getByRole('textbox', { name: en.share.label }).inputValue();
      const places = await reader.marks.evaluateAll((marks) =>
        marks.map((mark) => mark.getBoundingClientRect().toJSON() as unknown),
      );

      const other = await another({ reducedMotion: true });
      await other.opensTheMap(new URL(link).search);
      await other.seesCount(told);
      expect(await other.panel.locator('mark').innerText()).toBe(
        await reader.panel.locator('mark').innerText(),
      );
      await expect
        .poll(() =>
          other.marks.evaluateAll((marks) =>
            marks.map((mark) => mark.getBoundingClientRect().toJSON() as unknown),
          ),
        )
        .toEqual(places);
      await other.leaves();
      await reader.page.keyboard.press('Escape');
    }),
  );

  it(
    'keeps the address equal to the view, with Back and Forward',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.layer(LAYER_NAMES.energy).click();
      await expect.poll(() => reader.page.url()).toContain('layers=');
      await reader.page.getByLabel(en.timeline.from, { exact: true }).fill('2026-03-03');
      await expect.poll(() => reader.page.url()).toContain('from=2026-03-03');
      const narrow = await reader.count();
      await reader.page.goBack();
      await reader.seesCount(
        toldIn('2026-02-28', '2026-03-19', (record) => record.target !== 'energy'),
      );
      await reader.page.goBack();
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      await reader.page.goForward();
      await reader.page.goForward();
      await reader.seesCount(narrow);
    }),
  );

  it(
    'reads a link out of a sentence, says why its record has no mark, and shows it',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap(
        '?From=2026-03-10&amp;To=2026-03-12&amp;layers=civilian&amp;fbclid=x&amp;id=2026-02-28-khor-mor-production-halt).',
      );
      const note = reader.panel.getByText(en.panel.hiddenMark.layer);
      await note.waitFor();
      const { back } = en.panel.movedWindow;
      const named = aboutAnySpan((span) => back(span, true));
      await reader.panel.getByRole('button', { name: named }).waitFor();
      const heading = reader.panel.getByRole('heading', { level: 2 });
      const title = await heading.innerText();
      await expect.poll(() => reader.page.title()).toContain(`${title} · `);
      const before = await reader.page.evaluate(() => history.length);
      await reader.panel.getByRole('button', { name: en.panel.hiddenMark.show }).click();
      await note.waitFor({ state: 'detached' });
      expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
      await reader.seesCount(
        toldIn('2026-02-28', '2026-03-02', (record) =>
          ['energy', 'civilian'].includes(record.target),
        ),
      );
      await expect.poll(() => reader.page.url()).toContain('from=2026-02-28&to=2026-03-02');
      expect(await reader.page.evaluate(() => history.length)).toBe(before + 1);
      expect(await reader.page.getByRole('region', { name: en.faults.region }).innerText()).toBe(
        '',
      );
      await reader.findsNoBarrier();
    }),
  );

  it(
    'ignores invalid parts of an address, names them, and uses the rest',
    readsOnOneMap(
      '?from=yesterday&to=2026-03-05&mode=sideways&layers=energy,ufo&map=99/1/1&id=2026-01-01-never-happened&source=7',
      async (reader) => {
        for (const part of ['yesterday', 'sideways', 'ufo', '99/1/1', 'never-happened'])
          await expect.poll(() => reader.notices.innerText()).toContain(part);
        await reader.seesCount(
          toldIn('2026-02-28', '2026-03-19', (record) => record.target === 'energy'),
        );
        await reader.findsNoBarrier();
      },
    ),
  );

  it(
    'treats script in an address as text',
    readsWithoutMap({}, async (reader) => {
      const script = '<img src=x onerror="document.title=1">';
      await reader.opens(
        `?list=open&q=${encodeURIComponent(script)}&id=${encodeURIComponent(script)}`,
      );
      await reader.seesCount({ certain: 0, possible: 0 });
      expect(await reader.page.title()).not.toBe('1');
      expect(await reader.page.locator('img[src="x"]').count()).toBe(0);
    }),
  );
});
