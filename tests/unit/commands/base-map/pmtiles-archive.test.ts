import fc from 'fast-check';
import { PMTiles, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { PmtilesArchive } from '../../../../src/commands/basemap/pmtiles-archive.ts';
import { BytesSource } from './archive.ts';

type Tile = readonly [zoom: number, x: number, y: number];

function contentsOf([zoom, x, y]: Tile): string {
  // Every third tile is the same, as tiles of the open sea are.
  return (x + y) % 3 === 0 ? 'sea' : `${zoom} ${x} ${y}`;
}

function archiveOf(tiles: readonly Tile[]): Uint8Array {
  const archive = new PmtilesArchive();
  const ordered = [...tiles].sort((a, b) => zxyToTileId(...a) - zxyToTileId(...b));
  for (const tile of ordered) archive.add(...tile, new TextEncoder().encode(contentsOf(tile)));
  return archive.write(9, { name: 'test' });
}

async function readTile(archive: PMTiles, tile: Tile): Promise<string | undefined> {
  const found = await archive.getZxy(...tile);
  return found && new TextDecoder().decode(found.data);
}

describe('a written archive', () => {
  it('is read back tile by tile with its metadata', async () => {
    const tiles = fc.uniqueArray(
      fc.integer({ min: 0, max: 9 }).chain((zoom) => {
        const index = fc.integer({ min: 0, max: 2 ** zoom - 1 });
        return fc.tuple(fc.constant(zoom), index, index);
      }),
      { minLength: 1, maxLength: 60, selector: String },
    );
    await fc.assert(
      fc.asyncProperty(tiles, async (listed) => {
        const archive = new PMTiles(new BytesSource(archiveOf(listed)));
        for (const tile of listed) expect(await readTile(archive, tile)).toBe(contentsOf(tile));
        expect(await archive.getMetadata()).toEqual({ name: 'test' });
      }),
      { numRuns: 30 },
    );
  });

  it('has leaves when its directory is too long for the first 16 kB', async () => {
    const side = Array.from({ length: 150 }, (_, index) => index);
    const tiles = side.flatMap((x) => side.map((y): Tile => [9, x, y]));
    const bytes = archiveOf(tiles);
    const archive = new PMTiles(new BytesSource(bytes));
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    expect(header.numAddressedTiles).toBe(tiles.length);
    for (const tile of tiles.filter((_, index) => index % 997 === 0)) {
      expect(await readTile(archive, tile)).toBe(contentsOf(tile));
    }
    expect(await readTile(archive, [9, 400, 400])).toBeUndefined();
  });

  it('stores equal tiles once, and is the same bytes each time', async () => {
    const tiles: Tile[] = [
      [2, 0, 0],
      [2, 1, 2],
      [2, 3, 3],
    ];
    const bytes = archiveOf(tiles);
    const header = await new PMTiles(new BytesSource(bytes)).getHeader();
    expect([header.numAddressedTiles, header.numTileContents]).toEqual([3, 1]);
    expect(archiveOf(tiles)).toEqual(bytes);
  });
});
