import type { Steps } from '../core/steps.ts';

/** How long work may go on before others get their turn. */
const BREATH_MILLISECONDS = 12;

/** Waits until what has arrived meanwhile has had its turn; a timer would wait longer than needed. */
class Breath {
  readonly #channel = new MessageChannel();
  readonly #waiting: (() => void)[] = [];

  constructor() {
    this.#channel.port1.addEventListener('message', () => this.#waiting.shift()?.());
    this.#channel.port1.start();
  }

  take(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#channel.port2.postMessage(undefined);
    });
  }
}

/** Runs several works in steps side by side on one thread; each can be stopped by its number. */
export class TaskRunner {
  readonly #breath = new Breath();
  readonly #running = new Set<number>();
  #aside = 0;

  /** The result; undefined when the work was stopped. */
  async run<Result>(
    number: number,
    steps: Steps<Result>,
    onProgress: (part: number) => void,
  ): Promise<Result | undefined> {
    this.#running.add(number);
    try {
      let since = performance.now();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - since < BREATH_MILLISECONDS) continue;
        onProgress(step.value);
        await this.#breath.take();
        if (!this.#running.has(number)) return undefined;
        since = performance.now();
      }
    } finally {
      this.#running.delete(number);
    }
  }

  stop(number: number): void {
    this.#running.delete(number);
  }

  /** Does work that nobody waits for, whenever nothing else is to do. */
  async runAside(steps: Steps<void>): Promise<void> {
    const own = ++this.#aside;
    for (let isDone = false; !isDone && own === this.#aside;) {
      if (this.#running.size === 0) isDone = steps.next().done ?? false;
      await this.#breath.take();
    }
  }
}
