import type { Box } from './box.ts';

type Point = { readonly x: number; readonly y: number };
/** A straight line between two points; pixels. */
export type Segment = { readonly from: Point; readonly to: Point };

/** Whether any of a segment lies in a box (Liang and Barsky, 1984). */
export function crossesBox({ from, to }: Segment, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [first, last] = [0, 1];
  const clips = (delta: number, room: number): boolean => {
    if (delta === 0) return room >= 0;
    const at = room / delta;
    if (delta < 0) first = Math.max(first, at);
    else last = Math.min(last, at);
    return first <= last;
  };
  return (
    clips(-dx, from.x - box.left) &&
    clips(dx, box.right - from.x) &&
    clips(-dy, from.y - box.top) &&
    clips(dy, box.bottom - from.y)
  );
}

/** How far a point is from a segment. */
export function distanceToSegment({ x, y }: Point, { from, to }: Segment): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / squared;
  const part = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy);
}

const turn = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

/** Whether two segments cross. */
export const segmentsCross = (a: Segment, b: Segment): boolean =>
  turn(a.from, a.to, b.from) !== turn(a.from, a.to, b.to) &&
  turn(b.from, b.to, a.from) !== turn(b.from, b.to, a.to);
