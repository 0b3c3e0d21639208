import { circle } from '@turf/turf';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { FeatureStateSource } from '../feature-state-source.ts';
import { joinedText } from '../joined-text.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'precision-halos';
/** Corners of a circle: of few, 0.1 % from round; of many, which are small or overlap, 0.5 %. */
const STEPS = 72;
const STEPS_OF_MANY = 32;
const MANY = 60;
/** A halo's key: 1 when it is in the window, 2 more when it is emphasised. */
const STANDS = 2;
const stateOf = (key: number) => ({ isIn: key % STANDS === 1, stands: key >= STANDS });

const isIn: ExpressionSpecification = ['boolean', ['feature-state', 'isIn'], false];
const stands: ExpressionSpecification = ['boolean', ['feature-state', 'stands'], false];

const when = (opacity: number, standing: number): ExpressionSpecification => [
  'case',
  stands,
  standing,
  isIn,
  opacity,
  0,
];
/** Drawn with dashes: the place is known to a district, or more loosely. */
const isWide: ExpressionSpecification = [
  'in',
  ['get', 'precision'],
  ['literal', ['district', 'near', 'wide']],
];
const lineWidth: ExpressionSpecification = ['case', stands, 2, 1];

/**
 * A circle on the ground around each place, as wide as the sources are unsure of it. The circle of
 * a series carries its name on its line, since nothing inside it is a place of an event.
 */
export function precisionHalos(seriesLabel: string): MapLayer {
  const halos = new FeatureStateSource(SOURCE);
  let drawn = '';
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
          'fill-opacity': [
            'interpolate',
            ['linear'],
            ['zoom'],
            8,
            when(0.035, 0.08),
            10.5,
            when(0.008, 0.05),
          ],
          'fill-antialias': false,
        },
      },
      {
        id: 'halo-line',
        type: 'line',
        source: SOURCE,
        filter: ['!', isWide],
        paint: {
          'line-color': palette.halo,
          'line-width': lineWidth,
          'line-opacity': when(0.5, 1),
        },
      },
      {
        id: 'halo-line-wide',
        type: 'line',
        source: SOURCE,
        filter: isWide,
        paint: {
          'line-color': palette.halo,
          'line-width': lineWidth,
          'line-dasharray': [3, 3],
          'line-opacity': when(0.5, 1),
        },
      },
      {
        id: 'series-labels',
        type: 'symbol',
        source: SOURCE,
        filter: ['!=', ['get', 'series'], ''],
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 180,
          'text-field': joinedText(seriesLabel),
          'text-font': ['Dateline Sans', 'Dateline Arabic'],
          'text-size': 11.5,
          'text-offset': [0, -0.75],
          'text-max-angle': 40,
          'text-keep-upright': true,
        },
        paint: {
          'text-color': palette.ink,
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 1.5,
          'text-opacity': when(0.95, 1),
        },
      },
    ],
    show(map, scene, last) {
      const isNew = scene.shapes !== last?.shapes && JSON.stringify(scene.shapes.halos) !== drawn;
      if (isNew) {
        drawn = JSON.stringify(scene.shapes.halos);
        const steps = scene.shapes.halos.length < MANY ? STEPS : STEPS_OF_MANY;
        const features = scene.shapes.halos.map(
          ({ lon, lat, radiusMeters, precision, series }): Feature => ({
            ...circle([lon, lat], radiusMeters, { steps, units: 'meters' }),
            properties: { precision, series: series ?? '' },
          }),
        );
        halos.replace(map, features);
      }
      if (scene.counts !== last?.counts || scene.emphasis !== last.emphasis) {
        const isIn = scene.counts.halos;
        for (let i = 0; i < isIn.length; i++)
          halos.setState(
            map,
            i,
            (isIn[i] ?? 0) + (scene.emphasis.halos.has(i) ? STANDS : 0),
            stateOf,
          );
      }
    },
  };
}
