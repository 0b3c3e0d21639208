import { LatestRequest } from '../core/base/latest-request.ts';
import { Task } from '../core/base/task.ts';

/** How long a task may run before messages get their turn. */
const TURN_MILLISECONDS = 12;

/**
 * How the messages that have arrived get their turn: behind a message of the thread's own, since a timer
 * would wait longer than needed.
 */
function messageTurns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}

/** What a task does. */
export type Work<Result> = (task: Task) => Promise<Result>;

type OnProgress = (part: number) => void;

/** Runs tasks one after another on one thread; each ends with an `AbortError` when its signal is aborted. */
export class TaskQueue {
  readonly #takeTurn: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();
  /** Tasks that run or wait for their turn, and those in the background. */
  #queued = 0;
  #inBackground = 0;
  readonly #idle = new LatestRequest();
  /** Wakes what waits until others have ended. */
  #waiting: (() => void)[] = [];

  /** `takeTurn` resolves when messages have had their turn. */
  constructor(takeTurn: () => Promise<void> = messageTurns()) {
    this.#takeTurn = takeTurn;
  }

  run<Result>(
    work: Work<Result>,
    signal: AbortSignal,
    onProgress: OnProgress = () => undefined,
  ): Promise<Result> {
    this.#queued++;
    const result = this.#last
      .then(() => {
        signal.throwIfAborted();
        return work(this.#task(signal, onProgress, () => true));
      })
      .finally(() => {
        this.#queued--;
        this.#wake();
      });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Runs long work whenever the queue is empty. */
  async runInBackground<Result>(
    work: Work<Result>,
    signal: AbortSignal,
    onProgress: OnProgress = () => undefined,
  ): Promise<Result> {
    const mayRun = (): boolean => this.#queued === 0;
    this.#inBackground++;
    signal.addEventListener('abort', this.#wake);
    try {
      await this.#turn(signal, mayRun);
      return await work(this.#task(signal, onProgress, mayRun));
    } finally {
      this.#inBackground--;
      this.#wake();
    }
  }

  /** Runs work that nobody waits for whenever there is no other; newer such work cancels the older. */
  runWhenIdle(work: Work<void>): Promise<void> {
    const isIdle = (): boolean => this.#queued + this.#inBackground === 0;
    return this.#idle.run(async (signal) => {
      signal.addEventListener('abort', this.#wake);
      await this.#turn(signal, isIdle);
      await work(this.#task(signal, () => undefined, isIdle));
    });
  }

  #task(signal: AbortSignal, onProgress: OnProgress, mayRun: () => boolean): Task {
    let end = performance.now() + TURN_MILLISECONDS;
    return new Task({
      isDue: () => signal.aborted || performance.now() >= end,
      nextTurn: async (part) => {
        onProgress(part);
        await this.#turn(signal, mayRun);
        end = performance.now() + TURN_MILLISECONDS;
      },
    });
  }

  /** Resolves when messages have had their turn and `mayRun`. */
  async #turn(signal: AbortSignal, mayRun: () => boolean): Promise<void> {
    await this.#takeTurn();
    signal.throwIfAborted();
    while (!mayRun()) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
      signal.throwIfAborted();
    }
  }

  readonly #wake = (): void => {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  };
}
