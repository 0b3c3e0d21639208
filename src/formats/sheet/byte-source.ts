import type { ByteSource } from './sheet.ts';

/** Bytes in memory; what is read is a view on them, not a copy. */
export const memorySource = (name: string, bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  name,
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
});

/**
 * A file of the reader's, read from disk piece by piece. Only in a worker: pages have no
 * `FileReaderSync`. A file that was changed or removed meanwhile throws a `NotReadableError`.
 */
export function blobSource(name: string, blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return {
    name,
    size: blob.size,
    read: (from, to) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(from, to))),
  };
}

/** Windows begin at multiples of this, so that what marks such multiples lies in the same window. */
export const WINDOW_STEP_BYTES = 128 * 1024;
const WINDOW_BYTES = 2 * WINDOW_STEP_BYTES;

/**
 * The same bytes, with the last 256 KB window kept: neighbouring small reads cost one read of the
 * file. Reads of more than 128 KB go through unkept.
 */
export function readingAhead(source: ByteSource): ByteSource {
  let start = 0;
  let window = new Uint8Array(0);
  return {
    name: source.name,
    size: source.size,
    read(from, to) {
      if (to - from > WINDOW_STEP_BYTES) return source.read(from, to);
      const end = Math.min(to, source.size);
      if (from < start || end > start + window.length) {
        start = Math.floor(from / WINDOW_STEP_BYTES) * WINDOW_STEP_BYTES;
        window = source.read(start, start + WINDOW_BYTES);
      }
      return window.subarray(from - start, to - start);
    },
  };
}
