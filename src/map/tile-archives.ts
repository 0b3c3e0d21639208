import { addProtocol } from 'maplibre-gl';
import { FetchSource, FileSource, PMTiles, Protocol, type Compression, type Source } from 'pmtiles';

const SCHEME = 'pmtiles';

/** MapLibre asks for tiles by address only, so all archives of the page are in one place. */
const protocol = new Protocol();
let isRegistered = false;

/** An archive, and the `url` of a source of the map that shows its tiles. */
export type TileArchive = { readonly url: string; readonly archive: PMTiles };

function add(key: string, archive: PMTiles): TileArchive {
  if (!isRegistered) addProtocol(SCHEME, protocol.tile);
  isRegistered = true;
  protocol.tiles.set(key, archive);
  return { url: `${SCHEME}://${key}`, archive };
}

/** Adds an archive that a server sends in parts, under a key, in place of the one that had it. */
export const addRemoteArchive = (key: string, address: string): TileArchive =>
  add(key, new PMTiles(new FetchSource(address)));

/**
 * The same for a file that is here as a whole, which the map reads in parts. A source that was loaded with the
 * archive of before is loaded again by `setUrl`.
 */
export const addLocalArchive = (key: string, file: Blob): TileArchive =>
  add(key, new PMTiles(new FileSource(new File([file], key))));

/** The same for an archive whose parts come from elsewhere, or are unpacked in another way. */
export const addArchiveOf = (
  key: string,
  source: Source,
  unpack: (packed: ArrayBuffer, compression: Compression) => Promise<ArrayBuffer>,
): TileArchive => add(key, new PMTiles(source, undefined, unpack));

/** A request for a tile may still come; for a key that is not there, `pmtiles` would ask the web. */
const REMOVED: Source = {
  getKey: () => 'removed',
  getBytes: () => Promise.reject(new Error('The archive is closed.')),
};

/** Forgets an archive, which the map shows no longer. */
export function removeArchive(key: string): void {
  if (protocol.tiles.has(key)) protocol.tiles.set(key, new PMTiles(REMOVED));
}

/** Whether a server sent a whole file where a part of it was asked for: `pmtiles` only says so in words. */
export const isWithoutRanges = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.includes('Byte Serving');
