import { lineLength } from './line-length.ts';
import { metersPerUnit } from './mercator.ts';
import type { SegmentIndex } from './segment-index.ts';

/** What a line may end at: the nearest of these within reach, in metres. */
export interface Anchors {
  readonly segments: SegmentIndex;
  readonly isWanted?: (owner: number) => boolean;
}

/**
 * Makes both ends of a line meet what they were drawn to meet in their own source: a line that crosses an anchor close to
 * its end is cut there, one that stops short is lengthened to the nearest point. What is too far from any stays loose.
 */
export function tieEnds(
  xy: readonly number[],
  anchors: readonly Anchors[],
  reach: number,
  [tieStart, tieEnd]: readonly [boolean, boolean] = [true, true],
): number[] {
  const ended = tieEnd ? tieLast(xy, anchors, reach) : [...xy];
  return tieStart ? reversed(tieLast(reversed(ended), anchors, reach)) : ended;
}

function tieLast(xy: readonly number[], anchors: readonly Anchors[], reach: number): number[] {
  const [x = NaN, y = NaN] = xy.slice(-2);
  const unit = reach / metersPerUnit(y);
  return (
    cutTail(xy, anchors, Math.min(unit, lineLength(xy) / 2)) ??
    lengthened(xy, nearestOf(anchors, x, y, unit))
  );
}

function nearestOf(anchors: readonly Anchors[], x: number, y: number, unit: number) {
  const found = anchors.flatMap(
    ({ segments, isWanted }) => segments.nearest(x, y, unit, isWanted) ?? [],
  );
  return found.sort((a, b) => a.distance - b.distance)[0];
}

function lengthened(
  xy: readonly number[],
  to: { readonly x: number; readonly y: number; readonly distance: number } | undefined,
): number[] {
  return to && to.distance > 0 ? [...xy, to.x, to.y] : [...xy];
}

/**
 * Walks back from the end as far as the reach, to the crossing that is farthest from the end. At most half of the line, so
 * that a short one is not cut where its other end meets an anchor.
 */
function cutTail(
  xy: readonly number[],
  anchors: readonly Anchors[],
  unit: number,
): number[] | undefined {
  let found: number[] | undefined;
  let walked = 0;
  for (let index = xy.length - 2; index >= 2 && walked < unit; index -= 2) {
    const [ax = NaN, ay = NaN, bx = NaN, by = NaN] = xy.slice(index - 2, index + 2);
    const length = Math.hypot(bx - ax, by - ay);
    const crossings = anchors.flatMap(({ segments, isWanted }) =>
      segments.crossings(ax, ay, bx, by, isWanted),
    );
    const nearby = crossings.filter((fraction) => walked + length * (1 - fraction) < unit);
    if (nearby.length > 0) {
      const fraction = Math.min(...nearby);
      found = [...xy.slice(0, index), ax + (bx - ax) * fraction, ay + (by - ay) * fraction];
    }
    walked += length;
  }
  return found && found.length >= 4 ? found : undefined;
}

function reversed(xy: readonly number[]): number[] {
  const turned: number[] = [];
  for (let index = xy.length - 2; index >= 0; index -= 2) {
    turned.push(xy[index] ?? NaN, xy[index + 1] ?? NaN);
  }
  return turned;
}
