import type { Polygon } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { areasOf, countryOf, type AreaTopology } from './administrative-areas.ts';
import { areasInRegion, linesInRegion, regionBox, touchesRegion } from './clip.ts';
import { widthClass, type Lakes, type Rivers } from './waters.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 4;

/** Azerbaijan's and Armenia's many small districts would only add noise. */
const countriesWithInnerBorders = ['IQ', 'IR', 'JO', 'KW', 'SA', 'SY', 'TR'];

/** Lakes and rivers that reach beyond the box are kept whole: a clipped lake would show a straight shore. */
export function regionFeatures(joined: AreaTopology, lakes: Lakes, rivers: Rivers): MapFeature[] {
  const areas = joined.objects.areas;
  const land = areasInRegion(merge(joined, areasOf(joined)));
  const borders = mesh(joined, areas, (a, b) => countryOf(a) !== countryOf(b));
  const innerBorders = countriesWithInnerBorders.map((country) => {
    const lines = mesh(
      joined,
      areas,
      (a, b) => a !== b && countryOf(a) === country && countryOf(b) === country,
    );
    return mapFeature({ kind: 'admin', country }, linesInRegion(lines), decimals);
  });
  const regionLakes = lakes.features
    .filter((lake) => touchesRegion(lake.geometry))
    .map(({ geometry, properties: { name } }) =>
      mapFeature({ kind: 'lake', ...(name === null ? {} : { name }) }, geometry, decimals),
    );
  const regionRivers = rivers.features
    .filter((river) => touchesRegion(river.geometry))
    .map(({ geometry, properties }) =>
      mapFeature({ kind: 'river', weight: widthClass(properties.strokeweig) }, geometry, decimals),
    );
  return [
    mapFeature({ kind: 'sea' }, seaInsideRegion(), decimals),
    mapFeature({ kind: 'land' }, land, decimals),
    ...regionLakes,
    ...regionRivers,
    ...innerBorders,
    mapFeature({ kind: 'border' }, linesInRegion(borders), decimals),
  ];
}

/**
 * Hides the world's coarser land under the region's. A little smaller than the box, so that no seam of water shows
 * where the two lands meet.
 */
function seaInsideRegion(): Polygon {
  const [west, south, east, north] = regionBox;
  const inset = 0.02;
  const [left, bottom, right, top] = [west + inset, south + inset, east - inset, north - inset];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
        [left, bottom],
      ],
    ],
  };
}
