import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { stage } from './stage.ts';

const { reads } = stage({ webgl: false });

describe('the share that is mapped of what a monitor counted', () => {
  it(
    'is shown on demand, with the numbers of the chart, and is put away again',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      const key = reader.page.getByRole('region', { name: en.shell.legend.title });
      const rows = key.getByRole('listitem').filter({ hasText: /: \d+ of \d+$/ });
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
      expect((await rows.allInnerTexts()).map((text) => text.trim())).toEqual(compared);
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

      await choice.uncheck();
      await rows.first().waitFor({ state: 'detached' });
    }),
  );
});
