/** Every file here is made up. */
import { describe, expect, it } from 'vitest';
import { NO_MAPPING } from '../../../src/formats/schemas/table-sample.ts';
import type { SavedFile } from '../../../src/io/saved-files.ts';
import { CrashedWorker, type OnProgress } from '../../../src/worker/worker-client.ts';
import { FakeWorker, settled, type PageEdges } from './fake-worker.ts';
import type { Imports } from '../../../src/state/imports.svelte.ts';
import { deferred } from '../deferred.ts';
import { isAbortError } from '../../../src/core/base/latest-request.ts';

const file = (name: string): File => new File(['a\n1'], name);

describe('cancelling a file that is read on', () => {
  it.each([[[0]], [[1]], [[0, 1]], [[2]], [[0, 1, 2]], [[]]])(
    'brings back exactly the data sets that were on: %j',
    async (before) => {
      const worker = new FakeWorker();
      const { imports, datasets } = worker.page();
      imports.openFiles([file('one.csv'), file('two.csv')]);
      await settled();
      for (const { number, isOn } of datasets.all)
        if (isOn !== before.includes(number)) await datasets.toggle(number);
      imports.openFiles([file('long.csv')]);
      await settled();
      expect(imports.status).toMatchObject({ kind: 'reading' });
      imports.cancel();
      await settled();
      expect([...worker.on].sort()).toEqual(before);
      expect([...worker.names.values()]).not.toContain('long.csv');
    },
  );

  it('leaves the file that comes next alone on the map', async () => {
    const worker = new FakeWorker();
    const { imports } = worker.page();
    imports.openFiles([file('long.csv'), file('next.csv')]);
    await settled();
    imports.cancel();
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'next.csv']);
    expect([...worker.on]).toEqual([2]);
  });

  it('keeps what the reader put on the map while it was read', async () => {
    const worker = new FakeWorker();
    const { imports, datasets } = worker.page();
    imports.openFiles([file('one.csv'), file('long.csv')]);
    await settled();
    await datasets.toggle(0);
    imports.cancel();
    await settled();
    expect([...worker.on]).toEqual([0]);
  });
});

it('says how much of an archive is unpacked, and stops it when the reader cancels', async () => {
  const worker = new FakeWorker();
  let tell: OnProgress = () => undefined;
  let asked: AbortSignal | undefined;
  const { imports } = worker.page({
    propose: (_file, { signal, onProgress = () => undefined }) => {
      tell = onProgress;
      asked = signal;
      return new Promise(() => undefined);
    },
  });
  imports.openFiles([file('large.zip')]);
  await settled();
  expect(imports.status).toMatchObject({ part: undefined, unpackedBytes: undefined });
  tell(0.2, 5_000_000);
  expect(imports.status).toEqual({
    kind: 'recognising',
    name: 'large.zip',
    part: 0.2,
    unpackedBytes: 5_000_000,
  });
  tell(0.6);
  expect(imports.status).toMatchObject({ part: 0.6, unpackedBytes: undefined });
  imports.cancel();
  await settled();
  expect([asked?.aborted, imports.status.kind]).toEqual([true, 'idle']);
});

