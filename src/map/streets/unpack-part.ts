import { Compression, type Source } from 'pmtiles';
import { readAtMost } from './read-at-most.ts';

/** The metadata or a tile of more bytes than this, packed or not, is made to fill the memory. */
const MAX_PART_BYTES = 32 * 1024 ** 2;
/** In an archive of the whole world, directories have about a fifth of it. */
const MAX_DIRECTORY_BYTES = 1024 ** 2;
/** Every entry of a directory has at least this number of bytes. */
const MIN_ENTRY_BYTES = 4;

/** Compressions that every browser can undo. */
export const isReadable = (compression: Compression): boolean =>
  compression === Compression.None ||
  compression === Compression.Unknown ||
  compression === Compression.Gzip;

/** Unpacks a part of an archive, but never more than a limit of it. */
export async function unpackPart(
  packed: ArrayBuffer,
  compression: Compression,
  maxBytes = MAX_PART_BYTES,
): Promise<ArrayBuffer> {
  if (!isReadable(compression)) throw new Error('The archive is compressed in another way.');
  const isPacked = compression === Compression.Gzip;
  const bytes = new Blob([packed]).stream();
  const { data, isAll } = await readAtMost(
    isPacked ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes,
    maxBytes,
  );
  if (!isAll) throw new Error('A part of the archive has more bytes than the limit.');
  return data;
}

/** The number that a directory begins with. */
export function entriesOf(directory: Uint8Array): number {
  let entries = 0;
  for (let at = 0; at < directory.length; at++) {
    const byte = directory[at] ?? 0;
    entries += (byte & 0x7f) * 2 ** (7 * at);
    if (byte < 0x80) return entries;
  }
  return Infinity;
}

/**
 * Unpacks a directory. `pmtiles` makes an object for each byte of one that claims too many entries, before it notices
 * that they are not there.
 */
export async function unpackDirectory(
  packed: ArrayBuffer,
  compression: Compression,
): Promise<ArrayBuffer> {
  const directory = await unpackPart(packed, compression, MAX_DIRECTORY_BYTES);
  if (entriesOf(new Uint8Array(directory)) * MIN_ENTRY_BYTES > directory.byteLength)
    throw new Error('A directory of the archive has fewer entries than it claims.');
  return directory;
}

/** The same source, of which no part is read that is longer than any part of a map needs to be. */
export const limitedSource = (source: Source): Source => ({
  getKey: () => source.getKey(),
  async getBytes(offset, length, signal, etag) {
    if (length > MAX_PART_BYTES) throw new Error('A part of the archive is longer than the limit.');
    return source.getBytes(offset, length, signal, etag);
  },
});
