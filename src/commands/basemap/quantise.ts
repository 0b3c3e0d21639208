/** Rounds to whole units from an origin, without repeated vertices and without those in the middle of a straight run. */
export function quantise(
  xy: readonly number[],
  originX: number,
  originY: number,
  closed: boolean,
): number[] {
  const kept: number[] = [];
  for (let index = 0; index < xy.length; index += 2) {
    const x = Math.round((xy[index] ?? NaN) - originX);
    const y = Math.round((xy[index + 1] ?? NaN) - originY);
    const last = kept.length - 2;
    if (last >= 0 && kept[last] === x && kept[last + 1] === y) continue;
    if (last >= 2 && isStraight(kept, x, y)) kept.splice(last, 2);
    kept.push(x, y);
  }
  while (closed && kept.length > 4 && kept[0] === kept.at(-2) && kept[1] === kept.at(-1)) {
    kept.splice(-2);
  }
  return kept;
}

/** Whether a vertex goes straight on from the last two, not back. */
function isStraight(xy: readonly number[], x: number, y: number): boolean {
  const [ax = NaN, ay = NaN, bx = NaN, by = NaN] = xy.slice(-4);
  const [dx, dy, ex, ey] = [bx - ax, by - ay, x - bx, y - by];
  return dx * ey === dy * ex && dx * ex + dy * ey > 0;
}
