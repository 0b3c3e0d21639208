/** Real tiles of Chicago, in renamed schemas; see `street-archives`. What is wrong with them is made up. */
import { gzipSync } from 'node:zlib';
import { Compression, TileType } from 'pmtiles';
import { describe, expect, it, vi } from 'vitest';
import { STREET_SCHEMAS } from '../../../../src/core/model/street-map.ts';
import { openStreets } from '../../../../src/map/streets/open-streets.ts';
import { addArchiveOf } from '../../../../src/map/tile-archives.ts';
import { LinkSource } from '../../../../src/map/streets/link-source.ts';
import { listedLayers } from '../../../../src/map/streets/street-schema.ts';
import { unpackPart } from '../../../../src/map/streets/unpack-part.ts';
import {
  CHICAGO,
  otherArchive,
  pictureArchive,
  streetArchive,
} from '../../../street-maps/street-archives.ts';
import { writeArchive } from '../../../street-maps/write-archive.ts';

type Bytes = Buffer<ArrayBuffer>;

const openBlob = (bytes: Bytes, name = 'a.pmtiles') =>
  openStreets({ key: 'streets-1', name, from: { blob: new Blob([bytes]) } });

/** A copy in which a byte is another. */
function withByte(bytes: Bytes, at: number, value: number): Bytes {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}

const EMPTY_BOX = [0, 0, 0, 0] as const;
const street = streetArchive('protomaps');

describe('`openStreets`', () => {
  it.each(STREET_SCHEMAS)('knows the schema %s by the listed layers', async (schema) => {
    const opened = await openBlob(streetArchive(schema));
    expect(opened).toMatchObject({
      kind: 'ok',
      value: {
        content: schema,
        minZoom: 13,
        maxZoom: 13,
        fillsBounds: true,
        credits: [{ text: '© OpenStreetMap contributors' }],
      },
    });
    const { bounds } = opened.kind === 'ok' ? opened.value : {};
    expect(bounds?.west).toBeCloseTo(CHICAGO[0], 6);
    expect(bounds?.north).toBeCloseTo(CHICAGO[3], 6);
  });

  it.each(STREET_SCHEMAS)(
    'knows the schema %s by its tiles where none are listed',
    async (schema) => {
      for (const metadata of [{}, [], null, { vector_layers: 'none' }, { vector_layers: [{}] }])
        expect(await openBlob(streetArchive(schema, { metadata }))).toMatchObject({
          kind: 'ok',
          value: { content: schema, credits: [] },
        });
    },
  );

  it('takes pictures as they are', async () => {
    expect(await openBlob(pictureArchive())).toMatchObject({
      kind: 'ok',
      value: { content: 'pictures' },
    });
  });

  it('reads a few parts of a large file, never the whole', async () => {
    const read: number[] = [];
    const original = Object.getOwnPropertyDescriptor(Blob.prototype, 'arrayBuffer');
    const reading = vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(function (
      this: Blob,
    ) {
      read.push(this.size);
      return (original?.value as Blob['arrayBuffer']).call(this);
    });
    const large = Buffer.concat([streetArchive('shortbread'), Buffer.alloc(40 * 1024 ** 2)]);
    expect(await openBlob(large)).toMatchObject({ kind: 'ok' });
    reading.mockRestore();
    expect(read.length).toBeGreaterThan(0);
    expect(Math.max(...read)).toBeLessThan(100_000);
  });

  it('names no box where the header names an empty one', async () => {
    expect(await openBlob(streetArchive('protomaps', { bounds: EMPTY_BOX }))).toMatchObject({
      kind: 'ok',
      value: { bounds: undefined, fillsBounds: false },
    });
  });

  it('does not take a box for filled that has few tiles', async () => {
    const bounds = [-180, -85, 180, 85] as const;
    expect(await openBlob(streetArchive('protomaps', { bounds }))).toMatchObject({
      kind: 'ok',
      value: { fillsBounds: false },
    });
  });

  it.each<readonly [string, Bytes, string]>([
    ['a file that ends in its header', street.subarray(0, 60), 'cut'],
    ['a file that ends in its tiles', street.subarray(0, street.length - 5), 'cut'],
    ['version 4', withByte(street, 7, 4), 'version'],
    ['version 2', Buffer.from([0x50, 0x4d, 2, 0, ...Array<number>(200).fill(0)]), 'version'],
    ['another file', Buffer.from('PM, not an archive'), 'damaged'],
    ['Brotli in tiles', withByte(street, 98, 3), 'compression'],
    ['Zstandard in tiles', withByte(street, 98, 4), 'compression'],
    ['Brotli in directories', withByte(street, 97, 3), 'compression'],
    ['tiles of no known kind', withByte(street, 99, 0), 'tile-kind'],
    ['MLT', withByte(street, 99, 6), 'tile-kind'],
    ['zooms in the wrong order', withByte(street, 100, 20), 'damaged'],
    ['a zoom that no map has', withByte(street, 101, 200), 'damaged'],
    ['a damaged directory', withByte(street, 130, 0xff), 'damaged'],
    ['no tiles', writeArchive([], { tileType: TileType.Mvt, maxZoom: 3 }), 'no-tiles'],
    ['layers of another schema', otherArchive(), 'schema'],
    [
      'listed layers of another schema',
      streetArchive('protomaps', { metadata: { vector_layers: [{ id: 'water' }, { id: 'x' }] } }),
      'schema',
    ],
    [
      'tiles that are none',
      writeArchive([{ z: 0, x: 0, y: 0, data: Buffer.from('no tile') }], {
        tileType: TileType.Mvt,
      }),
      'damaged',
    ],
  ])('refuses %s', async (_, bytes, issue) => {
    expect(await openBlob(bytes)).toEqual({
      kind: 'failed',
      failure: { kind: 'bad-street-map', file: 'a.pmtiles', issue },
    });
  });

  it('refuses a directory that claims more entries than it has bytes, and does not make them', async () => {
    const claims = writeArchive([{ z: 0, x: 0, y: 0, data: Buffer.from('tile') }], {
      tileType: TileType.Mvt,
      internalCompression: Compression.None,
    });
    claims.fill(0xff, 127, 130);
    expect(await openBlob(claims)).toMatchObject({ failure: { issue: 'damaged' } });
  });

  it('refuses what would unpack to fill the memory', async () => {
    const large = gzipSync(Buffer.alloc(200 * 1024 ** 2));
    const archive = writeArchive([{ z: 0, x: 0, y: 0, data: large }], {
      tileType: TileType.Mvt,
      tileCompression: Compression.None,
    });
    expect(await openBlob(withByte(archive, 98, 2))).toMatchObject({
      failure: { issue: 'damaged' },
    });
  });

  const filled = (bytes: number) => Buffer.alloc(bytes, 1);

  it('refuses a directory below the root that would unpack to fill the memory', async () => {
    const archive = writeArchive([{ z: 0, x: 0, y: 0, data: Buffer.from('tile') }], {
      tileType: TileType.Mvt,
      leaf: () => filled(100 * 1024 ** 2),
    });
    expect(await openBlob(archive)).toMatchObject({ failure: { issue: 'damaged' } });
  });

  it('reads no part that is longer than the limit, packed or not', async () => {
    const archive = writeArchive([{ z: 0, x: 0, y: 0, data: filled(33 * 1024 ** 2) }], {
      tileType: TileType.Mvt,
      tileCompression: Compression.None,
    });
    const read = vi.spyOn(Blob.prototype, 'slice');
    expect(await openBlob(archive)).toMatchObject({ failure: { issue: 'damaged' } });
    const lengths = read.mock.calls.map(([first = 0, last = 0]) => last - first);
    read.mockRestore();
    expect(Math.max(...lengths)).toBeLessThan(20_000);
  });
});

