import type { Feature } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { FeatureStateSource } from '../feature-state-source.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'areas';

const stateOf = (isEmphasised: number) => ({ isEmphasised: isEmphasised === 1 });
const ifEmphasised = (opacity: number): ExpressionSpecification => [
  'case',
  ['boolean', ['feature-state', 'isEmphasised'], false],
  opacity,
  0,
];

/**
 * Provinces and the region where incidents are known no closer: hatched, and countries outlined, while their row in the key is
 * pointed at, or their list or a record of theirs is open. At rest the key alone counts them: hatching
 * that follows the window would flicker with a single record.
 */
export function areas(): MapLayer {
  const shapes = new FeatureStateSource(SOURCE);
  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'area-hatch',
        slot: 'shapes',
        type: 'fill',
        source: SOURCE,
        filter: ['==', ['get', 'isHatched'], true],
        paint: { 'fill-pattern': 'hatch', 'fill-opacity': ifEmphasised(0.55) },
      },
      {
        id: 'area-outline',
        slot: 'shapes',
        type: 'line',
        source: SOURCE,
        filter: ['==', ['get', 'isOutline'], true],
        paint: {
          'line-color': palette.hatch,
          'line-width': 2.2,
          'line-opacity': ifEmphasised(1),
        },
      },
    ],
    reads: ['shapes', 'emphasis'],
    show(map, model, last) {
      const { areas } = model.shapes;
      if (areas !== last?.shapes.areas)
        shapes.replace(
          map,
          // Two features each, since no outline runs along the edge where data are cut.
          areas.flatMap(({ shape, outline, name, isHatched }): Feature[] => [
            {
              type: 'Feature',
              geometry: outline,
              properties: { name, isOutline: true },
            },
            { type: 'Feature', geometry: shape, properties: { name, isHatched } },
          ]),
        );
      areas.forEach((_, i) => {
        const isEmphasised = model.emphasis.areas.has(i) ? 1 : 0;
        shapes.setState(map, 2 * i, isEmphasised, stateOf);
        shapes.setState(map, 2 * i + 1, isEmphasised, stateOf);
      });
    },
  };
}
