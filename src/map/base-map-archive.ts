import type { Map, VectorTileSource } from 'maplibre-gl';
import type { PMTiles } from 'pmtiles';
import { BASE_SOURCE } from './layers/base-map.ts';
import type { MapOptions } from './map-options.ts';
import { addLocalArchive, addRemoteArchive, isWithoutRanges } from './tile-archives.ts';

const FILE = 'basemap/world.pmtiles';

/** The tiles of the base map: one file, of which the map asks for the parts that it shows. */
export class BaseMapArchive {
  readonly url: string;
  readonly #map: Map;
  readonly #options: Pick<MapOptions, 'address' | 'onFault' | 'onRestored' | 'wholeFile'>;
  #isOpen = false;
  #isMissing = false;

  constructor(map: Map, options: MapOptions) {
    this.#map = map;
    this.#options = options;
    const { url, archive } = addRemoteArchive(BASE_SOURCE, options.address(FILE));
    this.url = url;
    const open = (): void => {
      void this.#open(archive).catch(async (cause: unknown) => {
        if (isWithoutRanges(cause)) await this.#openWhole();
        else this.#report();
      });
    };
    const retry = (): void => {
      if (this.#isMissing) open();
    };
    open();
    addEventListener('online', retry);
    map.on('remove', () => {
      removeEventListener('online', retry);
    });
  }

  /** An error of the map is a missing file where it names the source of the base map; any other is a bug. */
  reportError(event: { readonly error: unknown; readonly sourceId?: unknown }): void {
    if (event.sourceId !== BASE_SOURCE) throw new Error('The map failed.', { cause: event.error });
    // Until it is open, opening it reports what is wrong.
    if (this.#isOpen) this.#report();
  }

  async #open(archive: PMTiles): Promise<void> {
    await archive.getHeader();
    this.#isOpen = true;
    if (!this.#isMissing) return;
    this.#isMissing = false;
    this.#loadAgain();
    this.#options.onRestored('base-map-missing');
  }

  /** For servers that send no parts of files. */
  async #openWhole(): Promise<void> {
    const file = await this.#options.wholeFile(FILE);
    if (!file) return;
    await this.#open(addLocalArchive(BASE_SOURCE, file).archive).then(
      () => {
        this.#loadAgain();
      },
      () => {
        this.#report();
      },
    );
  }

  /** MapLibre asks again neither for a source nor for tiles that failed. */
  #loadAgain(): void {
    this.#map.getSource<VectorTileSource>(BASE_SOURCE)?.setUrl(this.url);
  }

  #report(): void {
    if (this.#isMissing) return;
    this.#isMissing = true;
    this.#options.onFault({ kind: 'base-map-missing', file: FILE });
  }
}
