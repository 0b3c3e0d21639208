import type { Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { describe, expect, it, vi } from 'vitest';
import { TileNames } from '../../../src/map/tile-names.ts';

const irbil: Feature = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [44, 36] },
  properties: { name: 'Irbil', name_local: 'أربيل' },
};

/** A map that shows one place; `settle` is what MapLibre does once all is drawn. */
function openMap() {
  const listeners: (() => void)[] = [];
  const map = {
    on: (kind: string, listener: () => void) => {
      if (kind === 'idle') listeners.push(listener);
    },
    getSource: () => ({}),
    isSourceLoaded: () => true,
    getZoom: () => 6,
    getBounds: () => ({
      getWest: () => 43,
      getEast: () => 45,
      getSouth: () => 35,
      getNorth: () => 37,
    }),
    querySourceFeatures: (_: string, { sourceLayer }: { sourceLayer: string }) =>
      sourceLayer === 'place' ? [irbil] : [],
  };
  return {
    map: map as unknown as Map,
    settle: () => {
      for (const listener of listeners) listener();
    },
  };
}

describe('`TileNames`', () => {
  it.each([
    ['came', () => Promise.resolve([])],
    ['did not come', () => Promise.reject(new Error('A network error occurred.'))],
  ])('writes the names once their fonts %s', async (_, load) => {
    vi.stubGlobal('document', { fonts: { check: () => false, load } });
    const written: unknown[] = [];
    const { map, settle } = openMap();
    new TileNames(map, (names) => {
      written.push(...names.map(({ properties }) => properties?.['name'] as unknown));
    });
    settle();
    expect(written).toEqual([]);
    await vi.waitFor(() => {
      expect(written).toEqual(['Irbil']);
    });
  });
});
