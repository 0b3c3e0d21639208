import { shownFromZoom, type StreetMap } from '../core/model/street-map.ts';
import type { Credit } from '../core/text/credits.ts';
import { toMercator, WORLD_PIXELS } from '../core/place/mercator.ts';
import type { MapCamera } from './camera.svelte.ts';
import type { IncomingFile } from './incoming-file.ts';
import type { SavedFiles } from './saved-files.svelte.ts';
import type { StreetMapEdges } from './receive-street-map.ts';

export type OpenedStreets = {
  readonly map: StreetMap;
  /** Names it among the saved files: below 0, so that it is no data set. */
  readonly number: number;
  readonly isOn: boolean;
  /** The file that can be kept on this device; undefined where parts of it come from a server. */
  readonly file: IncomingFile | undefined;
};

/** About the free part of a map, in pixels: a whole street map is looked at in it. */
const VIEW_PIXELS = 500;

/** The street maps that are open: switched, closed and kept on this device. Neither a link nor the data know them. */
export class StreetMaps {
  readonly #edges: StreetMapEdges;
  readonly #saved: SavedFiles;
  readonly #camera: MapCamera;
  #all = $state.raw<readonly OpenedStreets[]>([]);
  #number = 0;
  readonly on: readonly StreetMap[] = $derived(
    this.#all.flatMap(({ map, isOn }) => (isOn ? [map] : [])),
  );
  /** The makers of the maps that are on, each once. */
  readonly credits: readonly (readonly Credit[])[] = $derived([
    ...new Map(
      this.on
        .filter(({ credits }) => credits.length > 0)
        .map(({ credits }) => [JSON.stringify(credits), credits]),
    ).values(),
  ]);

  constructor(edges: StreetMapEdges, saved: SavedFiles, camera: MapCamera) {
    this.#edges = edges;
    this.#saved = saved;
    this.#camera = camera;
  }

  get all(): readonly OpenedStreets[] {
    return this.#all;
  }

  add(map: StreetMap, file: IncomingFile | undefined): void {
    const number = --this.#number;
    this.#all = [...this.#all, { map, number, isOn: true, file }];
    if (file?.savedKey !== undefined) this.#saved.opened(number, file.savedKey);
  }

  toggle(key: string): void {
    this.#all = this.#all.map((one) => (one.map.key === key ? { ...one, isOn: !one.isOn } : one));
  }

  isSaved({ number }: OpenedStreets): boolean {
    return this.#saved.isSaved(number);
  }

  /** Keeps the file of a map on this device, to be opened again with the page; or removes it from there. */
  async toggleSaved({ number, file, map }: OpenedStreets): Promise<void> {
    if (this.#saved.isSaved(number)) await this.#saved.deleteOf(number, map.name);
    else if (file) {
      const { name, blob, address } = file;
      const kept = { name, blob, address, mapping: undefined };
      await this.#saved.save(number, kept, () => this.#has(number));
    }
  }

  #has(number: number): boolean {
    return this.#all.some((one) => one.number === number);
  }

  /** Closes a map and removes its file from this device. */
  async close({ number, map }: OpenedStreets): Promise<void> {
    await this.#saved.deleteOf(number, map.name);
    this.#all = this.#all.filter((one) => one.number !== number);
    await this.#edges.closeStreets(map.key);
  }

  /** Looks at the whole of a map, or as much of it as is drawn at once. */
  lookAt(key: string): void {
    const map = this.#all.find((one) => one.map.key === key)?.map;
    if (!map?.bounds) return;
    const { bounds } = map;
    const { west, south, east, north } = bounds;
    const [first, last] = [toMercator(west, north), toMercator(east, south)];
    const side = Math.max(last.x - first.x, last.y - first.y) * WORLD_PIXELS;
    const zoom = Math.log2(VIEW_PIXELS / side);
    const least = shownFromZoom(map) + 1;
    if (zoom >= least) this.#camera.lookAt(bounds, map.maxZoom);
    else
      this.#camera.moveCamera({
        lon: (west + east) / 2,
        lat: (south + north) / 2,
        zoom: least,
      });
  }
}
