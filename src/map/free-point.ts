import type { MultiPolygon, Polygon, Position } from 'geojson';
import { toMercator, type MercatorPoint } from '../core/place/mercator.ts';
import type { Box } from './box.ts';

/** Room of a label, in pixels. */
export type LabelRoom = { readonly width: number; readonly height: number };

type Shape = Polygon | MultiPolygon;
type Candidate = { readonly at: [lon: number, lat: number]; readonly point: MercatorPoint };

const GRID = 28;

/** A shape's candidates never change: looking for them is what takes time. */
const candidatesOfShape = new WeakMap<Shape, readonly Candidate[]>();

const ringsOf = (shape: Shape): readonly Position[][] =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();

/** The box around a shape: west, south, east, north. */
function boxOf(shape: Shape): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of ringsOf(shape).flat()) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** The longitudes at which the rings of a shape cross a parallel. */
const crossings = (shape: Shape, lat: number): readonly number[] =>
  ringsOf(shape).flatMap((ring) =>
    ring.flatMap(([lon = 0, y = 0], i) => {
      const [lastLon = 0, lastY = 0] = ring[i - 1] ?? [lon, y];
      return y > lat === lastY > lat ? [] : lon + ((lat - y) / (lastY - y)) * (lastLon - lon);
    }),
  );

/** Points of a grid that lie in the shape, and not at the very edge. */
function candidatesIn(shape: Shape): readonly Candidate[] {
  const known = candidatesOfShape.get(shape);
  if (known) return known;
  const [west, south, east, north] = boxOf(shape);
  const step = { lon: (east - west) / GRID, lat: (north - south) / GRID };
  const lines = Array.from({ length: GRID - 1 }, (_, i) => {
    const lat = south + (i + 1) * step.lat;
    return { lat, edges: crossings(shape, lat) };
  });
  const candidates: Candidate[] = [];
  for (let column = 1; column < GRID; column++) {
    const lon = west + column * step.lon;
    for (const { lat, edges } of lines) {
      const isInside = (at: number): boolean => edges.filter((edge) => edge < at).length % 2 === 1;
      if ([lon - 2 * step.lon, lon, lon + 2 * step.lon].every(isInside))
        candidates.push({ at: [lon, lat], point: toMercator(lon, lat) });
    }
  }
  candidatesOfShape.set(shape, candidates);
  return candidates;
}

/**
 * A point inside the shape, as far as possible from the obstacles and not at the very edge: the
 * best of a grid. For labels that name an area and no place in it. Boxes are in pixels of a world
 * `pixels` wide. Where the shape allows it, the label lies within `frame`.
 */
export function freePoint(
  shape: Shape,
  obstacles: readonly Box[],
  label: LabelRoom,
  pixels: number,
  frame?: Box,
): [lon: number, lat: number] {
  const [halfWidth, halfHeight] = [label.width / 2, label.height / 2];
  let best: { readonly at: [number, number]; readonly room: number } | undefined;
  for (const { at, point } of candidatesIn(shape)) {
    const [x, y] = [point.x * pixels, point.y * pixels];
    const out = frame
      ? Math.max(
          frame.left - x + halfWidth,
          x + halfWidth - frame.right,
          frame.top - y + halfHeight,
          y + halfHeight - frame.bottom,
          0,
        )
      : 0;
    // Any point within the frame is better than one outside of it.
    let room = out > 0 ? -pixels - out : pixels;
    for (const box of obstacles) {
      if (out > 0 || (best && room <= best.room)) break;
      const gapX = Math.max(box.left - x - halfWidth, x - halfWidth - box.right);
      const gapY = Math.max(box.top - y - halfHeight, y - halfHeight - box.bottom);
      const isApart = gapX > 0 || gapY > 0;
      room = Math.min(
        room,
        isApart ? Math.hypot(Math.max(gapX, 0), Math.max(gapY, 0)) : Math.max(gapX, gapY),
      );
    }
    if (!best || room > best.room) best = { at, room };
  }
  const [west, south, east, north] = best ? [0, 0, 0, 0] : boxOf(shape);
  return best?.at ?? [(west + east) / 2, (south + north) / 2];
}
