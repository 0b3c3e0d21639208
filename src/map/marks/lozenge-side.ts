import { radiusOf } from '../../core/layout/mark-radius.ts';
import { lozengeReach, type Lozenge } from '../../core/model/mark-shape.ts';

/** Marks in pixels of their level; y grows downwards. */
export type PlacedMarks = {
  readonly length: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** All incidents of each, so that a lozenge does not change its side with the window. */
  readonly count: Uint32Array;
  readonly radiusOfOne: number;
};

/** Pixels between a lozenge on one side of its mark and the nearest other mark; negative where it covers one. */
function roomOf(mark: number, side: 1 | -1, { half, at }: Lozenge, marks: PlacedMarks): number {
  const { x, y, count, radiusOfOne, length } = marks;
  const [left, top] = [(x[mark] as number) + side * at, (y[mark] as number) - at];
  let room = Infinity;
  for (let other = 0; other < length; other++) {
    if (other === mark) continue;
    const distance = Math.hypot((x[other] as number) - left, (y[other] as number) - top);
    room = Math.min(
      room,
      distance - radiusOf(count[other] as number, radiusOfOne) - lozengeReach(half),
    );
  }
  return room;
}

/** 1: the lozenge of a mark is upper right; -1: upper left, where it would cover another mark on the right. */
export function lozengeSide(mark: number, lozenge: Lozenge, marks: PlacedMarks): 1 | -1 {
  const right = roomOf(mark, 1, lozenge, marks);
  return right < 0 && roomOf(mark, -1, lozenge, marks) > right ? -1 : 1;
}
