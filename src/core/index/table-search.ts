import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { NO_AREA } from '../place/place-table.ts';
import { isInMemory, readingOrder } from '../records/contents.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { searchTextAt } from '../records/record-search-text.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { SearchIndexBuilder } from '../search/search-index-builder.ts';
import { matchesAll, searchableText, searchWords, type Spellings } from '../text/search-text.ts';
import { textAt } from '../text/text-column.ts';

/** An index of texts in the order in which they were read; undefined: in that of the rows. */
type TextSearch = { readonly index: SearchIndex; readonly order: Uint32Array | undefined };

/** Rows between two yield points: few, as their texts are decoded. */
const SEARCH_CHUNK = 500;
const PLACES_CHUNK = 5_000;

function flagsInRows(found: Uint8Array, order: Uint32Array): Uint8Array {
  const flags = new Uint8Array(found.length);
  for (let at = 0; at < order.length; at++) flags[order[at] ?? 0] = found[at] ?? 0;
  return flags;
}

/** An index that is being built, in steps of a few milliseconds. */
class SearchBuild {
  readonly #table: IncidentTable;
  readonly #order: TextSearch['order'];
  readonly #builder = new SearchIndexBuilder();
  #next = 0;

  constructor(table: IncidentTable, order: TextSearch['order']) {
    this.#table = table;
    this.#order = order;
  }

  /** How much of it is done, 0 to 1. */
  get part(): number {
    return this.#next / Math.max(this.#table.length, 1);
  }

  advance(): TextSearch | undefined {
    const { length } = this.#table;
    if (this.#next === length) {
      const index = this.#builder.advance();
      return index && { index, order: this.#order };
    }
    const end = Math.min(this.#next + SEARCH_CHUNK, length);
    for (; this.#next < end; this.#next++)
      this.#builder.add(
        this.#next,
        searchTextAt(this.#table, this.#order?.[this.#next] ?? this.#next),
      );
    return undefined;
  }
}

/** Finds the rows and places of a table by their words; the last searches are kept. */
export class TableSearch {
  readonly #table: IncidentTable;
  readonly #spellings: Spellings;
  #search: TextSearch | undefined;
  #order: { readonly rows: TextSearch['order'] } | undefined;
  #build: SearchBuild | undefined;
  readonly #found = new LruCache<Uint8Array>(3);
  readonly #named = new LruCache<Uint8Array>(1);

  constructor(table: IncidentTable, spellings: Spellings) {
    this.#table = table;
    this.#spellings = spellings;
  }

  /** Files would all be read once more, and their words kept, for a search that may never come. */
  async prepare(task: Task): Promise<void> {
    if (isInMemory(this.#table)) await this.#prepared(task);
  }

  /**
   * What searching needs: one pass over all texts. Several tasks may be at it in turns: the one that needs
   * it now carries on with what one in the background began, which would wait for it.
   */
  async #prepared(task: Task): Promise<TextSearch> {
    this.#order ??= { rows: await readingOrder(this.#table, task.part(0, 0.01)) };
    while (!this.#search) {
      this.#build ??= new SearchBuild(this.#table, this.#order.rows);
      try {
        this.#search = this.#build.advance();
      } catch (cause) {
        // The next search begins anew.
        this.#build = undefined;
        throw cause;
      }
      if (!this.#search && task.isDue()) await task.yield(this.#build.part);
    }
    this.#build = undefined;
    return this.#search;
  }

  /** One flag a row of any kind: 1 when it holds what is searched for. */
  async rowsWith(text: string, task: Task): Promise<Uint8Array> {
    const known = this.#found.get(text);
    if (known) return known;
    const table = this.#table;
    const words = searchWords(text, this.#spellings);
    if (words.length === 0) return new Uint8Array(table.length).fill(1);
    const { index, order } = await this.#prepared(task);
    const textOf = (at: number): string => searchTextAt(table, order?.[at] ?? at);
    const found = await index.rowsWith(words, table.length, textOf, task);
    return this.#found.set(text, order ? flagsInRows(found, order) : found);
  }

  /**
   * One flag a place: 1 for a point whose name has a word that is searched for, in any spelling: the
   * city of Irbil, not the governorate and not the other places in it. Undefined without words.
   */
  async placesNamed(text: string, task: Task): Promise<Uint8Array | undefined> {
    const words = searchWords(text, this.#spellings);
    if (words.length === 0) return undefined;
    const known = this.#named.get(text);
    if (known) return known;
    const { places } = this.#table;
    const flags = new Uint8Array(places.length);
    for (let place = 0; place < places.length; place++) {
      if (place % PLACES_CHUNK === PLACES_CHUNK - 1 && task.isDue())
        await task.yield(place / places.length);
      if (places.area[place] !== NO_AREA) continue;
      const name = searchableText(textAt(places.names, place));
      if (words.some((word) => matchesAll(name, [word]))) flags[place] = 1;
    }
    return this.#named.set(text, flags);
  }

  get bytes(): number {
    const kept = [...this.#found.all, ...this.#named.all];
    const { index, order } = this.#search ?? {};
    return (
      kept.reduce((sum, flags) => sum + flags.byteLength, 0) +
      (index?.bytes ?? 0) +
      (order?.byteLength ?? 0)
    );
  }
}
