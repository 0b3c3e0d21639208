/** Whether the page is shown as it is printed: in full and light, whatever is on screen. */
export class Printing {
  #isOn = $state.raw(false);

  get isOn(): boolean {
    return this.#isOn;
  }

  turn(isOn: boolean): void {
    this.#isOn = isOn;
  }
}
