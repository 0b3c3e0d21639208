import { FileSource, type Header } from 'pmtiles';
import type { StreetMapIssue } from '../../core/faults/fault.ts';
import type { StreetsResult } from '../../core/faults/streets-result.ts';
import type { StreetMap, StreetMapFile } from '../../core/model/street-map.ts';
import type { Bounds } from '../../core/place/bounds.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { readCredits } from '../../core/text/credits.ts';
import { addArchiveOf, remembering, removeArchive, type TileArchive } from '../tile-archives.ts';
import { boundsOf, fillsBounds, hasPictures, readHeader } from './archive-header.ts';
import { LinkSource, PartNotSent } from './link-source.ts';
import { layersOfTile, listedLayers, schemaOf } from './street-schema.ts';
import { limitedSource, unpackDirectory, unpackPart } from './unpack-part.ts';

const WORLD: Bounds = { west: -180, south: -85, east: 180, north: 85 };

/** An archive without metadata is drawn all the same. */
async function metadataOf({ archive }: TileArchive): Promise<unknown> {
  try {
    return await archive.getMetadata();
  } catch {
    return undefined;
  }
}

async function contentOf(
  { archive }: TileArchive,
  header: Header,
  metadata: unknown,
): Promise<StreetMap['content'] | undefined> {
  if (hasPictures(header)) return 'pictures';
  const bounds = boundsOf(header) ?? WORLD;
  return schemaOf(listedLayers(metadata) ?? (await layersOfTile(archive, bounds, header)));
}

async function describe(
  { key, name }: StreetMapFile<Blob>,
  added: TileArchive,
  header: Header,
): Promise<Result<StreetMap, StreetMapIssue>> {
  const metadata = await metadataOf(added);
  const content = await contentOf(added, header, metadata);
  if (content === undefined) return failed('schema');
  const bounds = boundsOf(header);
  const { attribution } = (metadata ?? {}) as { readonly attribution?: unknown };
  return ok({
    key,
    name,
    url: added.url,
    content,
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds,
    fillsBounds: bounds !== undefined && fillsBounds(header, bounds),
    credits: readCredits(attribution),
  });
}

/** Opens an archive and looks at its header, its metadata and, where these say too little, at some tiles. */
export async function openStreets(file: StreetMapFile<Blob>): Promise<StreetsResult> {
  const { key, name, from } = file;
  const isHere = 'blob' in from;
  const source = limitedSource(
    isHere
      ? new FileSource(new File([from.blob], key))
      : remembering(new LinkSource(from.address, from.mayFollow)),
  );
  const refused = (issue: StreetMapIssue): StreetsResult =>
    failed({ kind: 'bad-street-map', file: name, issue });
  try {
    const header = await readHeader(source, isHere ? from.blob.size : undefined);
    if (header.kind === 'failed') return refused(header.failure);
    const added = addArchiveOf(key, source, { directory: unpackDirectory, part: unpackPart });
    const opened = await describe(file, added, header.value);
    if (opened.kind === 'ok') return opened;
    removeArchive(key);
    return refused(opened.failure);
  } catch (cause) {
    removeArchive(key);
    const isSent = isHere || !(cause instanceof PartNotSent || cause instanceof TypeError);
    if (isSent) return refused('damaged');
    return {
      kind: 'unsent',
      isRedirected: cause instanceof PartNotSent && cause.why === 'redirected',
    };
  }
}

/** The page shows the map no longer. */
export const closeStreets = (key: string): void => {
  removeArchive(key);
};
