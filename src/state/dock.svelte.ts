import type { DockTab } from '../core/url/view-state.ts';

/** The dock with filters and charts: whether it is open, and which of them it shows. */
export class Dock {
  #isOpen = $state(false);
  #tab = $state<DockTab>('filters');

  get isOpen(): boolean {
    return this.#isOpen;
  }
  get tab(): DockTab {
    return this.#tab;
  }
  /** What is on screen of it; undefined where it is closed. */
  get shown(): DockTab | undefined {
    return this.#isOpen ? this.#tab : undefined;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
  }
  close(): void {
    this.#isOpen = false;
  }
  choose(tab: DockTab): void {
    this.#tab = tab;
  }
  restore(shown: DockTab | undefined): void {
    this.#isOpen = shown !== undefined;
    if (shown) this.#tab = shown;
  }
}
