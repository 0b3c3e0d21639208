import type { Position } from 'geojson';
import { nearZoom, regionCountries, type RegionCountry } from './region-countries.ts';
import { regionWaters } from './water-labels.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

export function labelFeatures(): MapFeature[] {
  return [
    ...regionCountries.flatMap(({ far, near, ...properties }) => [
      ...(far ? [countryFeature(properties, far, near ? { maxzoom: nearZoom } : {})] : []),
      ...(near ? [countryFeature(properties, near, { minzoom: nearZoom })] : []),
    ]),
    ...regionWaters.map(({ at, minZoom, ...properties }) =>
      mapFeature(
        { kind: 'water', ...properties, minzoom: minZoom },
        { type: 'Point', coordinates: at },
        3,
      ),
    ),
  ];
}

function countryFeature(
  properties: Omit<RegionCountry, 'far' | 'near'>,
  coordinates: Position,
  zooms: { minzoom?: number; maxzoom?: number },
): MapFeature {
  return mapFeature(
    { kind: 'country', ...properties, ...{ minzoom: 3, maxzoom: 9, ...zooms } },
    { type: 'Point', coordinates },
    3,
  );
}
