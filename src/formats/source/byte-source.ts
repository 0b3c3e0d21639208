/** A file's bytes, read piece by piece: from disk in the worker, from memory in tests. */
export type ByteSource = {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from `from` up to, not including, `to`; fewer at the end. The caller may keep them. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
  /**
   * Resolves when the large piece after `offset` can be read without waiting for the disk; undefined where
   * it can now, or where the piece before has more than 1 MB after `offset`.
   */
  readonly ready?: (offset: number) => Promise<void> | undefined;
};

/** Bytes in memory; what is read is a view on them, not a copy. */
export const memorySource = (name: string, bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  name,
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
});

/** Reads of this size are one after the other; smaller ones are single reads. */
const LARGE_BYTES = 1024 * 1024;
const BLOCK_BYTES = 8 * 1024 * 1024;

/** How a blob is read: at once, and meanwhile. */
export type BlobReads = {
  readonly now: (part: Blob) => ArrayBuffer;
  readonly meanwhile: (part: Blob) => Promise<ArrayBuffer>;
};

/**
 * A file of the reader's, read from disk piece by piece. Only in a worker: pages have no
 * `FileReaderSync`. A file that was changed or removed meanwhile throws a `NotReadableError`.
 */
export function blobSource(name: string, blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return readBehind(name, blob, {
    now: (part) => reader.readAsArrayBuffer(part),
    meanwhile: (part) => part.arrayBuffer(),
  });
}

/** This number of blocks is requested ahead: a block arrives in steps, one each time the thread lets others go on. */
const BLOCKS_AHEAD = 3;

/**
 * Large pieces come from blocks of 8 MB, of which the next ones are read while the caller works on the
 * last, as far as it lets others go on; a block that is not there yet is read at once. At most five blocks
 * are kept, and none when the end was read.
 */
export function readBehind(name: string, blob: Blob, reads: BlobReads): ByteSource {
  const { size } = blob;
  const blocks = new Map<number, Uint8Array<ArrayBuffer>>();
  /** The blocks that were asked for; each resolves when the block has come or failed to. */
  const arriving = new Map<number, Promise<void>>();
  /** Where the last large piece ended, and where the next one will if it is as long. */
  let end = 0;
  let nextEnd = 0;
  const partOf = (block: number): Blob =>
    blob.slice(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);

  function blockAt(block: number): Uint8Array<ArrayBuffer> {
    const bytes = blocks.get(block) ?? new Uint8Array(reads.now(partOf(block)));
    blocks.set(block, bytes);
    arriving.delete(block);
    return bytes;
  }

  function fetchAhead(first: number): void {
    const last = Math.min(first + BLOCKS_AHEAD, Math.ceil(size / BLOCK_BYTES));
    for (let block = first; block < last; block++)
      if (!blocks.has(block) && !arriving.has(block)) arriving.set(block, fetched(block));
  }

  async function fetched(block: number): Promise<void> {
    // The read that needs a block which fails to come fails too, and says why.
    const buffer = await reads.meanwhile(partOf(block)).catch(() => undefined);
    const isWanted = arriving.delete(block);
    if (isWanted && buffer) blocks.set(block, new Uint8Array(buffer));
  }

  function forgetOutside(first: number, last: number): void {
    for (const kept of [blocks, arriving])
      for (const block of kept.keys()) if (block < first || block > last) kept.delete(block);
  }

  function readLarge(from: number, to: number): Uint8Array<ArrayBuffer> {
    const first = Math.floor(from / BLOCK_BYTES);
    const last = Math.floor((to - 1) / BLOCK_BYTES);
    forgetOutside(first, last + BLOCKS_AHEAD);
    const bytes = first === last ? pieceOf(first, from, to) : joined(first, last, from, to);
    end = to;
    nextEnd = Math.min(to + to - from, size);
    if (to < size) fetchAhead(last + 1);
    else forgetOutside(0, -1);
    return bytes;
  }

  /** What a block has of a piece of the file; a view, not a copy. */
  function pieceOf(block: number, from: number, to: number): Uint8Array<ArrayBuffer> {
    const start = block * BLOCK_BYTES;
    return blockAt(block).subarray(Math.max(from - start, 0), to - start);
  }

  function joined(first: number, last: number, from: number, to: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(to - from);
    for (let block = first; block <= last; block++)
      bytes.set(pieceOf(block, from, to), Math.max(block * BLOCK_BYTES - from, 0));
    return bytes;
  }

  /** The rest of a file that is being read in large pieces is one, however short. */
  const isRest = (from: number, to: number): boolean =>
    to === size && blocks.size > 0 && from >= end - LARGE_BYTES;

  return {
    name,
    size,
    read(from, to) {
      const last = Math.min(to, size);
      if (last - from >= LARGE_BYTES || isRest(from, last)) return readLarge(from, last);
      return new Uint8Array(reads.now(blob.slice(from, last)));
    },
    ready(offset) {
      if (offset < end - LARGE_BYTES) return undefined;
      const last = Math.floor((nextEnd - 1) / BLOCK_BYTES);
      const needed = [...arriving].filter(([block]) => block <= last);
      return needed.length === 0 ? undefined : Promise.all(needed.map(([, one]) => one)).then();
    },
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

  /** What the window has already is not read again: rows in their order cost one read of each byte. */
  function moveTo(from: number): void {
    const first = Math.floor(from / WINDOW_STEP_BYTES) * WINDOW_STEP_BYTES;
    const kept = first >= start ? window.subarray(first - start) : window.subarray(0, 0);
    const more = source.read(first + kept.length, first + WINDOW_BYTES);
    if (kept.length === 0) window = more;
    else {
      const both = new Uint8Array(kept.length + more.length);
      both.set(kept);
      both.set(more, kept.length);
      window = both;
    }
    start = first;
  }

  return {
    name: source.name,
    size: source.size,
    read(from, to) {
      if (to - from > WINDOW_STEP_BYTES) return source.read(from, to);
      const end = Math.min(to, source.size);
      if (from < start || end > start + window.length) moveTo(from);
      return window.subarray(from - start, to - start);
    },
  };
}
