/**
 * A part of the page that is loaded when there is first a cause for it, and is there from then on for all who ask: a
 * page that is printed waits for nothing. What fails to load is reported as any fault of the page, and loaded with the
 * next cause.
 */
export class OnDemand<Part> {
  readonly #load: () => Promise<Part>;
  #part = $state.raw<Part>();

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  /** Undefined until it is loaded. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** The same; where there is a cause, it is loaded. To be derived from what is the cause. */
  when(isWanted: boolean): Part | undefined {
    if (isWanted && !this.#part) void this.load();
    return this.#part;
  }

  /** For a press that waits for it. */
  async load(): Promise<Part> {
    return (this.#part ??= await this.#load());
  }
}