describe('`openStreets` of a link', () => {
  const address = 'https://maps.example/a.pmtiles';
  const open = (mayFollow = false) =>
    openStreets({ key: 'streets-1', name: 'a.pmtiles', from: { address, mayFollow } });
  const answers = (answer: (range: string) => Response) => {
    const asked: RequestInit[] = [];
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      asked.push(init);
      return Promise.resolve(answer(new Headers(init.headers).get('range') ?? ''));
    });
    return asked;
  };
  const partOf = (bytes: Bytes, range: string): Response => {
    const [, first = '0', last = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    return new Response(bytes.subarray(Number(first), Number(last) + 1), { status: 206 });
  };

  it('reads parts only, and sends nothing of the reader', async () => {
    const archive = streetArchive('shortbread');
    const asked = answers((range) => partOf(archive, range));
    expect(await open()).toMatchObject({ kind: 'ok', value: { content: 'shortbread' } });
    expect(asked.length).toBeGreaterThan(1);
    for (const init of asked)
      expect(init).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
      });
  });

  it.each([
    ['sends only the whole', () => new Response('PMTiles', { status: 200 }), false],
    ['has none', () => new Response('', { status: 404 }), false],
  ])('says that no part came where the server %s', async (_, answer, isRedirected) => {
    answers(answer);
    expect(await open()).toEqual({ kind: 'unsent', isRedirected });
  });

  it('says that a redirect was not followed', async () => {
    answers(() => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' }));
    expect(await open()).toEqual({ kind: 'unsent', isRedirected: true });
  });

  it('says that no part came where the server does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await open()).toEqual({ kind: 'unsent', isRedirected: false });
  });

  it('reads no more of an answer than it asked for', async () => {
    const archive = streetArchive('shortbread');
    let sent = 0;
    /** A megabyte from a position on, with nothing behind the end of the archive. */
    const rest = (first: number): ReadableStream =>
      new ReadableStream({
        pull(controller) {
          const bytes = new Uint8Array(1000);
          bytes.set(archive.subarray(first + sent, first + sent + 1000));
          controller.enqueue(bytes);
          sent += 1000;
          if (sent === 1_000_000) controller.close();
        },
      });
    let most = 0;
    answers((range) => {
      most = Math.max(most, sent);
      sent = 0;
      return new Response(rest(Number(/\d+/.exec(range)?.[0])), { status: 206 });
    });
    expect(await open()).toMatchObject({ kind: 'ok', value: { content: 'shortbread' } });
    expect(most).toBeLessThan(20_000);
  });

  it('opens a file again that was replaced on its server', async () => {
    const files = { old: streetArchive('shortbread'), new: streetArchive('protomaps') };
    let now: keyof typeof files = 'old';
    const asked = answers((range) => {
      const response = partOf(files[now], range);
      response.headers.set('etag', `"${now}"`);
      return response;
    });
    const source = new LinkSource(address, false);
    const { archive } = addArchiveOf('streets-2', source, {
      directory: unpackPart,
      part: unpackPart,
    });
    expect(listedLayers(await archive.getMetadata())).toContain('water_polygons');
    now = 'new';
    expect(listedLayers(await archive.getMetadata())).toContain('landuse');
    expect(asked.map(({ cache }) => cache)).toEqual([
      ...['default', 'default', 'default'],
      ...['reload', 'reload'],
    ]);
  });
});
