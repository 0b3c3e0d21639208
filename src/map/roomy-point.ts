import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Box } from './box.ts';

/** Positions that are tried along each side of an area. */
const STEPS = 24;
/** What it costs to lie on something, per pixel of area; for each corner outside, the whole label again counts. */
const CORNER = 0.5;
/** What it costs to lie on a mark at all: a small one is hidden as much as a large one. */
const MARK = 3000;
/** Of two points without an obstacle, the one nearer to the middle is better. */
const DISTANCE = 0.02;

/** A point for a label, and what lies under it there: of several labels, the one with the least cost covers least. */
type RoomyPoint = { readonly lon: number; readonly lat: number; readonly cost: number };

type Size = { readonly width: number; readonly height: number };

type Room = {
  readonly project: (lon: number, lat: number) => { readonly x: number; readonly y: number };
  /** What is seen of the map, in degrees and in pixels. */
  readonly seen: readonly [west: number, south: number, east: number, north: number];
  readonly frame: Box;
  readonly marks: readonly Box[];
  /** What else the label should not cover, or lie under. */
  readonly obstacles: readonly Box[];
};

const ringsOf = (shape: Polygon | MultiPolygon): readonly (readonly Position[])[] =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();

/** By the rule of even and odd crossings, so holes are outside. */
function isInside(rings: readonly (readonly Position[])[], lon: number, lat: number): boolean {
  let isIn = false;
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
      if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isIn = !isIn;
    }
  return isIn;
}

const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/**
 * The point of an area, among what is seen of it, where a label of some size covers least. Undefined where nothing of
 * the area is seen, or too little for the whole label.
 */
export function roomyPoint(
  shape: Polygon | MultiPolygon,
  { width, height }: Size,
  { project, seen: [west, south, east, north], frame, marks, obstacles }: Room,
): RoomyPoint | undefined {
  const rings = ringsOf(shape);
  const points = rings.flat();
  const along = (axis: 0 | 1, least: number, most: number): readonly number[] => {
    let [from, to] = [Infinity, -Infinity];
    for (const point of points) {
      from = Math.min(from, point[axis] ?? 0);
      to = Math.max(to, point[axis] ?? 0);
    }
    [from, to] = [Math.max(from, least), Math.min(to, most)];
    return from < to
      ? Array.from({ length: STEPS }, (_, i) => from + ((i + 0.5) / STEPS) * (to - from))
      : [];
  };
  const lons = along(0, west, east);
  const candidates = along(1, south, north).flatMap((lat) =>
    lons.flatMap((lon) => (isInside(rings, lon, lat) ? [{ lon, lat, ...project(lon, lat) }] : [])),
  );
  const middleX = candidates.reduce((sum, { x }) => sum + x, 0) / candidates.length;
  const middleY = candidates.reduce((sum, { y }) => sum + y, 0) / candidates.length;
  const isNear = (x: number, y: number): boolean =>
    candidates.some((one) => Math.hypot(one.x - x, one.y - y) < height);

  let best: RoomyPoint | undefined;
  for (const { lon, lat, x, y } of candidates) {
    const box = {
      left: x - width / 2,
      right: x + width / 2,
      top: y - height / 2,
      bottom: y + height / 2,
    };
    if (box.left < frame.left || box.right > frame.right) continue;
    if (box.top < frame.top || box.bottom > frame.bottom) continue;
    const ends = [box.left, box.right];
    const outside = ends.filter((end) => !isNear(end, y)).length;
    const cost =
      [...marks, ...obstacles].reduce((sum, other) => sum + sharedArea(box, other), 0) +
      marks.filter((mark) => sharedArea(box, mark) > 0).length * MARK +
      outside * CORNER * width * height +
      DISTANCE * Math.hypot(x - middleX, y - middleY) * height;
    if (cost < (best?.cost ?? Infinity)) best = { lon, lat, cost };
  }
  return best;
}
