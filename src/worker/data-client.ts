import type { Answer, CallName, Calls, OpenRequest, Question } from './protocol.ts';

type Waiting = {
  readonly resolve: (output: Calls[CallName]['output']) => void;
  readonly reject: (cause: Error) => void;
  readonly onProgress: (part: number) => void;
};

/** A file of the device that is open was changed, moved or removed. */
export class ChangedFile extends Error {}

/** A question under way. */
export type Pending<Output> = {
  readonly output: Promise<Output>;
  /** The answer is not wanted any more; the promise then never settles. */
  readonly stop: () => void;
};

const buffersOf = (request: OpenRequest): ArrayBuffer[] =>
  Object.values(request).flatMap((sent) => (sent ? [sent.bytes] : []));

/** The main thread's handle on the worker. Buffers given to it are moved, not copied. */
export class DataClient {
  readonly #start: () => Worker;
  #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;
  /** Why the worker answers no more. */
  #failure: Error | undefined;

  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = this.#listened(start());
  }

  static start(): DataClient {
    return new DataClient(
      () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
    );
  }

  #listened(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#take(data);
    });
    worker.addEventListener('error', (event) => {
      this.#failure = new Error(event.message || 'The reader of the data did not start.');
      for (const { reject } of this.#waiting.values()) reject(this.#failure);
      this.#waiting.clear();
    });
    return worker;
  }

  /** Opens files; in a new worker when the one before has failed. */
  open(input: OpenRequest): Promise<Calls['open']['output']> {
    if (this.#failure) {
      this.#worker.terminate();
      this.#failure = undefined;
      this.#worker = this.#listened(this.#start());
    }
    return this.ask('open', input, () => undefined, buffersOf(input)).output;
  }

  ask<Name extends CallName>(
    name: Name,
    input: Calls[Name]['input'],
    onProgress: (part: number) => void = () => undefined,
    move: Transferable[] = [],
  ): Pending<Calls[Name]['output']> {
    const number = ++this.#number;
    const output = new Promise<Calls[CallName]['output']>((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting.set(number, { resolve, reject, onProgress });
      this.#worker.postMessage({ kind: 'call', number, name, input }, move);
    });
    return {
      // The answer to a call is of its own kind: the number says so.
      output,
      stop: () => {
        if (!this.#waiting.delete(number)) return;
        this.#worker.postMessage({ kind: 'stop', number } satisfies Question);
      },
    };
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    if (answer.kind === 'progress') {
      waiting?.onProgress(answer.part);
      return;
    }
    this.#waiting.delete(answer.number);
    if (answer.kind === 'done') waiting?.resolve(answer.output);
    else waiting?.reject(answer.isFileChanged ? new ChangedFile() : new Error(answer.message));
  }
}
