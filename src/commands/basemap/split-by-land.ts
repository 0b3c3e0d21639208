import { lineLength } from './line-length.ts';
import type { SegmentIndex } from './segment-index.ts';

export interface LinePart {
  readonly onLand: boolean;
  readonly xy: readonly number[];
  /** Whether its ends are cuts at the coast. */
  readonly cutAtStart: boolean;
  readonly cutAtEnd: boolean;
}

/** Cuts a line where it crosses the coast. Parts shorter than `shortest` are joined to the one before. */
export function splitByLand(
  xy: ArrayLike<number>,
  land: SegmentIndex,
  shortest: number,
): LinePart[] {
  const parts = mergeShort(cut(xy, land), shortest);
  return parts.map(({ onLand, xy: part }, index) => ({
    onLand,
    xy: part,
    cutAtStart: index > 0,
    cutAtEnd: index < parts.length - 1,
  }));
}

interface Piece {
  readonly onLand: boolean;
  readonly xy: number[];
}

function cut(xy: ArrayLike<number>, land: SegmentIndex): Piece[] {
  const pieces: Piece[] = [];
  let current: number[] = [xy[0] ?? NaN, xy[1] ?? NaN];
  let onLand = land.contains(xy[0] ?? NaN, xy[1] ?? NaN);
  for (let index = 2; index < xy.length; index += 2) {
    const [ax = NaN, ay = NaN] = [xy[index - 2], xy[index - 1]];
    const [bx = NaN, by = NaN] = [xy[index], xy[index + 1]];
    for (const fraction of land.crossings(ax, ay, bx, by)) {
      const [x, y] = [ax + (bx - ax) * fraction, ay + (by - ay) * fraction];
      current.push(x, y);
      pieces.push({ onLand, xy: current });
      current = [x, y];
      onLand = !onLand;
    }
    current.push(bx, by);
  }
  pieces.push({ onLand, xy: current });
  return pieces;
}

function mergeShort(pieces: readonly Piece[], shortest: number): Piece[] {
  const merged: Piece[] = [];
  for (const { onLand, xy } of pieces) {
    const last = merged.at(-1);
    if (last && (last.onLand === onLand || lineLength(xy) < shortest)) last.xy.push(...xy.slice(2));
    else merged.push({ onLand, xy: [...xy] });
  }
  const [first, second] = merged;
  if (first && second && lineLength(first.xy) < shortest) {
    return [
      { onLand: second.onLand, xy: [...first.xy, ...second.xy.slice(2)] },
      ...merged.slice(2),
    ];
  }
  return merged;
}
