/** Client and server together, over a real channel; the handlers are made up. */
import { describe, expect, it } from 'vitest';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import { MissingPart } from '../../../src/core/base/missing-part.ts';
import type { Task } from '../../../src/core/base/task.ts';
import { ChangedFile, CrashedWorker } from '../../../src/worker/worker-client.ts';
import type { RequestName, ListRequest } from '../../../src/worker/protocol.ts';
import type { Served } from '../../../src/worker/server.ts';
import { deferred } from '../deferred.ts';
import { startClient } from './channel-worker.ts';

/** Made-up data: only that they are there matters. */
const OPENED = { kind: 'ok', value: { layers: [] } };

const CALLS: readonly RequestName[] = [
  ...(['open', 'propose', 'sample', 'readFile', 'readOn', 'cancelImport'] as const),
  ...(['showDatasets', 'closeDataset', 'reportFile', 'exportRows'] as const),
  ...([
    'view',
    'locate',
    'markNames',
    'list',
    'group',
    'records',
    'find',
    'sizes',
    'fields',
  ] as const),
];

/** Handlers that answer with the name of their call. */
function handlers(own: Readonly<Record<string, unknown>> = {}): Served {
  const answering = CALLS.map(
    (name) =>
      [name, () => Promise.resolve({ output: name === 'open' ? OPENED : name, move: [] })] as const,
  );
  return {
    ...Object.fromEntries(answering),
    unpackedBytes: undefined,
    useImportModule: () => undefined,
    loadFor: () => Promise.resolve(),
    prepare: () => Promise.resolve(),
    ...own,
  } as unknown as Served;
}

/** Keeps the thread busy, with a yield point in each piece, and notes how far it came. */
const busy =
  (log: string[], pieces = 4) =>
  async (input: unknown, task: Task) => {
    const name = String(input);
    for (let piece = 0; piece < pieces; piece++) {
      const until = performance.now() + 15;
      while (performance.now() < until);
      log.push(`${name} ${String(piece)}`);
      if (task.isDue()) await task.yield(piece / pieces);
    }
    return { output: name, move: [] };
  };

const openRequest = (bytes = new ArrayBuffer(8)) => ({
  dataset: undefined,
  records: { file: 'made-up.json', bytes },
  sources: undefined,
  areas: undefined,
});

/** A list of no meaning but its name, which its handler gives back. */
const named = (name: string): ListRequest => name as unknown as ListRequest;

