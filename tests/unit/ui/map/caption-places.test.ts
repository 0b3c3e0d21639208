import { describe, expect, it } from 'vitest';
import { overlapOf, type Box } from '../../../../src/map/box.ts';
import { placeCaptions, type WantedCaption } from '../../../../src/ui/map/caption-places.ts';

const FRAME: Box = { left: 0, right: 800, top: 0, bottom: 600 };
const caption = (x: number, y: number): WantedCaption => ({
  x,
  y,
  radius: 10,
  width: 160,
  height: 34,
});
const markOf = ({ x, y, radius }: WantedCaption): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
const textOf = (
  { x, y, width, height }: WantedCaption,
  place: { readonly left: number; readonly top: number },
): Box => ({
  left: x + place.left,
  right: x + place.left + width,
  top: y + place.top,
  bottom: y + place.top + height,
});

describe('`placeCaptions`', () => {
  it('writes to the right of a mark with room around it, and to the left at the right edge', () => {
    const middle = caption(400, 300);
    const edge = caption(780, 300);
    const [a, b] = placeCaptions([middle, edge], [markOf(middle), markOf(edge)], FRAME);
    expect(a).toMatchObject({ isLeft: false });
    expect(b).toMatchObject({ isLeft: true });
  });

  it('gives way to marks, names and parts of the page, text and line', () => {
    const one = caption(400, 300);
    // A name to the right of the mark, and a panel over the left half of the map.
    const taken = [
      markOf(one),
      { left: 412, right: 520, top: 250, bottom: 330 },
      { left: 0, right: 380, top: 0, bottom: 600 },
    ];
    const [place] = placeCaptions([one], taken, FRAME);
    expect(place).toBeDefined();
    for (const box of taken) {
      expect(overlapOf(textOf(one, place ?? { left: 0, top: 0 }), box)).toBeLessThanOrEqual(0);
      const end = { x: one.x + (place?.to.x ?? 0), y: one.y + (place?.to.y ?? 0) };
      const isUnder =
        end.x > box.left && end.x < box.right && end.y > box.top && end.y < box.bottom;
      expect(isUnder).toBe(false);
    }
  });

  it('leaves room for earlier captions', () => {
    const all = [caption(400, 300), caption(410, 325), caption(390, 275)];
    const places = placeCaptions(all, all.map(markOf), FRAME);
    const texts = all.map((one, i) => textOf(one, places[i] ?? { left: 0, top: 0 }));
    expect(places).not.toContain(undefined);
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) expect(overlapOf(a, b)).toBeLessThanOrEqual(0);
    });
  });

  it('has no place where all room is taken, or where the mark is out of view', () => {
    const one = caption(400, 300);
    expect(placeCaptions([one], [FRAME], FRAME)).toEqual([undefined]);
    expect(placeCaptions([caption(-300, 300)], [], FRAME)).toEqual([undefined]);
  });
});
