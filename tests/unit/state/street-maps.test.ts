/** Archives here are named only: what is in them is up to the map. */
import { describe, expect, it } from 'vitest';
import type { StreetMap, StreetMapFile } from '../../../src/core/model/street-map.ts';
import type { SavedFile } from '../../../src/io/saved-files.ts';
import { MapCamera } from '../../../src/state/camera.svelte.ts';
import { StreetMaps } from '../../../src/state/street-maps.svelte.ts';
import { deferred } from '../deferred.ts';
import { FakeWorker, type PageEdges } from './fake-worker.ts';

const ARCHIVE = 'PMTiles\u0003';
const ADDRESS = 'https://maps.example/folder/city.pmtiles';

const mapOf = ({ key, name }: Pick<StreetMapFile<Blob>, 'key' | 'name'>): StreetMap => ({
  key,
  name,
  url: `pmtiles://${key}`,
  content: 'shortbread',
  minZoom: 0,
  maxZoom: 14,
  bounds: { west: 34.2, south: 31.2, east: 34.6, north: 31.6 },
  fillsBounds: true,
  credits: [{ text: 'Made-up makers' }],
});

function pageWith(others: Partial<PageEdges> = {}) {
  const opened: StreetMapFile<Blob>[] = [];
  const closed: string[] = [];
  const worker = new FakeWorker();
  const page = worker.page({
    openStreets: (file) => {
      opened.push(file);
      return Promise.resolve({ kind: 'ok', value: mapOf(file) });
    },
    closeStreets: (key) => {
      closed.push(key);
      return Promise.resolve();
    },
    ...others,
  });
  return { ...page, worker, opened, closed };
}
const messages = ({ notices }: ReturnType<typeof pageWith>) =>
  notices.all.map(({ message }) => message.kind);

describe('a file that begins as an archive of tiles', () => {
  it('is a street map, and no table is proposed', async () => {
    const page = pageWith();
    page.imports.openFiles([new File([ARCHIVE], 'city.bin')]);
    await expect.poll(() => page.streetMaps.map(({ name }) => name)).toEqual(['city.bin']);
    expect([...page.worker.names.values()]).toEqual(['the page']);
    expect(messages(page)).toEqual(['street-map-opened']);
  });

  it('has a key of its own each time', async () => {
    const page = pageWith();
    page.imports.openFiles([new File([ARCHIVE], 'a.pmtiles'), new File([ARCHIVE], 'a.pmtiles')]);
    await expect.poll(() => page.streetMaps.length).toBe(2);
    expect(new Set(page.streetMaps.map(({ key }) => key)).size).toBe(2);
  });

  it('is named in the notice where it cannot be drawn', async () => {
    const failure = { kind: 'bad-street-map', file: 'a.pmtiles', issue: 'schema' } as const;
    const page = pageWith({ openStreets: () => Promise.resolve({ kind: 'failed', failure }) });
    page.imports.openFiles([new File([ARCHIVE], 'a.pmtiles')]);
    await expect.poll(() => page.notices.all.map(({ message }) => message)).toEqual([failure]);
    expect(page.streetMaps).toEqual([]);
  });

  it('is closed again where it was cancelled meanwhile', async () => {
    const asked: StreetMapFile<Blob>[] = [];
    const { promise, resolve } = deferred<undefined>();
    const page = pageWith({
      openStreets: async (file) => {
        asked.push(file);
        await promise;
        return { kind: 'ok', value: mapOf(file) };
      },
    });
    page.imports.openFiles([new File([ARCHIVE], 'a.pmtiles')]);
    await expect.poll(() => asked.length).toBe(1);
    page.imports.cancel();
    resolve(undefined);
    await expect.poll(() => page.closed.length).toBe(1);
    expect([page.streetMaps, messages(page)]).toEqual([[], []]);
  });
});

