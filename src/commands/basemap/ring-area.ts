/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** Positive if the ring runs clockwise on a screen, where y grows downwards. */
export function ringArea(xy: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0, before = xy.length - 2; index < xy.length; before = index, index += 2) {
    sum +=
      (xy[before] ?? NaN) * (xy[index + 1] ?? NaN) - (xy[index] ?? NaN) * (xy[before + 1] ?? NaN);
  }
  return sum / 2;
}

export function boxOf(xy: ArrayLike<number>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < xy.length; index += 2) {
    const x = xy[index] ?? NaN;
    const y = xy[index + 1] ?? NaN;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}
