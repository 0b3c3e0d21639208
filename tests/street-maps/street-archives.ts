/**
 * Archives of real tiles: four of Chicago from `@mapbox/mvt-fixtures` (© OpenStreetMap contributors, ODbL), in
 * the schema of Mapbox Streets, with their layers and properties renamed to those of the three schemas.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fromVectorTileJs, type VectorTileLayerLike } from '@maplibre/vt-pbf';
import { VectorTile, type VectorTileFeature, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PNG } from 'pngjs';
import { Compression, TileType } from 'pmtiles';
import type { StreetSchema } from '../../src/core/model/street-map.ts';
import { writeArchive, type ArchiveOptions, type ArchiveTile } from './write-archive.ts';

const ZOOM = 13;
const EXTENT = 4096;
const COLUMNS = [2101, 2102] as const;
const ROWS = [3044, 3045] as const;
const lonOf = (column: number): number => (column / 2 ** ZOOM) * 360 - 180;
const latOf = (row: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** ZOOM))) * 180) / Math.PI;
/** The box of these tiles. */
export const CHICAGO = [lonOf(2101), latOf(3046), lonOf(2103), latOf(3044)] as const;
const ATTRIBUTION =
  '<a href="https://www.openstreetmap.org/copyright">&copy; OpenStreetMap contributors</a>';

type Properties = Readonly<Record<string, string | number | boolean>>;
/** New properties of a feature, or none where it is left out. */
type Renamed = (properties: Properties) => Properties | '' | undefined;
/** The layers of a schema, each made of one of Mapbox Streets or more. */
type Renaming = Readonly<Record<string, readonly [layers: string, renamed: Renamed]>>;

const nameIn = ({ name }: Properties): Properties => (name === undefined ? {} : { name });
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const ROADS: Readonly<Record<string, string>> = {
  motorway: 'motorway',
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  street: 'residential',
  service: 'service',
  path: 'footway',
};
const roadOf = (one: Properties): string | undefined => ROADS[textOf(one['class'])];
const isBridge = (one: Properties): boolean => one['structure'] === 'bridge';
const greenOf = (one: Properties): string | undefined =>
  ['park', 'grass'].find((kind) => kind === one['class']);

const MAJOR = new Set(['trunk', 'primary', 'secondary', 'tertiary']);
const kindOf = (road: string): string => {
  if (road === 'motorway') return 'highway';
  if (road === 'footway') return 'path';
  return MAJOR.has(road) ? 'major_road' : 'minor_road';
};

const SCHEMAS: Readonly<Record<StreetSchema, Renaming>> = {
  protomaps: {
    water: ['water', () => ({ kind: 'water' })],
    landuse: ['landuse', (one) => greenOf(one) && { kind: 'park' }],
    buildings: ['building', () => ({ kind: 'building' })],
    roads: [
      'road road_label',
      (one) => {
        const road = roadOf(one);
        const kinds = road && { kind: kindOf(road), kind_detail: road };
        return kinds && { ...kinds, is_bridge: isBridge(one), ...nameIn(one) };
      },
    ],
    places: [
      'place_label',
      (one) => ({ kind: 'locality', kind_detail: textOf(one['type']), ...nameIn(one) }),
    ],
  },
  openmaptiles: {
    water: ['water', () => ({ class: 'lake' })],
    landcover: ['landuse', (one) => greenOf(one) && { class: 'grass', subclass: 'park' }],
    building: ['building', () => ({})],
    transportation: [
      'road',
      (one) => {
        const road = roadOf(one);
        const grade = road === 'residential' ? 'minor' : road === 'footway' ? 'path' : road;
        return grade && { class: grade, ...(isBridge(one) && { brunnel: 'bridge' }) };
      },
    ],
    transportation_name: [
      'road_label',
      (one) => {
        const road = roadOf(one);
        return road && { class: road === 'residential' ? 'minor' : road, ...nameIn(one) };
      },
    ],
    place: ['place_label', (one) => ({ class: textOf(one['type']), ...nameIn(one) })],
  },
  shortbread: {
    water_polygons: ['water', () => ({ kind: 'water' })],
    land: ['landuse', (one) => greenOf(one) && { kind: 'park' }],
    buildings: ['building', () => ({})],
    streets: [
      'road',
      (one) => {
        const road = roadOf(one);
        return road && { kind: road, bridge: isBridge(one) };
      },
    ],
    street_labels: [
      'road_label',
      (one) => {
        const road = roadOf(one);
        return road && { kind: road, ...nameIn(one) };
      },
    ],
    place_labels: ['place_label', (one) => ({ kind: textOf(one['type']), ...nameIn(one) })],
  },
};

