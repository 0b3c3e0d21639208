import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';

const { readsOnOneMap } = stage();
const PERIOD = ['2026-02-28', '2026-03-19'] as const;

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
      const isThen = ({ time }: { time: string }): boolean => {
        const isSaturday = new Date(time.slice(0, 10)).getUTCDay() === 6;
        const hour = Number(time.slice(11, 13));
        return time.includes('T') && isSaturday && hour >= 12 && hour < 15;
      };
      expect(toldIn(...PERIOD, isThen).certain).toBe(1);
      await dock.seesCount(toldIn(...PERIOD, isThen));
      await dock.closes();
    }),
  );
});
