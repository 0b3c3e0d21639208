import type { Position } from 'geojson';
import { boundsOf, BoundsBuilder, type Bounds } from './bounds.ts';
import type { NamedArea } from './named-area.ts';
import { NO_AREA, type PlaceTable } from './place-table.ts';
import { positionsOf } from './positions.ts';

/** The box around positions in degrees. */
export const boundsOfPositions = (positions: readonly Position[]): Bounds | undefined =>
  boundsOf(positions.map(([lon = 0, lat = 0]) => ({ lon, lat })));

/** The box around the places with a point. */
export function boundsOfPlaces(places: PlaceTable): Bounds | undefined {
  const builder = new BoundsBuilder();
  for (let place = 0; place < places.length; place++)
    if (places.area[place] === NO_AREA) builder.add(places.lon[place] ?? 0, places.lat[place] ?? 0);
  return builder.build();
}

/** The box of all of some areas; undefined for none. */
export function boundsOfShapes(areas: readonly NamedArea[]): Bounds | undefined {
  const builder = new BoundsBuilder();
  for (const { shape } of areas)
    for (const [lon = 0, lat = 0] of positionsOf(shape)) builder.add(lon, lat);
  return builder.build();
}

/** The longitude around which the places lie: none is more than half a turn away from it. */
export function middleOfPlaces(places: PlaceTable): number {
  const bounds = boundsOfPlaces(places);
  return bounds ? (bounds.west + bounds.east) / 2 : 0;
}
