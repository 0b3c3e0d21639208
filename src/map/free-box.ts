import type { Box } from './box.ts';

type Size = { readonly width: number; readonly height: number };

/** With less than this, nothing can be read on the map: it then counts as free as a whole. */
const MIN_FREE = 90;

/**
 * The part of a map that no cover lies over, in which a picture of this aspect, width by height, is largest; of
 * equal ones the larger. All of the map where almost nothing is free.
 */
export function freeBox({ width, height }: Size, covers: readonly Box[], aspect = 1): Box {
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const over = covers
    .map((cover) => cutTo(cover, whole))
    .filter(({ left, top, right, bottom }) => left < right && top < bottom);
  let best: Box | undefined;
  // An edge of a free box that cannot grow lies on an edge of a cover, or of the map.
  for (const left of [0, ...over.map((one) => one.right)])
    for (const right of [width, ...over.map((one) => one.left)])
      for (const top of [0, ...over.map((one) => one.bottom)])
        for (const bottom of [height, ...over.map((one) => one.top)]) {
          const box = { left, top, right, bottom };
          if (right - left < MIN_FREE || bottom - top < MIN_FREE) continue;
          if (best && !isLarger(box, best, aspect)) continue;
          if (!over.some((cover) => overlaps(cover, box))) best = box;
        }
  return best ?? whole;
}

const cutTo = (box: Box, frame: Box): Box => ({
  left: Math.max(box.left, frame.left),
  top: Math.max(box.top, frame.top),
  right: Math.min(box.right, frame.right),
  bottom: Math.min(box.bottom, frame.bottom),
});

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function isLarger(a: Box, b: Box, aspect: number): boolean {
  const [one, other] = [a, b].map(({ left, top, right, bottom }) => ({
    room: Math.min((right - left) / aspect, bottom - top),
    area: (right - left) * (bottom - top),
  }));
  if (!one || !other) return false;
  return one.room === other.room ? one.area > other.area : one.room > other.room;
}