describe('while a file is proposed in another encoding', () => {
  /** A page that asks about `latin.csv`; proposals in a chosen encoding wait for `answer`. */
  async function confirming() {
    const worker = new FakeWorker();
    const doors = worker.edges();
    const answers: (() => void)[] = [];
    const asked: (string | undefined)[] = [];
    const kept: SavedFile[] = [];
    const { imports, datasets } = worker.page({
      propose: async (input, options) => {
        asked.push(input.encoding);
        const answered =
          input.encoding === undefined
            ? undefined
            : new Promise<void>((resolve) => answers.push(resolve));
        const proposed = await doors.propose(input, options);
        const doubtful =
          proposed.kind === 'failed'
            ? proposed
            : {
                ...proposed,
                value: {
                  ...proposed.value,
                  format: { ...proposed.value.format, encodingBasis: 'doubtful' as const },
                },
              };
        await answered;
        return doubtful;
      },
      savedFiles: {
        all: () => Promise.resolve([]),
        put: (one) => {
          kept.push(one);
          return Promise.resolve('key');
        },
        remove: () => Promise.resolve(true),
      },
    });
    imports.openFiles([file('latin.csv')]);
    await settled();
    expect(imports.status).toMatchObject({ kind: 'confirming', isEncodingPending: false });
    const answer = async () => {
      answers.shift()?.();
      await settled();
    };
    return { worker, imports, datasets, kept, answer };
  }

  it('it cannot be confirmed; afterwards it is kept with that encoding', async () => {
    const { imports, datasets, worker, kept, answer } = await confirming();
    void imports.chooseEncoding('windows-1256');
    imports.confirm();
    await settled();
    expect(imports.status).toMatchObject({ kind: 'confirming', isEncodingPending: true });
    expect(worker.calls).toEqual([]);
    await answer();
    expect(imports.status).toMatchObject({ kind: 'confirming', isEncodingPending: false });
    imports.confirm();
    await settled();
    await datasets.save(1);
    expect(kept.map(({ encoding }) => encoding)).toEqual(['windows-1256']);
  });

  it('a column that is chosen meanwhile stays chosen', async () => {
    const { imports, answer } = await confirming();
    void imports.chooseEncoding('windows-1256');
    await imports.chooseMapping({ ...NO_MAPPING, title: 0 });
    await answer();
    expect(imports.status).toMatchObject({ kind: 'confirming', mapping: { title: 0 } });
  });

  it('the last of two encodings counts', async () => {
    const { imports, datasets, kept, answer } = await confirming();
    void imports.chooseEncoding('windows-1256');
    void imports.chooseEncoding('windows-1252');
    await answer();
    expect(imports.status).toMatchObject({ isEncodingPending: true });
    await answer();
    imports.confirm();
    await settled();
    await datasets.save(1);
    expect(kept.map(({ encoding }) => encoding)).toEqual(['windows-1252']);
  });
});

describe('a worker that lost its data', () => {
  it('gets every file again, and those on the map that were on it', async () => {
    const worker = new FakeWorker();
    const { imports, datasets, saved } = worker.page();
    imports.openFiles([file('one.csv'), file('two.csv'), file('three.csv')]);
    await settled();
    await imports.close(1);
    await datasets.toggle(0);
    await datasets.save(3);
    worker.lose();
    const { lost } = await imports.reopen(worker.opened);
    expect(lost).toEqual([]);
    expect(datasets.all.map(({ name, isOn }) => [name, isOn])).toEqual([
      ['the page', true],
      ['two.csv', false],
      ['three.csv', true],
    ]);
    expect(datasets.all.map(({ number }) => number)).toEqual([0, 2, 3]);
    expect([saved.isSaved(2), saved.isSaved(3)]).toEqual([false, true]);
  });
});

describe('while files are read again after the worker ended', () => {
  /** A page with two files whose worker has ended, and stays at the first proposal until `goOn`. */
  async function reopening() {
    const worker = new FakeWorker();
    const doors = worker.edges();
    let goOn: () => void = () => undefined;
    let isHeld = false;
    const { imports, datasets } = worker.page({
      propose: async (asked, options) => {
        const proposed = await doors.propose(asked, options);
        if (isHeld) {
          isHeld = false;
          await new Promise<void>((resolve) => (goOn = resolve));
        }
        return proposed;
      },
    });
    imports.openFiles([file('one.csv'), file('two.csv')]);
    await settled();
    worker.lose();
    isHeld = true;
    const done = imports.reopen(worker.opened);
    await settled();
    expect(imports.status.kind).toBe('reopening');
    const names = () => datasets.all.map(({ name }) => name);
    return {
      worker,
      imports,
      datasets,
      done,
      names,
      goOn: () => {
        goOn();
      },
    };
  }

  it.each([
    [
      'a file is dropped',
      (imports: Imports) => {
        imports.openFiles([file('new.csv')]);
      },
    ],
    [
      'a file is dropped and cancelled',
      (imports: Imports) => {
        imports.openFiles([file('new.csv')]);
        imports.cancel();
      },
    ],
    [
      'a cell is pasted, and then the dialog closed',
      (imports: Imports) => {
        imports.cancel();
        imports.openText('a\n1', 'new.csv');
      },
    ],
  ])('what comes waits, and none is lost or mixed up: %s', async (_, act) => {
    const { imports, done, goOn, names } = await reopening();
    act(imports);
    await settled();
    goOn();
    expect((await done).lost).toEqual([]);
    await settled();
    expect(names()).toEqual(['the page', 'one.csv', 'two.csv', 'new.csv']);
    expect(imports.status.kind).toBe('idle');
  });

  it('sets that are switched or closed meanwhile are so afterwards', async () => {
    const { worker, datasets, imports, done, goOn } = await reopening();
    await datasets.toggle(0);
    await imports.close(1);
    goOn();
    expect((await done).lost).toEqual([]);
    expect(datasets.all.map(({ name, isOn }) => [name, isOn])).toEqual([
      ['the page', true],
      ['two.csv', true],
    ]);
    expect([...worker.names.values()]).toEqual(['the page', 'two.csv']);
  });

  it('a file that was being opened is named as lost, and not tried again', async () => {
    const worker = new FakeWorker();
    const doors = worker.edges();
    const { imports, datasets } = worker.page({
      propose: (asked, options) =>
        asked.name === 'one.csv' ? new Promise(() => undefined) : doors.propose(asked, options),
    });
    imports.openFiles([file('one.csv'), file('two.csv')]);
    await settled();
    imports.suspend();
    const { lost, unread } = await imports.reopen(worker.opened);
    await settled();
    expect([lost, unread]).toEqual([[], ['one.csv']]);
    expect(datasets.all.map(({ name }) => name)).toEqual(['the page', 'two.csv']);
  });
});

