import bbox from '@turf/bbox';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { toMercator } from '../core/place/mercator.ts';

/** A disc that a label should keep away from; radius in the units of `toMercator`. */
export type Obstacle = { readonly lon: number; readonly lat: number; readonly radius: number };

const GRID = 28;

/** Room of a label, in the units of `toMercator`. */
export type LabelRoom = { readonly width: number; readonly height: number };

/**
 * A point inside the shape, as far as possible from the obstacles and not at the very edge: the
 * best of a grid. For labels that name an area and no place in it.
 */
export function freePoint(
  shape: Polygon | MultiPolygon,
  obstacles: readonly Obstacle[],
  label: LabelRoom,
): [lon: number, lat: number] {
  const [west, south, east, north] = bbox(shape);
  const discs = obstacles.map(({ lon, lat, radius }) => ({ ...toMercator(lon, lat), radius }));
  const room = (lon: number, lat: number): number => {
    const point = toMercator(lon, lat);
    const beyond = (distance: number, side: number): number =>
      Math.max(Math.abs(distance) - side / 2, 0);
    const gaps = discs.map(
      (disc) =>
        Math.hypot(beyond(point.x - disc.x, label.width), beyond(point.y - disc.y, label.height)) -
        disc.radius,
    );
    return Math.min(...gaps, 1);
  };
  const step = { lon: (east - west) / GRID, lat: (north - south) / GRID };
  const isInside = (lon: number, lat: number): boolean => booleanPointInPolygon([lon, lat], shape);
  let best: { readonly at: [number, number]; readonly room: number } | undefined;
  for (let column = 1; column < GRID; column++) {
    for (let line = 1; line < GRID; line++) {
      const lon = west + column * step.lon;
      const lat = south + line * step.lat;
      const isWell = isInside(lon - 2 * step.lon, lat) && isInside(lon + 2 * step.lon, lat);
      if (!isWell || !isInside(lon, lat)) continue;
      const free = room(lon, lat);
      if (free > (best?.room ?? -Infinity)) best = { at: [lon, lat], room: free };
    }
  }
  return best?.at ?? [(west + east) / 2, (south + north) / 2];
}
