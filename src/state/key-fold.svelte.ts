import type { Panel } from './panel.svelte.ts';

/**
 * Whether the key of the map is open. Next to an open panel, and where there is little room, it is folded
 * until a reader asks for it; elsewhere it is as the reader left it.
 */
export class KeyFold {
  readonly #isSmall: () => boolean;
  #isFolded = $state(false);
  readonly #hasPanel: boolean;
  #isOpen: boolean;

  /** `isSmall`: there is little room, so the key opens over the map. */
  constructor(panel: Panel, isSmall: () => boolean) {
    this.#isSmall = isSmall;
    this.#hasPanel = $derived(panel.showing !== 'nothing');
    // Overwritten by `toggle`, until what it depends on changes.
    this.#isOpen = $derived.by(() => {
      // Where both are sheets, what opens in the panel takes the place of the key.
      const besides = isSmall() ? panel.state : undefined;
      return besides === undefined && !this.#hasPanel && !this.#isFolded;
    });
  }

  get isSmall(): boolean {
    return this.#isSmall();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    if (!this.isSmall && !this.#hasPanel) this.#isFolded = !this.#isOpen;
  }
}