it('leaves out a file at which the worker ends again', async () => {
  const worker = new FakeWorker();
  let crashing = '';
  const doors = worker.edges();
  const { imports } = worker.page({
    propose: (asked, options) =>
      asked.name === crashing ? Promise.reject(new CrashedWorker()) : doors.propose(asked, options),
  });
  imports.openFiles([file('one.csv'), file('two.csv'), file('three.csv')]);
  await settled();
  crashing = 'two.csv';
  const emptied = () => {
    worker.lose();
    return worker.opened;
  };
  await expect(imports.reopen(emptied())).rejects.toBeInstanceOf(CrashedWorker);
  const { lost } = await imports.reopen(emptied());
  expect(lost).toEqual(['two.csv']);
  expect([...worker.names.values()]).toEqual(['the page', 'one.csv', 'three.csv']);
});

it('leaves nothing of a file that cannot be read to its end again', async () => {
  const worker = new FakeWorker();
  let isReadable = true;
  const { imports, datasets } = worker.page({
    readOn: () =>
      Promise.resolve(
        isReadable
          ? {
              kind: 'ok' as const,
              value: { snapshot: worker.opened, isComplete: true },
            }
          : { kind: 'failed' as const, failure: { kind: 'file-changed' as const } },
      ),
  });
  imports.openFiles([file('long.csv')]);
  await settled();
  expect([...worker.names.values()]).toEqual(['the page', 'long.csv']);
  isReadable = false;
  worker.lose();
  const { lost } = await imports.reopen(worker.opened);
  expect(lost).toEqual(['long.csv']);
  expect(datasets.all.map(({ name }) => name)).toEqual(['the page']);
});

describe('a linked table of which this device keeps a copy', () => {
  const address = 'https://made-up.example/table.csv';
  const copy: SavedFile = { name: 'copy.csv', blob: new Blob(['a']), address, mapping: NO_MAPPING };
  const savedFiles = {
    all: () => Promise.resolve([{ key: 'k', file: copy }]),
    put: () => Promise.resolve('k'),
    remove: () => Promise.resolve(false),
  };

  it('is the published one', async () => {
    const worker = new FakeWorker();
    const value = { blob: new Blob(['a\n2']), answeredBy: undefined };
    const fetchData = () => Promise.resolve({ kind: 'ok' as const, value });
    const { imports, saved, notices } = worker.page({ savedFiles, fetchData });
    await imports.openAtStart(address, true);
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'table.csv']);
    expect(saved.isSaved(1)).toBe(true);
    expect(notices.all).toEqual([]);
  });

  it('is the copy where the published one cannot be read, and that is said', async () => {
    const worker = new FakeWorker();
    const failure = { kind: 'link-unreachable', host: 'made-up.example' } as const;
    const fetchData = () => Promise.resolve({ kind: 'failed' as const, failure });
    const { imports, datasets, saved, notices } = worker.page({ savedFiles, fetchData });
    await imports.openAtStart(address, true);
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'copy.csv']);
    expect(notices.all.map(({ message }) => message.kind)).toEqual([
      'link-unreachable',
      'saved-copy-shown',
    ]);
    await datasets.delete(1);
    expect(saved.isSaved(1)).toBe(true);
    expect(notices.all.at(-1)?.message).toEqual({ kind: 'not-deleted', file: 'copy.csv' });
  });

  it('is the copy where the reader does not allow the other site to be asked', async () => {
    const worker = new FakeWorker();
    const { imports } = worker.page({ savedFiles, isOwnOrigin: () => false });
    await imports.openAtStart(address, true);
    imports.cancel();
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'copy.csv']);
  });
});

