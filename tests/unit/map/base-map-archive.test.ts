import type { Map } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { PmtilesArchive } from '../../../src/commands/basemap/pmtiles-archive.ts';
import { BaseMapArchive } from '../../../src/map/base-map-archive.ts';
import type { MapOptions } from '../../../src/map/map-options.ts';

/** A page whose server can be reached or not, with a base map that is open or not. */
function page({ isOnline }: { isOnline: boolean }) {
  const events = new EventTarget();
  const state = { isOnline, said: [] as string[], loads: 0, listeners: 0 };
  const tiles = new PmtilesArchive();
  tiles.add(0, 0, 0, new TextEncoder().encode('A tile'));
  const file = Uint8Array.from(tiles.write(0, {}));
  vi.stubGlobal('fetch', () =>
    state.isOnline
      ? Promise.resolve(new Response(file, { status: 206 }))
      : Promise.reject(new TypeError('No connection.')),
  );
  vi.stubGlobal('addEventListener', (kind: string, listener: () => void) => {
    state.listeners++;
    events.addEventListener(kind, listener);
  });
  vi.stubGlobal('removeEventListener', (kind: string, listener: () => void) => {
    state.listeners--;
    events.removeEventListener(kind, listener);
  });
  const map = {
    on: (kind: string, listener: () => void) => {
      events.addEventListener(kind, listener);
    },
    getSource: () => ({ setUrl: () => state.loads++ }),
  };
  const options = {
    address: (name: string) => `https://example.org/${name}`,
    onFault: ({ kind }) => state.said.push(kind),
    onRestored: (kind) => state.said.push(`${kind}: over`),
    wholeFile: () => Promise.resolve(undefined),
  } satisfies Partial<MapOptions>;
  const baseMap = new BaseMapArchive(map as unknown as Map, options as unknown as MapOptions);
  return { state, baseMap, send: (kind: string) => events.dispatchEvent(new Event(kind)) };
}

describe('`BaseMapArchive`', () => {
  it('opens again when the connection is back, and says so', async () => {
    const { state, send } = page({ isOnline: false });
    await vi.waitFor(() => {
      expect(state.said).toEqual(['base-map-missing']);
    });
    state.isOnline = true;
    send('online');
    await vi.waitFor(() => {
      expect(state.said).toEqual(['base-map-missing', 'base-map-missing: over']);
    });
    expect(state.loads).toBe(1);
  });

  it('asks again for tiles that did not come', async () => {
    const { state, baseMap, send } = page({ isOnline: true });
    const failed = { error: new TypeError('No connection.'), sourceId: 'world' };
    await vi.waitFor(() => {
      baseMap.reportError(failed);
      expect(state.said).toEqual(['base-map-missing']);
    });
    send('online');
    await vi.waitFor(() => {
      expect(state.loads).toBe(1);
    });
    baseMap.reportError(failed);
    expect(state.said).toEqual(['base-map-missing', 'base-map-missing: over', 'base-map-missing']);
  });

  it('asks for nothing where nothing failed, nor once the map is closed', async () => {
    const { state, send } = page({ isOnline: true });
    send('online');
    await vi.waitFor(() => {
      expect(state.listeners).toBe(1);
    });
    send('remove');
    expect(state).toMatchObject({ said: [], loads: 0, listeners: 0 });
  });
});
