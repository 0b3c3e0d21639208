import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import { stage } from './stage.ts';
import { records, spanOf, toldIn, type Told } from './told-by-data.ts';

const { readsOnOneMap } = stage({ pixels: false });
const PERIOD = ['2026-02-28', '2026-03-19'] as const;

/** Records that are, or may be, at some hours of a Saturday. */
function onSaturdays(from: number, to: number): Told {
  const [HOUR, WEEK] = [3_600_000, 7 * 86_400_000];
  // 28 February 2026 was one.
  const first = Date.parse('2026-02-28') - 8 * WEEK;
  const told = { certain: 0, possible: 0 };
  for (const record of records) {
    if (record.kind !== 'incident') continue;
    const [begin, end] = spanOf(record);
    const cells = Array.from({ length: 20 }, (_, week) => first + week * WEEK);
    const isIn = (day: number): boolean => begin >= day + from * HOUR && end <= day + to * HOUR;
    const touches = (day: number): boolean => begin < day + to * HOUR && end > day + from * HOUR;
    if (cells.some(isIn)) told.certain++;
    else if (cells.some(touches)) told.possible++;
  }
  return told;
}

describe('the charts next to the filters', () => {
  it(
    'filter by a bar, and have a table of the same counts',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.showsCharts();
      const airport = toldIn(
        ...PERIOD,
        ({ place }) => place.name === 'Irbil International Airport',
      );
      await dock.seesValue('Irbil International Airport', airport);
      await reader.findsNoBarrier();
      await dock.element
        .getByRole('button', { name: en.charts.showTable(en.charts.titles.place) })
        .click();
      const row = dock.element.getByRole('row', { name: /^Irbil International Airport/ });
      expect(await row.getByRole('cell').first().innerText()).toBe(String(airport.certain));
      await row.getByRole('button').click();
      await dock.seesCount(airport);
      await reader.findsNoBarrier();
      await dock.element.getByRole('button', { name: en.filters.clearAll }).click();
      await dock.seesCount(toldIn(...PERIOD));
      await dock.closes();
    }),
  );

  it(
    'choose the period by a drag over deaths, and by the keys of its handles',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.showsCharts();
      const chart = dock.element.getByRole('region', { name: en.charts.titles.deaths });
      const plot = chart.locator('svg');
      await plot.scrollIntoViewIfNeeded();
      const box = await plot.boundingBox();
      if (!box) throw new Error('The chart is not on screen.');
      // Nineteen days: from the middle of the second to that of the fourth.
      const x = (day: number): number => box.x + ((day + 0.5) / 19) * box.width;
      await reader.page.mouse.move(x(1), box.y + 20);
      await reader.page.mouse.down();
      await reader.page.mouse.move(x(2), box.y + 20);
      await reader.page.mouse.move(x(3), box.y + 20);
      await reader.page.mouse.up();
      await dock.seesCount(toldIn('2026-03-01', '2026-03-04'));
      await chart.getByRole('slider', { name: en.charts.periodEnd }).press('ArrowRight');
      await dock.seesCount(toldIn('2026-03-01', '2026-03-05'));
      await dock.closes();
    }),
  );

  it(
    'filter by some hours of a weekday, with arrow keys from cell to cell',
    readsOnOneMap('', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.showsCharts();
      const grid = dock.element.getByRole('group', { name: en.charts.titles.weekHour });
      await grid.getByRole('button').first().focus();
      const { keyboard } = reader.page;
      // 28 February, a Saturday, at 13:25: the sixth row, the fifth cell.
      for (let day = 0; day < 5; day++) await keyboard.press('ArrowDown');
      for (let part = 0; part < 4; part++) await keyboard.press('ArrowRight');
      await keyboard.press('Enter');
      const told = onSaturdays(12, 15);
      expect(told.certain).toBe(1);
      expect(told.possible).toBeGreaterThan(1);
      await dock.seesCount(told);
      // What is known to the day may be at that hour too: of the hours of the day as of those of a weekday.
      const cell = grid.getByRole('button', { pressed: true });
      await expect
        .poll(() => cell.locator('.visually-hidden').textContent())
        .toContain(en.windowCount(told.certain, told.possible));
      expect(await dock.element.getByText(/without a known hour/).textContent()).toMatch(
        /more than it shows/,
      );
      await dock.closes();
    }),
  );

  it(
    'offer no cell that would leave nothing, and list what may be in each hour',
    readsOnOneMap('?from=2026-03-02&to=2026-03-03', async (reader) => {
      const dock = new Dock(reader);
      await dock.opens();
      await dock.showsCharts();
      const { weekHour } = en.charts.titles;
      const cells = dock.element.getByRole('group', { name: weekHour }).getByRole('button');
      // A Monday, and what may be on one of the days around it.
      const friday = cells.nth(4 * 8);
      await expect.poll(() => friday.getAttribute('aria-disabled')).toBe('true');
      await friday.click({ force: true });
      await friday.press('Enter');
      expect(await friday.getAttribute('aria-pressed')).toBe('false');
      expect(await dock.chips.count()).toBe(0);
      expect(await cells.first().getAttribute('aria-disabled')).toBe('false');
      await dock.element.getByRole('button', { name: en.charts.showTable(weekHour) }).click();
      const rows = dock.element.getByRole('table', { name: weekHour }).getByRole('row');
      await expect.poll(() => rows.count()).toBeGreaterThan(24);
      await dock.closes();
    }),
  );
});
