import destination from '@turf/destination';
import type { Feature } from 'geojson';
import { StatedFeatures } from '../feature-states.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'series-signs';
const NORTH = 0;

/**
 * A diamond for each series, on the northern edge of its halo: beside the marks, since it is never
 * counted, and on a circle that says it is somewhere inside.
 */
export function seriesSigns(): MapLayer {
  const signs = new StatedFeatures(SOURCE);
  return {
    sources: { [SOURCE]: filledLater },
    layers: () => [
      {
        id: 'series-signs',
        type: 'symbol',
        source: SOURCE,
        layout: { 'icon-image': 'series', 'icon-allow-overlap': true },
        paint: {
          'icon-opacity': ['case', ['boolean', ['feature-state', 'isIn'], false], 1, 0],
        },
      },
    ],
    show(map, scene, last) {
      const { halos } = scene.shapes;
      const series = halos.flatMap((halo, i) => (halo.isSeries ? [{ halo, i }] : []));
      if (scene.shapes !== last?.shapes)
        signs.replace(
          map,
          series.map(({ halo }): Feature => ({
            ...destination([halo.lon, halo.lat], halo.radiusMeters, NORTH, { units: 'meters' }),
            properties: {},
          })),
        );
      series.forEach(({ i }, position) => {
        const { certain, possible } = scene.counts.halos;
        signs.tell(map, position, { isIn: (certain[i] ?? 0) + (possible[i] ?? 0) > 0 });
      });
    },
  };
}