describe('a query', () => {
  it('is answered after the queries before it', async () => {
    const log: string[] = [];
    const { client } = startClient(() => handlers({ list: busy(log, 2), view: busy(log, 1) }));
    const order: unknown[] = [];
    const answers = [
      client.ask('list', named('first')),
      client.ask('view', 'second' as never),
      client.ask('list', named('third')),
    ].map(async (answer) => order.push(await answer));
    await Promise.all(answers);
    expect(order).toEqual(['first', 'second', 'third']);
    expect(log).toEqual(['first 0', 'first 1', 'second 0', 'third 0', 'third 1']);
  });

  it('for a few records is answered while a longer one runs', async () => {
    const { client } = startClient(() => handlers({ list: busy([], 8) }));
    const order: unknown[] = [];
    await Promise.all(
      [client.ask('list', named('long')), client.ask('find', { id: 'id', dataset: undefined })].map(
        async (answer) => order.push(await answer),
      ),
    );
    expect(order).toEqual(['find', 'long']);
  });

  it('runs before a file that is being read', async () => {
    const log: string[] = [];
    const readOn = (_: number, task: Task) => busy(log, 6)('reading', task);
    const { client } = startClient(() => handlers({ list: busy(log, 2), readOn }));
    const reading = client.ask('readOn', 1);
    await client.ask('list', named('list'));
    expect(log.indexOf('list 1')).toBe(log.indexOf('list 0') + 1);
    expect(log).not.toContain('reading 5');
    await reading;
    expect(log).toContain('reading 5');
  });

  it('that is cancelled ends at its next yield point, and the newer one is answered', async () => {
    const log: string[] = [];
    const { client } = startClient(() => handlers({ list: busy(log, 50) }));
    const cancelling = new AbortController();
    const { signal } = cancelling;
    const older = client.ask('list', named('older'), { signal });
    await client.ask('find', { id: 'it has begun', dataset: undefined });
    cancelling.abort();
    await expect(older).rejects.toSatisfy(isAbortError);
    await expect(client.ask('view', undefined as never)).resolves.toBe('view');
    expect(log.length).toBeLessThan(10);
  });

  it('that is cancelled before its turn never starts', async () => {
    const log: string[] = [];
    const { client } = startClient(() => handlers({ list: busy(log, 2) }));
    const cancelling = new AbortController();
    const { signal } = cancelling;
    const first = client.ask('list', named('first'));
    const second = client.ask('list', named('second'), { signal });
    cancelling.abort();
    await expect(second).rejects.toSatisfy(isAbortError);
    await first;
    await client.ask('list', named('third'));
    expect(log).toEqual(['first 0', 'first 1', 'third 0', 'third 1']);
  });

  it('that is cancelled before it is sent never reaches the worker', async () => {
    const log: string[] = [];
    const { client } = startClient(() => handlers({ list: busy(log, 1) }));
    const cancelled = client.ask('list', named('list'), { signal: AbortSignal.abort() });
    await expect(cancelled).rejects.toSatisfy(isAbortError);
    await client.ask('view', undefined as never);
    expect(log).toEqual([]);
  });

  it('that was answered is not cancelled later', async () => {
    const { client } = startClient(() => handlers());
    const cancelling = new AbortController();
    const answer = client.ask('list', named('list'), { signal: cancelling.signal });
    await answer;
    cancelling.abort();
    await expect(answer).resolves.toBe('list');
    await expect(client.ask('view', undefined as never)).resolves.toBe('view');
  });

  it('that is cancelled reports no more progress', async () => {
    const { client } = startClient(() => handlers({ list: busy([], 80) }));
    const cancelling = new AbortController();
    let reports = 0;
    const answer = client.ask('list', named('long'), {
      signal: cancelling.signal,
      onProgress: () => {
        reports++;
        cancelling.abort();
      },
    });
    await expect(answer).rejects.toSatisfy(isAbortError);
    await client.ask('view', undefined as never);
    expect(reports).toBe(1);
  });

  it('reports its progress', async () => {
    const { client } = startClient(() => handlers({ list: busy([], 40) }));
    const parts: number[] = [];
    await client.ask('list', named('long'), { onProgress: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(0);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });
});

describe('a failure in the worker', () => {
  const failing = (cause: Error) =>
    startClient(() => handlers({ list: () => Promise.reject(cause) }));

  it.each([
    ['a bug', new Error('made up'), Error],
    ['a changed file', new DOMException('made up', 'NotReadableError'), ChangedFile],
    ['a removed file', new DOMException('made up', 'NotFoundError'), ChangedFile],
    ['a part that is missing', new Error('error loading dynamically imported module'), MissingPart],
  ] as const)('keeps its kind: %s', async (_, cause, kind) => {
    const { client } = failing(cause);
    const answer: unknown = await client
      .ask('list', named('list'))
      .catch((reason: unknown) => reason);
    expect((answer as Error).constructor.name).toBe(kind.name);
    await expect(client.ask('view', undefined as never)).resolves.toBe('view');
  });

  it('waits for the part of the program that it needs, and the calls after it do not', async () => {
    const part = deferred<undefined>();
    const { client } = startClient(() =>
      handlers({
        loadFor: (input: unknown) => (input === 'search' ? part.promise : Promise.resolve()),
        list: (input: unknown) => Promise.resolve({ output: input, move: [] }),
      }),
    );
    const answered: string[] = [];
    const asks = (name: string) => client.ask('list', named(name)).then(() => answered.push(name));
    const searching = asks('search');
    await asks('other');
    expect(answered).toEqual(['other']);
    part.resolve(undefined);
    await searching;
    expect(answered).toEqual(['other', 'search']);
  });

  it('of work without a caller is reported as well', async () => {
    const broken = deferred<string>();
    const { client } = startClient(
      () => handlers({ prepare: () => Promise.reject(new Error('made up')) }),
      { broken: broken.resolve },
    );
    await client.ask('list', named('list'));
    expect(await broken.promise).toContain('made up');
  });
});

describe('buffers of messages', () => {
  it('are moved to the worker and back, not copied', async () => {
    const sent = new ArrayBuffer(8);
    const answered = new Uint32Array([7, 8]);
    let arrived = 0;
    const { client } = startClient(() =>
      handlers({
        open: ({ records }: ReturnType<typeof openRequest>) => {
          arrived = records.bytes.byteLength;
          return Promise.resolve({ output: OPENED, move: [] });
        },
        list: () => Promise.resolve({ output: answered, move: [answered.buffer] }),
      }),
    );
    const opening = client.open(openRequest(sent));
    expect(sent.byteLength).toBe(0);
    await opening;
    expect(arrived).toBe(8);
    expect(await client.ask('list', named('list'))).toEqual(new Uint32Array([7, 8]));
    expect(answered.length).toBe(0);
  });
});

describe('a worker that crashes', () => {
  it('rejects what was asked, and a new worker answers when data are open in it', async () => {
    const restarted = deferred<undefined>();
    const { client, workers } = startClient(
      (started) =>
        handlers({ find: () => Promise.resolve({ output: started, move: [] }), list: busy([]) }),
      {
        restarted: () => {
          restarted.resolve(undefined);
        },
      },
    );
    await client.open(openRequest());
    const lost = client.ask('list', named('lost'));
    workers[0]?.crash();
    await expect(lost).rejects.toBeInstanceOf(CrashedWorker);
    await restarted.promise;
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    await client.open(openRequest());
    await expect(client.ask('find', { id: 'id', dataset: undefined })).resolves.toBe(1);
  });
});
