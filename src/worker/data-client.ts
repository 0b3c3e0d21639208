import type { Answer, CallName, Calls, OpenRequest, Question } from './protocol.ts';

type Waiting = {
  readonly resolve: (output: Calls[CallName]['output']) => void;
  readonly reject: (cause: Error) => void;
};

const buffersOf = (request: OpenRequest): ArrayBuffer[] =>
  Object.values(request).flatMap((sent) => (sent ? [sent.bytes] : []));

/** The main thread's handle on the worker. Buffers given to it are moved, not copied. */
export class DataClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;
  /** Why the worker answers no more. */
  #failure: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#take(data);
    });
    worker.addEventListener('error', (event) => {
      this.#failure = new Error(event.message || 'The reader of the data did not start.');
      for (const { reject } of this.#waiting.values()) reject(this.#failure);
      this.#waiting.clear();
    });
  }

  static start(): DataClient {
    return new DataClient(
      new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' }),
    );
  }

  open(input: Calls['open']['input']): Promise<Calls['open']['output']> {
    return this.#call(
      { kind: 'call', number: ++this.#number, name: 'open', input },
      buffersOf(input),
    );
  }

  #call(question: Question, move: Transferable[]): Promise<Calls[CallName]['output']> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.number, { resolve, reject });
      this.#worker.postMessage(question, move);
    });
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (answer.kind === 'done') waiting?.resolve(answer.output);
    else waiting?.reject(new Error(answer.message));
  }
}
