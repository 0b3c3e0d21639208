/**
 * Whether the governorates are shaded by the share that is mapped of what a monitor counted. Off until a reader asks
 * for it; neither a link nor the settings keep it.
 */
export class ShareShading {
  #isOn = $state(false);

  get isOn(): boolean {
    return this.#isOn;
  }

  show(isOn: boolean): void {
    this.#isOn = isOn;
  }
}
