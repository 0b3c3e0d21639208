import { config } from 'maplibre-gl';
import { Compression, EtagMismatch, TileType } from 'pmtiles';
import { describe, expect, it, vi } from 'vitest';
import { PmtilesArchive } from '../../../src/commands/basemap/pmtiles-archive.ts';
import {
  addArchiveOf,
  addLocalArchive,
  addRemoteArchive,
  isWithoutRanges,
  remembering,
} from '../../../src/map/tile-archives.ts';
import { unpackPart } from '../../../src/map/streets/unpack-part.ts';
import { writeArchive } from '../../street-maps/write-archive.ts';

/** A made-up archive of two tiles. */
function archive(first: string): Uint8Array<ArrayBuffer> {
  const tiles = new PmtilesArchive();
  tiles.add(0, 0, 0, new TextEncoder().encode(first));
  tiles.add(1, 0, 0, new TextEncoder().encode('The second'));
  return Uint8Array.from(tiles.write(1, {}));
}

/** An archive of one tile, which its root directory names by another directory. */
function withLeaf(tile: string): Uint8Array<ArrayBuffer> {
  return writeArchive([{ z: 0, x: 0, y: 0, data: Buffer.from(tile) }], {
    tileType: TileType.Mvt,
    tileCompression: Compression.None,
    leaf: (directory) => directory,
  });
}

/** A server of a file, whose connection breaks once some parts were `left` to be sent. */
function server(file: Uint8Array<ArrayBuffer>, left = Infinity): { asked: string[]; left: number } {
  const connection = { asked: [] as string[], left };
  vi.stubGlobal('fetch', (_: unknown, options: RequestInit) => {
    const range = new Headers(options.headers).get('range') ?? '';
    connection.asked.push(range);
    if (connection.left-- <= 0) return Promise.reject(new TypeError('No connection.'));
    const [, first = 0, last = 0] = /bytes=(\d+)-(\d+)/.exec(range) ?? [];
    const part = file.slice(Number(first), Number(last) + 1);
    return Promise.resolve(new Response(part, { status: 206 }));
  });
  return connection;
}

/** What MapLibre gets for an address. */
async function loaded(url: string): Promise<unknown> {
  const load = config.REGISTERED_PROTOCOLS['pmtiles'];
  const { data } = (await load?.({ url }, new AbortController())) ?? {};
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : data;
}

describe('archives of tiles', () => {
  it('answer MapLibre with their zooms and tiles, and with nothing where there is no tile', async () => {
    const { url } = addLocalArchive('file-1', new Blob([archive('The first')]));
    expect(await loaded(url)).toEqual({
      tiles: [`${url}/{z}/{x}/{y}`],
      minzoom: 0,
      maxzoom: 1,
      bounds: [-180, -85, 180, 85],
    });
    expect(await loaded(`${url}/0/0/0`)).toBe('The first');
    expect(await loaded(`${url}/1/0/0`)).toBe('The second');
    expect(await loaded(`${url}/1/1/1`)).toBe('');
  });

  it('take the place of one with the same key', async () => {
    const { url } = addLocalArchive('file-2', new Blob([archive('Old')]));
    expect(await loaded(`${url}/0/0/0`)).toBe('Old');
    expect(addLocalArchive('file-2', new Blob([archive('New')])).url).toBe(url);
    expect(await loaded(`${url}/0/0/0`)).toBe('New');
  });

  it('ask a server once for each part, also where two tiles need it at once', async () => {
    const { asked } = server(archive('The first'));
    const { url } = addRemoteArchive('remote', 'https://example.org/made-up.pmtiles');
    await Promise.all([loaded(`${url}/0/0/0`), loaded(`${url}/0/0/0`)]);
    expect(await loaded(`${url}/0/0/0`)).toBe('The first');
    expect(asked.length).toBeGreaterThan(1);
    expect(asked).toEqual([...new Set(asked)]);
  });

  it.each([
    ['the header', 0, archive('The first')],
    ['a directory', 1, withLeaf('The first')],
    ['a tile', 2, withLeaf('The first')],
  ])('ask again for %s that failed', async (_, sent, file) => {
    const connection = server(file, sent);
    const { url } = addRemoteArchive(`failed-${sent}`, 'https://example.org/made-up.pmtiles');
    await expect(loaded(`${url}/0/0/0`)).rejects.toThrow('No connection.');
    connection.left = Infinity;
    expect(await loaded(`${url}/0/0/0`)).toBe('The first');
  });

  it('keep no part of a file that has changed', async () => {
    const file = (tile: string) => new Blob([archive(tile)]);
    let [version, now] = ['"1"', file('Old')];
    const source = remembering({
      getKey: () => 'changing',
      async getBytes(offset, length, _, etag) {
        if (etag !== undefined && etag !== version) throw new EtagMismatch();
        return { data: await now.slice(offset, offset + length).arrayBuffer(), etag: version };
      },
    });
    const plain = { directory: unpackPart, part: unpackPart };
    const { url } = addArchiveOf('changing', source, plain);
    expect(await loaded(`${url}/0/0/0`)).toBe('Old');
    // As long as before, so its tiles are where those before were.
    [version, now] = ['"2"', file('New')];
    expect(await loaded(`${url}/1/0/0`)).toBe('The second');
    expect(await loaded(`${url}/0/0/0`)).toBe('New');
  });

  it('say where a server sends no parts of files', async () => {
    const answers = (response: Response): void => {
      vi.stubGlobal('fetch', () => Promise.resolve(response));
    };
    answers(new Response(new Uint8Array(40_000), { headers: { 'content-length': '40000' } }));
    const { archive: whole } = addRemoteArchive('whole', 'https://example.org/made-up.pmtiles');
    const cause = await whole.getHeader().catch((error: unknown) => error);
    expect(isWithoutRanges(cause)).toBe(true);
    // It is not asked again.
    answers(new Response('Not here', { status: 404 }));
    expect(await whole.getHeader().catch((error: unknown) => error)).toBe(cause);
    answers(new Response('Not here', { status: 404 }));
    const { archive: missing } = addRemoteArchive('none', 'https://example.org/none.pmtiles');
    const other = await missing.getHeader().catch((error: unknown) => error);
    expect(isWithoutRanges(other)).toBe(false);
  });
});
