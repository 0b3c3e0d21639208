/** 0 clips by x, 1 by y. */
export type Axis = 0 | 1;

/** Sutherland and Hodgman's clipping of a ring to the strip between two values of one axis. */
export function clipRing(
  ring: readonly number[],
  axis: Axis,
  from: number,
  to: number,
): readonly number[] {
  return clipHalf(clipHalf(ring, axis, from, 1), axis, to, -1);
}

function clipHalf(
  ring: readonly number[],
  axis: Axis,
  limit: number,
  side: 1 | -1,
): readonly number[] {
  const kept: number[] = [];
  let beforeX = ring.at(-2) ?? NaN;
  let beforeY = ring.at(-1) ?? NaN;
  let before = axis === 0 ? beforeX : beforeY;
  for (let index = 0; index < ring.length; index += 2) {
    const x = ring[index] ?? NaN;
    const y = ring[index + 1] ?? NaN;
    const value = axis === 0 ? x : y;
    const isInside = (value - limit) * side >= 0;
    if (isInside !== (before - limit) * side >= 0) {
      const fraction = (limit - before) / (value - before);
      kept.push(
        axis === 0 ? limit : beforeX + (x - beforeX) * fraction,
        axis === 1 ? limit : beforeY + (y - beforeY) * fraction,
      );
    }
    if (isInside) kept.push(x, y);
    beforeX = x;
    beforeY = y;
    before = value;
  }
  return kept;
}

/** The parts of a line in the strip between two values of one axis. */
export function clipLine(
  line: readonly number[],
  axis: Axis,
  from: number,
  to: number,
): number[][] {
  const parts: number[][] = [];
  let current: number[] | undefined;
  for (let index = 0; index + 3 < line.length; index += 2) {
    const ax = line[index] ?? NaN;
    const ay = line[index + 1] ?? NaN;
    const bx = line[index + 2] ?? NaN;
    const by = line[index + 3] ?? NaN;
    const a = axis === 0 ? ax : ay;
    const b = axis === 0 ? bx : by;
    if ((a < from && b < from) || (a > to && b > to)) {
      current = undefined;
      continue;
    }
    const enters = a < from ? (from - a) / (b - a) : a > to ? (to - a) / (b - a) : 0;
    const leaves = b < from ? (from - a) / (b - a) : b > to ? (to - a) / (b - a) : 1;
    if (!current || enters > 0) {
      current = [ax + (bx - ax) * enters, ay + (by - ay) * enters];
      parts.push(current);
    }
    if (leaves === 1) current.push(bx, by);
    else {
      current.push(ax + (bx - ax) * leaves, ay + (by - ay) * leaves);
      current = undefined;
    }
  }
  return parts;
}
