/** What each layer may import, and which packages; repeated in `src/ARCHITECTURE.md`. */
export type Layer = { readonly mayImport: readonly string[]; readonly packages: readonly string[] };

export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { mayImport: [], packages: ['edtf', 'geojson'] },
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
  io: { mayImport: ['core'], packages: ['idb-keyval'] },
  i18n: { mayImport: ['core'], packages: [] },
  map: { mayImport: ['core'], packages: ['maplibre-gl', '@turf/turf', 'geojson'] },
  state: { mayImport: ['core', 'io', 'i18n', 'worker'], packages: ['svelte'] },
  ui: { mayImport: ['core', 'state', 'i18n', 'map'], packages: ['svelte'] },
  commands: {
    mayImport: ['core', 'formats'],
    packages: ['@turf/turf', 'topojson-*', 'geojson', 'vite'],
  },
};

export const layerOf = (path: string): string =>
  path.includes('/') ? (path.split('/')[0] ?? '') : '';

export const allows = (layer: Layer, name: string): boolean =>
  layer.packages.some((allowed) =>
    allowed.endsWith('*')
      ? name.startsWith(allowed.slice(0, -1))
      : name === allowed || name.startsWith(`${allowed}/`),
  );