describe('a link to an archive of tiles', () => {
  it('is opened by its parts once the reader agrees', async () => {
    const page = pageWith({ isOwnOrigin: () => false });
    page.imports.openLink(ADDRESS);
    await expect.poll(() => page.imports.status.kind).toBe('asking');
    expect(page.opened).toEqual([]);
    page.imports.allowLink();
    await expect.poll(() => page.streetMaps.map(({ name }) => name)).toEqual(['city.pmtiles']);
    expect(page.opened.map(({ from }) => from)).toEqual([{ address: ADDRESS, mayFollow: false }]);
  });

  it('is followed to another address only when the reader agrees', async () => {
    const asked: boolean[] = [];
    const page = pageWith({
      openStreets: (file) => {
        const mayFollow = 'address' in file.from && file.from.mayFollow;
        asked.push(mayFollow);
        return Promise.resolve(
          mayFollow ? { kind: 'ok', value: mapOf(file) } : { kind: 'unsent', isRedirected: true },
        );
      },
    });
    page.imports.openLink(ADDRESS);
    await expect.poll(() => page.imports.status).toMatchObject({ kind: 'asking', why: 'redirect' });
    expect(asked).toEqual([false]);
    page.imports.allowLink();
    await expect.poll(() => page.streetMaps.length).toBe(1);
    expect(asked).toEqual([false, true]);
  });

  it('is downloaded whole where its server sends no parts, and the reader is asked once', async () => {
    const value = { blob: new Blob([ARCHIVE]), answeredBy: undefined };
    const page = pageWith({
      isOwnOrigin: () => false,
      fetchData: () => Promise.resolve({ kind: 'ok', value }),
      openStreets: (file) =>
        Promise.resolve(
          'blob' in file.from
            ? { kind: 'ok', value: mapOf(file) }
            : { kind: 'unsent', isRedirected: false },
        ),
    });
    page.imports.openLink(ADDRESS);
    await expect.poll(() => page.imports.status.kind).toBe('asking');
    page.imports.allowLink();
    await expect.poll(() => page.streetMaps.length).toBe(1);
  });

  it('says what to do where it is too large to be downloaded whole', async () => {
    const failure = { kind: 'too-large', file: 'maps.example', part: 'file', maxBytes: 1 } as const;
    const page = pageWith({
      fetchData: () => Promise.resolve({ kind: 'failed', failure }),
      openStreets: () => Promise.resolve({ kind: 'unsent', isRedirected: false }),
    });
    page.imports.openLink(ADDRESS);
    const expected = { kind: 'bad-street-map', file: 'city.pmtiles', issue: 'no-parts' };
    await expect.poll(() => page.notices.all.map(({ message }) => message)).toEqual([expected]);
  });

  it('with a password is refused before any request', async () => {
    const failure = { kind: 'link-with-password', host: 'maps.example' } as const;
    const page = pageWith({ fetchData: () => Promise.resolve({ kind: 'failed', failure }) });
    page.imports.openLink('https://a:b@maps.example/city.pmtiles');
    await expect.poll(() => messages(page)).toEqual(['link-with-password']);
    expect(page.opened).toEqual([]);
  });

  it('that the editor has set opens without a word', async () => {
    const page = pageWith();
    page.imports.openStreetsOfPage(ADDRESS);
    await expect.poll(() => page.streetMaps.length).toBe(1);
    expect(messages(page)).toEqual([]);
  });
});

describe('`StreetMaps`', () => {
  const file = { name: 'a.pmtiles', blob: new Blob([ARCHIVE]), address: undefined };
  const map = mapOf({ key: 'streets-1', name: 'a.pmtiles' });

  function mapsOn() {
    const kept: SavedFile[] = [];
    const removed: string[] = [];
    const page = pageWith({
      savedFiles: {
        all: () => Promise.resolve([]),
        put: (one) => Promise.resolve(`k${String(kept.push(one))}`),
        remove: (key) => Promise.resolve(removed.push(key) > 0),
      },
    });
    const camera = new MapCamera();
    const closed: string[] = [];
    const edges = {
      openStreets: () => Promise.reject(new Error('No map is opened here.')),
      closeStreets: (key: string) => Promise.resolve(void closed.push(key)),
    };
    return { maps: new StreetMaps(edges, page.saved, camera), camera, kept, removed, closed };
  }

  it('switches maps, and credits those that are on, each maker once', () => {
    const { maps } = mapsOn();
    maps.add(map, file);
    maps.add({ ...map, key: 'streets-2' }, undefined);
    expect([maps.on.length, maps.credits]).toEqual([2, [map.credits]]);
    maps.toggle('streets-1');
    expect(maps.on.map(({ key }) => key)).toEqual(['streets-2']);
    maps.toggle('streets-2');
    expect([maps.on, maps.credits]).toEqual([[], []]);
  });

  it('keeps a file on this device, and removes it when the map is closed', async () => {
    const { maps, kept, removed, closed } = mapsOn();
    maps.add(map, file);
    const [one] = maps.all;
    if (!one) throw new Error('The map is not open.');
    expect(maps.isSaved(one)).toBe(false);
    await maps.toggleSaved(one);
    expect([kept, maps.isSaved(one)]).toEqual([[{ ...file, mapping: undefined }], true]);
    await maps.close(one);
    expect([removed, closed, maps.all]).toEqual([['k1'], ['streets-1'], []]);
  });

  it('knows a file that was opened from this device, and keeps it no more when asked', async () => {
    const { maps, kept, removed } = mapsOn();
    maps.add(map, { ...file, savedKey: 'k7' });
    const [one] = maps.all;
    if (!one) throw new Error('The map is not open.');
    expect(maps.isSaved(one)).toBe(true);
    await maps.toggleSaved(one);
    expect([kept, removed, maps.isSaved(one), maps.all.length]).toEqual([[], ['k7'], false, 1]);
  });

  it('looks at a whole city, and at the middle of what is too large to be drawn whole', () => {
    const { maps, camera } = mapsOn();
    maps.add(map, file);
    maps.lookAt('streets-1');
    expect(camera.command).toMatchObject({ kind: 'fit', bounds: map.bounds, closest: 14 });
    maps.add(
      { ...map, key: 'streets-2', bounds: { west: 0, south: 0, east: 90, north: 60 } },
      file,
    );
    maps.lookAt('streets-2');
    expect(camera.command).toMatchObject({ camera: { lon: 45, lat: 30, zoom: 9 } });
  });
});
