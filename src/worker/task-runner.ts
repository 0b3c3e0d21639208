import type { Steps } from '../core/steps.ts';

/** How long work may go on before messages get their turn. */
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

/** Work that was stopped tidies up after itself; work that is done has nothing left. */
function giveUp<Result>(steps: Steps<Result>): void {
  steps.return(undefined as Result);
}

/** Runs works in steps one after another on one thread; each can be stopped by its number. */
export class TaskRunner {
  readonly #breath = new Breath();
  /** Those that are under way or wait for their turn. */
  readonly #wanted = new Set<number>();
  /** Long works that let all others go first. */
  readonly #beside = new Set<number>();
  #last: Promise<unknown> = Promise.resolve();
  #aside = 0;

  /** The result; undefined when the work was stopped. */
  run<Result>(
    number: number,
    steps: Steps<Result>,
    onProgress: (part: number) => void,
  ): Promise<Result | undefined> {
    this.#wanted.add(number);
    const turn = this.#last.then(() => this.#work(number, steps, onProgress));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  stop(number: number): void {
    this.#wanted.delete(number);
    this.#beside.delete(number);
  }

  /** Runs a long work whenever no other waits for its turn; undefined when it was stopped. */
  async runBeside<Result>(
    number: number,
    steps: Steps<Result>,
    onProgress: (part: number) => void,
  ): Promise<Result | undefined> {
    this.#beside.add(number);
    try {
      while (this.#beside.has(number)) {
        const until = performance.now() + BREATH_MILLISECONDS;
        let part = 0;
        while (this.#wanted.size === 0 && performance.now() < until) {
          const step = steps.next();
          if (step.done) return step.value;
          part = step.value;
        }
        if (part > 0) onProgress(part);
        await this.#breath.take();
      }
      return undefined;
    } finally {
      this.#beside.delete(number);
      giveUp(steps);
    }
  }

  /** Does work that nobody waits for, whenever nothing else is to do; the last asked for wins. */
  async runAside(steps: Steps<void>): Promise<void> {
    const own = ++this.#aside;
    for (let isDone = false; !isDone && own === this.#aside;) {
      if (this.#wanted.size + this.#beside.size === 0) isDone = steps.next().done ?? false;
      await this.#breath.take();
    }
  }

  async #work<Result>(
    number: number,
    steps: Steps<Result>,
    onProgress: (part: number) => void,
  ): Promise<Result | undefined> {
    try {
      let since = performance.now();
      while (this.#wanted.has(number)) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - since < BREATH_MILLISECONDS) continue;
        onProgress(step.value);
        await this.#breath.take();
        since = performance.now();
      }
      return undefined;
    } finally {
      this.#wanted.delete(number);
      giveUp(steps);
    }
  }
}
