import type { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { PHONE } from './reader.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';
import { anyOf } from './words.ts';

const { reads } = stage();

/** Mean green of all pixels, 0 to 255: most of them are map. */
function brightness({ data }: PNG): number {
  let sum = 0;
  for (let at = 1; at < data.length; at += 4) sum += data[at] ?? 0;
  return sum / (data.length / 4);
}

describe('the dark theme', () => {
  it(
    'follows the device, draws every mark on a dark background, and passes axe',
    reads({ colorScheme: 'dark', reducedMotion: true }, async (reader) => {
      await reader.opensTheMap('?id=2026-02-28-khor-mor-production-halt');
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      const picture = await reader.picture();
      expect(brightness(picture)).toBeLessThan(80);
      await reader.findsNoBarrier();
      await reader.panel.getByRole('button', { name: en.panel.reports.read }).click();
      await reader.panel.locator('mark').waitFor();
      await reader.findsNoBarrier();
    }),
  );

  it(
    'can be chosen against the device setting, repaints the map, and is remembered',
    reads({ reducedMotion: true }, async (reader) => {
      await reader.opensTheMap();
      const theme = () => reader.page.locator('html').getAttribute('data-theme');
      expect(await theme()).toBe('light');
      const button = reader.button(anyOf(Object.values(en.shell.themes).map(en.shell.themeTitle)));
      for (let press = 0; press < 3 && (await theme()) !== 'dark'; press++) await button.click();
      expect(await theme()).toBe('dark');
      await expect.poll(async () => brightness(await reader.picture())).toBeLessThan(80);
      await reader.seesDrawnMarks();
      await reader.page.reload();
      await expect.poll(theme).toBe('dark');
      await reader.seesDrawnMarks();
    }),
  );

  it(
    'works on a phone',
    reads(
      { colorScheme: 'dark', viewport: PHONE, touch: true, reducedMotion: true },
      async (reader) => {
        await reader.opensTheMap();
        await reader.findsNoBarrier();
        await reader.travels('?list=open');
        await reader.panel.locator('li[aria-setsize]').first().waitFor();
        await reader.findsNoBarrier();
        // The list leaves a strip of the map that is free of marks; lowered, it shows them.
        await reader.panel.getByRole('button', { name: en.panel.lower }).click();
        await reader.seesDrawnMarks();
        await reader.findsNoBarrier();
      },
    ),
  );
});
