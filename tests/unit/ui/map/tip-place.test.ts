import { describe, expect, it } from 'vitest';
import { tipPlace } from '../../../../src/ui/map/tip-place.ts';

const TIP = { width: 200, height: 100 };
const WINDOW = { width: 1000, height: 600 };
const TOOLS = { left: 500, right: 1000, top: 0, bottom: 60 };

describe('the place of a tip', () => {
  it('is after its mark, in the middle of it', () => {
    const mark = { x: 300, y: 300, reach: 20 };
    expect(tipPlace(TIP, mark, WINDOW, [TOOLS])).toEqual({ left: 320, top: 250 });
  });

  it('is before a mark at the end of the window', () => {
    const mark = { x: 900, y: 300, reach: 20 };
    expect(tipPlace(TIP, mark, WINDOW, [])).toEqual({ left: 680, top: 250 });
  });

  it('is below what lies over the map at both sides', () => {
    const mark = { x: 750, y: 90, reach: 20 };
    const { top } = tipPlace(TIP, mark, WINDOW, [TOOLS]);
    expect(top).toBeGreaterThanOrEqual(TOOLS.bottom);
  });

  it('is before its mark where it is clear there at the height of the mark', () => {
    const mark = { x: 480, y: 90, reach: 20 };
    expect(tipPlace(TIP, mark, WINDOW, [TOOLS])).toEqual({ left: 260, top: 40 });
  });

  it('is in the window where no place is clear', () => {
    const all = { left: 0, right: 1000, top: 0, bottom: 600 };
    const place = tipPlace(TIP, { x: 300, y: 5, reach: 20 }, WINDOW, [all]);
    expect(place.left).toBe(320);
    expect(place.top).toBeGreaterThanOrEqual(0);
  });
});
