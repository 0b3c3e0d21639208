import { describe, expect, it } from 'vitest';
import { radiusOf, radiusOfOne } from '../../../src/core/layout/mark-radius.ts';
import { numberSize, ringWidth } from '../../../src/core/model/mark-shape.ts';
import { SIZES, SIZE_SLACK } from '../../../src/map/marks/glyph-atlas.ts';

const HOME = 7;
/** Made up: a digit of the page's font is about this wide and high, in font sizes. */
const DIGIT = { width: 0.6, height: 0.72 };
/** Device pixels of a CSS pixel, by how small or large the browser shows the page. */
const RATIOS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

/** As the shaders choose the size, in device pixels. */
const drawnSize = (wanted: number): number | undefined =>
  SIZES.findLast((size) => size <= wanted + SIZE_SLACK);

describe('`SIZES`', () => {
  it('have one for a number on any screen, and never one that exceeds the core of its mark', () => {
    for (const ratio of RATIOS)
      for (const count of [2, 3, 5, 10, 46, 120]) {
        const radius = radiusOf(count, radiusOfOne(HOME));
        const core = radius - ringWidth('coin', radius, HOME);
        const digits = String(count).length;
        const asked = numberSize(core, digits, digits * DIGIT.width, HOME);
        const drawn = drawnSize(asked * ratio) ?? 0;
        const half = Math.hypot(digits * DIGIT.width, DIGIT.height) / 2;
        // The corners may reach into the ring by a pixel of the page, and by one of the screen.
        expect(half * drawn, `${count} at ${ratio}`).toBeLessThan((core + 1) * ratio + 0.5);
        expect(drawn, `${count} at ${ratio}`).toBeGreaterThan(0.8 * asked * ratio);
      }
  });
});
