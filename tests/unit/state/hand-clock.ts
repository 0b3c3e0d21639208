import type { Environment } from '../../../src/io/environment.ts';

/** Surroundings whose time only passes when the test says so. */
export class HandClock implements Environment {
  now = 0;
  isMotionReduced = false;
  isFramed = false;
  #waiting: readonly { readonly at: number; readonly listener: () => void }[] = [];
  #hidden: readonly (() => void)[] = [];

  prefersDark = (): boolean => false;
  prefersLessMotion = (): boolean => this.isMotionReduced;
  onChange = (): void => undefined;

  onHidden = (listener: () => void): void => {
    this.#hidden = [...this.#hidden, listener];
  };

  after = (milliseconds: number, listener: () => void): (() => void) => {
    const waiting = { at: this.now + milliseconds, listener };
    this.#waiting = [...this.#waiting, waiting];
    return () => {
      this.#waiting = this.#waiting.filter((one) => one !== waiting);
    };
  };

  /** Nothing has to be painted here. */
  afterPainting = this.after;

  /** Lets time pass. */
  pass(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.now = next.at;
      next.listener();
    }
    this.now = until;
  }

  hide(): void {
    for (const listener of this.#hidden) listener();
  }
}
