import type { Map } from 'maplibre-gl';
import type { Feature, Point } from 'geojson';
import { BASE_SOURCE } from './layers/base-map.ts';
import { fontsFor } from './name-fonts.ts';
import { namesInTiles, tilesOf } from './names-in-tiles.ts';
import { sameFeatures } from './same-features.ts';

/** The names of the view, read again when the map shows other tiles; a moving time window reads nothing. */
export class TileNames {
  readonly #map: Map;
  readonly #onNames: (names: readonly Feature<Point>[]) => void;
  /** The tiles that were read last; undefined where one of them has come since. */
  #tiles: string | undefined;
  #all: readonly Feature<Point>[] = [];

  constructor(map: Map, onNames: (names: readonly Feature<Point>[]) => void) {
    this.#map = map;
    this.#onNames = onNames;
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId !== BASE_SOURCE) return;
      if (tile) this.#tiles = undefined;
      this.#read();
    });
    // Tiles that MapLibre had kept come without an event.
    map.on('idle', () => {
      this.#read();
    });
  }

  get all(): readonly Feature<Point>[] {
    return this.#all;
  }

  #read(): void {
    const map = this.#map;
    if (!map.getSource(BASE_SOURCE) || !map.isSourceLoaded(BASE_SOURCE)) return;
    const tiles = tilesOf(map);
    if (tiles === this.#tiles) return;
    this.#tiles = tiles;
    const names = namesInTiles(map);
    if (sameFeatures(names, this.#all)) return;
    this.#all = names;
    const fonts = fontsFor(names);
    const write = (): void => {
      if (this.#all === names) this.#onNames(names);
    };
    // Without its font a name is better written in another than not at all.
    if (fonts) void fonts.then(write, write);
    else write();
  }
}
