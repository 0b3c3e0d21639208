import type { Map } from 'maplibre-gl';
import type { Feature } from 'geojson';

export type MapCall = readonly [name: string, ...details: readonly string[]];

/**
 * Stands in for MapLibre's map: writes down what layers make it do, and loads each source at once.
 * Positions are on no screen.
 */
export class RecordingMap {
  readonly features: Record<string, readonly Feature[]> = {};
  readonly states: Record<string, Record<string, unknown>> = {};
  #calls: MapCall[] = [];
  readonly #listeners = new Set<(event: { sourceId: string }) => void>();

  /** The map as layers know it. */
  get map(): Map {
    return this as unknown as Map;
  }

  /** The calls since the last time. */
  calls(): readonly MapCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  /** How often each call was made to each source or layer, as "setData mark-labels". */
  counted(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const [name, first] of this.calls()) {
      const key = `${name} ${first ?? ''}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }

  addSource = (id: string): void => {
    this.#calls.push(['addSource', id]);
  };
  readonly #layers = new Set<string>();
  addLayer = ({ id }: { readonly id: string }, before?: string): void => {
    this.#layers.add(id);
    this.#calls.push(['addLayer', id, ...(before === undefined ? [] : [before])]);
  };
  getLayer = (id: string): unknown => (this.#layers.has(id) ? { id } : undefined);
  getSource = (id: string) => ({
    setData: (data: { readonly features: readonly Feature[] }): Promise<void> => {
      this.#calls.push(['setData', id]);
      this.features[id] = data.features;
      for (const listener of [...this.#listeners]) listener({ sourceId: id });
      return Promise.resolve();
    },
  });
  setFeatureState = (
    { source, id }: { readonly source: string; readonly id: number },
    state: unknown,
  ): void => {
    this.#calls.push(['setFeatureState', source]);
    (this.states[source] ??= {})[id] = state;
  };
  removeFeatureState = ({ source, id }: { readonly source: string; readonly id: number }): void => {
    this.#calls.push(['removeFeatureState', source]);
    Reflect.deleteProperty(this.states[source] ?? {}, id);
  };
  setPaintProperty = (id: string, name: string): void => {
    this.#calls.push(['setPaintProperty', id, name]);
  };
  setLayoutProperty = (id: string, name: string): void => {
    this.#calls.push(['setLayoutProperty', id, name]);
  };
  triggerRepaint = (): void => {
    this.#calls.push(['triggerRepaint']);
  };
  isSourceLoaded = (): boolean => true;
  on = (_: string, listener: (event: { sourceId: string }) => void): void => {
    this.#listeners.add(listener);
  };
  off = (_: string, listener: (event: { sourceId: string }) => void): void => {
    this.#listeners.delete(listener);
  };
  getContainer = () => ({ clientWidth: 1280, clientHeight: 800 });
  getBounds = () => ({
    getWest: () => 37.6,
    getSouth: () => 32,
    getEast: () => 50.4,
    getNorth: () => 40,
  });
  getCenter = () => ({ lng: 44, lat: 36 });
  project = ([lon, lat]: readonly [number, number]) => ({
    x: 640 + (lon - 44) * 100,
    y: 400 - (lat - 36) * 100,
  });
}
