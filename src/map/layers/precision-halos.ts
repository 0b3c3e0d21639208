import circle from '@turf/circle';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { StatedFeatures } from '../feature-states.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'precision-halos';
const STEPS = 72;

const when = (opacity: number): ExpressionSpecification => [
  'case',
  ['boolean', ['feature-state', 'isIn'], false],
  opacity,
  0,
];

/** A circle on the ground around each place, as wide as the sources are unsure of it. */
export function precisionHalos(): MapLayer {
  const halos = new StatedFeatures(SOURCE);
  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'halo-fill',
        type: 'fill',
        source: SOURCE,
        paint: {
          'fill-color': palette.halo,
          // Close up, wide halos cover the whole view and would only grey it.
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 8, when(0.035), 10.5, when(0.008)],
          'fill-antialias': false,
        },
      },
      {
        id: 'halo-line',
        type: 'line',
        source: SOURCE,
        filter: ['!=', ['get', 'precision'], 'district'],
        paint: { 'line-color': palette.halo, 'line-width': 0.9, 'line-opacity': when(0.55) },
      },
      {
        id: 'halo-line-wide',
        type: 'line',
        source: SOURCE,
        filter: ['==', ['get', 'precision'], 'district'],
        paint: {
          'line-color': palette.halo,
          'line-width': 1,
          'line-dasharray': [3, 3],
          'line-opacity': when(0.5),
        },
      },
    ],
    show(map, scene, last) {
      if (scene.shapes !== last?.shapes) {
        const features = scene.shapes.halos.map(
          ({ lon, lat, radiusMeters, precision }): Feature => ({
            ...circle([lon, lat], radiusMeters, { steps: STEPS, units: 'meters' }),
            properties: { precision },
          }),
        );
        halos.replace(map, features);
      }
      if (scene.counts !== last?.counts) {
        const { certain, possible } = scene.counts.halos;
        scene.shapes.halos.forEach((_, i) => {
          halos.tell(map, i, { isIn: (certain[i] ?? 0) + (possible[i] ?? 0) > 0 });
        });
      }
    },
  };
}
