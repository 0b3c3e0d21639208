import type { ExpressionSpecification } from 'maplibre-gl';
import type { BorderLook } from '../../core/records/dataset-info.ts';
import type { StyleLayer } from '../map-layer.ts';
import type { Palette } from '../palette.ts';

/** How disputes are drawn that an editor has named, by their ids. */
export type DisputedBorders = Readonly<Record<string, BorderLook>>;

/** How a disputed border looks where the data set says nothing of it: never as a settled one. */
const USUAL_LOOK: BorderLook = 'dashed';

const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 2, 0.6, 6.5, 1.3];

const isLand: ExpressionSpecification = ['!', ['has', 'maritime']];
const isDisputed: ExpressionSpecification = ['has', 'disputed'];

function withLook(look: BorderLook, disputed: DisputedBorders): ExpressionSpecification {
  const named = Object.keys(disputed).filter((id) => disputed[id] === look);
  const others = Object.keys(disputed).filter((id) => disputed[id] !== look);
  const id: ExpressionSpecification = ['coalesce', ['get', 'dispute'], ''];
  return look === USUAL_LOOK
    ? ['all', isDisputed, ['!', ['in', id, ['literal', others]]]]
    : ['all', isDisputed, ['in', id, ['literal', named]]];
}

/** Borders on land, each with a pale halo; at sea countries claim what no line on this map could show. */
export const borderLayers = (
  palette: Palette,
  source: string,
  disputed: DisputedBorders,
): readonly StyleLayer[] => {
  const line = (
    id: string,
    filter: ExpressionSpecification,
    dashes: readonly number[] | undefined,
  ): StyleLayer => ({
    id,
    slot: 'ground',
    type: 'line',
    source,
    'source-layer': 'border',
    filter: ['all', isLand, filter],
    layout: { 'line-join': 'round', ...(id === 'borders-dotted' && { 'line-cap': 'round' }) },
    paint: {
      'line-color': palette.border,
      'line-width': width,
      ...(dashes && { 'line-dasharray': [...dashes] }),
    },
  });
  return [
    {
      id: 'border-halo',
      slot: 'ground',
      type: 'line',
      source,
      'source-layer': 'border',
      filter: ['all', isLand, ['!', withLook('none', disputed)]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.borderHalo,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 1.2, 6.5, 4.5],
      },
    },
    line('borders', ['!', isDisputed], undefined),
    line('borders-dashed', withLook('dashed', disputed), [3, 2.2]),
    line('borders-dotted', withLook('dotted', disputed), [0, 2.4]),
  ];
};
