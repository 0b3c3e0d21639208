import { admin1Labels, type Admin1Properties } from './admin1-labels.ts';
import { countryLabels } from './country-labels.ts';
import { capitalOf, populationOf } from './place-rank.ts';
import type { GeoName } from './read-geonames.ts';
import { regionPlaces, type NamedPlace } from './region-places.ts';
import { waterLabels } from './water-labels.ts';
import { worldPlaces } from './world-places.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 3;

export interface PlaceSources {
  /** All rows of GeoNames' cities500. */
  readonly geoNames: readonly GeoName[];
  /** The properties of Natural Earth's first-level areas. */
  readonly admin1: readonly Admin1Properties[];
}

/**
 * Every name of the map as a point, in the order in which names have priority. `kind` is `country`, `admin1`, `water` or
 * `place`; a name is for zooms from `min_zoom` up to, but without, `max_zoom`. A place has `rank` 1 (the largest) to 6, `capital`
 * 2 (national) or 1 (of a first-level area), and `population` in thousands; those named by hand have an `order`, which decides
 * between two of a rank. The same sources give the same points.
 */
export function placePoints({ geoNames, admin1 }: PlaceSources): MapFeature[] {
  const { home, closer } = regionPlaces(geoNames);
  const region = [...home, ...closer];
  return [
    ...countryLabels(),
    ...waterLabels.map(({ at, minZoom, maxZoom, ...properties }) =>
      mapFeature(
        {
          kind: 'water',
          ...properties,
          min_zoom: minZoom,
          ...(maxZoom === undefined ? {} : { max_zoom: maxZoom }),
        },
        { type: 'Point', coordinates: at },
        decimals,
      ),
    ),
    ...admin1Labels(admin1),
    ...region.map((named, order) => placePoint(named, order)),
    ...worldPlaces(geoNames, region).map((named) => placePoint(named)),
  ];
}

function placePoint(named: NamedPlace, order?: number): MapFeature {
  const { place, name, country, local, spellings, rank, minZoom } = named;
  const capital = capitalOf(place);
  const thousands = Math.round(populationOf(place) / 1000);
  const properties = {
    kind: 'place',
    name,
    ...(local ? { name_local: local } : {}),
    ...spellings,
    ...(country ? { country } : {}),
    rank,
    ...(order === undefined ? {} : { order }),
    ...(capital > 0 ? { capital } : {}),
    ...(thousands > 0 ? { population: thousands } : {}),
    min_zoom: minZoom,
  };
  const coordinates = [place.longitude, place.latitude];
  return mapFeature(properties, { type: 'Point', coordinates }, decimals);
}
