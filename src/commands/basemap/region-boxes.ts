import type { BBox, Position } from 'geojson';

/** Iraq and its neighbours, where places are named by hand. West, south, east, north. */
export const regionBox: BBox = [36, 28.5, 53, 40.5];

/** The Kurdistan Region and its surroundings: where small towns are named too. */
export const closeBox: BBox = [41.5, 33.8, 47.5, 38];

export function boxHolds([west, south, east, north]: BBox, point: Position): boolean {
  const [longitude = NaN, latitude = NaN] = point;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
