import { describe, expect, it } from 'vitest';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';

const { reads } = stage({ webgl: false });

describe('a browser without WebGL 2', () => {
  it(
    'says why there is no map; list, timeline and source texts still work',
    reads({}, async (reader) => {
      await reader.opens();
      await reader.page.getByText(/WebGL 2/).waitFor();
      await reader.page.getByLabel('from', { exact: true }).fill('2026-03-01');
      await reader.seesCount(toldIn('2026-03-01', '2026-03-19'));
      await reader.button('Whole period').click();
      await reader.button('List and search').click();
      await reader.panel.getByRole('button', { name: /Khor Mor gas field halts/ }).click();
      await reader.panel.getByRole('button', { name: /Read the source/ }).click();
      await reader.panel.locator('mark').waitFor();
      expect(await reader.panel.locator('mark').innerText()).toContain('a key gas field halted');
      await reader.findsNoBarrier();
    }),
  );
});