describe('a kept file that does not open', () => {
  const bad: SavedFile = {
    name: 'bad.csv',
    blob: new Blob(['a']),
    address: undefined,
    mapping: NO_MAPPING,
  };
  const empty = { kind: 'failed', failure: { kind: 'empty-file', file: 'bad.csv' } } as const;

  it.each([
    ['cannot be recognised', { propose: () => Promise.resolve(empty) }, 'empty-file'],
    ['cannot be read', { readFile: () => Promise.resolve(empty) }, 'empty-file'],
    ['is cancelled', { propose: () => new Promise(() => undefined) }, 'saved-file-unopened'],
    ['ends the worker', { propose: () => new Promise(() => undefined) }, 'saved-file-unopened'],
  ] as const)('because it %s can be removed in the notice', async (how, doors, kind) => {
    const worker = new FakeWorker();
    const removed: string[] = [];
    const { imports, saved, notices } = worker.page({
      ...(doors as Partial<PageEdges>),
      savedFiles: {
        all: () => Promise.resolve([{ key: 'k', file: bad }]),
        put: () => Promise.resolve('k'),
        remove: (key) => Promise.resolve(removed.push(key) > 0),
      },
    });
    await imports.openAtStart(undefined, false);
    await settled();
    if (how === 'is cancelled') imports.cancel();
    if (how === 'ends the worker') {
      imports.suspend();
      await imports.reopen(worker.opened);
    }
    await settled();
    const [notice] = notices.all;
    expect([notice?.message.kind, notice?.savedFile]).toEqual([
      kind,
      { key: 'k', name: 'bad.csv' },
    ]);
    if (notice?.savedFile) await saved.delete(notice.savedFile);
    expect([removed, notices.all]).toEqual([['k'], []]);
  });
});

describe('a kept file that cannot be removed from this device', () => {
  const failure = { kind: 'not-deleted', file: 'one.csv' };
  const unopened = { key: 'k', name: 'one.csv' };

  it('is named when its set was closed while it was being kept', async () => {
    const worker = new FakeWorker();
    const put = deferred<string>();
    const { imports, datasets, notices } = worker.page({
      savedFiles: {
        all: () => Promise.resolve([]),
        put: () => put.promise,
        remove: () => Promise.resolve(false),
      },
    });
    imports.openFiles([file('one.csv')]);
    await settled();
    const keeping = datasets.save(1);
    await imports.close(1);
    put.resolve('k');
    await keeping;
    const notice = notices.all.at(-1);
    expect([notice?.message, notice?.savedFile]).toEqual([failure, unopened]);
  });

  it('stays kept, and can be removed in the notice', async () => {
    const worker = new FakeWorker();
    let isWorking = false;
    const { imports, datasets, saved, notices } = worker.page({
      savedFiles: {
        all: () => Promise.resolve([]),
        put: () => Promise.resolve('k'),
        remove: () => Promise.resolve(isWorking),
      },
    });
    imports.openFiles([file('one.csv')]);
    await settled();
    await datasets.save(1);
    await datasets.delete(1);
    const notice = notices.all.at(-1);
    expect([saved.isSaved(1), notice?.message, notice?.savedFile]).toEqual([
      true,
      failure,
      unopened,
    ]);
    isWorking = true;
    if (notice?.savedFile) await saved.delete(notice.savedFile);
    expect([saved.isSaved(1), notices.all]).toEqual([false, []]);
  });
});

