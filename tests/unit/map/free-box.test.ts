import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapOf, type Box } from '../../../src/map/box.ts';
import { freeBox } from '../../../src/map/free-box.ts';

const size = { width: 768, height: 1024 };
const masthead = { left: 16, top: 16, right: 336, bottom: 648 };
const timeline = { left: 16, top: 775, right: 752, bottom: 1008 };
const key = { left: 452, top: 82, right: 752, bottom: 759 };
const panelNextToIt = { left: 464, top: 0, right: 844, bottom: 390 };

describe('`freeBox`', () => {
  it('is next to a high cover, not under it, where there is more room', () => {
    expect(freeBox(size, [masthead, timeline])).toEqual({
      left: 336,
      top: 0,
      right: 768,
      bottom: 775,
    });
  });

  it('is under a low cover, next to another', () => {
    const headline = { ...masthead, bottom: 150 };
    expect(freeBox(size, [headline, timeline, key])).toEqual({
      left: 0,
      top: 150,
      right: 452,
      bottom: 775,
    });
  });

  it('is all of a map that everything else lies next to', () => {
    const map = { width: 464, height: 318 };
    expect(freeBox(map, [panelNextToIt])).toEqual({ left: 0, top: 0, right: 464, bottom: 318 });
  });

  it('has the form that a wide picture needs', () => {
    const block = { left: 300, top: 200, right: 768, bottom: 1024 };
    expect(freeBox(size, [block], 4)).toEqual({ left: 0, top: 0, right: 768, bottom: 200 });
    expect(freeBox(size, [block], 0.5)).toEqual({ left: 0, top: 0, right: 300, bottom: 1024 });
  });

  it('is all of the map where almost nothing is free', () => {
    const sheet = { left: 0, top: 52, right: 390, bottom: 844 };
    expect(freeBox({ width: 390, height: 844 }, [sheet])).toEqual({
      left: 0,
      top: 0,
      right: 390,
      bottom: 844,
    });
  });

  const boxes = fc.array(
    fc
      .tuple(fc.nat(900), fc.nat(1200), fc.nat(500), fc.nat(500))
      .map(([left, top, width, height]) => ({
        left: left - 60,
        top: top - 60,
        right: left - 60 + width,
        bottom: top - 60 + height,
      })),
    { maxLength: 5 },
  );
  const room = ({ left, top, right, bottom }: Box): number => Math.min(right - left, bottom - top);

  it('lies under no cover, and no free square is larger', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.nat(700),
        fc.nat(900),
        fc.integer({ min: 100, max: 600 }),
        (covers, x, y, side) => {
          const free = freeBox(size, covers);
          const isWhole = room(free) === size.width;
          for (const cover of covers)
            if (!isWhole) expect(overlapOf(free, cover)).toBeLessThanOrEqual(0);
          const square = { left: x, top: y, right: x + side, bottom: y + side };
          const isFree =
            square.right <= size.width &&
            square.bottom <= size.height &&
            covers.every((cover) => overlapOf(square, cover) <= 0);
          if (isFree) expect(room(free)).toBeGreaterThanOrEqual(side);
        },
      ),
    );
  });
});
