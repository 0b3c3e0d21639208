import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import { records, toldIn, type PublishedRecord } from './told-by-data.ts';

const { reads } = stage({ webgl: false });
const PERIOD = ['2026-02-28', '2026-03-19'] as const;

const placesIn = (reader: Reader): Locator =>
  new Dock(reader).element.getByRole('region', { name: en.charts.titles.place });

/** Each row as it is read out. */
const rowsOf = (chart: Locator): Promise<readonly string[]> =>
  chart.locator('li .visually-hidden').allTextContents();

/** The places of some incidents, counted here, most incidents first. */
function placesOf(
  from: string,
  to: string,
  passes: (record: PublishedRecord) => boolean = () => true,
  mayPass = passes,
): readonly string[] {
  return [...new Set(records.map(({ place }) => place.name))]
    .map((name) => {
      const isHere = ({ place }: PublishedRecord): boolean => place.name === name;
      const { certain } = toldIn(from, to, (record) => isHere(record) && passes(record));
      const all = toldIn(from, to, (record) => isHere(record) && mayPass(record));
      return { name, certain, possible: all.certain + all.possible - certain };
    })
    .filter(({ certain, possible }) => certain + possible > 0)
    .toSorted(
      (a, b) => b.certain - a.certain || b.possible - a.possible || (a.name < b.name ? -1 : 1),
    )
    .map(({ name, certain, possible }) =>
      en.filters.include(name, en.windowCount(certain, possible)),
    );
}

describe('the places of a chart', () => {
  it.each([
    [
      'values(governorate,Sulaymaniyah)',
      placesOf(...PERIOD, ({ place }) => place.governorate === 'Sulaymaniyah'),
    ],
    [
      'range(killed,1,)',
      placesOf(
        ...PERIOD,
        ({ killed }) => (killed?.[0] ?? 0) >= 1,
        ({ killed }) => (killed?.[1] ?? 0) >= 1,
      ),
    ],
  ])('are those of what a filter shows: %s', async (filter, places) => {
    await reads({}, async (reader) => {
      await reader.goes(`?filter=${filter}&dock=charts`);
      await reader.putsTheMissingMapAway();
      await expect.poll(() => rowsOf(placesIn(reader))).toEqual(places.slice(0, 10));
    })();
  });

  it(
    'are those of a period, and more of them are listed when asked for',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-03&to=2026-03-10&dock=charts');
      const places = placesOf('2026-03-03', '2026-03-10');
      expect(places.length).toBeGreaterThan(10);
      const chart = placesIn(reader);
      await expect.poll(() => rowsOf(chart)).toEqual(places.slice(0, 10));
      await chart.getByRole('button', { name: en.filters.more(places.length - 10) }).click();
      await expect.poll(() => rowsOf(chart)).toEqual(places.slice(0, 34));
      await reader.findsNoBarrier();
    }),
  );

  it(
    'keep their order while the period plays, and are ordered anew when it rests',
    reads({}, async (reader) => {
      const { page } = reader;
      await reader.opensWithoutMap('?from=2026-03-01&to=2026-03-02&dock=charts');
      const chart = placesIn(reader);
      const before = placesOf('2026-03-01', '2026-03-02').slice(0, 10);
      await expect.poll(() => rowsOf(chart)).toEqual(before);
      const nameOf = (row: string): string => row.slice(0, row.lastIndexOf(':'));
      await page.getByRole('button', { name: en.timeline.play, exact: true }).click();
      let playing: readonly string[] = [];
      await expect.poll(async () => (playing = await rowsOf(chart))).not.toEqual(before);
      expect(playing.map(nameOf)).toEqual(before.map(nameOf));
      await page.getByRole('button', { name: en.timeline.pause, exact: true }).click();
      const after = (): readonly string[] => {
        const { searchParams } = new URL(page.url());
        return placesOf(searchParams.get('from') ?? '', searchParams.get('to') ?? '').slice(0, 10);
      };
      // The address may say only later where the period rests.
      await expect.poll(async () => (await rowsOf(chart)).join() === after().join()).toBe(true);
      expect(after()).not.toEqual(before);
    }),
  );
});

describe('long values', () => {
  it(
    'are over their bars, apart from their neighbours',
    reads({ viewport: { width: 1440, height: 900 } }, async (reader) => {
      await reader.opensWithoutMap('?dock=charts');
      const chart = new Dock(reader).element.getByRole('region', {
        name: en.charts.titles.attribution,
      });
      await chart.locator('li').first().waitFor();
      const names = await chart.locator('li .name').evaluateAll((all) =>
        all.map((name) => {
          const { top, bottom, height } = name.getBoundingClientRect();
          return { top, bottom, lines: height / parseFloat(getComputedStyle(name).lineHeight) };
        }),
      );
      expect(Math.max(...names.map(({ lines }) => Math.round(lines)))).toBeLessThanOrEqual(2);
      const gaps = names.slice(1).map(({ top }, at) => top - (names[at]?.bottom ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8);
    }),
  );
});

it(
  'shows values on the smallest screen when the filters are opened',
  reads({ viewport: { width: 320, height: 256 } }, async (reader) => {
    await reader.opensWithoutMap('?filter=values(governorate,Sulaymaniyah)');
    const dock = new Dock(reader);
    await dock.opener.press('Enter');
    const seen = (): Promise<number> =>
      dock.element.locator('li button.value').evaluateAll(
        (rows) =>
          rows.filter((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          }).length,
      );
    await expect.poll(seen).toBeGreaterThanOrEqual(2);
  }),
);
