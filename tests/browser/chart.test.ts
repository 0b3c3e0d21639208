import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { PUBLISHED } from '../unit/published-counts.ts';
import { stage } from './stage.ts';

const { reads } = stage({ webgl: false });

const mapped = en.counts.number(PUBLISHED.attacksInRegion);
const title = new RegExp(`^Mapped ${mapped}, counted \\d+`);

describe('the chart of counts', () => {
  it(
    'opens from the timeline, has its numbers as a table, and leads to the record of each total',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.timeline.getByRole('button', { name: title }).click();
      const dialog = reader.page.getByRole('dialog', { name: title });
      const chart = dialog.getByRole('figure');
      await expect.poll(() => chart.getByRole('button').count()).toBe(PUBLISHED.totals);
      // In forced colours the solid parts and the lines are still there.
      await reader.page.emulateMedia({ forcedColors: 'active' });
      const line = chart.locator('path.line').first();
      const color = (): Promise<string> => line.evaluate((one) => getComputedStyle(one).stroke);
      const ink = await dialog.evaluate((one) => getComputedStyle(one).color);
      expect(await color()).toBe(ink);
      await reader.page.emulateMedia({ forcedColors: 'none' });

      await dialog.getByText(en.chart.numbers).click();
      const rows = dialog.getByRole('table').getByRole('row');
      const last = rows.filter({ hasText: /^18 March/ });
      expect(await last.getByRole('cell').first().innerText()).toBe(mapped);
      const links = dialog.getByRole('table').getByRole('link');
      expect(await links.first().getAttribute('href')).toMatch(/^https:/);
      await reader.findsNoBarrier();

      await chart.getByRole('button', { name: /^307 / }).press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await reader.panel.getByText(en.panel.incident.kinds.total).first().waitFor();
      await reader.panel.getByText(/307/).first().waitFor();
    }),
  );
});
