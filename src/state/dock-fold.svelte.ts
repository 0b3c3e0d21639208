import type { KeyFold } from './key-fold.svelte.ts';

/**
 * Whether the dock with filters and charts is open. Where there is little room, it and the key take the place of
 * each other.
 */
export class DockFold {
  readonly #keyFold: KeyFold;
  #isOpen = $state(false);

  constructor(keyFold: KeyFold) {
    this.#keyFold = keyFold;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    if (this.#isOpen && this.#hasLittleRoom && this.#keyFold.isOpen) this.#keyFold.toggle();
  }

  close(): void {
    this.#isOpen = false;
  }

  /** Something else opened: where there is little room, it lies in the same place. */
  giveWay(): void {
    if (this.#hasLittleRoom) this.#isOpen = false;
  }

  get #hasLittleRoom(): boolean {
    return this.#keyFold.isSmall || this.#keyFold.isTight;
  }
}
