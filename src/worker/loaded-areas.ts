import type { NamedArea } from '../core/place/named-area.ts';
import type { Spellings } from '../core/text/search-text.ts';
import { readAreasFile } from '../formats/areas/areas-file.ts';
import { WorldAreas } from '../formats/areas/world-areas.ts';
import { AreaNames } from '../formats/import/area-names.ts';
import type { AreaSource } from '../formats/import/row-areas.ts';

/** The outlines of the world's areas, loaded with the first row that needs one. */
export class LoadedAreas implements AreaSource {
  readonly own: AreaNames;
  readonly #areas: readonly NamedArea[];
  readonly #fetch: (() => Promise<Uint8Array>) | undefined;
  #world: WorldAreas | undefined;
  #hasFailed = false;
  #loading: Promise<void> | undefined;

  /** `fetch`: gets the file; undefined where the page has none. */
  constructor(
    areas: readonly NamedArea[],
    spellings: Spellings,
    fetch: (() => Promise<Uint8Array>) | undefined,
  ) {
    this.own = new AreaNames(areas, spellings);
    this.#areas = areas;
    this.#fetch = fetch;
  }

  get world(): WorldAreas | undefined {
    return this.#world;
  }

  get canLoad(): boolean {
    return this.#fetch !== undefined && !this.#world && !this.#hasFailed;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Another file may try again. */
  retry(): void {
    this.#hasFailed = false;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** Without it a file opens all the same, and the report on its rows says what is missing. */
  async #load(): Promise<void> {
    if (!this.#fetch || this.#world) return;
    try {
      this.#world = new WorldAreas(readAreasFile(await this.#fetch()), this.#areas);
    } catch {
      this.#hasFailed = true;
    }
  }
}

/** Gets a file of the page's own site. */
export async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}
