/** What each layer may import, and which packages; repeated in `src/ARCHITECTURE.md`. */
export type Layer = { readonly mayImport: readonly string[]; readonly packages: readonly string[] };

export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { mayImport: [], packages: ['edtf', 'flatqueue', 'geojson', '@turf/turf'] },
  formats: {
    mayImport: ['core'],
    packages: [
      '@cfworker/json-schema',
      'geojson',
      'fflate',
      'jschardet',
      '@tmcw/togeojson',
      '@xmldom/xmldom',
      'topojson-client',
      'topojson-specification',
      '@turf/turf',
      'betterknown',
    ],
  },
  worker: { mayImport: ['core', 'formats'], packages: [] },
  io: { mayImport: ['core'], packages: ['@noble/hashes', 'idb-keyval'] },
  i18n: { mayImport: ['core'], packages: [] },
  map: {
    mayImport: ['core'],
    packages: [
      'maplibre-gl',
      'geojson',
      'pmtiles',
      '@versatiles/style',
      '@mapbox/vector-tile',
      'pbf',
    ],
  },
  state: { mayImport: ['core', 'io', 'i18n', 'worker'], packages: ['svelte'] },
  ui: { mayImport: ['core', 'state', 'i18n', 'map'], packages: ['svelte'] },
  commands: {
    mayImport: ['core', 'formats', 'i18n'],
    packages: [
      '@turf/turf',
      'topojson-*',
      'geojson',
      'vite',
      'fflate',
      'flatbush',
      'flatqueue',
      'pmtiles',
      '@maplibre/vt-pbf',
    ],
  },
};

/** The folders of a layer from top to bottom: each imports only from those above it. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  core: [
    'base',
    'text',
    'time',
    'place',
    'records',
    'mapping',
    'evidence',
    'search',
    'fields',
    'filters',
    'layout',
    'index',
    'model',
    'url',
    'faults',
  ],
  formats: [
    'source',
    'encoding',
    'geometry',
    'table',
    'schemas',
    'mapping',
    'guess',
    'suggest',
    'csv',
    'json',
    'xml',
    'kml',
    'gpx',
    'detect',
    'archive',
    'native',
    'columns',
    'areas',
    'import',
    'export',
    // Files outside of the folders, such as `open-file.ts`.
    '',
  ],
  ui: [
    // The contexts that all components read.
    '',
    'kit',
    'keys',
    // Of a page as known on a day.
    'known',
    'legend',
    'map',
    'charts',
    'filters',
    'timeline',
    'chart',
    'list',
    'table',
    'record',
    'panel',
    // Of two periods that are compared.
    'compare',
    'import',
    'about',
    'notices',
    'masthead',
    'print',
    'shell',
  ],
};

export const layerOf = (path: string): string =>
  path.includes('/') ? (path.split('/')[0] ?? '') : '';

/** The folder of its layer that a file is in; empty for a file of the layer itself. */
export const folderOf = (path: string): string => {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
};

export const allows = (layer: Layer, name: string): boolean =>
  layer.packages.some((allowed) =>
    allowed.endsWith('*')
      ? name.startsWith(allowed.slice(0, -1))
      : name === allowed || name.startsWith(`${allowed}/`),
  );
