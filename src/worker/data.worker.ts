import { isMissingPart } from '../core/missing-part.ts';
import { finish, type Steps } from '../core/steps.ts';
import { DataDesk, type FileDesk, type Handled } from './data-desk.ts';
import type { Answer, CallName, Calls, Question } from './protocol.ts';
import { TaskRunner } from './task-runner.ts';

/** Every message about progress costs the page a frame, which the work itself then waits for. */
const PROGRESS_MILLISECONDS = 400;

type Call = Extract<Question, { readonly kind: 'call' }>;

const desk = new DataDesk();
const tasks = new TaskRunner();
/** Proposals that were stopped between their two runs. */
const stopped = new Set<number>();

const answer = (message: Answer, transfer: Transferable[] = []): void => {
  postMessage(message, { transfer });
};

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);

/** The compiler cannot join a call's name with its input, though `Call` does. */
const stepsOf = ({ name, input }: Call): Steps<Handled<Calls[CallName]['output']>> =>
  (desk[name] as (given: unknown) => Steps<Handled<Calls[CallName]['output']>>).call(desk, input);

/** Calls of a few records, which go between the steps of longer work. */
const isShort = ({ name }: Call): boolean =>
  name === 'records' || name === 'find' || name === 'sizes';

/** Long work that everything else may interrupt: reading a file on, and writing one. */
const BESIDE: ReadonlySet<CallName> = new Set(['readOn', 'reportFile', 'exportRows']);

/** How the browser says that a file is not what it was when it was chosen. */
const UNREADABLE: ReadonlySet<string> = new Set(['NotReadableError', 'NotFoundError']);

/** What reads and writes files of the reader's own is large, and most visits never need it. */
const FILE_CALLS: ReadonlySet<CallName> = new Set(['propose', 'reportFile', 'exportRows']);

/** Nobody waits for this work, so its failure is a message of its own. */
function prepareAside(): void {
  tasks.runAside(desk.aside()).catch((cause: unknown) => {
    answer({ kind: 'broken', message: messageOf(cause) });
  });
}

async function take(call: Call): Promise<void> {
  const { number } = call;
  let told = performance.now();
  const tellProgress = (part: number): void => {
    if (performance.now() - told < PROGRESS_MILLISECONDS) return;
    told = performance.now();
    const unpackedBytes = call.name === 'propose' ? desk.unpackedBytes : undefined;
    answer({ kind: 'progress', number, part, unpackedBytes });
  };
  try {
    let fileDesk: FileDesk | undefined;
    if (FILE_CALLS.has(call.name)) {
      ({ fileDesk } = await import('./file-desk.ts'));
      desk.bring(fileDesk);
    }
    const steps = stepsOf(call);
    let handled = isShort(call)
      ? finish(steps)
      : BESIDE.has(call.name)
        ? await tasks.runBeside(number, steps, tellProgress)
        : await tasks.run(number, steps, tellProgress);
    const isAgain = call.name === 'propose' && handled && (await fileDesk?.detectorLoaded());
    if (isAgain && !stopped.has(number))
      handled = await tasks.run(number, stepsOf(call), tellProgress);
    if (handled) answer({ kind: 'done', number, output: handled.output }, handled.move);
    if (call.name === 'view') prepareAside();
  } catch (cause) {
    const isFileChanged = cause instanceof DOMException && UNREADABLE.has(cause.name);
    const isPartMissing = isMissingPart(cause);
    answer({ kind: 'failed', number, message: messageOf(cause), isFileChanged, isPartMissing });
  } finally {
    stopped.delete(number);
  }
}

addEventListener('message', ({ data: question }: MessageEvent<Question>) => {
  if (question.kind === 'stop') {
    stopped.add(question.number);
    tasks.stop(question.number);
  } else void take(question);
});
