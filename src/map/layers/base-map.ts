import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { MapLayer, StyleLayer } from '../map-layer.ts';
import type { Palette } from '../palette.ts';
import { borderLayers, type DisputedBorders } from './border-layers.ts';

export const BASE_SOURCE = 'world';

const earth = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

const byZoom = (...stops: readonly number[]): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops,
];

/** Land with its shore, or water on it; far out, a shore would fill the fjords. */
const ground = (
  kind: string,
  slot: StyleLayer['slot'],
  fill: string,
  shore: ExpressionSpecification | undefined,
): StyleLayer => ({
  id: kind,
  slot,
  type: 'fill',
  source: BASE_SOURCE,
  'source-layer': 'earth',
  filter: earth(kind),
  paint: {
    'fill-color': fill,
    'fill-antialias': shore !== undefined,
    ...(shore && { 'fill-outline-color': shore }),
  },
});

const shoreOf = ({ water, shore }: Palette): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  1.5,
  water,
  4,
  shore,
];

const innerLayers = (palette: Palette): readonly StyleLayer[] => [
  {
    id: 'rivers',
    slot: 'ground',
    type: 'line',
    source: BASE_SOURCE,
    'source-layer': 'river',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.river,
      'line-width': ['*', 0.45, ['+', 0.8, ['coalesce', ['get', 'weight'], 1]]],
      // Their course is known to a kilometre or so: closer in they would seem to say where the bank is.
      'line-opacity': byZoom(9, 1, 10.5, 0.25),
    },
  },
  {
    id: 'admin-lines',
    slot: 'ground',
    type: 'line',
    source: BASE_SOURCE,
    'source-layer': 'admin1',
    filter: ['<=', ['get', 'min_zoom'], ['zoom']],
    paint: {
      'line-color': palette.admin,
      'line-width': byZoom(4, 0.6, 7, 0.9),
      'line-dasharray': [3, 2],
      'line-opacity': byZoom(4, 0.5, 7, 1),
    },
  },
];

/**
 * Land, water and borders of the world in the manner of a printed page, from the tiles at `url`. `disputed` says
 * how an editor wants single disputes drawn.
 */
export const baseMap = (url: string, disputed: DisputedBorders): MapLayer => ({
  sources: { [BASE_SOURCE]: { type: 'vector', url } },
  reads: [],
  layers: (palette) => [
    {
      id: 'background',
      slot: 'land',
      type: 'background',
      paint: { 'background-color': palette.water },
    },
    ground('land', 'land', palette.land, shoreOf(palette)),
    ...innerLayers(palette),
    // No polygon has a hole: a lake lies on the land, and an island on the lake. Their shores are coarse.
    ground('lake', 'ground', palette.water, undefined),
    ground('island', 'ground', palette.land, undefined),
    ...borderLayers(palette, BASE_SOURCE, disputed),
  ],
});
