import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import { zxyToTileId } from 'pmtiles';
import { serializeDirectory, splitDirectory, type DirectoryEntry } from './pmtiles-directory.ts';

interface StoredTile {
  readonly offset: number;
  readonly length: number;
}

const headerLength = 127;
const gzipCompression = 2;
const vectorTiles = 1;
const degreesFactor = 1e7;

/** Collects tiles and writes them as one PMTiles 3 file. Equal tiles are stored once. */
export class PmtilesArchive {
  readonly #contents: Uint8Array[] = [];
  readonly #stored = new Map<string, StoredTile>();
  readonly #tiles: { id: number; tile: StoredTile }[] = [];
  #length = 0;

  /** Tiles must come in the order of their ids, for an archive that is read in runs. */
  add(zoom: number, x: number, y: number, encoded: Uint8Array): void {
    const compressed = compress(encoded);
    const digest = createHash('sha256').update(compressed).digest('hex');
    let tile = this.#stored.get(digest);
    if (!tile) {
      tile = { offset: this.#length, length: compressed.length };
      this.#stored.set(digest, tile);
      this.#contents.push(compressed);
      this.#length += compressed.length;
    }
    this.#tiles.push({ id: zxyToTileId(zoom, x, y), tile });
  }

  write(maxZoom: number, metadata: object): Uint8Array {
    const entries = joinRuns(this.#tiles);
    const { root, leaves } = splitDirectory(entries, (part) => compress(serializeDirectory(part)));
    const described = compress(new TextEncoder().encode(JSON.stringify(metadata)));
    const metadataOffset = headerLength + root.length;
    const leavesOffset = metadataOffset + described.length;
    const tilesOffset = leavesOffset + leaves.length;

    const header = new DataView(new ArrayBuffer(headerLength));
    new TextEncoder().encodeInto('PMTiles', new Uint8Array(header.buffer));
    header.setUint8(7, 3);
    const numbers = [
      ...[headerLength, root.length, metadataOffset, described.length],
      ...[leavesOffset, leaves.length, tilesOffset, this.#length],
      ...[this.#tiles.length, entries.length, this.#stored.size],
    ];
    numbers.forEach((number, index) => {
      header.setBigUint64(8 + 8 * index, BigInt(number), true);
    });
    const flags = [1, gzipCompression, gzipCompression, vectorTiles, 0, maxZoom];
    flags.forEach((flag, index) => {
      header.setUint8(96 + index, flag);
    });
    [-180, -85, 180, 85].forEach((degrees, index) => {
      header.setInt32(102 + 4 * index, degrees * degreesFactor, true);
    });
    header.setUint8(118, 2);

    const parts = [new Uint8Array(header.buffer), root, described, leaves, ...this.#contents];
    return Uint8Array.from(Buffer.concat(parts));
  }
}

/** fflate compresses alike on every machine; the zlib of Node differs from version to version. */
function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

/** Neighbouring tiles with the same contents, as in the open sea, are one entry. */
function joinRuns(
  tiles: readonly { readonly id: number; readonly tile: StoredTile }[],
): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (const { id, tile } of tiles) {
    const last = entries.at(-1);
    if (last?.offset === tile.offset && last.id + last.runLength === id) {
      entries[entries.length - 1] = { ...last, runLength: last.runLength + 1 };
    } else {
      entries.push({ id, runLength: 1, ...tile });
    }
  }
  return entries;
}
