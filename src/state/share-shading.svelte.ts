import type { shadedShares } from '../core/model/shaded-shares.ts';

/**
 * Whether the governorates are shaded by the share that is mapped of what a monitor counted. Off until a reader asks
 * for it, and loaded then; a link keeps it.
 */
export class ShareShading {
  #isOn = $state(false);
  #shade = $state.raw<typeof shadedShares>();

  get isOn(): boolean {
    return this.#isOn;
  }
  /** What shades them; undefined while they are not shaded. */
  get shade(): typeof shadedShares | undefined {
    return this.#isOn ? this.#shade : undefined;
  }

  show(isOn: boolean): void {
    this.#isOn = isOn;
    if (isOn) void this.#load();
  }

  async #load(): Promise<void> {
    this.#shade = (await import('../core/model/shaded-shares.ts')).shadedShares;
  }
}
