import { addProtocol, type RequestParameters } from 'maplibre-gl';
import {
  FetchSource,
  FileSource,
  PMTiles,
  ResolvedValueCache,
  TileType,
  type Compression,
  type Source,
} from 'pmtiles';
import { LruCache } from '../core/base/lru-cache.ts';

const SCHEME = 'pmtiles';
/** `pmtiles://key`, which describes an archive, or `pmtiles://key/zoom/column/row`, which is a tile of it. */
const ADDRESS = /^pmtiles:\/\/([^/]+)(?:\/(\d+)\/(\d+)\/(\d+))?$/;
/** Tiles of one view, and some around it. */
const MAX_PARTS = 64;
/** Longer ones are not kept, or a file could fill the memory with them. */
const MAX_KEPT_BYTES = 1024 ** 2;
const MAX_DIRECTORIES = 32;

/** An archive, and the `url` of a source of the map that shows its tiles. */
export type TileArchive = { readonly url: string; readonly archive: PMTiles };

/** MapLibre asks for tiles by address only, so all archives of the page are in one place. */
const archives = new Map<string, PMTiles>();

async function load(
  { url }: RequestParameters,
  { signal }: AbortController,
): Promise<{ data: object }> {
  const [, key = '', zoom, column = 0, row = 0] = ADDRESS.exec(url) ?? [];
  const archive = archives.get(key);
  if (!archive) throw new Error(`There are no tiles at ${url}.`);
  if (zoom === undefined) {
    const { minZoom, maxZoom, ...box } = await archive.getHeader();
    const bounds = [box.minLon, box.minLat, box.maxLon, box.maxLat];
    return { data: { tiles: [`${url}/{z}/{x}/{y}`], minzoom: minZoom, maxzoom: maxZoom, bounds } };
  }
  const { tileType } = await archive.getHeader();
  const tile = await archive.getZxy(Number(zoom), Number(column), Number(row), signal);
  if (tile) return { data: tile.data.slice() };
  // No vector tile is one without anything in it, such as the open sea. A picture cannot be empty, and MapLibre
  // takes null for one that is not there, though its types do not say so.
  return { data: (tileType === TileType.Mvt ? new ArrayBuffer() : null) as object };
}

/**
 * Keeps the parts that were read last: where MapLibre enlarges a tile, it asks for it once for each part of it, and
 * all tiles of a view ask for the same directories at once.
 */
export function remembering(source: Source): Source {
  const parts = new LruCache<ReturnType<Source['getBytes']>>(MAX_PARTS);
  return {
    getKey: () => source.getKey(),
    getBytes(offset, length, _signal, etag) {
      const part = `${etag ?? '-'} ${offset} ${length}`;
      const known = parts.get(part);
      if (known) return known;
      // Other tiles may wait for it, so it is not cancelled with the tile that asked first.
      const read = source.getBytes(offset, length, undefined, etag);
      const forget = (): void => {
        parts.delete(part);
      };
      // The first part is read again when the file has changed.
      const isKept = offset > 0 && length <= MAX_KEPT_BYTES;
      void read.then(isKept ? undefined : forget, (cause: unknown) => {
        // A server without parts would begin to send the whole file each time.
        if (!isWithoutRanges(cause)) forget();
      });
      return parts.set(part, read);
    },
  };
}

let isRegistered = false;

type Unpack = (packed: ArrayBuffer, compression: Compression) => Promise<ArrayBuffer>;

/** How directories, and all other parts of an archive, are unpacked. */
type Unpacking = { readonly directory: Unpack; readonly part: Unpack };

function add(key: string, source: Source, unpack?: Unpacking): TileArchive {
  if (!isRegistered) addProtocol(SCHEME, load);
  isRegistered = true;
  // The cache that `pmtiles` makes by itself keeps requests that failed, too.
  const cache = new ResolvedValueCache(MAX_DIRECTORIES, true, unpack?.directory);
  const archive = new PMTiles(source, cache, unpack?.part);
  archives.set(key, archive);
  return { url: `${SCHEME}://${key}`, archive };
}

/** Adds an archive that a server sends in parts, under a key, in place of the one that had it. */
export const addRemoteArchive = (key: string, address: string): TileArchive =>
  add(key, remembering(new FetchSource(address)));

/**
 * The same for a file that is here as a whole, which the map reads in parts. A source that shows the previous archive
 * of this key is loaded again by `setUrl`.
 */
export const addLocalArchive = (key: string, file: Blob): TileArchive =>
  add(key, new FileSource(new File([file], key)));

/** The same for an archive whose parts come from elsewhere, or are unpacked in another way. */
export const addArchiveOf = (key: string, source: Source, unpack: Unpacking): TileArchive =>
  add(key, source, unpack);

/** Forgets an archive, which the map shows no longer. */
export function removeArchive(key: string): void {
  archives.delete(key);
}

/** Whether a server sent a whole file where a part of it was asked for: `pmtiles` only says so in words. */
export const isWithoutRanges = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.includes('Byte Serving');
