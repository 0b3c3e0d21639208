import type { QueryParameters } from '../core/url/query-parameters.ts';
import type { UrlBar } from '../io/url-bar.ts';
import type { Environment } from '../io/environment.ts';
import type { FilterChange } from './filters.svelte.ts';

/**
 * What a change of each part is for Back. `opens`: a new stop when something is opened, because Back
 * then closes it; what is closed changes the stop in place. `filter`: a new stop for each change, but not
 * while one is dragged or typed. `run`: a new stop for the first of several changes to the same thing,
 * because Back undoes them as one step: nobody wants back every hour of a window that was moved. `quiet`:
 * never a stop, and written when it is idle: browsers refuse an address that changes with every frame.
 */
const STOPS: Readonly<Record<string, 'quiet' | 'opens' | 'filter' | `run of ${string}`>> = {
  map: 'quiet',
  list: 'opens',
  dock: 'opens',
  sort: 'quiet',
  group: 'opens',
  id: 'opens',
  source: 'opens',
  from: 'run of time',
  to: 'run of time',
  mode: 'run of time',
  vs: 'run of comparison',
  q: 'filter',
  layers: 'filter',
  only: 'filter',
  filter: 'filter',
  own: 'filter',
  order: 'quiet',
  known: 'filter',
};

/** How the state came to be what is written. */
export type WrittenChange = {
  /** The reader went on to the next record, which makes no stop. */
  readonly isReadingOn?: boolean;
  /** What the reader last changed of the filter: a new object for each change. */
  readonly filterChange?: FilterChange | undefined;
};
const QUIET_MILLISECONDS = 300;
/** Safari allows 100 changes in 30 seconds; a refused one is tried again after this time. */
const AGAIN_MILLISECONDS = 5_000;

function differences(a: QueryParameters, b: QueryParameters): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

const isContinued = ({ filterChange }: WrittenChange): boolean =>
  filterChange?.isContinued === true;

const isQuiet = (part: string): boolean => STOPS[part] === 'quiet';

/** Decides what becomes a stop for Back, and when the address is written. */
export class UrlWriter {
  readonly #bar: UrlBar;
  readonly #surroundings: Environment;
  #written: QueryParameters = new Map();
  /** The stop before this one, where this page made both. */
  #before: QueryParameters | undefined;
  /** The run of changes that this stop was made by; empty for any other stop. */
  #run = '';
  #stopWaiting: () => void = () => undefined;
  #isPaused = false;
  /** The change of the filter that the address says already. */
  #filterChange: FilterChange | undefined;
  /** The browser refused a change; what it must say by then. */
  #refused: QueryParameters | undefined;
  #stopRetrying: () => void = () => undefined;

  constructor(bar: UrlBar, surroundings: Environment) {
    this.#bar = bar;
    this.#surroundings = surroundings;
  }

  /** What the address says already, after which change. */
  begin(parts: QueryParameters, { filterChange }: WrittenChange = {}): void {
    this.pause();
    this.#isPaused = false;
    this.#written = parts;
    this.#before = undefined;
    this.#run = '';
    this.#filterChange = filterChange;
  }

  /** Nothing is written until it begins anew. */
  pause(): void {
    this.#stopWaiting();
    this.#stopRetrying();
    this.#refused = undefined;
    this.#isPaused = true;
  }

  write(parts: QueryParameters, change: WrittenChange = {}): void {
    this.#stopWaiting();
    if (this.#isPaused) return;
    this.#writeChanged(parts, change);
    this.#filterChange = change.filterChange;
  }

  #writeChanged(parts: QueryParameters, change: WrittenChange): void {
    const changed = differences(this.#written, parts);
    if (changed.length === 0) return;
    const isTyped = (part: string): boolean => part === 'q' && isContinued(change);
    if (changed.every((part) => isQuiet(part) || isTyped(part))) {
      this.#stopWaiting = this.#surroundings.after(QUIET_MILLISECONDS, () => {
        this.#replace(parts);
      });
    } else if (!this.#surroundings.isFramed && this.#isStop(parts, changed, change)) {
      this.#push(parts);
    } else {
      this.#replace(parts);
    }
  }

  #isStop(parts: QueryParameters, changed: readonly string[], change: WrittenChange): boolean {
    const kinds = new Set(changed.flatMap((part) => (isQuiet(part) ? [] : [STOPS[part] ?? ''])));
    // The window may have moved to the record that was read on to.
    if (kinds.has('opens') && change.isReadingOn && !changed.includes('dock')) return false;
    if (kinds.has('opens')) {
      const isOpened = changed.some((part) => this.#opens(part, parts));
      if (isOpened) {
        this.#run = '';
        // What was closed left this stop like the one before: two alike would be a dead press of Back.
        return !this.#before || !this.#isAlike(this.#before, this.#written);
      }
    }
    // What a file changes of the filter's address when it opens or closes is no step of the reader.
    const { filterChange } = change;
    const isFiltered = kinds.has('filter') && filterChange !== this.#filterChange;
    const run = isFiltered
      ? `filter ${filterChange?.key}`
      : [...kinds].find((kind) => kind.startsWith('run'));
    if (run === undefined) return false;
    const isNewRun = run !== this.#run || (isFiltered && !isContinued(change));
    this.#run = run;
    return isNewRun;
  }

  /** A list that becomes a table, or filters that become charts, were open before. */
  #opens(part: string, parts: QueryParameters): boolean {
    const isOtherView = (part === 'list' || part === 'dock') && this.#written.has(part);
    return STOPS[part] === 'opens' && parts.has(part) && !isOtherView;
  }

  #isAlike(a: QueryParameters, b: QueryParameters): boolean {
    return differences(a, b).every(isQuiet);
  }

  #push(parts: QueryParameters): void {
    if (this.#refused || !this.#bar.push(parts)) this.#tryAgain(parts);
    else this.#before = this.#written;
    this.#written = parts;
  }

  #replace(parts: QueryParameters): void {
    if (this.#refused || !this.#bar.replace(parts)) this.#tryAgain(parts);
    this.#written = parts;
  }

  /** Until the browser takes changes again, the last state waits: a stop may be lost, never the address. */
  #tryAgain(parts: QueryParameters): void {
    const isWaiting = this.#refused !== undefined;
    this.#refused = parts;
    if (isWaiting) return;
    this.#stopRetrying = this.#surroundings.after(AGAIN_MILLISECONDS, () => {
      const refused = this.#refused;
      this.#refused = undefined;
      if (refused && !this.#bar.replace(refused)) this.#tryAgain(refused);
    });
  }
}
