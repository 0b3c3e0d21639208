import { isAbortError } from '../core/base/latest-request.ts';
import { isMissingPart } from '../core/base/missing-part.ts';
import { UNINTERRUPTED, type Task } from '../core/base/task.ts';
import type { Handled } from './handlers/handled.ts';
import type { ImportModule } from './handlers/import.ts';
import type { Handlers } from './request-handlers.ts';
import type { WorkerResponse, RequestName, Requests, WorkerRequest } from './protocol.ts';
import { TaskQueue, type Work } from './task-queue.ts';

/** Every message about progress costs the page a frame, which the work itself then waits for. */
const PROGRESS_MILLISECONDS = 400;

type Call = Extract<WorkerRequest, { readonly kind: 'call' }>;

/** A handler for each call, and what they need to be loaded for files of the reader's own. */
export type Served = Handlers & {
  /** How much of the archive that is being recognised is unpacked. */
  readonly unpackedBytes: number | undefined;
  useImportModule(importModule: ImportModule): void;
  /** Loads the part of the program that a call needs, before its turn: other calls would wait with it. */
  loadFor(input: Requests[RequestName]['input']): Promise<void>;
  /** Prepares what later calls will need. */
  prepare: Work<void>;
};

/** Where questions come from and answers go to: the global scope of a worker, or a port. */
export type ServerPort = {
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerRequest>) => void): void;
  postMessage(answer: WorkerResponse, transfer: Transferable[]): void;
};

/**
 * Where a call runs: `now`, between the yield points of longer work, for a few records; `background`,
 * work that everything else goes before: reading a file on, writing one, the text of tooltips, captions, the places of a mark,
 * and the order of a table.
 */
const PLACES: Readonly<Partial<Record<RequestName, 'now' | 'background'>>> = {
  records: 'now',
  find: 'now',
  sizes: 'now',
  locate: 'background',
  markNames: 'background',
  markPlaces: 'background',
  tableOrder: 'background',
  rowMarks: 'background',
  fields: 'background',
  readOn: 'background',
  reportFile: 'background',
  exportRows: 'background',
};

/** How the browser says that a file is not what it was when it was chosen. */
const UNREADABLE: ReadonlySet<string> = new Set(['NotReadableError', 'NotFoundError']);

/** What reads and writes files of the reader's own is large, and most visits never need it. */
const FILE_CALLS: ReadonlySet<RequestName> = new Set(['propose', 'reportFile', 'exportRows']);

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);

/** Answers the questions that arrive at a port, until the thread ends. */
export function serve(
  port: ServerPort,
  handlers: Served,
  loadImportModule: () => Promise<ImportModule>,
  queue = new TaskQueue(),
): void {
  /** Calls that are under way, by number. */
  const calls = new Map<number, AbortController>();

  const answer = (message: WorkerResponse, transfer: Transferable[] = []): void => {
    port.postMessage(message, transfer);
  };

  /** The compiler cannot join a call's name with its input, though `Call` does. */
  const workOf =
    ({ name, input }: Call): Work<Handled<Requests[RequestName]['output']>> =>
    async (task) =>
      (handlers[name] as (given: unknown, task: Task) => ReturnType<Handlers[RequestName]>).call(
        handlers,
        input,
        task,
      );

  function progressOf({ name, number }: Call): (part: number) => void {
    let reported = performance.now();
    return (part) => {
      if (performance.now() - reported < PROGRESS_MILLISECONDS) return;
      reported = performance.now();
      const unpackedBytes = name === 'propose' ? handlers.unpackedBytes : undefined;
      answer({ kind: 'progress', number, part, unpackedBytes });
    };
  }

  function run(call: Call, signal: AbortSignal): Promise<Handled<Requests[RequestName]['output']>> {
    const work = workOf(call);
    const place = PLACES[call.name];
    if (place === 'now') return work(UNINTERRUPTED);
    return place === 'background'
      ? queue.runInBackground(work, signal, progressOf(call))
      : queue.run(work, signal, progressOf(call));
  }

  async function handle(call: Call, signal: AbortSignal): Promise<void> {
    const importModule = FILE_CALLS.has(call.name) ? await loadImportModule() : undefined;
    if (importModule) handlers.useImportModule(importModule);
    await handlers.loadFor(call.input);
    signal.throwIfAborted();
    let handled = await run(call, signal);
    // What recognises more encodings is loaded when a file needs it, which is then recognised anew.
    const isAgain = call.name === 'propose' && (await importModule?.detectorLoaded());
    signal.throwIfAborted();
    if (isAgain) handled = await run(call, signal);
    answer({ kind: 'done', number: call.number, output: handled.output }, handled.move);
  }

  /** Nobody waits for this work, so its failure is a message of its own. */
  function prepare(): void {
    queue
      .runWhenIdle((task) => handlers.prepare(task))
      .catch((cause: unknown) => {
        if (!isAbortError(cause)) answer({ kind: 'broken', message: messageOf(cause) });
      });
  }

  async function take(call: Call): Promise<void> {
    const { number } = call;
    const controller = new AbortController();
    calls.set(number, controller);
    try {
      await handle(call, controller.signal);
      // The search field is above the list.
      if (call.name === 'list') prepare();
    } catch (cause) {
      // The page has settled the call itself.
      if (controller.signal.aborted) return;
      const isFileChanged = cause instanceof DOMException && UNREADABLE.has(cause.name);
      const isPartMissing = isMissingPart(cause);
      answer({ kind: 'failed', number, message: messageOf(cause), isFileChanged, isPartMissing });
    } finally {
      calls.delete(number);
    }
  }

  port.addEventListener('message', ({ data: question }) => {
    if (question.kind === 'cancel') calls.get(question.number)?.abort();
    else void take(question);
  });
}
