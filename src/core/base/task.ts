/** The thread that a task shares with other work. */
export type TaskThread = {
  /** True when the task has run long enough, or was cancelled. */
  isDue(): boolean;
  /** Resolves when the task may go on; rejects with an `AbortError` if it was cancelled. */
  nextTurn(part: number): Promise<void>;
};

/**
 * Long work that shares its thread: an asynchronous function that is given a `Task` lets others go
 * first, reports its progress and stops when it is cancelled at its yield points:
 *
 *     if (row % CHUNK === 0 && task.isDue()) await task.yield(row / length);
 *
 * Until it is due such a point costs a look at the clock, so a hot loop has one every few thousand rows.
 * Between two yield points a task runs alone, whatever it awaits of its own; it may await bytes too.
 */
export class Task {
  readonly #thread: TaskThread;
  readonly #from: number;
  readonly #length: number;

  constructor(thread: TaskThread, from = 0, length = 1) {
    this.#thread = thread;
    this.#from = from;
    this.#length = length;
  }

  /** True when the work should yield. */
  isDue(): boolean {
    return this.#thread.isDue();
  }

  /** Lets other work run; `part` (0 to 1) is the progress. Throws an `AbortError` if the task was cancelled. */
  yield(part: number): Promise<void> {
    return this.#thread.nextTurn(this.#from + this.#length * part);
  }

  /** The task for a piece of the work, whose progress 0 to 1 is `from` to `to` of this one's. */
  part(from: number, to: number): Task {
    return new Task(this.#thread, this.#from + this.#length * from, this.#length * (to - from));
  }
}

/** For short work: it never yields. */
export const UNINTERRUPTED = new Task({ isDue: () => false, nextTurn: () => Promise.resolve() });
