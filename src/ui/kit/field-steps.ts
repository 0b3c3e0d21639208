/**
 * Whether a change in a field goes on with the one before, as one step for Back: until the field is entered or pressed
 * anew. Keys that move a handle are one step as a drag is.
 */
export class FieldSteps {
  #isUnderWay = false;

  /** Attached to each field that makes these steps. */
  readonly watch = (field: EventTarget): (() => void) => {
    const listening = new AbortController();
    const begin = (): void => {
      this.#isUnderWay = false;
    };
    for (const event of ['focus', 'pointerdown'])
      field.addEventListener(event, begin, { signal: listening.signal });
    return () => {
      listening.abort();
    };
  };

  /** Asked once for each change. */
  goesOn(): boolean {
    const isUnderWay = this.#isUnderWay;
    this.#isUnderWay = true;
    return isUnderWay;
  }
}
