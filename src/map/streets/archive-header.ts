import { bytesToHeader, TileType, type Header, type Source } from 'pmtiles';
import type { StreetMapIssue } from '../../core/faults/fault.ts';
import { isTileArchive } from '../../core/model/street-map.ts';
import type { Bounds } from '../../core/place/bounds.ts';
import { toMercator } from '../../core/place/mercator.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { entriesOf, isReadable, unpackDirectory } from './unpack-part.ts';

const HEADER_BYTES = 127;
const VERSION = 3;
/** As the specification has it: header and root directory are in the first 16 kB. */
const MAX_ROOT_BYTES = 16_384;
const MAX_ZOOM = 22;
/** Beyond, Web Mercator has no tiles. */
const MAX_LATITUDE = 85.06;

/** Pictures that every browser draws. */
const PICTURES: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];

export const hasPictures = ({ tileType }: Header): boolean => PICTURES.includes(tileType);

/** What is wrong with an archive by its header alone. `size`: of the file, where it is known. */
function issueOf(header: Header, size: number | undefined): StreetMapIssue | undefined {
  if (header.specVersion !== VERSION) return 'version';
  if (!isReadable(header.internalCompression) || !isReadable(header.tileCompression))
    return 'compression';
  if (header.tileType !== TileType.Mvt && !hasPictures(header)) return 'tile-kind';
  if (header.minZoom > header.maxZoom || header.maxZoom > MAX_ZOOM) return 'damaged';
  const ends = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  if (size !== undefined && Math.max(...ends) > size) return 'cut';
  return (header.tileDataLength ?? 1) === 0 ? 'no-tiles' : undefined;
}

/** Rejects where the directory is damaged. */
async function rootIssue(source: Source, header: Header): Promise<StreetMapIssue | undefined> {
  const { rootDirectoryOffset: offset, rootDirectoryLength: length } = header;
  if (length === 0) return 'no-tiles';
  if (length > MAX_ROOT_BYTES) return 'damaged';
  const { data } = await source.getBytes(offset, length);
  const root = await unpackDirectory(data, header.internalCompression);
  return entriesOf(new Uint8Array(root)) === 0 ? 'no-tiles' : undefined;
}

/** Reads the header of an archive, and whether the page can draw what it has. Rejects where no bytes come, or damaged ones. */
export async function readHeader(
  source: Source,
  size: number | undefined,
): Promise<Result<Header, StreetMapIssue>> {
  const { data } = await source.getBytes(0, HEADER_BYTES);
  const head = new Uint8Array(data);
  if (!isTileArchive(head)) return failed('damaged');
  // Before version 3 the header had another form.
  if (String.fromCharCode(...head.subarray(0, 7)) !== 'PMTiles' || head[7] !== VERSION)
    return failed('version');
  if (head.length < HEADER_BYTES) return failed('cut');
  const header = bytesToHeader(data);
  const issue = issueOf(header, size) ?? (await rootIssue(source, header));
  return issue === undefined ? ok(header) : failed(issue);
}

/** The box that the header names, unless it is empty or not on the map. */
export function boundsOf({ minLon, minLat, maxLon, maxLat }: Header): Bounds | undefined {
  const isBox =
    minLon < maxLon && minLat < maxLat && minLon >= -180 && maxLon <= 180 && Math.abs(minLat) <= 90;
  if (!isBox || maxLat > 90) return undefined;
  const onMap = (lat: number): number => Math.min(Math.max(lat, -MAX_LATITUDE), MAX_LATITUDE);
  return { west: minLon, south: onMap(minLat), east: maxLon, north: onMap(maxLat) };
}

/** Column and row of a place among the tiles of a zoom, with fractions. */
export function tileOf(lon: number, lat: number, zoom: number): { x: number; y: number } {
  const { x, y } = toMercator(lon, lat);
  return { x: x * 2 ** zoom, y: y * 2 ** zoom };
}

/** Archives that are cut out along a border, or that name too large a box, have tiles in a part of it only. */
const MIN_FILLED = 0.6;

/** Whether the archive has tiles nearly everywhere in its box. */
export function fillsBounds({ numAddressedTiles, maxZoom }: Header, box: Bounds): boolean {
  if (numAddressedTiles === 0) return false;
  const first = tileOf(box.west, box.north, maxZoom);
  const last = tileOf(box.east, box.south, maxZoom);
  const expected = (last.x - first.x) * (last.y - first.y);
  return numAddressedTiles >= MIN_FILLED * expected;
}
