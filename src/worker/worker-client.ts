import { MissingPart } from '../core/base/missing-part.ts';
import type {
  WorkerResponse,
  RequestName,
  Requests,
  OpenRequest,
  WorkerRequest,
} from './protocol.ts';

/** `part`: 0 to 1. `unpackedBytes`: of an archive, while it is unpacked. */
export type OnProgress = (part: number, unpackedBytes?: number) => void;

/** A call that is not answered yet. */
type PendingCall = {
  readonly resolve: (output: Requests[RequestName]['output']) => void;
  readonly reject: (cause: Error) => void;
  readonly onProgress: OnProgress;
};

/** How a call is made. */
export type CallOptions = {
  /** Cancels the call, which then rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Buffers of the input that go to the worker. */
  readonly move?: Transferable[];
};

/** How state asks the worker; tests answer themselves. */
export type Ask<Input, Output> = (input: Input, options: CallOptions) => Promise<Output>;

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
}: Extract<WorkerResponse, { kind: 'failed' }>): Error {
  if (isFileChanged) return new ChangedFile();
  return isPartMissing ? new MissingPart(message) : new Error(message);
}

const buffersOf = (request: OpenRequest): ArrayBuffer[] =>
  Object.values(request).flatMap((sent) => (typeof sent === 'object' ? [sent.bytes] : []));

/** The main thread's handle on the worker. Buffers given to it are moved, not copied. */
export class WorkerClient {
  readonly #start: () => Worker;
  #worker: Worker;
  readonly #pending = new Map<number, PendingCall>();
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

  static start(listeners: WorkerListeners): WorkerClient {
    return new WorkerClient(
      () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
      listeners,
    );
  }

  #listened(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => {
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
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    if (isWorthRestarting) {
      this.#restart();
      this.#data = 'lost';
    } else this.#failure = cause;
    for (const { reject } of pending) reject(cause);
    if (isWorthRestarting) this.#listeners.restarted();
  }

  #restart(): void {
    this.#worker.terminate();
    this.#failure = undefined;
    this.#worker = this.#listened(this.#start());
  }

  /** Opens files; in a new worker when the one before has failed. */
  open(input: OpenRequest): Promise<Requests['open']['output']> {
    if (this.#failure) this.#restart();
    return this.ask('open', input, { move: buffersOf(input) }).then((opened) => {
      if (opened.kind === 'ok') this.#data = 'open';
      return opened;
    });
  }

  ask<Name extends RequestName>(
    name: Name,
    input: Requests[Name]['input'],
    { signal, onProgress = () => undefined, move = [] }: CallOptions = {},
  ): Promise<Requests[Name]['output']> {
    const number = ++this.#number;
    // The answer to a call is of its own kind: the number says so.
    const output = new Promise<Requests[RequestName]['output']>((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#failure) throw this.#failure;
      if (this.#data === 'lost' && name !== 'open') throw new CrashedWorker();
      this.#pending.set(number, { resolve, reject, onProgress });
      this.#worker.postMessage({ kind: 'call', number, name, input }, move);
    });
    if (!signal) return output;
    const cancel = (): void => {
      this.#cancel(number, signal);
    };
    signal.addEventListener('abort', cancel);
    return output.finally(() => {
      signal.removeEventListener('abort', cancel);
    });
  }

  #cancel(number: number, { reason }: AbortSignal): void {
    const call = this.#pending.get(number);
    if (!call) return;
    this.#pending.delete(number);
    call.reject(reason as DOMException);
    this.#worker.postMessage({ kind: 'cancel', number } satisfies WorkerRequest);
  }

  #take(answer: WorkerResponse): void {
    if (answer.kind === 'broken') {
      this.#listeners.broken(answer.message);
      return;
    }
    const call = this.#pending.get(answer.number);
    if (answer.kind === 'progress') {
      call?.onProgress(answer.part, answer.unpackedBytes);
      return;
    }
    this.#pending.delete(answer.number);
    if (answer.kind === 'done') call?.resolve(answer.output);
    else call?.reject(causeOf(answer));
  }
}
