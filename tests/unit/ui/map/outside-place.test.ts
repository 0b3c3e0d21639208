import { describe, expect, it } from 'vitest';
import { placeAtEdge, sideOf } from '../../../../src/ui/map/outside-place.ts';

const WINDOW = { width: 1000, height: 600 };

describe('the side of the map beyond which most is outside', () => {
  it.each([
    [[{ x: -400, y: 300, count: 3 }], 'left'],
    [[{ x: 1400, y: 700, count: 3 }], 'right'],
    [[{ x: 500, y: -5, count: 3 }], 'top'],
    [[{ x: 500, y: 605, count: 1 }], 'bottom'],
    [
      [
        { x: -400, y: 300, count: 3 },
        { x: 1100, y: 300, count: 4 },
      ],
      'right',
    ],
    // On the map, under a part of the page; and what no mark on the page shows.
    [[{ x: 500, y: 50, count: 9 }], 'bottom'],
    [[], 'bottom'],
  ] as const)('of %j is the %s', (outside, side) => {
    expect(sideOf(outside, WINDOW)).toBe(side);
  });
});

describe('the place of the note', () => {
  const size = { width: 100, height: 20 };
  const free = { left: 100, top: 50, right: 900, bottom: 500 };
  const nothing = { marks: [], boxes: [] };

  it('is in the middle of its edge of what is free', () => {
    expect(placeAtEdge('left', size, free, nothing)).toEqual({ left: 112, top: 265 });
    expect(placeAtEdge('bottom', size, free, nothing)).toEqual({ left: 450, top: 468 });
    expect(placeAtEdge('right', size, free, nothing)?.left).toBe(788);
    expect(placeAtEdge('top', size, free, nothing)?.top).toBe(62);
  });

  it('keeps off marks and boxes, and stays in the middle where they leave no room', () => {
    const marks = [{ x: 150, y: 280, radius: 40 }];
    const place = placeAtEdge('left', size, free, { marks, boxes: [] });
    expect(Math.abs((place?.top ?? 0) - 265)).toBeGreaterThan(40);
    const boxes = [{ left: 100, right: 700, top: 440, bottom: 500 }];
    expect(placeAtEdge('bottom', size, free, { marks: [], boxes })?.left).toBeGreaterThanOrEqual(
      700,
    );
    expect(placeAtEdge('bottom', size, free, { marks: [], boxes: [free] })?.left).toBe(450);
  });

  it('is nowhere where it has no room', () => {
    expect(placeAtEdge('top', { width: 900, height: 20 }, free, nothing)).toBeUndefined();
  });
});
