import { gzipSync } from 'node:zlib';
import { Compression, zxyToTileId, type TileType } from 'pmtiles';

export type ArchiveTile = {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
};

type Box = readonly [west: number, south: number, east: number, north: number];

export type ArchiveOptions = {
  readonly tileType: TileType;
  readonly bounds?: Box;
  readonly metadata?: unknown;
  /** Others than none and gzip are only claimed. */
  readonly tileCompression?: Compression;
  readonly internalCompression?: Compression;
  readonly version?: number;
  readonly maxZoom?: number;
  /** Puts the directory of the tiles, or what this makes of it, apart from the root, which names only its place. */
  readonly leaf?: (directory: Uint8Array) => Uint8Array;
};

const HEADER_BYTES = 127;
const DEGREE = 1e7;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** An archive of a few tiles as one file: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
export function writeArchive(
  tiles: readonly ArchiveTile[],
  {
    tileType,
    bounds = [-180, -85, 180, 85],
    metadata = {},
    tileCompression = Compression.Gzip,
    internalCompression = Compression.Gzip,
    version = 3,
    maxZoom = Math.max(0, ...tiles.map(({ z }) => z)),
    leaf,
  }: ArchiveOptions,
): Buffer<ArrayBuffer> {
  const packed = (bytes: Uint8Array, compression: Compression): Uint8Array =>
    compression === Compression.Gzip ? gzipSync(bytes) : bytes;
  const sorted = tiles
    .map(({ z, x, y, data }) => ({
      id: zxyToTileId(z, x, y),
      data: packed(data, tileCompression),
    }))
    .toSorted((a, b) => a.id - b.id);
  const directory = Uint8Array.from([
    ...varint(sorted.length),
    ...sorted.flatMap(({ id }, i) => varint(id - (sorted[i - 1]?.id ?? 0))),
    ...sorted.flatMap(() => varint(1)),
    ...sorted.flatMap(({ data }) => varint(data.length)),
    // 0 says that a tile follows the one before.
    ...sorted.flatMap((_, i) => varint(i === 0 ? 1 : 0)),
  ]);
  const leaves = leaf ? packed(leaf(directory), internalCompression) : new Uint8Array();
  const toLeaf = Uint8Array.from([...varint(1), 0, 0, ...varint(leaves.length), 1]);
  const root = packed(leaf ? toLeaf : directory, internalCompression);
  const described = packed(Buffer.from(JSON.stringify(metadata)), internalCompression);
  const contents = Buffer.concat(sorted.map(({ data }) => data));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles');
  header[7] = version;
  const metadataAt = HEADER_BYTES + root.length;
  const leavesAt = metadataAt + described.length;
  const tilesAt = leavesAt + leaves.length;
  const places = [
    ...[HEADER_BYTES, root.length, metadataAt, described.length],
    ...[leavesAt, leaves.length, tilesAt],
  ];
  [...places, contents.length, tiles.length, tiles.length, tiles.length].forEach((value, i) => {
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
  });
  const minZoom = Math.min(maxZoom, ...tiles.map(({ z }) => z));
  [1, internalCompression, tileCompression, tileType, minZoom, maxZoom].forEach((value, i) => {
    header[96 + i] = value;
  });
  bounds.forEach((degrees, i) => {
    header.writeInt32LE(Math.round(degrees * DEGREE), 102 + 4 * i);
  });
  return Buffer.from(Buffer.concat([header, root, described, leaves, contents]));
}
