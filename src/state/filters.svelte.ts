import type { Filter } from '../core/filters/filter.ts';
import type { RowFilterName } from '../core/filters/row-filters.ts';
import { DAY, type Minute } from '../core/time/minute.ts';
import type { Layer } from '../core/records/layer.ts';

/** What the reader asked to see, the window apart. */
export class Filters {
  #hidden = $state.raw<ReadonlySet<string>>(new Set());
  #layers = $state.raw<readonly Layer[]>([]);
  #text = $state.raw('');
  #isOnlySeen = $state.raw(false);
  #only = $state.raw<ReadonlySet<RowFilterName>>(new Set());
  #knownOn = $state.raw<Minute | undefined>();
  readonly filter: Filter = $derived({
    hidden: this.#hidden,
    text: this.#text.trim(),
    only: this.#only,
    ...(this.#knownOn === undefined ? {} : { knownBefore: this.#knownOn + DAY }),
  });
  readonly #hasFilter: boolean = $derived(
    this.#layers.some(({ key }) => this.#hidden.has(key)) ||
      this.#isOnlySeen ||
      this.#only.size > 0,
  );
  /** Anything but a day as known is asked for. */
  readonly isFiltering: boolean = $derived(this.#hasFilter || this.filter.text !== '');
  /** Anything but a search is asked for. */
  readonly isNarrowed: boolean = $derived(this.#hasFilter || this.#knownOn !== undefined);
  readonly isAsking: boolean = $derived(this.isNarrowed || this.filter.text !== '');

  get text(): string {
    return this.#text;
  }
  /** Keys of the layers that are off; those of sets that are put aside stay as they were. */
  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  /** Only what lies in the map's view is counted and listed. */
  get isOnlySeen(): boolean {
    return this.#isOnlySeen;
  }

  /** The row filters that are on. */
  get only(): ReadonlySet<RowFilterName> {
    return this.#only;
  }

  /** Switches these row filters on, and all others off. */
  showOnly(names: Iterable<RowFilterName>): void {
    this.#only = new Set(names);
  }

  /** The midnight that begins the day at whose end everything is shown as it was known; undefined: as known now. */
  get knownOn(): Minute | undefined {
    return this.#knownOn;
  }

  showKnownOn(day: Minute | undefined): void {
    this.#knownOn = day;
  }

  /** The layers of what is shown. */
  know(layers: readonly Layer[]): void {
    this.#layers = layers;
  }

  showOnlySeen(isOnlySeen: boolean): void {
    this.#isOnlySeen = isOnlySeen;
  }

  /** Switches one layer on or off. */
  toggle(key: string): void {
    const next = new Set(this.#hidden);
    if (!next.delete(key)) next.add(key);
    this.#hidden = next;
  }

  /** Switches a layer on that may be off. */
  showLayer(key: string): void {
    if (this.#hidden.has(key)) this.toggle(key);
  }

  hideLayers(keys: Iterable<string>): void {
    this.#hidden = new Set(keys);
  }

  search(text: string): void {
    this.#text = text;
  }

  /** Shows everything again. */
  clear(): void {
    this.#hidden = new Set();
    this.#text = '';
    this.#isOnlySeen = false;
    this.#only = new Set();
    this.#knownOn = undefined;
  }
}
