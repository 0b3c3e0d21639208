import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { Bounds } from '../core/place/bounds.ts';
import { WORLD_BELOW_ZOOM, WORLD_SOURCE } from './layers/base-map.ts';
import type { PlaceNames } from './layers/read-place-names.ts';
import type { MapOptions } from './map-options.ts';

const WORLD_FILE = 'basemap/world.json';
const NAMES_FILE = 'basemap/places.json';
const MORE_NAMES_FILE = 'basemap/places-more.json';
/** The file behind each source of the base map. */
const FILE_OF_SOURCE: Readonly<Record<string, string>> = {
  region: 'basemap/region.json',
  governorates: 'basemap/governorates.json',
  [WORLD_SOURCE]: WORLD_FILE,
};
const MORE_NAMES_FROM_ZOOM = 8.4;
/** The box of `region.json`; outside it only the coarse world is drawn. */
const REGION: Bounds = { west: 36, south: 28.5, east: 53, north: 40.5 };

/** Files of the base map that are loaded after the first style, some of them only for some views. */
export class BaseMapFiles {
  readonly #map: Map;
  readonly #options: Pick<MapOptions, 'address' | 'placeNames' | 'onFault'>;
  readonly #onNames: (names: PlaceNames) => void;
  readonly #loaded = new Set<string>();
  readonly #reportedMissing = new Set<string>();
  readonly #names: PlaceNames[] = [];

  constructor(map: Map, options: MapOptions, onNames: (names: PlaceNames) => void) {
    this.#map = map;
    this.#options = options;
    this.#onNames = onNames;
  }

  /** All names of places that are loaded. */
  get names(): readonly PlaceNames[] {
    return this.#names;
  }

  /** Loads for a style without data; names that were loaded before are still here. */
  begin(): void {
    this.#loaded.delete(WORLD_FILE);
    void this.#loadNames(NAMES_FILE);
    this.loadForView();
  }

  /** Loads what the view needs and does not have. */
  loadForView(): void {
    const bounds = this.#map.getBounds();
    const isOutside =
      bounds.getWest() < REGION.west ||
      bounds.getEast() > REGION.east ||
      bounds.getSouth() < REGION.south ||
      bounds.getNorth() > REGION.north;
    const zoom = this.#map.getZoom();
    if ((isOutside || zoom < WORLD_BELOW_ZOOM) && this.#isFirst(WORLD_FILE))
      void this.#map
        .getSource<GeoJSONSource>(WORLD_SOURCE)
        ?.setData(this.#options.address(WORLD_FILE));
    if (zoom >= MORE_NAMES_FROM_ZOOM) void this.#loadNames(MORE_NAMES_FILE);
  }

  /** An error of the map is a missing file where a source of the base map names it; any other is a bug. */
  reportError(event: { readonly error: unknown; readonly sourceId?: unknown }): void {
    const file = FILE_OF_SOURCE[String(event.sourceId)];
    if (file === undefined) throw new Error('The map failed.', { cause: event.error });
    this.#missing(file);
  }

  async #loadNames(file: string): Promise<void> {
    if (!this.#isFirst(file)) return;
    const names = await this.#options.placeNames(file);
    if (!names) {
      this.#loaded.delete(file);
      this.#missing(file);
      return;
    }
    this.#names.push(names);
    this.#onNames(names);
  }

  #isFirst(file: string): boolean {
    if (this.#loaded.has(file)) return false;
    this.#loaded.add(file);
    return true;
  }

  #missing(file: string): void {
    if (this.#reportedMissing.has(file)) return;
    this.#reportedMissing.add(file);
    this.#options.onFault({ kind: 'base-map-missing', file });
  }
}
