import type { ComparedPeriod } from '../core/time/compared-period.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { Comparison, ComparedPage } from './comparison.svelte.ts';

/** Whether two periods are compared, and which is the second one; the rest is loaded when a reader asks for it. */
export class Comparing {
  readonly #page: ComparedPage;
  #chosen = $state.raw<ComparedPeriod | undefined>();
  #comparison = $state.raw<Comparison | undefined>();

  constructor(page: ComparedPage) {
    this.#page = page;
  }

  /** Undefined where one period is shown. */
  get chosen(): ComparedPeriod | undefined {
    return this.#chosen;
  }

  /** Undefined also until its part of the program has come. */
  get current(): Comparison | undefined {
    return this.#chosen && this.#comparison;
  }

  /** What is shown: the window of the timeline, and the second one where two are compared. */
  get windows(): readonly TimeRange[] {
    const { span } = this.#page.timeline;
    return this.current ? [span, this.current.window] : [span];
  }

  choose(chosen: ComparedPeriod | undefined): void {
    this.#chosen = chosen;
    if (chosen) void this.#load();
  }

  /** Begins, or ends. */
  async toggle(): Promise<void> {
    const comparison = await this.#load();
    if (this.#chosen) comparison?.end();
    else comparison?.begin();
  }

  async #load(): Promise<Comparison | undefined> {
    const { Comparison } = await import('./comparison.svelte.ts');
    const { shown } = this.#page;
    if (shown) this.#comparison ??= new Comparison(shown, this.#page, this);
    return this.#comparison;
  }
}
