import bbox from '@turf/bbox';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { toMercator, type MercatorPoint } from '../core/place/mercator.ts';

/** A disc that a label should keep away from; radius in the units of `toMercator`. */
export type Obstacle = { readonly lon: number; readonly lat: number; readonly radius: number };

/** Room of a label, in the units of `toMercator`. */
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
 * best of a grid. For labels that name an area and no place in it.
 */
export function freePoint(
  shape: Shape,
  obstacles: readonly Obstacle[],
  label: LabelRoom,
): [lon: number, lat: number] {
  const discs = obstacles.map(({ lon, lat, radius }) => ({ ...toMercator(lon, lat), radius }));
  const beyond = (distance: number, side: number): number =>
    Math.max(Math.abs(distance) - side / 2, 0);
  let best: { readonly at: [number, number]; readonly room: number } | undefined;
  for (const { at, point } of candidatesIn(shape)) {
    let room = 1;
    for (const disc of discs) {
      const gapX = beyond(point.x - disc.x, label.width);
      const gapY = beyond(point.y - disc.y, label.height);
      room = Math.min(room, Math.sqrt(gapX * gapX + gapY * gapY) - disc.radius);
      if (best && room <= best.room) break;
    }
    if (!best || room > best.room) best = { at, room };
  }
  const [west, south, east, north] = best ? [0, 0, 0, 0] : bbox(shape);
  return best?.at ?? [(west + east) / 2, (south + north) / 2];
}