const featuresOf = (layer: VectorTileLayer): readonly VectorTileFeature[] =>
  Array.from({ length: layer.length }, (_, i) => layer.feature(i));

function renamedLayer(
  layers: readonly VectorTileLayer[],
  name: string,
  renamed: Renamed,
): VectorTileLayerLike {
  const features = layers.flatMap(featuresOf).flatMap((feature): VectorTileFeature[] => {
    const properties = renamed(feature.properties);
    return properties ? [Object.assign(feature, { properties })] : [];
  });
  return {
    version: 2,
    extent: EXTENT,
    name,
    length: features.length,
    feature: (i) => {
      const feature = features[i];
      if (!feature) throw new Error(`The layer has no feature ${String(i)}.`);
      return feature;
    },
  };
}

const require = createRequire(import.meta.url);
const fixtures = join(
  dirname(require.resolve('@mapbox/mvt-fixtures/package.json')),
  'real-world',
  'chicago',
);

function renamedTile(x: number, y: number, renaming: Renaming): ArchiveTile {
  const read = readFileSync(join(fixtures, `${String(ZOOM)}-${String(x)}-${String(y)}.mvt`));
  const { layers } = new VectorTile(new PbfReader(read));
  const renamed = Object.entries(renaming).flatMap(([name, [from, properties]]) => {
    const sources = from.split(' ').flatMap((one) => layers[one] ?? []);
    return sources.length > 0 ? [[name, renamedLayer(sources, name, properties)] as const] : [];
  });
  return { z: ZOOM, x, y, data: fromVectorTileJs({ layers: Object.fromEntries(renamed) }) };
}

const tilesIn = (renaming: Renaming): readonly ArchiveTile[] =>
  COLUMNS.flatMap((x) => ROWS.map((y) => renamedTile(x, y, renaming)));

/** A street map of a part of Chicago. */
export const streetArchive = (
  schema: StreetSchema,
  options: Partial<ArchiveOptions> = {},
): Buffer<ArrayBuffer> =>
  writeArchive(tilesIn(SCHEMAS[schema]), {
    tileType: TileType.Mvt,
    bounds: CHICAGO,
    metadata: {
      attribution: ATTRIBUTION,
      vector_layers: Object.keys(SCHEMAS[schema]).map((id) => ({ id, fields: {} })),
    },
    ...options,
  });

/** Real tiles in a schema that the page has no style for. */
export const otherArchive = (options: Partial<ArchiveOptions> = {}): Buffer<ArrayBuffer> =>
  writeArchive(tilesIn({ made_up: ['road', (one) => one], others: ['water', (one) => one] }), {
    tileType: TileType.Mvt,
    bounds: CHICAGO,
    ...options,
  });

/** The colour of the made-up pictures. */
export const PICTURE_COLOR = [196, 92, 168] as const;

/** The same tiles as pictures of one colour. */
export function pictureArchive(options: Partial<ArchiveOptions> = {}): Buffer<ArrayBuffer> {
  const picture = new PNG({ width: 256, height: 256 });
  for (let i = 0; i < picture.data.length; i += 4) picture.data.set([...PICTURE_COLOR, 255], i);
  const data = PNG.sync.write(picture);
  const tiles = COLUMNS.flatMap((x) => ROWS.map((y) => ({ z: ZOOM, x, y, data })));
  return writeArchive(tiles, {
    tileType: TileType.Png,
    tileCompression: Compression.None,
    bounds: CHICAGO,
    ...options,
  });
}
