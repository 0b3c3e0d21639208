import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature } from 'geojson';
import type { ModelHalo } from '../../core/model/map-model.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { groundCircle } from '../ground-circle.ts';
import { joinedText } from '../joined-text.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'precision-halos';
/** Corners of a circle: of few, 0.1 % from round; of many, which are small or overlap, 0.5 %. */
const STEPS = 72;
const STEPS_OF_MANY = 32;
const MANY = 60;
/** A halo's key: 1 when it is in the window, 2 more when it is emphasised. */
const EMPHASISED = 2;
const stateOf = (key: number) => ({
  isIn: key % EMPHASISED === 1,
  isEmphasised: key >= EMPHASISED,
});

const isIn: ExpressionSpecification = ['boolean', ['feature-state', 'isIn'], false];
const isEmphasised: ExpressionSpecification = ['boolean', ['feature-state', 'isEmphasised'], false];

const when = (opacity: number, emphasisedOpacity: number): ExpressionSpecification => [
  'case',
  isEmphasised,
  emphasisedOpacity,
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
const lineWidth: ExpressionSpecification = ['case', isEmphasised, 2, 1];

const sameCircles = (a: readonly ModelHalo[], b: readonly ModelHalo[]): boolean =>
  a.length === b.length &&
  a.every(({ lon, lat, precision, series }, i) => {
    const other = b[i];
    return (
      lon === other?.lon &&
      lat === other.lat &&
      precision === other.precision &&
      series === other.series
    );
  });

/**
 * A circle on the ground around each place, as wide as the sources are unsure of it. The circle of
 * a series carries its name on its line, since nothing inside it is a place of an event.
 */
export function precisionHalos(seriesLabel: string): MapLayer {
  const source = new FeatureStateSource(SOURCE);
  let drawn: readonly ModelHalo[] | undefined;
  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'halo-fill',
        slot: 'shapes',
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
        slot: 'shapes',
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
        slot: 'shapes',
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
        slot: 'key-names',
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
    reads: ['halos', 'emphasis'],
    show(map, { halos, emphasis }, last) {
      const { circles, isInWindow } = halos;
      if (circles !== last?.halos.circles && !(drawn && sameCircles(circles, drawn))) {
        drawn = circles;
        const steps = circles.length < MANY ? STEPS : STEPS_OF_MANY;
        source.replace(
          map,
          circles.map(({ lon, lat, radiusMeters, precision, series }): Feature => ({
            type: 'Feature',
            geometry: groundCircle(lon, lat, radiusMeters, steps),
            properties: { precision, series: series ?? '' },
          })),
        );
      }
      isInWindow.forEach((isIn, i) => {
        source.setState(map, i, isIn + (emphasis.halos.has(i) ? EMPHASISED : 0), stateOf);
      });
    },
  };
}
