import type { ExpressionSpecification } from 'maplibre-gl';
import { countKey } from '../../core/index/mark-counter.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import { markLabelFeatures, PRECISION_SIZE } from './mark-label-features.ts';

const SOURCE = 'mark-labels';
/** Further out, the wide halo is in the view and shows how uncertain the place is. */
const PRECISION_ZOOM = 9.5;

const count: ExpressionSpecification = ['coalesce', ['feature-state', 'count'], 0];
const isCurrent: ExpressionSpecification = ['==', count, ['get', 'count']];
/** MapLibre lays texts out again only when the window settles: until then, hide those that changed. */
const ifCurrent: ExpressionSpecification = ['case', ['all', isCurrent, ['>', count, 0]], 1, 0];

const stateOf = (count: number) => ({ count });

/**
 * What is laid out on the marks when the window rests: the sign of a single incident's weapon, and how
 * uncertain a place is. Transparent icons keep the names of places off the marks.
 */
export function markLabels(precisionText: (radiusMeters: number) => string): MapLayer {
  const labels = new FeatureStateSource(SOURCE);
  let isWritten = false;

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'mark-precision',
        slot: 'labels',
        type: 'symbol',
        source: SOURCE,
        minzoom: PRECISION_ZOOM,
        layout: {
          'text-field': ['get', 'precision'],
          'text-font': ['Dateline Sans', 'Dateline Arabic'],
          'text-size': PRECISION_SIZE,
          'text-radial-offset': ['get', 'below'],
          'text-variable-anchor': ['top'],
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': palette.labelSoft,
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 1.5,
          'text-opacity': ifCurrent,
        },
      },
      {
        id: 'mark-labels',
        slot: 'labels',
        type: 'symbol',
        source: SOURCE,
        layout: {
          'icon-image': ['get', 'sign'],
          'icon-size': ['get', 'signSize'],
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
        paint: { 'icon-opacity': ifCurrent },
      },
    ],
    reads: ['shapes', 'counts', 'details', 'isMoving'],
    show(map, model, last) {
      if (model.shapes !== last?.shapes) isWritten = false;
      if (!model.isMoving || !isWritten)
        labels.replace(map, markLabelFeatures(model, precisionText));
      isWritten = true;
      for (let mark = 0; mark < model.shapes.view.marks.length; mark++)
        labels.setState(map, mark, countKey(model.counts.marks, mark), stateOf);
    },
  };
}
