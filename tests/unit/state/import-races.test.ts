/** Every file here is made up. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import { CrashedWorker } from '../../../src/worker/worker-client.ts';
import { FakeWorker, settled, type PageEdges } from './fake-worker.ts';

/** What a reader or the browser does, or one answer of the worker that arrives. */
const event = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), isLong: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('toggle' as const), at: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), at: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'cancel' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
  { weight: 8, arbitrary: fc.constant({ kind: 'answer' as const }) },
);

const unlessExpected = (cause: unknown): void => {
  if (!isAbortError(cause) && !(cause instanceof CrashedWorker)) throw cause;
};

/**
 * A page whose worker answers when `next` is called, in the order of the calls: it runs one call after
 * the other. A call that was cancelled before its turn never reaches it.
 */
function slowPage() {
  const worker = new FakeWorker();
  const turns: (() => void)[] = [];
  let generation = 0;
  const slow =
    <Input, Output>(answer: (input: Input) => Promise<Output>) =>
    (
      input: Input,
      options: { readonly signal?: AbortSignal | undefined } = {},
    ): Promise<Output> => {
      const { signal } = options;
      const asked = generation;
      return new Promise((resolve, reject) => {
        const stop = (cause: Error): void => {
          reject(cause);
        };
        signal?.addEventListener('abort', () => {
          stop(signal.reason as Error);
        });
        turns.push(() => {
          if (asked !== generation) stop(new CrashedWorker());
          else if (!signal?.aborted) resolve(answer(input));
        });
      });
    };
  const edges = worker.edges();
  const page = worker.page({
    propose: slow((input: Parameters<PageEdges['propose']>[0]) => edges.propose(input, {})),
    readFile: slow((input: Parameters<PageEdges['readFile']>[0]) => edges.readFile(input, {})),
    readOn: slow(() =>
      Promise.resolve({
        kind: 'ok' as const,
        value: { snapshot: worker.opened, isComplete: true },
      }),
    ),
    // Of a worker that ended nobody waits for this answer.
    cancelImport: (dataset) =>
      slow((number: number) => edges.cancelImport(number))(dataset).catch((cause: unknown) => {
        unlessExpected(cause);
        return undefined;
      }),
    showDatasets: slow((shown: readonly number[]) => edges.showDatasets(shown)),
    closeDataset: slow((dataset: number) => edges.closeDataset(dataset)),
  });
  const next = async (): Promise<void> => {
    turns.shift()?.();
    await settled();
  };
  const answerAll = async (): Promise<void> => {
    do await next();
    while (turns.length > 0);
  };
  /** The worker ends; another one, in which only the set of the page is open, takes its place. */
  const crash = (): Promise<unknown> => {
    generation++;
    worker.lose();
    page.imports.suspend();
    return page.imports.reopen(worker.opened);
  };
  return { ...page, worker, next, answerAll, crash };
}

it('`Imports` shows what the worker has open, whatever comes in whichever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30, size: 'max' }), async (events) => {
      const { imports, datasets, worker, next, answerAll, crash } = slowPage();
      const opened: string[] = [];
      let reopening: Promise<unknown> = Promise.resolve();
      for (const [index, one] of events.entries()) {
        const number = 'at' in one ? datasets.all.at(one.at)?.number : undefined;
        switch (one.kind) {
          case 'open': {
            const name = `${one.isLong ? 'long' : 'short'}-${String(index)}.csv`;
            opened.push(name);
            imports.openFiles([new File(['a'], name)]);
            break;
          }
          case 'toggle':
            if (number !== undefined) void datasets.toggle(number).catch(unlessExpected);
            break;
          case 'close':
            if (number) void imports.close(number).catch(unlessExpected);
            break;
          case 'cancel':
            imports.cancel();
            break;
          case 'crash':
            if (imports.status.kind === 'reopening') break;
            reopening = crash().catch(unlessExpected);
            break;
          case 'answer':
            await next();
        }
        if (one.kind !== 'answer') await Promise.resolve();
      }
      await answerAll();
      await reopening;
      await answerAll();
      expect(imports.status.kind).toBe('idle');
      expect(datasets.all.map(({ number, name, isOn }) => [number, name, isOn])).toEqual(
        worker.opened.datasets.map(({ number, name, isOn }) => [number, name, isOn]),
      );
      const names = [...worker.names.values()];
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(['the page', ...opened]).toContain(name);
      // What is open can be read again: nothing half-read has stayed.
      expect(new Set(worker.names.keys())).toEqual(new Set([0, ...datasets.sources.keys()]));
      // A set of the page is on where nothing else is, unless the reader switched it off.
      const hasSwitched = events.some(({ kind }) => kind === 'toggle');
      if (!hasSwitched) expect(worker.on.size).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
