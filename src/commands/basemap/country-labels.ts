import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { nearZoom, regionCountries, type RegionCountry } from './region-countries.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 3;
/** From here a window shows less than one of our neighbours, and names of its towns tell more. */
const lastRegionZoom = 9;
const firstRegionZoom = 3;

/**
 * The table has common English names. Its choices where names or claims are disputed: Taiwan, Kosovo and Western Sahara are
 * labelled as areas; the West Bank and the Gaza Strip each by its own name; both names of the Falkland Islands; no local
 * name for Cyprus, Kosovo, Israel, Georgia and others of which the map has no letters.
 */
export function countryLabels(): MapFeature[] {
  return [...regionCountries.flatMap(regionLabels), ...worldLabels()];
}

function regionLabels({ far, near, ...properties }: RegionCountry): MapFeature[] {
  return [
    ...(far ? [regionLabel(properties, far, near ? { max_zoom: nearZoom } : {})] : []),
    ...(near ? [regionLabel(properties, near, { min_zoom: nearZoom })] : []),
  ];
}

function regionLabel(
  properties: Omit<RegionCountry, 'far' | 'near'>,
  coordinates: Position,
  zooms: { min_zoom?: number; max_zoom?: number },
): MapFeature {
  return mapFeature(
    {
      kind: 'country',
      ...properties,
      min_zoom: firstRegionZoom,
      max_zoom: lastRegionZoom,
      ...zooms,
    },
    { type: 'Point', coordinates },
    decimals,
  );
}

function worldLabels(): MapFeature[] {
  const table = readFileSync(join(import.meta.dirname, 'country-labels.tsv'), 'utf8');
  return table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [country = '', name = '', local = '', longitude, latitude, minZoom] = row.split('\t');
      return mapFeature(
        {
          kind: 'country',
          name,
          country,
          ...(local ? { name_local: local } : {}),
          min_zoom: Number(minZoom),
          ...lastZoom(Number(minZoom)),
        },
        { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
        decimals,
      );
    })
    .sort((a, b) => Number(a.properties['min_zoom']) - Number(b.properties['min_zoom']));
}

/** The larger a country is, the earlier a window is all inside it. The label of a small one stays next to it. */
function lastZoom(minZoom: number): { max_zoom?: number } {
  if (minZoom < 3) return { max_zoom: 7 };
  if (minZoom < 4) return { max_zoom: 8 };
  return minZoom < 5.5 ? { max_zoom: 9 } : {};
}
