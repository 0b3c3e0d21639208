import { describe, expect, it } from 'vitest';
import { MissingPart } from '../../../src/core/base/missing-part.ts';
import { CrashedWorker, WorkerClient } from '../../../src/worker/worker-client.ts';
import type { WorkerResponse, WorkerRequest } from '../../../src/worker/protocol.ts';

/** A worker behind a real channel: messages are copied and buffers moved as between threads. */
class FakeWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  isTerminated = false;

  constructor(answers: (question: WorkerRequest) => WorkerResponse | undefined) {
    super();
    this.#channel.port1.onmessage = ({ data }: MessageEvent<WorkerResponse>) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
    this.#channel.port2.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
      const answer = answers(data);
      if (answer) this.#channel.port2.postMessage(answer);
    };
  }
  postMessage(message: unknown, move: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, move);
  }
  say(answer: WorkerResponse): void {
    this.#channel.port2.postMessage(answer);
  }
  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
  /** Its script did not arrive: browsers give no message then. */
  fail(): void {
    this.dispatchEvent(new Event('error'));
  }
  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }
}

const ANSWERED = { kind: 'ok', value: 'made up' };

function start(isSilent: (name: string) => boolean = () => false) {
  const workers: FakeWorker[] = [];
  const heard: string[] = [];
  const client = new WorkerClient(
    () => {
      const worker = new FakeWorker((question) =>
        question.kind === 'call' && !isSilent(question.name)
          ? { kind: 'done', number: question.number, output: ANSWERED as never }
          : undefined,
      );
      workers.push(worker);
      return worker as unknown as Worker;
    },
    { broken: (message) => heard.push(message), restarted: () => heard.push('restarted') },
  );
  const open = () =>
    client.open({
      dataset: undefined,
      records: { file: 'made-up.json', bytes: new ArrayBuffer(8) },
      sources: undefined,
      areas: undefined,
    });
  return { client, workers, heard, open };
}

describe('`WorkerClient` when a worker ends', () => {
  it('starts another, rejects all open calls, and answers again when data are open', async () => {
    const { client, workers, heard, open } = start((name) => name === 'list');
    await open();
    const waiting = client.ask('list', undefined as never);
    workers[0]?.crash();
    await expect(waiting).rejects.toBeInstanceOf(CrashedWorker);
    expect(heard).toEqual(['restarted']);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    await expect(client.ask('find', { id: 'id', dataset: undefined })).rejects.toBeInstanceOf(
      CrashedWorker,
    );
    await open();
    await expect(client.ask('find', { id: 'id', dataset: undefined })).resolves.toEqual(ANSWERED);
  });

  it('does not restart for ever: after a worker that opens nothing, the reader decides', async () => {
    const { workers, heard, open } = start((name) => name === 'open');
    const opening = open();
    workers[0]?.crash();
    await expect(opening).rejects.toThrow('out of memory');
    expect([heard, workers.length]).toEqual([[], 1]);
    const again = open();
    workers[0]?.crash();
    workers[1]?.crash();
    await expect(again).rejects.toThrow('out of memory');
    expect([heard, workers.length]).toEqual([[], 2]);
  });

  it('distinguishes a script that did not load from one that fails', async () => {
    const { workers, open } = start((name) => name === 'open');
    const opening = open();
    workers[0]?.fail();
    await expect(opening).rejects.toBeInstanceOf(MissingPart);
    const again = open();
    workers[1]?.crash();
    await expect(again).rejects.not.toBeInstanceOf(MissingPart);
  });

  it.each([true, false])(
    'reports whether a part of the worker is missing: %s',
    async (isPartMissing) => {
      const { client, workers, open } = start((name) => name === 'find');
      await open();
      const found = client.ask('find', { id: 'id', dataset: undefined });
      const failed = { kind: 'failed', message: 'made up', isFileChanged: false } as const;
      workers[0]?.say({ ...failed, number: 2, isPartMissing });
      const cause: unknown = await found.catch((reason: unknown) => reason);
      expect(cause instanceof MissingPart).toBe(isPartMissing);
      await expect(found).rejects.toThrow('made up');
    },
  );

  it('reports the failure of work without a caller', async () => {
    const { client, workers, heard, open } = start();
    await open();
    workers[0]?.say({ kind: 'broken', message: 'made-up bug' });
    await client.ask('find', { id: 'id', dataset: undefined });
    expect(heard).toEqual(['made-up bug']);
  });
});
