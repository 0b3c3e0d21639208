import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { Reader } from './reader.ts';
import { LAYER_NAMES } from './layer-names.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';
import { countIn, exactly, starting } from './words.ts';

const { readsOnOneMap } = stage({ pixels: false });
const { reads: readsWithoutMap } = stage({ webgl: false });

/** Presses Tab until the focused thing has a name that matches, as somebody without a mouse would. */
async function tabTo(reader: Reader, name: RegExp, among = '*'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await reader.page.keyboard.press('Tab');
    const focused = await reader.page.evaluate((selector) => {
      const element = document.activeElement;
      if (!element?.matches(selector)) return '';
      return element.getAttribute('aria-label') ?? element.textContent.trim();
    }, among);
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${String(name)}.`);
}

describe('the page with the keyboard only', () => {
  it(
    'goes from mark to mark, opens one, reads its source and comes back',
    readsOnOneMap('?layers=energy', async (reader) => {
      await tabTo(reader, /^.+: [^:]*\d[^:]*$/, '[data-mark]');
      const { keyboard } = reader.page;
      const focused = (): Promise<string> =>
        reader.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const seen = new Set<string>();
      for (const key of [
        'ArrowRight',
        'ArrowDown',
        'ArrowLeft',
        'ArrowUp',
        'ArrowDown',
        'ArrowRight',
        'ArrowDown',
      ]) {
        await keyboard.press(key);
        seen.add(await focused());
      }
      expect(seen.size).toBeGreaterThan(2);
      await reader.marks.and(reader.button(/^Khor Mor/)).focus();
      const label = await focused();
      await keyboard.press('Enter');
      await reader.panel.getByRole('heading', { name: /Khor Mor/ }).waitFor();
      await expect
        .poll(() => reader.page.evaluate(() => document.activeElement?.closest('aside') !== null))
        .toBe(true);
      await tabTo(reader, starting(en.panel.reports.read));
      await keyboard.press('Enter');
      await reader.panel.locator('mark').waitFor();
      await keyboard.press('Escape');
      await reader.panel.getByRole('button', { name: en.panel.reports.read }).waitFor();
      await expect.poll(focused).toContain(en.panel.reports.read);
      await keyboard.press('Escape');
      await reader.panel.waitFor({ state: 'detached' });
      await expect.poll(focused).toBe(label);
    }),
  );

  it(
    'moves the map with the arrow keys and zooms it with plus',
    readsOnOneMap('', async (reader) => {
      await tabTo(reader, exactly(en.map.label));
      const map = (): string | null => new URL(reader.page.url()).searchParams.get('map');
      await reader.page.keyboard.press('ArrowRight');
      await expect.poll(map).not.toBeNull();
      const panned = map();
      await reader.page.keyboard.press('+');
      await expect.poll(map).not.toBe(panned);
    }),
  );

  it(
    'switches a layer, scrubs and reaches the list without a mouse',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await tabTo(reader, starting(LAYER_NAMES.civilian));
      await reader.page.keyboard.press('Space');
      await reader.seesCount(
        toldIn('2026-02-28', '2026-03-19', (record) => record.target !== 'civilian'),
      );
      await tabTo(reader, exactly(en.timeline.thumbs.to));
      await reader.page.keyboard.press('ArrowLeft');
      await reader.seesCount(
        toldIn('2026-02-28', '2026-03-18', (record) => record.target !== 'civilian'),
      );
      await tabTo(reader, exactly(en.shell.buttons.list));
      await reader.page.keyboard.press('Enter');
      await expect
        .poll(async () => countIn(await reader.panel.innerText()))
        .toEqual(await reader.count());
    }),
  );

  it(
    'announces the count when the window settles',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-01&to=2026-03-05');
      const status = reader.timeline.getByRole('status');
      const before = await status.innerText();
      await reader.thumb(en.timeline.thumbs.to).press('ArrowRight');
      await expect.poll(() => status.innerText()).not.toBe(before);
      await expect
        .poll(async () => countIn(await status.innerText()))
        .toEqual(toldIn('2026-03-01', '2026-03-06'));
    }),
  );
});
