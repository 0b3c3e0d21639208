import type { Page, Route } from 'playwright-core';
import { zxyToTileId } from 'pmtiles';
import { mercatorX, mercatorY } from '../../src/commands/basemap/mercator.ts';
import { PmtilesArchive } from '../../src/commands/basemap/pmtiles-archive.ts';
import {
  tileExtent,
  VectorTile,
  type TileProperties,
} from '../../src/commands/basemap/vector-tile.ts';

export type NamedPlace = {
  readonly lon: number;
  readonly lat: number;
  readonly properties: TileProperties;
};

const MAX_ZOOM = 7;

/** An archive of the base map with these places and nothing else, in its last zoom or in all. */
function archiveOf(places: readonly NamedPlace[]): Uint8Array {
  const tiles = new Map<number, { at: readonly [number, number, number]; tile: VectorTile }>();
  for (let zoom = 0; zoom <= MAX_ZOOM; zoom++)
    for (const { lon, lat, properties } of places) {
      const [x, y] = [mercatorX(lon) * 2 ** zoom, mercatorY(lat) * 2 ** zoom];
      const at = [zoom, Math.floor(x), Math.floor(y)] as const;
      const id = zxyToTileId(...at);
      const { tile } = tiles.get(id) ?? { tile: new VectorTile() };
      tiles.set(id, { at, tile });
      const inTile = (value: number): number => Math.round((value % 1) * tileExtent);
      tile.addPoint('place', properties, inTile(x), inTile(y));
    }
  const archive = new PmtilesArchive();
  for (const [, { at, tile }] of [...tiles].toSorted(([a], [b]) => a - b))
    archive.add(...at, tile.encode());
  return archive.write(MAX_ZOOM, {});
}

/** Answers with the part of a file that was asked for. */
async function fulfillPart(route: Route, file: Uint8Array): Promise<void> {
  const [, first = 0, last = Infinity] =
    /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
  const part = Buffer.from(file).subarray(Number(first), Number(last) + 1);
  await route.fulfill({ status: 206, body: part });
}

/** Lets the page have a base map of these places only. */
export async function mapOnly(page: Page, places: readonly NamedPlace[]): Promise<void> {
  const file = archiveOf(places);
  await page.route('**/basemap/world.pmtiles', (route) => fulfillPart(route, file));
}
