import { labelFeatures } from './labels.ts';
import type { GeoName } from './read-geonames.ts';
import { regionPlaces, type NamedPlace } from './region-places.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 3;

export interface Places {
  readonly home: readonly MapFeature[];
  readonly closer: readonly MapFeature[];
}

export function placeFeatures(geoNames: readonly GeoName[]): Places {
  const { home, closer } = regionPlaces(geoNames);
  return {
    home: [...labelFeatures(), ...home.map(placeFeature)],
    closer: closer.map(placeFeature),
  };
}

function placeFeature({ place, name, local, spellings, rank, minZoom }: NamedPlace): MapFeature {
  const properties = {
    kind: 'place',
    name,
    ...(local ? { name_local: local } : {}),
    ...spellings,
    rank,
    minzoom: minZoom,
    country: place.country,
    ...(place.population > 0 ? { population: place.population } : {}),
  };
  const coordinates = [place.longitude, place.latitude];
  return mapFeature(properties, { type: 'Point', coordinates }, decimals);
}
