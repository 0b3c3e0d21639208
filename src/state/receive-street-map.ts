import type { Fault } from '../core/faults/fault.ts';
import type { StreetsResult } from '../core/faults/streets-result.ts';
import {
  isTileArchive,
  MAGIC_LENGTH,
  type StreetMap,
  type StreetMapFile,
} from '../core/model/street-map.ts';
import type { Result } from '../core/base/result.ts';
import type { FetchEdges } from './incoming-file.ts';

export type StreetMapEdges = {
  /** Opens an archive for the map. */
  readonly openStreets: (file: StreetMapFile<Blob>) => Promise<StreetsResult>;
  readonly closeStreets: (key: string) => Promise<void>;
};

/** Whether an address names an archive of tiles, of which parts are enough. Its bytes say it for certain. */
export const namesTileArchive = (address: string): boolean =>
  /\.pmtiles$/i.test(new URL(address).pathname);

/** Whether a file is an archive of tiles; one that cannot be read is left to what opens all others. */
export async function isStreetMap(blob: Blob): Promise<boolean> {
  try {
    return isTileArchive(new Uint8Array(await blob.slice(0, MAGIC_LENGTH).arrayBuffer()));
  } catch {
    return false;
  }
}

/**
 * Opens an archive at an address by its parts; undefined where its server sends none, so that the file is to be
 * downloaded whole. `ask` resolves when the reader agrees.
 */
export async function linkedStreetMap(
  address: string,
  { key, name }: Pick<StreetMapFile<Blob>, 'key' | 'name'>,
  { openStreets, isOwnOrigin }: StreetMapEdges & FetchEdges,
  ask: (why: 'other-site' | 'redirect', address: string) => Promise<unknown>,
): Promise<Result<StreetMap, Fault> | undefined> {
  const { username, password } = new URL(address);
  // An address with a password is refused before any request.
  if (username !== '' || password !== '') return undefined;
  if (!isOwnOrigin(address)) await ask('other-site', address);
  let opened = await openStreets({ key, name, from: { address, mayFollow: false } });
  if (opened.kind === 'unsent' && opened.isRedirected) {
    await ask('redirect', address);
    opened = await openStreets({ key, name, from: { address, mayFollow: true } });
  }
  return opened.kind === 'unsent' ? undefined : opened;
}
