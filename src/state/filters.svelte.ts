import type { Filter } from '../core/filter/filter.ts';
import { TARGETS, type Target } from '../core/incident/incident.ts';

/** What the reader asked to see, the window apart. */
export class Filters {
  #targets = $state.raw<ReadonlySet<Target>>(new Set(TARGETS));
  #text = $state.raw('');
  #isOnlySeen = $state.raw(false);
  readonly filter: Filter = $derived({ targets: this.#targets, text: this.#text.trim() });
  readonly isAsking: boolean = $derived(
    this.#targets.size < TARGETS.length || this.#text.trim() !== '' || this.#isOnlySeen,
  );

  get targets(): ReadonlySet<Target> {
    return this.#targets;
  }
  get text(): string {
    return this.#text;
  }

  /** Only what lies in the map's view is counted and listed. */
  get isOnlySeen(): boolean {
    return this.#isOnlySeen;
  }

  showOnlySeen(isOnlySeen: boolean): void {
    this.#isOnlySeen = isOnlySeen;
  }

  /** Switches one layer on or off. */
  toggle(target: Target): void {
    const next = new Set(this.#targets);
    if (!next.delete(target)) next.add(target);
    this.#targets = next;
  }

  showTargets(targets: Iterable<Target>): void {
    this.#targets = new Set(targets);
  }

  search(text: string): void {
    this.#text = text;
  }

  /** Shows everything again. */
  clear(): void {
    this.#targets = new Set(TARGETS);
    this.#text = '';
    this.#isOnlySeen = false;
  }
}
