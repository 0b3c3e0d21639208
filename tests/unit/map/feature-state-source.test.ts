import type { Map } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { FeatureStateSource } from '../../../src/map/feature-state-source.ts';

type SourceEvent = { readonly sourceId: string; readonly sourceDataType?: string };

/** Stands in for the map: keeps the states, and tells of its source as MapLibre does. */
class FakeMap {
  isLoaded = true;
  readonly states = new Set<number>();
  readonly #listeners = new Set<(event: SourceEvent) => void>();
  getSource = () => ({ setData: () => Promise.resolve() });
  isSourceLoaded = (): boolean => this.isLoaded;
  on = (_: string, listener: (event: SourceEvent) => void): void => {
    this.#listeners.add(listener);
  };
  off = (_: string, listener: (event: SourceEvent) => void): void => {
    this.#listeners.delete(listener);
  };
  setFeatureState = ({ id }: { readonly id: number }): void => {
    this.states.add(id);
  };
  removeFeatureState = ({ id }: { readonly id: number }): void => {
    this.states.delete(id);
  };
  fire(event: SourceEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

const named = (name: string): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [0, 0] },
  properties: { name },
});

describe('`FeatureStateSource`', () => {
  it('keeps the old states until the tiles draw the new features', () => {
    const map = new FakeMap();
    const features = new FeatureStateSource('marks');
    const show = (name: string): readonly number[] => {
      features.replace(map as unknown as Map, [named(name)]);
      features.setState(map as unknown as Map, 0, 1, () => ({ radius: 5 }));
      return [...map.states];
    };
    const [old = NaN] = show('before a search');
    map.fire({ sourceId: 'marks', sourceDataType: 'content' });
    expect([...map.states]).toEqual([old]);

    const [, found = NaN] = show('found');
    // MapLibre has the new data, but asks for its tiles only after this.
    map.fire({ sourceId: 'marks', sourceDataType: 'metadata' });
    expect([...map.states]).toEqual([old, found]);
    map.isLoaded = false;
    map.fire({ sourceId: 'marks', sourceDataType: 'content' });
    map.fire({ sourceId: 'another' });
    expect([...map.states]).toEqual([old, found]);
    map.isLoaded = true;
    map.fire({ sourceId: 'another' });
    expect([...map.states]).toEqual([old, found]);
    map.fire({ sourceId: 'marks' });
    expect([...map.states]).toEqual([found]);
  });
});
