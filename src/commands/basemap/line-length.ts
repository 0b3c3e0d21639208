export function lineLength(xy: ArrayLike<number>): number {
  let length = 0;
  for (let index = 2; index < xy.length; index += 2) {
    length += Math.hypot(
      (xy[index] ?? NaN) - (xy[index - 2] ?? NaN),
      (xy[index + 1] ?? NaN) - (xy[index - 1] ?? NaN),
    );
  }
  return length;
}
