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
 * Governorates and the region where incidents are known no closer: hatched while their row in the key is
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
        paint: { 'fill-pattern': 'hatch', 'fill-opacity': ifEmphasised(0.55) },
      },
      {
        id: 'area-outline',
        slot: 'shapes',
        type: 'line',
        source: SOURCE,
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
          areas.map(({ shape, name }) => ({
            type: 'Feature',
            geometry: shape,
            properties: { name },
          })),
        );
      areas.forEach((_, i) => {
        shapes.setState(map, i, model.emphasis.areas.has(i) ? 1 : 0, stateOf);
      });
    },
  };
}