describe('an address that sends on to another one', () => {
  const address = 'https://made-up.example/table.csv';
  const sent = { blob: new Blob(['a\n2']), answeredBy: 'elsewhere.example' };

  /** A page whose fetches are redirected until they may follow; `asked` is what they were allowed. */
  function redirected(isOwnOrigin: boolean) {
    const worker = new FakeWorker();
    const asked: boolean[] = [];
    const page = worker.page({
      isOwnOrigin: () => isOwnOrigin,
      fetchData: (_address, _progress, _cancelled, mayFollow) => {
        asked.push(mayFollow);
        return Promise.resolve(
          mayFollow ? { kind: 'ok' as const, value: sent } : { kind: 'redirected' as const },
        );
      },
    });
    return { ...page, worker, asked };
  }

  it.each([
    ['of this site', true, ['redirect']],
    ['of another site', false, ['other-site', 'redirect']],
  ])('%s is followed only after a question of its own', async (_, isOwnOrigin, questions) => {
    const { imports, datasets, worker, asked } = redirected(isOwnOrigin);
    imports.openLink(address);
    for (const why of questions) {
      await settled();
      expect(imports.status).toEqual({ kind: 'asking', address, host: 'made-up.example', why });
      expect(asked).not.toContain(true);
      imports.allowLink();
    }
    await settled();
    expect(asked).toEqual([false, true]);
    expect([...worker.names.values()]).toContain('table.csv');
    expect(datasets.addressOf(1)).toBe(address);
  });

  it('is refused before any question where it holds a password', async () => {
    const { imports, asked } = redirected(false);
    imports.openLink(address.replace('://', '://me:secret@'));
    await settled();
    expect(imports.status.kind === 'asking' && imports.status.why).not.toBe('other-site');
    expect(asked).toHaveLength(1);
  });

  it('is left where the reader does not follow', async () => {
    const { imports, worker, asked } = redirected(true);
    imports.openLink(address);
    await settled();
    imports.cancel();
    await settled();
    expect([asked, imports.status.kind, [...worker.names.values()]]).toEqual([
      [false],
      'idle',
      ['the page'],
    ]);
  });
});

describe('sets that are switched one after the other', () => {
  it('are on the map as they were switched last, though the first answer comes late', async () => {
    const worker = new FakeWorker();
    const doors = worker.edges();
    const answers: (() => void)[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const { datasets } = worker.page({
      showDatasets: async (datasets, options) => {
        signals.push(options?.signal);
        const { promise, resolve } = deferred<undefined>();
        answers.push(() => {
          resolve(undefined);
        });
        await promise;
        return doors.showDatasets(datasets, options);
      },
    });
    worker.names.set(1, 'one.csv').set(2, 'two.csv');
    datasets.know(worker.opened);
    const first = datasets.toggle(1);
    const second = datasets.toggle(2);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    answers[1]?.();
    await second;
    answers[0]?.();
    await expect(first).rejects.toSatisfy(isAbortError);
    expect(datasets.all.map(({ isOn }) => isOn)).toEqual([true, true, true]);
  });
});

describe('the names of files that a reload closed', () => {
  const page = () => {
    const stored = new Map([['open-files', '["mine.csv"]']]);
    const { imports, notices } = new FakeWorker().page(
      {},
      {
        read: (name) => stored.get(name),
        write: (name, text) => void stored.set(name, text),
      },
    );
    return { stored, imports, notices };
  };
  const LOST = { kind: 'files-not-kept', files: ['mine.csv'] };

  it('are said where what opens files is loaded before', async () => {
    const { stored, imports, notices } = page();
    imports.prepare();
    await settled();
    expect(stored.get('open-files')).toBe('');
    await imports.openAtStart(undefined, false);
    expect(notices.all.map(({ message }) => message)).toEqual([LOST]);
  });

  it('are said without forgetting the file that is open by then', async () => {
    const { stored, imports, notices } = page();
    imports.openFiles([new File(['a'], 'new.csv')]);
    await settled();
    imports.confirm();
    await settled();
    await imports.openAtStart(undefined, false);
    expect(notices.all.map(({ message }) => message)).toContainEqual(LOST);
    expect(stored.get('open-files')).toBe('["new.csv"]');
  });
});
