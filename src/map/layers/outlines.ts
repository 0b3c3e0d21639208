import type { ExpressionSpecification } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { NO_LOOK } from '../../core/records/color-scheme.ts';
import { FeatureStateSource } from '../feature-state-source.ts';
import { byStyle, filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'outlines';

const stateOf = (isIn: number) => ({ isIn: isIn === 1 });
const isIn: ExpressionSpecification = ['boolean', ['feature-state', 'isIn'], false];

/**
 * Lines, areas and further points of a reader's own file, as they are in it; each row is counted at
 * one mark.
 */
export function outlines(): MapLayer {
  const features = new FeatureStateSource(SOURCE);
  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => {
      const color = byStyle('style', palette.layers, palette.ink);
      return [
        {
          id: 'outline-fill',
          slot: 'shapes',
          type: 'fill',
          source: SOURCE,
          filter: ['==', ['geometry-type'], 'Polygon'],
          paint: {
            'fill-color': color,
            'fill-opacity': ['case', isIn, 0.12, 0],
            'fill-antialias': false,
          },
        },
        {
          id: 'outline-line',
          slot: 'shapes',
          type: 'line',
          source: SOURCE,
          filter: ['!=', ['geometry-type'], 'Point'],
          paint: {
            'line-color': color,
            'line-width': 1.4,
            'line-opacity': ['case', isIn, 0.85, 0],
          },
        },
        {
          id: 'outline-points',
          slot: 'shapes',
          type: 'circle',
          source: SOURCE,
          filter: ['==', ['geometry-type'], 'Point'],
          paint: {
            // Small and full: an open ring would read as an intercepted incident.
            'circle-radius': 2.5,
            'circle-color': color,
            'circle-opacity': ['case', isIn, 1, 0],
            'circle-stroke-color': palette.region,
            'circle-stroke-width': 1,
            'circle-stroke-opacity': ['case', isIn, 1, 0],
          },
        },
      ];
    },
    reads: ['shapes', 'counts'],
    show(map, model, last) {
      const { shapes, counts } = model;
      if (
        shapes.outlines !== last?.shapes.outlines ||
        shapes.styleIndexes !== last.shapes.styleIndexes
      )
        features.replace(
          map,
          shapes.outlines.map(({ shape, layer }): Feature => ({
            type: 'Feature',
            geometry: shape,
            properties: { style: shapes.styleIndexes[layer] ?? NO_LOOK },
          })),
        );
      if (counts !== last?.counts)
        counts.outlines.forEach((one, i) => {
          features.setState(map, i, one, stateOf);
        });
    },
  };
}
