import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';

export const archivePath = fileURLToPath(
  new URL('../../../../geodata/basemap/world.pmtiles', import.meta.url),
);

export const extent = 4096;

export interface DecodedTile {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: number;
  readonly layers: VectorTile['layers'];
}

/** An archive in memory, read as the page reads it. */
export class BytesSource implements Source {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  getKey(): string {
    return 'bytes';
  }

  getBytes(offset: number, length: number): Promise<RangeResponse> {
    const part = Uint8Array.from(this.#bytes.subarray(offset, offset + length));
    return Promise.resolve({ data: part.buffer });
  }
}

export function openArchive(): PMTiles {
  return new PMTiles(new BytesSource(readFileSync(archivePath)));
}

export async function decodeTile(
  archive: PMTiles,
  zoom: number,
  x: number,
  y: number,
): Promise<DecodedTile | undefined> {
  const found = await archive.getZxy(zoom, x, y);
  if (!found) return undefined;
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(found.data)));
  return { zoom, x, y, bytes: found.data.byteLength, layers };
}

/** All tiles up to zoom 5, and one of 16 of the others: every one would take half a minute. */
export async function* sampledTiles(archive: PMTiles): AsyncGenerator<DecodedTile> {
  const { maxZoom } = await archive.getHeader();
  for (let zoom = 0; zoom <= maxZoom; zoom++) {
    const step = zoom <= 5 ? 1 : 4;
    for (let x = zoom % step; x < 2 ** zoom; x += step) {
      for (let y = (x >> 2) % step; y < 2 ** zoom; y += step) {
        const tile = await decodeTile(archive, zoom, x, y);
        if (tile) yield tile;
      }
    }
  }
}

export function featuresOf(tile: DecodedTile, layer: string): VectorTileFeature[] {
  const found = tile.layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, index) => found?.feature(index)).filter(
    (feature) => feature !== undefined,
  );
}

export function toDegrees({ zoom, x, y }: DecodedTile, pointX: number, pointY: number) {
  const size = 2 ** zoom * extent;
  const longitude = ((x * extent + pointX) / size) * 360 - 180;
  const height = Math.PI * (1 - (2 * (y * extent + pointY)) / size);
  return [longitude, (Math.atan(Math.sinh(height)) * 180) / Math.PI] as const;
}
