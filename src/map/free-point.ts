import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { toMercator, type MercatorPoint } from '../core/place/mercator.ts';
import type { Box } from './box.ts';

/** Room of a label, in pixels. */
export type LabelRoom = { readonly width: number; readonly height: number };

type Shape = Polygon | MultiPolygon;
type Candidate = { readonly at: [lon: number, lat: number]; readonly point: MercatorPoint };

const GRID = 28;

/** A shape's candidates never change: looking for them is what takes time. */
const candidatesOfShape = new WeakMap<Shape, readonly Candidate[]>();

/** Points of a grid that lie in the shape, and not at the very edge. */
function candidatesIn(shape: Shape): readonly Candidate[] {
  const known = candidatesOfShape.get(shape);
  if (known) return known;
  const [west, south, east, north] = bbox(shape);
  const step = { lon: (east - west) / GRID, lat: (north - south) / GRID };
  const isInside = (lon: number, lat: number): boolean => booleanPointInPolygon([lon, lat], shape);
  const candidates: Candidate[] = [];
  for (let column = 1; column < GRID; column++) {
    for (let line = 1; line < GRID; line++) {
      const lon = west + column * step.lon;
      const lat = south + line * step.lat;
      const isWell = isInside(lon - 2 * step.lon, lat) && isInside(lon + 2 * step.lon, lat);
      if (isWell && isInside(lon, lat))
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
  const [west, south, east, north] = best ? [0, 0, 0, 0] : bbox(shape);
  return best?.at ?? [(west + east) / 2, (south + north) / 2];
}
