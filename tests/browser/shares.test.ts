import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';

import { stage } from './stage.ts';

const { reads } = stage({ webgl: false });
const { reads: readsMap } = stage();

describe('the share that is mapped of what a monitor counted', () => {
  it(
    'is shown on demand, with the numbers of the chart, and is put away again',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      const key = reader.page.getByRole('region', { name: en.shell.legend.title });
      const rows = key.getByRole('listitem').filter({ hasText: /: \d+ of \d+/ });
      const choice = key.getByRole('checkbox', { name: en.key.shares });
      expect(await choice.isChecked()).toBe(false);
      expect(await rows.count()).toBe(0);

      await reader.timeline.getByRole('button', { name: /^Mapped \d+, counted \d+/ }).click();
      const dialog = reader.page.getByRole('dialog');
      const bars = dialog.getByRole('listitem').filter({ hasText: /\d mapped[^]*\d counted/ });
      await bars.first().waitFor();
      const compared = (await bars.allInnerTexts()).map((text) =>
        text.replace(/\s*(\d+) mapped\s*(\d+) counted\s*/, ': $1 of $2').trim(),
      );
      expect(compared).toHaveLength(4);
      expect(await dialog.getByRole('table').count()).toBe(2);
      await dialog.getByText(en.chart.targets.differ).waitFor();
      await dialog.getByText(en.chart.missing).waitFor();
      await dialog.getByRole('button', { name: en.chart.shares.show }).click();
      await dialog.waitFor({ state: 'hidden' });

      await rows.first().waitFor();
      expect(await choice.isChecked()).toBe(true);
      const shown = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
      const inFull = compared.map((text) => {
        const [, mapped = '', counted = ''] = /: (\d+) of (\d+)$/.exec(text) ?? [];
        return `${text} ${en.chart.shares.part(Number(mapped) / Number(counted))}`;
      });
      expect(shown).toEqual(inFull);
      await key.getByText(en.chart.missing).waitFor();
      await reader.findsNoBarrier();

      // On paper, the key says them too. The part that prints comes after the first view.
      await expect
        .poll(() =>
          reader.page.evaluate(() => {
            window.dispatchEvent(new Event('beforeprint'));
            const text = document.querySelector('.printed-page')?.textContent ?? '';
            window.dispatchEvent(new Event('afterprint'));
            return text;
          }),
        )
        .toContain(compared.join('; '));

      // A link has it, and one without it has not.
      await expect.poll(() => reader.page.url()).toContain('shade=shares');
      await reader.opensWithoutMap('?shade=shares');
      await rows.first().waitFor();
      await choice.uncheck();
      await rows.first().waitFor({ state: 'detached' });
      await expect.poll(() => reader.page.url()).not.toContain('shade');
    }),
  );

  it(
    'shades a part of the map, and of no others',
    readsMap({ reducedMotion: true }, async (reader) => {
      await reader.opensTheMap();
      await reader.seesDrawnMarks();
      const map = reader.page.locator('.maplibregl-canvas');
      const brightness = async (): Promise<number[]> => {
        const { data } = PNG.sync.read(await map.screenshot());
        return Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 1] ?? 0);
      };
      const before = await brightness();
      const darker = async (): Promise<number> => {
        const now = await brightness();
        return now.filter((one, i) => one < (before[i] ?? 0) - 20).length / now.length;
      };
      expect(await darker()).toBeLessThan(0.01);
      const choice = reader.page.getByRole('checkbox', { name: en.key.shares });
      await choice.check();
      await expect.poll(darker).toBeGreaterThan(0.05);
      expect(await darker()).toBeLessThan(0.5);
      await choice.uncheck();
      await expect.poll(darker).toBeLessThan(0.01);
    }),
  );
});
