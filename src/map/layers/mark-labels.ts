import type { ExpressionSpecification } from 'maplibre-gl';
import { countKey } from '../../core/index/mark-counter.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { byStyle, filledLater, type MapLayer } from '../map-layer.ts';
import { markLabelFeatures, PRECISION_SIZE, type LabelTexts } from './mark-label-features.ts';

const SOURCE = 'mark-labels';
/** Further out, the wide halo is in the view and shows how uncertain the place is. */
const PRECISION_ZOOM = 9.5;
/** The smallest `countKey` with an incident that is certainly in the window. */
const ONE_CERTAIN = 2 ** 26;

const count: ExpressionSpecification = ['coalesce', ['feature-state', 'count'], 0];
const isCurrent: ExpressionSpecification = ['==', count, ['get', 'count']];
/** MapLibre lays texts out again only when the window settles: until then, hide those that changed. */
const ifCurrent: ExpressionSpecification = ['case', ['all', isCurrent, ['>', count, 0]], 1, 0];

const stateOf = (count: number) => ({ count });

/**
 * What is written on the marks: the count, or the sign of a single incident's weapon, and squares for
 * halts. Transparent icons keep the names of places off the marks.
 */
export function markLabels(texts: LabelTexts): MapLayer {
  const labels = new FeatureStateSource(SOURCE);
  let isWritten = false;

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'mark-squares',
        slot: 'marks',
        type: 'symbol',
        source: SOURCE,
        filter: ['!=', ['get', 'square'], ''],
        layout: {
          'icon-image': ['get', 'square'],
          'icon-size': ['get', 'squareSize'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
        paint: { 'icon-opacity': ['case', ['>=', count, ONE_CERTAIN], 1, 0] },
      },
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
          'text-field': ['get', 'text'],
          'text-font': ['Dateline Sans Semibold'],
          'text-size': ['get', 'size'],
          'text-allow-overlap': true,
        },
        paint: {
          'text-color': byStyle('background', palette.onLayers, palette.ink),
          'text-halo-color': byStyle('background', palette.layers, palette.region),
          'text-halo-width': 1.6,
          'text-opacity': ifCurrent,
          'icon-opacity': ifCurrent,
        },
      },
    ],
    reads: ['shapes', 'counts', 'details', 'isMoving'],
    show(map, model, last) {
      if (model.shapes !== last?.shapes) isWritten = false;
      if (!model.isMoving || !isWritten) labels.replace(map, markLabelFeatures(model, texts));
      isWritten = true;
      for (let mark = 0; mark < model.shapes.view.marks.length; mark++)
        labels.setState(map, mark, countKey(model.counts.marks, mark), stateOf);
    },
  };
}
