import { MissingPart } from '../core/missing-part.ts';
import type { Answer, CallName, Calls, OpenRequest, Question } from './protocol.ts';

/** `part`: 0 to 1. `unpackedBytes`: of an archive, while it is unpacked. */
export type OnProgress = (part: number, unpackedBytes?: number) => void;

type Waiting = {
  readonly resolve: (output: Calls[CallName]['output']) => void;
  readonly reject: (cause: Error) => void;
  readonly onProgress: OnProgress;
};

/** A file of the device that is open was changed, moved or removed. */
export class ChangedFile extends Error {}

/** The worker ended by itself. Another one takes its place, so that this is no fault of the one question. */
export class CrashedWorker extends Error {}

/** What the page hears of the worker without having asked. */
export type WorkerListeners = {
  /** A bug in work that nobody waits for. */
  readonly broken: (message: string) => void;
  /** The worker ended, and an empty one runs in its place: open again what was open. */
  readonly restarted: () => void;
};

function causeOf({
  message,
  isFileChanged,
  isPartMissing,
}: Extract<Answer, { kind: 'failed' }>): Error {
  if (isFileChanged) return new ChangedFile();
  return isPartMissing ? new MissingPart(message) : new Error(message);
}

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
  readonly #listeners: WorkerListeners;
  /** `lost`: another worker, in which nothing is open yet. */
  #data: 'never-open' | 'open' | 'lost' = 'never-open';

  constructor(start: () => Worker, listeners: WorkerListeners) {
    this.#start = start;
    this.#listeners = listeners;
    this.#worker = this.#listened(start());
  }

  static start(listeners: WorkerListeners): DataClient {
    return new DataClient(
      () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
      listeners,
    );
  }

  #listened(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#take(data);
    });
    worker.addEventListener('error', (event) => {
      if (worker === this.#worker) this.#crashed(event.message);
    });
    return worker;
  }

  /** A worker that fails before it has opened anything would fail again: then the reader decides. */
  #crashed(message: string | undefined): void {
    const isWorthRestarting = this.#data === 'open';
    const cause = isWorthRestarting
      ? new CrashedWorker(message)
      : message
        ? new Error(message)
        : // An error without a message is that of a script which did not arrive.
          new MissingPart('The reader of the data did not start.');
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    if (isWorthRestarting) {
      this.#restart();
      this.#data = 'lost';
    } else this.#failure = cause;
    for (const { reject } of waiting) reject(cause);
    if (isWorthRestarting) this.#listeners.restarted();
  }

  #restart(): void {
    this.#worker.terminate();
    this.#failure = undefined;
    this.#worker = this.#listened(this.#start());
  }

  /** Opens files; in a new worker when the one before has failed. */
  open(input: OpenRequest): Promise<Calls['open']['output']> {
    if (this.#failure) this.#restart();
    const { output } = this.ask('open', input, () => undefined, buffersOf(input));
    return output.then((opened) => {
      if (opened.kind === 'ok') this.#data = 'open';
      return opened;
    });
  }

  ask<Name extends CallName>(
    name: Name,
    input: Calls[Name]['input'],
    onProgress: OnProgress = () => undefined,
    move: Transferable[] = [],
  ): Pending<Calls[Name]['output']> {
    const number = ++this.#number;
    const output = new Promise<Calls[CallName]['output']>((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      if (this.#data === 'lost' && name !== 'open') {
        reject(new CrashedWorker());
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
    if (answer.kind === 'broken') {
      this.#listeners.broken(answer.message);
      return;
    }
    const waiting = this.#waiting.get(answer.number);
    if (answer.kind === 'progress') {
      waiting?.onProgress(answer.part, answer.unpackedBytes);
      return;
    }
    this.#waiting.delete(answer.number);
    if (answer.kind === 'done') waiting?.resolve(answer.output);
    else waiting?.reject(causeOf(answer));
  }
}
