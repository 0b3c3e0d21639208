import { VectorTile } from '@mapbox/vector-tile';
import { guessSchema } from '@versatiles/style';
import { PbfReader } from 'pbf';
import type { PMTiles } from 'pmtiles';
import type { Bounds } from '../../core/place/bounds.ts';
import type { StreetSchema } from '../../core/model/street-map.ts';
import { tileOf } from './archive-header.ts';

/** One layer of a common name, such as `water`, makes no schema. */
const MIN_MATCHED = 2;

/** The schema whose layers have these names. */
export function schemaOf(layers: readonly string[]): StreetSchema | undefined {
  const guess = guessSchema({
    tiles: [],
    vector_layers: layers.map((id) => ({ id, fields: {} })),
  });
  if (guess.type !== 'vector' || guess.schema === undefined) return undefined;
  const { matched = [] } = guess.candidates.find(({ schema }) => schema === guess.schema) ?? {};
  return matched.length >= MIN_MATCHED ? guess.schema : undefined;
}

/** The names of the layers as the metadata of an archive list them; undefined where they do not. */
export function listedLayers(metadata: unknown): readonly string[] | undefined {
  const listed: unknown = (metadata as { readonly vector_layers?: unknown } | null)?.vector_layers;
  if (!Array.isArray(listed)) return undefined;
  const names = listed.flatMap((layer: unknown) => {
    const id: unknown = (layer as { readonly id?: unknown } | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
  return names.length > 0 ? names : undefined;
}

/** The names of the layers in the tiles at the middle of a box, at all zooms. */
export async function layersOfTile(
  archive: PMTiles,
  { west, south, east, north }: Bounds,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
    const { x, y } = tileOf((west + east) / 2, (south + north) / 2, zoom);
    const tile = await archive.getZxy(zoom, Math.floor(x), Math.floor(y));
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile?.data ?? [])));
    for (const name of Object.keys(layers)) found.add(name);
  }
  return [...found];
}
