import { Compression } from 'pmtiles';

/** A directory, the metadata or a tile of more bytes than this is made to fill the memory. */
const MAX_BYTES = 32 * 1024 ** 2;

/** Compressions that every browser can undo. */
export const isReadable = (compression: Compression): boolean =>
  compression === Compression.None ||
  compression === Compression.Unknown ||
  compression === Compression.Gzip;

/** Unpacks a part of an archive, but never more than a limit of it. */
export async function unpackPart(
  packed: ArrayBuffer,
  compression: Compression,
): Promise<ArrayBuffer> {
  if (!isReadable(compression)) throw new Error('The archive is compressed in another way.');
  if (compression !== Compression.Gzip) return packed;
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_BYTES) {
      await reader.cancel();
      throw new Error('A part of the archive unpacks to more than the limit.');
    }
    parts.push(value);
  }
  return new Blob(parts).arrayBuffer();
}
