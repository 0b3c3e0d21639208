import type { Polygon, Position } from 'geojson';
import type { AreaShape } from '../../core/filters/area-shape.ts';
import { EARTH_METERS } from '../../core/place/great-circle.ts';
import { groundCircle } from '../ground-circle.ts';

/** Corners of a circle: 0.1 % from round. */
const STEPS = 96;
/** A Mercator map ends here. */
export const LAST_LATITUDE = 85.0511;

export type DrawnShape = Extract<AreaShape, { readonly kind: 'box' | 'circle' | 'polygon' }>;

export const isDrawn = (shape: AreaShape): shape is DrawnShape =>
  shape.kind === 'box' || shape.kind === 'circle' || shape.kind === 'polygon';

const polygonOf = (...rings: readonly Position[][]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)]),
});

const rectangle = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** A circle that holds a pole is, on the map, all to one side of a line around the world. */
function circleOf(lon: number, lat: number, km: number): Polygon {
  const degrees = (km * 1000 * 180) / (Math.PI * EARTH_METERS);
  const [hasNorth, hasSouth] = [lat + degrees >= 90, lat - degrees <= -90];
  if (degrees >= 180) return polygonOf(rectangle(-180, -LAST_LATITUDE, 180, LAST_LATITUDE));
  const circle = groundCircle(lon, lat, km * 1000, STEPS);
  if (!hasNorth && !hasSouth) return circle;
  const [west, east] = [lon - 180, lon + 180];
  if (hasNorth && hasSouth) {
    const rest = groundCircle(lon + 180, -lat, Math.PI * EARTH_METERS - km * 1000, STEPS);
    const world = rectangle(lon, -LAST_LATITUDE, lon + 360, LAST_LATITUDE);
    return polygonOf(world, rest.coordinates[0]?.slice(1) ?? []);
  }
  const line = (circle.coordinates[0] ?? []).slice(1).toSorted(([a = 0], [b = 0]) => a - b);
  const end = hasNorth ? LAST_LATITUDE : -LAST_LATITUDE;
  const [first = [0, 0], last = [0, 0]] = [line[0], line.at(-1)];
  return polygonOf([
    [west, first[1] ?? 0],
    ...line,
    [east, last[1] ?? 0],
    [east, end],
    [west, end],
  ]);
}

/** A shape as it is on the map. Longitudes may be beyond 180. */
export function geometryOf(shape: DrawnShape): Polygon {
  switch (shape.kind) {
    case 'box': {
      const { west, south, east, north } = shape;
      return polygonOf(rectangle(west, south, east < west ? east + 360 : east, north));
    }
    case 'circle':
      return circleOf(shape.lon, shape.lat, shape.radiusKm);
    case 'polygon':
      return polygonOf(shape.corners.map(([lon, lat]) => [lon, lat]));
  }
}
