import { posix } from 'node:path';
import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import { isTileArchive, MAGIC_LENGTH } from '../../core/model/street-map.ts';

/** The street map that a data set names must be a file next to it; whether all its tiles are good, the page says. */
export function baseMapLines(
  datasetFile: string,
  { base_map: name }: DatasetInfo,
  readBytes: (file: string, length: number) => Uint8Array | undefined,
): readonly string[] {
  if (name === undefined) return [];
  const file = posix.join(posix.dirname(datasetFile), name);
  const bytes = readBytes(file, MAGIC_LENGTH);
  if (bytes === undefined)
    return [`${file}: error: there is no such file, but base_map in ${datasetFile} names it`];
  return isTileArchive(bytes)
    ? []
    : [`${file}: error: is no archive of map tiles; expected PMTiles, version 3`];
}
