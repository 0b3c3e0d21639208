import type {
  ExpressionSpecification,
  FormattedSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { StyleLayer } from '../map-layer.ts';
import type { Palette } from '../palette.ts';
import {
  ADMIN,
  COUNTRY,
  LINE_HEIGHT_EMS,
  LOCAL_SCALE,
  PLACE_MAX_WIDTH_EMS,
  WATER,
} from '../written-names.ts';

const SANS = ['Dateline Sans', 'Dateline Arabic'];
/** The semibold file has Latin letters only. */
const STRONG = ['Dateline Sans Semibold', ...SANS];

const twoLines = (localColor: string): FormattedSpecification | ExpressionSpecification => [
  'case',
  ['has', 'name_local'],
  [
    'format',
    ['get', 'name'],
    {},
    '\n',
    {},
    ['get', 'name_local'],
    { 'font-scale': LOCAL_SCALE, 'text-color': localColor, 'text-font': ['literal', SANS] },
  ],
  ['format', ['get', 'name'], {}],
];

const inZoomRange: ExpressionSpecification = [
  'all',
  ['>=', ['zoom'], ['coalesce', ['get', 'min_zoom'], 0]],
  ['<', ['zoom'], ['coalesce', ['get', 'max_zoom'], 25]],
];

/** A place's name stays on its side: where it has no room there, it is not drawn. */
const placeLayout = (palette: Palette): NonNullable<SymbolLayerSpecification['layout']> => ({
  'symbol-sort-key': ['get', 'order'],
  'icon-image': ['get', 'dot'],
  'text-field': twoLines(palette.labelSoft),
  'text-font': ['case', ['==', ['get', 'capital'], 2], ['literal', STRONG], ['literal', SANS]],
  'text-size': ['get', 'size'],
  'text-line-height': LINE_HEIGHT_EMS,
  'text-max-width': PLACE_MAX_WIDTH_EMS,
  'text-justify': 'auto',
  'text-anchor': ['get', 'anchor'],
  'text-radial-offset': ['get', 'offset'],
  'text-padding': 1,
});

const placePaint = (palette: Palette): NonNullable<SymbolLayerSpecification['paint']> => ({
  'text-color': palette.label,
  'text-halo-color': palette.labelHalo,
  'text-halo-width': 1.5,
  'icon-opacity': 0.9,
});

export const NAME_LAYERS = [
  'water-labels',
  'admin-labels',
  'place-labels',
  'country-labels',
  'key-labels',
] as const;

/** How the names of `place-names` are drawn: one layer for each of their kinds. */
export const placeNameLayers = (palette: Palette, source: string): readonly StyleLayer[] => [
  {
    id: 'water-labels',
    slot: 'names',
    type: 'symbol',
    source,
    filter: ['all', ['==', ['get', 'kind'], 'water'], inZoomRange],
    layout: {
      'text-field': twoLines(palette.labelWater),
      'text-font': SANS,
      'text-size': WATER.size,
      'text-max-width': WATER.maxWidthEms,
    },
    paint: { 'text-color': palette.labelWater },
  },
  {
    id: 'admin-labels',
    slot: 'names',
    type: 'symbol',
    source,
    filter: ['all', ['==', ['get', 'kind'], 'admin1'], inZoomRange],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': SANS,
      'text-size': ADMIN.size,
      'text-max-width': ADMIN.maxWidthEms,
      'text-letter-spacing': 0.12,
      'text-padding': 8,
    },
    paint: {
      'text-color': palette.labelSoft,
      'text-opacity': 0.75,
      'text-halo-color': palette.labelHalo,
      'text-halo-width': 1,
    },
  },
  {
    id: 'place-labels',
    slot: 'names',
    type: 'symbol',
    source,
    filter: ['all', ['==', ['get', 'kind'], 'place'], inZoomRange],
    layout: placeLayout(palette),
    paint: placePaint(palette),
  },
  {
    id: 'country-labels',
    slot: 'names',
    type: 'symbol',
    source,
    filter: ['all', ['==', ['get', 'kind'], 'country'], inZoomRange],
    layout: {
      'text-field': [
        'format',
        ['upcase', ['get', 'name']],
        {},
        '\n',
        {},
        ['coalesce', ['get', 'name_local'], ''],
        { 'font-scale': 0.95 },
      ],
      'text-font': STRONG,
      'text-size': COUNTRY.size,
      'text-max-width': COUNTRY.maxWidthEms,
      'text-letter-spacing': 0.22,
      'text-padding': 12,
    },
    paint: {
      'text-color': palette.labelSoft,
      'text-opacity': 0.9,
      'text-halo-color': palette.labelHalo,
      'text-halo-width': 1.2,
    },
  },
  {
    id: 'key-labels',
    slot: 'key-names',
    type: 'symbol',
    source,
    filter: ['all', ['==', ['get', 'kind'], 'key'], inZoomRange],
    layout: {
      ...placeLayout(palette),
      'icon-allow-overlap': true,
      'text-allow-overlap': true,
    },
    paint: placePaint(palette),
  },
];
