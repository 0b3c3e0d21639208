import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureBox } from '../../../src/map/picture-box.ts';

const ALL = { left: 0, top: 0, right: 2560, bottom: 1440 };

describe('`pictureBox`', () => {
  it('is the part of the map that nothing covers', () => {
    const free = { left: 336, top: 0, right: 1440, bottom: 710 };
    expect(pictureBox({ width: 1440, height: 900 }, free, undefined)).toEqual(free);
  });

  it('is the whole map if almost nothing is free', () => {
    const free = { left: 0, top: 300, right: 390, bottom: 370 };
    expect(pictureBox({ width: 390, height: 560 }, free, undefined)).toEqual({
      left: 0,
      top: 0,
      right: 390,
      bottom: 560,
    });
  });

  it('leaves out empty surroundings on a large screen, but not the home view', () => {
    const about = { left: 1100, top: 300, right: 2000, bottom: 1100 };
    const box = pictureBox({ width: 2560, height: 1440 }, ALL, about);
    expect(box.right - box.left).toBeLessThan(1200);
    expect([box.left < 1100, box.right > 2000, box.top < 300, box.bottom > 1100]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('is inside the map and includes the free part of the home view', () => {
    const pixels = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.tuple(pixels(3000), pixels(2000)),
        fc.tuple(pixels(400), pixels(400), pixels(400), pixels(400)),
        fc.tuple(pixels(3000), pixels(2000), pixels(3000), pixels(2000)),
        ([width, height], [left, top, right, bottom], [x, y, w, h]) => {
          const about = { left: x, top: y, right: x + w, bottom: y + h };
          const uncovered = { left, top, right: width - right, bottom: height - bottom };
          const free = pictureBox({ width, height }, uncovered, undefined);
          const box = pictureBox({ width, height }, uncovered, about);
          expect(box.left).toBeGreaterThanOrEqual(free.left);
          expect(box.right).toBeLessThanOrEqual(free.right);
          expect(box.top).toBeGreaterThanOrEqual(free.top);
          expect(box.bottom).toBeLessThanOrEqual(free.bottom);
          if (about.left >= free.left && about.right <= free.right) {
            expect(box.left).toBeLessThanOrEqual(about.left);
            expect(box.right).toBeGreaterThanOrEqual(about.right);
          }
        },
      ),
    );
  });
});
