/** Opening an incident shows its time. */
import { describe, expect, it } from 'vitest';
import { DAY, readIsoText } from '../../src/core/time/minute.ts';
import { words as en } from '../../src/i18n/words.ts';
import type { Reader } from './reader.ts';
import { PHONE } from './reader.ts';
import { stage } from './stage.ts';
import { records, toldIn } from './told-by-data.ts';
import { starting } from './words.ts';

const { reads } = stage({ webgl: false });

/** On 14 March; its caveat names the one of 9 March, 22:24. */
const SECOND = '2026-03-14-erbil-uae-consulate-second';
const FIRST = '2026-03-09-erbil-uae-consulate';
const titleOf = (id: string): string => records.find((one) => one.id === id)?.title ?? '';

const midnight = (day: string): number => readIsoText(day) ?? expect.unreachable();
/** One day: browsers set ranges of days with other spaces than Node. */
const oneDay = (day: string) => ({ from: midnight(day), to: midnight(day) + DAY });

const moved = (day: string): string => en.panel.movedWindow.moved(oneDay(day), false, 'incident');
const back = (day: string): string => en.panel.movedWindow.back(oneDay(day), false);
const outside = (day: string): string => en.panel.incident.outside(oneDay(day));

const note = (reader: Reader) => reader.panel.locator('[data-scroller] > [role=status]');
const seesTitle = (reader: Reader, id: string): Promise<void> =>
  reader.panel.getByRole('heading', { level: 2, name: titleOf(id) }).waitFor();
const stops = (reader: Reader): Promise<number> => reader.page.evaluate(() => history.length);

describe('opening an incident outside the selected period', () => {
  it.each([{}, { viewport: PHONE }])(
    'by a link: the period is that of the incident, with one click back (%j)',
    (device) =>
      reads(device, async (reader) => {
        await reader.opensWithoutMap(`?from=2026-03-02&to=2026-03-03&id=${SECOND}`);
        await note(reader).getByText(moved('2026-03-14')).waitFor();
        await reader.seesCount(toldIn('2026-03-14', '2026-03-15'));
        await reader.findsNoBarrier();
        await reader.panel.getByRole('button', { name: back('2026-03-02') }).click();
        await reader.seesCount(toldIn('2026-03-02', '2026-03-03'));
        await reader.panel.getByText(outside('2026-03-02')).waitFor();
        expect(await note(reader).innerText()).toBe('');
        await reader.page.locator('#panel-heading:focus').waitFor();
        await seesTitle(reader, SECOND);
        expect(await reader.notices.innerText()).toBe('');
      })(),
  );

  it(
    'from a mention: moves the period and adds one entry for Back; from a list of the period it stays',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-14&to=2026-03-15&list=open&q=consulate');
      await reader.panel.locator(`[data-opens="incident:${SECOND}"]`).click();
      await seesTitle(reader, SECOND);
      expect(await note(reader).innerText()).toBe('');
      await expect.poll(() => reader.page.url()).toContain(`id=${SECOND}`);
      const before = await stops(reader);
      await reader.panel.getByRole('button', { name: titleOf(FIRST) }).click();
      await seesTitle(reader, FIRST);
      await note(reader).getByText(moved('2026-03-09')).waitFor();
      await expect.poll(() => reader.page.url()).toContain('from=2026-03-09&to=2026-03-10');
      expect(await stops(reader)).toBe(before + 1);
      await reader.page.goBack();
      await seesTitle(reader, SECOND);
      await expect.poll(() => reader.page.url()).toContain('from=2026-03-14&to=2026-03-15');
      expect(await note(reader).innerText()).toBe('');
    }),
  );

  it(
    'stays open, and is named as outside, when the period then moves past it',
    reads({}, async (reader) => {
      await reader.opensWithoutMap(`?from=2026-03-01&to=2026-03-02&id=${SECOND}`);
      await note(reader).getByText(moved('2026-03-14')).waitFor();
      const [name = ''] = en.timeline
        .stepForward({ kind: 'bins', unit: 'day', count: 1 })
        .split(',');
      await reader.button(starting(name)).click();
      await reader.panel.getByText(outside('2026-03-15')).waitFor();
      expect(await note(reader).innerText()).toBe('');
      await reader.button(starting(name)).click();
      await reader.panel.getByText(outside('2026-03-16')).waitFor();
      await seesTitle(reader, SECOND);
      await expect.poll(() => reader.page.url()).toContain('from=2026-03-16');
    }),
  );

  it(
    'says which filters hide it, changes none of them by itself, and only these when asked to',
    reads({}, async (reader) => {
      await reader.opensWithoutMap(`?only=deaths,attacks&known=2026-03-10&id=${SECOND}`);
      const { hiddenMark } = en.panel;
      const reasons = [
        hiddenMark.known(midnight('2026-03-10')),
        `${hiddenMark.only} “${en.rowFilters.deaths}”`,
      ];
      for (const reason of reasons) await reader.panel.getByText(reason).waitFor();
      expect(await reader.panel.getByText(en.rowFilters.attacks).count()).toBe(0);
      expect(reader.page.url()).toContain('only=deaths,attacks');
      await reader.panel.getByRole('button', { name: hiddenMark.show }).click();
      await reader.panel.getByText(hiddenMark.only).waitFor({ state: 'detached' });
      await expect.poll(() => reader.page.url()).toContain('only=attacks');
      expect(reader.page.url()).not.toContain('known=');
    }),
  );
});

describe('a link that filters', () => {
  it(
    'never shows the counts of all data, not even for a moment',
    reads({}, async (reader) => {
      // What is to be read of the headline and the bars, frame by frame, on a slow machine.
      await reader.page.addInitScript(() => {
        const seen = new Set<string>();
        Object.assign(window, { seen });
        const look = (): void => {
          for (const element of document.querySelectorAll('.masthead .count'))
            if (element.checkVisibility({ visibilityProperty: true }))
              seen.add(element.textContent.trim());
          requestAnimationFrame(look);
        };
        look();
      });
      const session = await reader.page.context().newCDPSession(reader.page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await reader.opensWithoutMap('?q=French%20soldier');
      const all = toldIn('2026-02-28', '2026-03-19').certain;
      await expect.poll(async () => (await reader.count()).certain).toBeLessThan(all);
      const seen = await reader.page.evaluate(() => [
        ...(window as unknown as { readonly seen: ReadonlySet<string> }).seen,
      ]);
      expect(seen).toEqual([await reader.page.locator('.masthead .count').innerText()]);
    }),
  );
});
