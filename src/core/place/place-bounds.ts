import type { Position } from 'geojson';
import { BoundsBuilder, type Bounds } from './bounds.ts';
import { NO_AREA, type PlaceTable } from './place-table.ts';

/** The box around the places with a point, and around other positions that are drawn with them. */
export function boundsOfPlaces(
  tables: readonly PlaceTable[],
  others: Iterable<Position> = [],
): Bounds | undefined {
  const builder = new BoundsBuilder();
  for (const places of tables)
    for (let place = 0; place < places.length; place++)
      if (places.area[place] === NO_AREA)
        builder.add(places.lon[place] ?? 0, places.lat[place] ?? 0);
  for (const [lon = 0, lat = 0] of others) builder.add(lon, lat);
  return builder.build();
}

/** The longitude around which the places lie: none is more than half a turn away from it. */
export function middleOfPlaces(tables: readonly PlaceTable[]): number {
  const bounds = boundsOfPlaces(tables);
  return bounds ? (bounds.west + bounds.east) / 2 : 0;
}
