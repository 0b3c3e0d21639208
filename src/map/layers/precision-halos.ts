import type { ExpressionSpecification, Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import type { MapModel, ModelHalo } from '../../core/model/map-model.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { groundCircle } from '../ground-circle.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import { haloLooks, type HaloLook } from '../resting-halos.ts';

const SOURCE = 'precision-halos';
/** Corners of a circle: of few, 0.1 % from round; of many, which are small or overlap, 0.5 %. */
const STEPS = 72;
const STEPS_OF_MANY = 32;
const MANY = 60;

const LOOKS: readonly HaloLook[] = ['none', 'light', 'full'];
const stateOf = (look: number) => ({ look });
const byLook = (none: number, light: number, full: number): ExpressionSpecification => [
  'match',
  ['coalesce', ['feature-state', 'look'], 0],
  LOOKS.indexOf('light'),
  light,
  LOOKS.indexOf('full'),
  full,
  none,
];

const sameCircles = (a: readonly ModelHalo[], b: readonly ModelHalo[]): boolean =>
  a.length === b.length &&
  a.every(({ lon, lat, precision }, i) => {
    const other = b[i];
    return lon === other?.lon && lat === other.lat && precision === other.precision;
  });

/** A circle on the ground around each place, as wide as the sources are unsure of it. Outlines only. */
export function precisionHalos(): MapLayer {
  const source = new FeatureStateSource(SOURCE);
  let drawn: readonly ModelHalo[] | undefined;

  function setLooks(map: Map, model: MapModel): void {
    const box = map.getBounds();
    const extent = {
      west: box.getWest(),
      south: box.getSouth(),
      east: box.getEast(),
      north: box.getNorth(),
    };
    haloLooks(model, extent).forEach((look, i) => {
      source.setState(map, i, LOOKS.indexOf(look), stateOf);
    });
  }

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'halo-line',
        slot: 'shapes',
        type: 'line',
        source: SOURCE,
        paint: {
          'line-color': palette.halo,
          'line-width': byLook(0, 0.7, 1.4),
          // In widths of the line: the dashes of a full circle are longer.
          'line-dasharray': [3, 3],
          'line-opacity': byLook(0, 0.45, 1),
        },
      },
    ],
    reads: ['shapes', 'halos', 'counts', 'emphasis'],
    show(map, model, last) {
      const { circles } = model.halos;
      if (circles !== last?.halos.circles && !(drawn && sameCircles(circles, drawn))) {
        drawn = circles;
        const steps = circles.length < MANY ? STEPS : STEPS_OF_MANY;
        source.replace(
          map,
          circles.map(({ lon, lat, radiusMeters, precision }): Feature => ({
            type: 'Feature',
            geometry: groundCircle(lon, lat, radiusMeters, steps),
            properties: { precision },
          })),
        );
      }
      setLooks(map, model);
    },
    // Another part of the map is in view: it may have few circles.
    moved: setLooks,
  };
}
