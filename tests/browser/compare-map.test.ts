import type { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { stage } from './stage.ts';
import { countIn } from './words.ts';

const { reads } = stage();

const isInk = ({ data, width }: PNG, x: number, y: number): boolean => {
  const at = 4 * (Math.round(y) * width + Math.round(x));
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
};

/** How far above a point the highest colour is. */
const heightAt = (picture: PNG, x: number, y: number): number =>
  Math.max(...Array.from({ length: 60 }, (_, up) => (isInk(picture, x, y - up) ? up : 0)));

describe('two periods on the map', () => {
  it(
    'split each mark: its name has both counts, and its halves are as high as these',
    reads({ reducedMotion: true }, async (reader) => {
      await reader.opensTheMap('?from=2026-03-12&to=2026-03-15&vs=before');
      const largest = reader.marks.first();
      await expect.poll(() => largest.getAttribute('aria-label')).toContain('; B: ');
      const label = (await largest.getAttribute('aria-label')) ?? '';
      const [first, second] = label.split(/(?=\bB: )/).map(countIn);
      expect(first?.certain).toBeGreaterThan(0);
      expect(second?.certain).toBeGreaterThan(2 * (first?.certain ?? 0));

      const { x, y } = await reader.placeOf(largest);
      /** How high the mark is near its middle, on the left or on the right. */
      const height = async (side: -1 | 1): Promise<number> =>
        heightAt(await reader.mapPicture(), x + 5 * side, y);
      await expect.poll(async () => (await height(1)) - (await height(-1))).toBeGreaterThan(8);
      const split = await height(1);

      // One period again: the whole mark is as high as the left half was.
      await reader.page.keyboard.press('Escape');
      await expect.poll(() => largest.getAttribute('aria-label')).not.toContain('; B: ');
      await expect.poll(async () => split - (await height(1))).toBeGreaterThan(8);
    }),
  );
});
