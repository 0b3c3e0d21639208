import { distanceTo, overlapOf, type Box } from '../../map/box.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';
type Weighted = { readonly x: number; readonly y: number; readonly count: number };
type Disc = { readonly x: number; readonly y: number; readonly radius: number };
type Size = { readonly width: number; readonly height: number };

/** From the edge of what is free, and from a mark. */
const MARGIN = 12;
const STEP = 12;

/** The side of the map beyond which most of what is outside lies; of what is only covered, the bottom. */
export function sideOf(outside: readonly Weighted[], { width, height }: Size): Side {
  const counts: Record<Side, number> = { bottom: 0, left: 0, right: 0, top: 0 };
  for (const { x, y, count } of outside) {
    const beyond: Record<Side, number> = {
      bottom: y - height,
      left: -x,
      right: x - width,
      top: -y,
    };
    const farthest = Math.max(...Object.values(beyond));
    for (const side of Object.keys(beyond) as readonly Side[])
      if (farthest > 0 && beyond[side] === farthest) counts[side] += count;
  }
  const [[side] = ['bottom']] = Object.entries(counts).toSorted((a, b) => b[1] - a[1]);
  return side as Side;
}

/**
 * Where a note lies at an edge of what is free: in its middle, or as near to it as marks and other boxes allow;
 * in the middle, too, where they leave no room. Undefined where the note is larger than what is free.
 */
export function placeAtEdge(
  side: Side,
  { width, height }: Size,
  free: Box,
  { marks, boxes }: { readonly marks: readonly Disc[]; readonly boxes: readonly Box[] },
): { readonly left: number; readonly top: number } | undefined {
  const frame = {
    left: free.left + MARGIN,
    right: free.right - MARGIN - width,
    top: free.top + MARGIN,
    bottom: free.bottom - MARGIN - height,
  };
  if (frame.left > frame.right || frame.top > frame.bottom) return undefined;
  const isUpright = side === 'left' || side === 'right';
  const [from, to] = isUpright ? [frame.top, frame.bottom] : [frame.left, frame.right];
  const at = (along: number) =>
    isUpright ? { left: frame[side], top: along } : { left: along, top: frame[side] };
  const isFree = ({ left, top }: { left: number; top: number }): boolean => {
    const box = { left, top, right: left + width, bottom: top + height };
    return (
      boxes.every((other) => overlapOf(box, other) <= 0) &&
      marks.every((mark) => distanceTo(box, mark.x, mark.y) >= mark.radius + MARGIN / 3)
    );
  };
  const middle = (from + to) / 2;
  for (let away = 0; away <= (to - from) / 2; away += STEP)
    for (const along of [middle + away, middle - away]) {
      const place = at(along);
      if (isFree(place)) return place;
    }
  return at(middle);
}
