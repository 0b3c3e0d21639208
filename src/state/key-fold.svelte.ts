import type { Panel } from './panel.svelte.ts';

/**
 * Whether the key of the map is open. Next to an open panel, and where there is little room, it is folded
 * until a reader asks for it; elsewhere it is as the reader left it.
 */
export class KeyFold {
  readonly #isSmall: () => boolean;
  readonly #isTight: () => boolean;
  /** What the reader chose where no panel is open. */
  #choice = $state<'folded' | 'open'>();
  readonly #hasPanel: boolean;
  #isOpen: boolean;

  /**
   * `isSmall`: there is little room, so the key opens over the map. `isTight`: next to the masthead there is
   * room for the map or the key.
   */
  constructor(panel: Panel, isSmall: () => boolean, isTight: () => boolean) {
    this.#isSmall = isSmall;
    this.#isTight = isTight;
    this.#hasPanel = $derived(panel.showing !== 'nothing');
    // Overwritten by `toggle`, until what it depends on changes.
    this.#isOpen = $derived.by(() => {
      // Where both are sheets, what opens in the panel takes the place of the key.
      const besides = isSmall() ? panel.state : undefined;
      const isFolded = this.#choice ? this.#choice === 'folded' : isTight();
      return besides === undefined && !this.#hasPanel && !isFolded;
    });
  }

  get isSmall(): boolean {
    return this.#isSmall();
  }

  get isTight(): boolean {
    return this.#isTight();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    if (!this.isSmall && !this.#hasPanel) this.#choice = this.#isOpen ? 'open' : 'folded';
  }
}
