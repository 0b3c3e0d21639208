import { metersPerUnit } from './mercator.ts';
import type { SegmentIndex } from './segment-index.ts';

/** The parts of a line that are farther than a distance in metres from others. Each reaches one vertex into the rest. */
export function partsClearOf(
  others: SegmentIndex,
  xy: readonly number[],
  distance: number,
): number[][] {
  const parts: number[][] = [];
  let current: number[] = [];
  for (let index = 0; index < xy.length; index += 2) {
    const [x = NaN, y = NaN] = [xy[index], xy[index + 1]];
    const isAlong = others.nearest(x, y, distance / metersPerUnit(y)) !== undefined;
    if (!isAlong) {
      current.push(x, y);
      continue;
    }
    if (current.length > 2) parts.push([...current, x, y]);
    current = [x, y];
  }
  if (current.length > 2) parts.push(current);
  return parts;
}
