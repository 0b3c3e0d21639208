import { describe, expect, it } from 'vitest';
import {
  boxAround,
  depthInEllipse,
  distanceTo,
  overlapOf,
  type Box,
} from '../../../../src/map/box.ts';
import {
  placeCaptions,
  type CaptionPlace,
  type WantedCaption,
} from '../../../../src/ui/map/caption-places.ts';

const FRAME: Box = { left: 0, right: 800, top: 0, bottom: 600 };
const WIDE = { width: 160, height: 34 };
const NARROW = { width: 90, height: 66 };
const caption = (x: number, y: number, radius = 10): WantedCaption => ({
  x,
  y,
  radius,
  shapes: [WIDE, NARROW],
});
const markOf = ({ x, y, radius }: WantedCaption): Box => boxAround(x, y, radius);
const textOf = ({ x, y, shapes }: WantedCaption, place: CaptionPlace | undefined): Box => {
  const { left = 0, top = 0, shape = 0 } = place ?? {};
  const { width = 0, height = 0 } = shapes[shape] ?? {};
  return { left: x + left, right: x + left + width, top: y + top, bottom: y + top + height };
};
const placed = (wanted: readonly WantedCaption[], boxes: readonly Box[] = [], frame = FRAME) =>
  placeCaptions(wanted, { marks: wanted, boxes, frame });

describe('`placeCaptions`', () => {
  it('writes to the right of a mark with room around it, and to the left at the right edge', () => {
    const [a, b] = placed([caption(300, 300), caption(780, 300)]);
    expect(a).toMatchObject({ side: 'start', shape: 0 });
    expect(b).toMatchObject({ side: 'end', shape: 0 });
  });

  it('gives way to marks, names and parts of the page, text and line', () => {
    const one = caption(400, 300);
    // A name to the right of the mark, and a panel over the left half of the map.
    const boxes = [
      { left: 412, right: 520, top: 250, bottom: 330 },
      { left: 0, right: 380, top: 0, bottom: 600 },
    ];
    const [place] = placed([one], boxes);
    expect(place).toBeDefined();
    for (const box of [...boxes, markOf(one)]) {
      expect(overlapOf(textOf(one, place), box)).toBeLessThanOrEqual(0);
      const end = boxAround(one.x + (place?.to.x ?? 0), one.y + (place?.to.y ?? 0), 0.5);
      expect(overlapOf(end, box)).toBeLessThanOrEqual(0);
    }
  });

  it('begins its line at the edge of a large mark, which fills no more than its disc', () => {
    const large = caption(400, 300, 60);
    // Free is only the way over the upper left corner of the box around the disc.
    const boxes = [
      { left: 0, right: 800, top: 290, bottom: 600 },
      { left: 400, right: 800, top: 0, bottom: 600 },
      { left: 0, right: 330, top: 0, bottom: 600 },
    ];
    const [place] = placed([{ ...large, shapes: [{ width: 40, height: 20 }] }], boxes);
    expect(place).toBeDefined();
    const { x = 0, y = 0 } = place?.from ?? {};
    const start = boxAround(large.x + x, large.y + y, 0);
    expect(overlapOf(start, markOf(large))).toBeGreaterThanOrEqual(0);
    expect(depthInEllipse(start, markOf(large))).toBeLessThanOrEqual(0);
  });

  it('takes a narrower shape where the best one has no room', () => {
    const one = caption(60, 300);
    const [place] = placed([one], [], { left: 0, right: 120, top: 0, bottom: 600 });
    expect(place).toMatchObject({ shape: 1 });
  });

  it('lets the caption with fewer places choose first', () => {
    // The first one would take the only place of the second.
    const all = [caption(200, 300), caption(60, 300)];
    const boxes = [
      { left: 0, right: 800, top: 0, bottom: 220 },
      { left: 0, right: 185, top: 380, bottom: 600 },
    ];
    const places = placed(all, boxes);
    expect(places).not.toContain(undefined);
  });

  it('leaves room for the other captions', () => {
    const all = [caption(400, 300), caption(410, 325), caption(390, 275)];
    const places = placed(all);
    const texts = all.map((one, i) => textOf(one, places[i]));
    expect(places).not.toContain(undefined);
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) expect(overlapOf(a, b)).toBeLessThanOrEqual(0);
    });
  });

  it('leaves the edge of a mark free, where it is pointed at, also with many captions', () => {
    const all = Array.from({ length: 5 }, () => caption(400, 300, 40));
    const places = placed(all);
    expect(places).not.toContain(undefined);
    for (const place of places)
      expect(distanceTo(textOf(caption(400, 300), place), 400, 300)).toBeGreaterThanOrEqual(48);
  });

  it('has no place where all room is taken, or where the mark is out of view', () => {
    expect(placed([caption(400, 300)], [FRAME])).toEqual([undefined]);
    expect(placed([caption(-400, 300)])).toEqual([undefined]);
  });
});
