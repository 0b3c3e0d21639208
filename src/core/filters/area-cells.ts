import { RADIANS } from '../place/great-circle.ts';
import type { Bounds } from '../place/bounds.ts';
import type { AreaRegion } from './area-region.ts';
import type { AreaRelation, GroundCircle } from './area-relation.ts';

/** Cells of a grid to each side of an area. */
const CELLS = 64;
/** The grid is larger than the area by this part on each side: circles reach into it from there. */
const MARGIN = 0.25;

/** Of a cell: not looked at yet, decided by each place itself, or one relation for all places in it. */
const ANSWERS = [undefined, 'each', 'inside', 'overlaps', 'apart'] as const;
type Answer = (typeof ANSWERS)[number];

/** What a region knows for cells: whether its border comes as near to a point as the radius of a circle. */
export type BorderedRegion = AreaRegion & {
  readonly isBorderNear: (circle: GroundCircle) => boolean;
};

/**
 * The relation of circles to a region, for many of few radii. All circles of a radius whose centres lie in a cell that
 * no border comes near to lie alike to the region, so most of them need no look at its edges.
 */
export function relationByCells(
  region: BorderedRegion,
  { west, south, east, north }: Bounds,
): (circle: GroundCircle) => AreaRelation {
  const [wide, high] = [(1 + 2 * MARGIN) * (east - west), (1 + 2 * MARGIN) * (north - south)];
  const left = west - MARGIN * (east - west);
  const bottom = south - MARGIN * (north - south);
  const ofAngle = new Map<number, Uint8Array>();

  function answerOf(angle: number, column: number, row: number): Answer {
    const lat = bottom + ((row + 0.5) * high) / CELLS;
    const centre = { lon: left + ((column + 0.5) * wide) / CELLS, lat };
    const widest = Math.cos(Math.max(0, Math.abs(lat) - high / CELLS) * RADIANS);
    /** No point of the cell is farther from its centre. */
    const reach = ((high + wide * widest) / (2 * CELLS)) * RADIANS;
    if (!region.isBorderNear({ ...centre, angle: angle + reach }))
      return region.ofCircle({ ...centre, angle: 0 });
    const isAllNear = angle > reach && region.isBorderNear({ ...centre, angle: angle - reach });
    return isAllNear ? 'overlaps' : 'each';
  }

  return (circle) => {
    const { lon, lat, angle } = circle;
    const column = Math.floor((((((lon - left) % 360) + 360) % 360) / wide) * CELLS);
    const row = Math.floor(((lat - bottom) / high) * CELLS);
    if (!(column < CELLS && row >= 0 && row < CELLS)) return region.ofCircle(circle);
    let cells = ofAngle.get(angle);
    if (!cells) ofAngle.set(angle, (cells = new Uint8Array(CELLS * CELLS)));
    const cell = row * CELLS + column;
    const answer =
      ANSWERS[cells[cell] || (cells[cell] = ANSWERS.indexOf(answerOf(angle, column, row)))];
    return answer === undefined || answer === 'each' ? region.ofCircle(circle) : answer;
  };
}
