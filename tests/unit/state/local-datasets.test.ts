/** Every file here is made up. */
import { describe, expect, it } from 'vitest';
import { NO_MAPPING } from '../../../src/formats/schemas/table-sample.ts';
import { readKept, writtenKept, type SavedFile } from '../../../src/io/saved-files.ts';
import { CrashedWorker, type OnProgress } from '../../../src/worker/worker-client.ts';
import type { LocalDatasetEdges, LocalDatasets } from '../../../src/state/local-datasets.svelte.ts';
import { FakeSets, settled } from './fake-datasets.ts';
import { deferred } from '../deferred.ts';
import { isAbortError } from '../../../src/core/base/latest-request.ts';

const whole: SavedFile = {
  name: 'a.csv',
  blob: new Blob(['a']),
  address: undefined,
  mapping: NO_MAPPING,
};

const file = (name: string): File => new File(['a\n1'], name);

describe('cancelling a file that is read on', () => {
  it.each([[[0]], [[1]], [[0, 1]], [[2]], [[0, 1, 2]], [[]]])(
    'brings back exactly the data sets that were on: %j',
    async (before) => {
      const worker = new FakeSets();
      const { files } = worker.page();
      files.openFiles([file('one.csv'), file('two.csv')]);
      await settled();
      for (const { number, isOn } of files.sets)
        if (isOn !== before.includes(number)) await files.toggle(number);
      files.openFiles([file('long.csv')]);
      await settled();
      expect(files.opening).toMatchObject({ kind: 'reading' });
      files.cancel();
      await settled();
      expect([...worker.on].sort()).toEqual(before);
      expect([...worker.names.values()]).not.toContain('long.csv');
    },
  );

  it('leaves the file that comes next alone on the map', async () => {
    const worker = new FakeSets();
    const { files } = worker.page();
    files.openFiles([file('long.csv'), file('next.csv')]);
    await settled();
    files.cancel();
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'next.csv']);
    expect([...worker.on]).toEqual([2]);
  });

  it('keeps what the reader put on the map while it was read', async () => {
    const worker = new FakeSets();
    const { files } = worker.page();
    files.openFiles([file('one.csv'), file('long.csv')]);
    await settled();
    await files.toggle(0);
    files.cancel();
    await settled();
    expect([...worker.on]).toEqual([0]);
  });
});

it('says how much of an archive is unpacked, and stops it when the reader cancels', async () => {
  const worker = new FakeSets();
  let tell: OnProgress = () => undefined;
  let asked: AbortSignal | undefined;
  const { files } = worker.page({
    propose: (_file, { signal, onProgress = () => undefined }) => {
      tell = onProgress;
      asked = signal;
      return new Promise(() => undefined);
    },
  });
  files.openFiles([file('large.zip')]);
  await settled();
  expect(files.opening).toMatchObject({ part: undefined, unpackedBytes: undefined });
  tell(0.2, 5_000_000);
  expect(files.opening).toEqual({
    kind: 'recognising',
    name: 'large.zip',
    part: 0.2,
    unpackedBytes: 5_000_000,
  });
  tell(0.6);
  expect(files.opening).toMatchObject({ part: 0.6, unpackedBytes: undefined });
  files.cancel();
  await settled();
  expect([asked?.aborted, files.opening.kind]).toEqual([true, 'idle']);
});

describe('while a file is proposed in another encoding', () => {
  /** A page that asks about `latin.csv`; proposals in a chosen encoding wait for `answer`. */
  async function confirming() {
    const worker = new FakeSets();
    const doors = worker.edges();
    const answers: (() => void)[] = [];
    const asked: (string | undefined)[] = [];
    const kept: SavedFile[] = [];
    const { files } = worker.page({
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
      kept: {
        all: () => Promise.resolve([]),
        put: (one) => {
          kept.push(one);
          return Promise.resolve('key');
        },
        remove: () => Promise.resolve(true),
      },
    });
    files.openFiles([file('latin.csv')]);
    await settled();
    expect(files.opening).toMatchObject({ kind: 'confirming', isEncodingPending: false });
    const answer = async () => {
      answers.shift()?.();
      await settled();
    };
    return { worker, files, kept, answer };
  }

  it('it cannot be confirmed; afterwards it is kept with that encoding', async () => {
    const { files, worker, kept, answer } = await confirming();
    void files.chooseEncoding('windows-1256');
    files.confirm();
    await settled();
    expect(files.opening).toMatchObject({ kind: 'confirming', isEncodingPending: true });
    expect(worker.calls).toEqual([]);
    await answer();
    expect(files.opening).toMatchObject({ kind: 'confirming', isEncodingPending: false });
    files.confirm();
    await settled();
    await files.keep(1);
    expect(kept.map(({ encoding }) => encoding)).toEqual(['windows-1256']);
  });

  it('a column that is chosen meanwhile stays chosen', async () => {
    const { files, answer } = await confirming();
    void files.chooseEncoding('windows-1256');
    await files.chooseMeaning({ ...NO_MAPPING, title: 0 });
    await answer();
    expect(files.opening).toMatchObject({ kind: 'confirming', mapping: { title: 0 } });
  });

  it('the last of two encodings counts', async () => {
    const { files, kept, answer } = await confirming();
    void files.chooseEncoding('windows-1256');
    void files.chooseEncoding('windows-1252');
    await answer();
    expect(files.opening).toMatchObject({ isEncodingPending: true });
    await answer();
    files.confirm();
    await settled();
    await files.keep(1);
    expect(kept.map(({ encoding }) => encoding)).toEqual(['windows-1252']);
  });
});

describe('a worker that lost its data', () => {
  it('gets every file again, and those on the map that were on it', async () => {
    const worker = new FakeSets();
    const { files } = worker.page();
    files.openFiles([file('one.csv'), file('two.csv'), file('three.csv')]);
    await settled();
    await files.close(1);
    await files.toggle(0);
    await files.keep(3);
    worker.names = new Map([[0, 'the page']]);
    worker.on = new Set([0]);
    worker.lastNumber = 0;
    const { lost, isRenumbered } = await files.reopen(worker.opened);
    expect([lost, isRenumbered]).toEqual([[], true]);
    expect(files.sets.map(({ name, isOn }) => [name, isOn])).toEqual([
      ['the page', true],
      ['two.csv', false],
      ['three.csv', true],
    ]);
    expect([files.isKept(2), files.isKept(3)]).toEqual([true, false]);
  });
});

describe('while files are read again after the worker ended', () => {
  /** A page with two files whose worker has ended, and stays at the first proposal until `goOn`. */
  async function reopening() {
    const worker = new FakeSets();
    const doors = worker.edges();
    let goOn: () => void = () => undefined;
    let isHeld = false;
    const { files } = worker.page({
      propose: async (asked, options) => {
        const proposed = await doors.propose(asked, options);
        if (isHeld) {
          isHeld = false;
          await new Promise<void>((resolve) => (goOn = resolve));
        }
        return proposed;
      },
    });
    files.openFiles([file('one.csv'), file('two.csv')]);
    await settled();
    worker.names = new Map([[0, 'the page']]);
    worker.on = new Set([0]);
    worker.lastNumber = 0;
    isHeld = true;
    const done = files.reopen(worker.opened);
    await settled();
    expect(files.opening.kind).toBe('reopening');
    const names = () => files.sets.map(({ name }) => name);
    return {
      worker,
      files,
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
      (files: LocalDatasets) => {
        files.openFiles([file('new.csv')]);
      },
    ],
    [
      'a file is dropped and cancelled',
      (files: LocalDatasets) => {
        files.openFiles([file('new.csv')]);
        files.cancel();
      },
    ],
    [
      'a cell is pasted, and then the dialog closed',
      (files: LocalDatasets) => {
        files.cancel();
        files.openText('a\n1', 'new.csv');
      },
    ],
  ])('what comes waits, and none is lost or mixed up: %s', async (_, act) => {
    const { files, done, goOn, names } = await reopening();
    act(files);
    await settled();
    goOn();
    expect((await done).lost).toEqual([]);
    await settled();
    expect(names()).toEqual(['the page', 'one.csv', 'two.csv', 'new.csv']);
    expect(files.opening.kind).toBe('idle');
  });

  it('sets that are switched or closed meanwhile are so afterwards', async () => {
    const { worker, files, done, goOn } = await reopening();
    await files.toggle(0);
    await files.close(1);
    goOn();
    expect((await done).lost).toEqual([]);
    expect(files.sets.map(({ name, isOn }) => [name, isOn])).toEqual([
      ['the page', true],
      ['two.csv', true],
    ]);
    expect([...worker.names.values()]).toEqual(['the page', 'two.csv']);
  });

  it('a file that was being opened is named as lost, and not tried again', async () => {
    const worker = new FakeSets();
    const doors = worker.edges();
    const { files } = worker.page({
      propose: (asked, options) =>
        asked.name === 'one.csv' ? new Promise(() => undefined) : doors.propose(asked, options),
    });
    files.openFiles([file('one.csv'), file('two.csv')]);
    files.suspend();
    const { lost } = await files.reopen(worker.opened);
    await settled();
    expect(lost).toEqual(['one.csv']);
    expect(files.sets.map(({ name }) => name)).toEqual(['the page', 'two.csv']);
  });
});

it('leaves out a file at which the worker ends again', async () => {
  const worker = new FakeSets();
  let crashing = '';
  const doors = worker.edges();
  const { files } = worker.page({
    propose: (asked, options) =>
      asked.name === crashing ? Promise.reject(new CrashedWorker()) : doors.propose(asked, options),
  });
  files.openFiles([file('one.csv'), file('two.csv'), file('three.csv')]);
  await settled();
  crashing = 'two.csv';
  const emptied = () => {
    worker.names = new Map([[0, 'the page']]);
    worker.lastNumber = 0;
    return worker.opened;
  };
  await expect(files.reopen(emptied())).rejects.toBeInstanceOf(CrashedWorker);
  const { lost } = await files.reopen(emptied());
  expect(lost).toEqual(['two.csv']);
  expect([...worker.names.values()]).toEqual(['the page', 'one.csv', 'three.csv']);
});

it('leaves nothing of a file that cannot be read to its end again', async () => {
  const worker = new FakeSets();
  let isReadable = true;
  const { files } = worker.page({
    readOn: () =>
      Promise.resolve(
        isReadable
          ? {
              kind: 'ok' as const,
              value: { snapshot: worker.opened, dataset: worker.lastNumber, isComplete: true },
            }
          : { kind: 'failed' as const, failure: { kind: 'file-changed' as const } },
      ),
  });
  files.openFiles([file('long.csv')]);
  await settled();
  expect([...worker.names.values()]).toEqual(['the page', 'long.csv']);
  isReadable = false;
  worker.names = new Map([[0, 'the page']]);
  worker.on = new Set([0]);
  worker.lastNumber = 0;
  const { lost } = await files.reopen(worker.opened);
  expect(lost).toEqual(['long.csv']);
  expect(files.sets.map(({ name }) => name)).toEqual(['the page']);
});

describe('a linked table of which this device keeps a copy', () => {
  const address = 'https://made-up.example/table.csv';
  const copy: SavedFile = { name: 'copy.csv', blob: new Blob(['a']), address, mapping: NO_MAPPING };
  const kept = {
    all: () => Promise.resolve([{ key: 'k', file: copy }]),
    put: () => Promise.resolve('k'),
    remove: () => Promise.resolve(false),
  };

  it('is the published one', async () => {
    const worker = new FakeSets();
    const value = { blob: new Blob(['a\n2']), answeredBy: undefined };
    const fetchData = () => Promise.resolve({ kind: 'ok' as const, value });
    const { files, notices } = worker.page({ kept, fetchData });
    await files.openAtStart(address, true);
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'table.csv']);
    expect(files.isKept(1)).toBe(true);
    expect(notices.all).toEqual([]);
  });

  it('is the copy where the published one cannot be read, and that is said', async () => {
    const worker = new FakeSets();
    const failure = { kind: 'link-unreachable', host: 'made-up.example' } as const;
    const fetchData = () => Promise.resolve({ kind: 'failed' as const, failure });
    const { files, notices } = worker.page({ kept, fetchData });
    await files.openAtStart(address, true);
    await settled();
    expect([...worker.names.values()]).toEqual(['the page', 'copy.csv']);
    expect(notices.all.map(({ fault }) => fault.kind)).toEqual([
      'link-unreachable',
      'kept-copy-shown',
    ]);
    await files.forget(1);
    expect(files.isKept(1)).toBe(true);
    expect(notices.all.at(-1)?.fault).toEqual({ kind: 'not-removed', file: 'copy.csv' });
  });

  it('is the copy where the reader does not allow the other site to be asked', async () => {
    const worker = new FakeSets();
    const { files } = worker.page({ kept, isOwnOrigin: () => false });
    await files.openAtStart(address, true);
    files.cancel();
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
    ['is cancelled', { propose: () => new Promise(() => undefined) }, 'kept-unopened'],
    ['ends the worker', { propose: () => new Promise(() => undefined) }, 'kept-unopened'],
  ] as const)('because it %s can be removed in the notice', async (how, doors, kind) => {
    const worker = new FakeSets();
    const removed: string[] = [];
    const { files, notices } = worker.page({
      ...(doors as Partial<LocalDatasetEdges>),
      kept: {
        all: () => Promise.resolve([{ key: 'k', file: bad }]),
        put: () => Promise.resolve('k'),
        remove: (key) => Promise.resolve(removed.push(key) > 0),
      },
    });
    await files.openAtStart(undefined, false);
    await settled();
    if (how === 'is cancelled') files.cancel();
    if (how === 'ends the worker') {
      files.suspend();
      await files.reopen(worker.opened);
    }
    await settled();
    const [notice] = notices.all;
    expect([notice?.fault.kind, notice?.unopened]).toEqual([kind, { key: 'k', name: 'bad.csv' }]);
    if (notice?.unopened) await files.removeKept(notice.unopened);
    expect([removed, notices.all]).toEqual([['k'], []]);
  });
});

describe('a kept file that cannot be removed from this device', () => {
  const failure = { kind: 'not-removed', file: 'one.csv' };
  const unopened = { key: 'k', name: 'one.csv' };

  it('is named when its set was closed while it was being kept', async () => {
    const worker = new FakeSets();
    const put = deferred<string>();
    const { files, notices } = worker.page({
      kept: {
        all: () => Promise.resolve([]),
        put: () => put.promise,
        remove: () => Promise.resolve(false),
      },
    });
    files.openFiles([file('one.csv')]);
    await settled();
    const keeping = files.keep(1);
    await files.close(1);
    put.resolve('k');
    await keeping;
    const notice = notices.all.at(-1);
    expect([notice?.fault, notice?.unopened]).toEqual([failure, unopened]);
  });

  it('stays kept, and can be removed in the notice', async () => {
    const worker = new FakeSets();
    let isWorking = false;
    const { files, notices } = worker.page({
      kept: {
        all: () => Promise.resolve([]),
        put: () => Promise.resolve('k'),
        remove: () => Promise.resolve(isWorking),
      },
    });
    files.openFiles([file('one.csv')]);
    await settled();
    await files.keep(1);
    await files.forget(1);
    const notice = notices.all.at(-1);
    expect([files.isKept(1), notice?.fault, notice?.unopened]).toEqual([true, failure, unopened]);
    isWorking = true;
    if (notice?.unopened) await files.removeKept(notice.unopened);
    expect([files.isKept(1), notices.all]).toEqual([false, []]);
  });
});

describe('an address that sends on to another one', () => {
  const address = 'https://made-up.example/table.csv';
  const sent = { blob: new Blob(['a\n2']), answeredBy: 'elsewhere.example' };

  /** A page whose fetches are redirected until they may follow; `asked` is what they were allowed. */
  function redirected(isOwnOrigin: boolean) {
    const worker = new FakeSets();
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
    const { files, worker, asked } = redirected(isOwnOrigin);
    files.openLink(address);
    for (const why of questions) {
      await settled();
      expect(files.opening).toEqual({ kind: 'asking', address, host: 'made-up.example', why });
      expect(asked).not.toContain(true);
      files.allowLink();
    }
    await settled();
    expect(asked).toEqual([false, true]);
    expect([...worker.names.values()]).toContain('table.csv');
    expect(files.addressOf(1)).toBe(address);
  });

  it('is refused before any question where it holds a password', async () => {
    const { files, asked } = redirected(false);
    files.openLink(address.replace('://', '://me:secret@'));
    await settled();
    expect(files.opening.kind === 'asking' && files.opening.why).not.toBe('other-site');
    expect(asked).toHaveLength(1);
  });

  it('is left where the reader does not follow', async () => {
    const { files, worker, asked } = redirected(true);
    files.openLink(address);
    await settled();
    files.cancel();
    await settled();
    expect([asked, files.opening.kind, [...worker.names.values()]]).toEqual([
      [false],
      'idle',
      ['the page'],
    ]);
  });
});

const place = (value: unknown) => ({ place: value });
const time = (value: unknown) => ({ time: value });

it.each([
  [{ schema: 'zzz' }],
  [place({ kind: 'nonsense' })],
  [place({ kind: 'two', latitude: 0 })],
  [place({ kind: 'two', latitude: -1, longitude: 1 })],
  [place({ kind: 'one', column: 0, order: 'sideways' })],
  [place({ kind: 'geometry', column: 1.5 })],
  [time(undefined)],
  [time({ kind: 'one', column: '0', order: 'dmy' })],
  [time({ kind: 'interval', from: 0, to: Infinity, order: 'dmy' })],
  [time({ kind: 'parts', month: 1 })],
  [time({ kind: 'epoch', column: 0, unit: 'weeks' })],
  [{ placePrecision: { column: 0, scale: 'ell' } }],
  [{ timePrecision: 3 }],
  [{ calendar: 'mayan' }],
  [{ title: 'title' }],
  [{ category: NaN }],
])('asks anew about a kept file whose column mapping cannot be: %j', (change) => {
  const kept = { ...writtenKept(whole), mapping: { ...NO_MAPPING, ...change }, encoding: 'utf-8' };
  expect(readKept(kept)).toMatchObject({ name: 'a.csv', mapping: undefined, encoding: undefined });
});

it.each(['klingon', 7, null])(
  'asks anew about a kept file in an unknown encoding: %j',
  (encoding) => {
    expect(readKept({ ...writtenKept(whole), encoding })).toMatchObject({ mapping: undefined });
  },
);

it.each([
  [place({ kind: 'two', latitude: 0, longitude: 1 })],
  [place({ kind: 'geometry' })],
  [time({ kind: 'one', column: 0, order: 'dmy', clock: undefined })],
  [time({ kind: 'interval', from: 0, to: 1, order: 'ymd', clock: 2, clockTo: 3 })],
  [time({ kind: 'parts', year: 0, month: undefined, day: undefined })],
  [time({ kind: 'epoch', column: 0, unit: 'seconds' })],
  [{ placePrecision: { column: 0, scale: 'acled' }, calendar: 'hijri', effect: 4 }],
])('takes a kept column mapping that can be: %j', (change) => {
  const mapping = { ...NO_MAPPING, ...change };
  expect(readKept({ ...writtenKept(whole), mapping })?.mapping).toEqual(mapping);
});

/** As version 1 of the stored files wrote it. */
function writtenByVersion1({ name, blob, address, mapping }: SavedFile): unknown {
  const { schema: layout, ...others } = mapping ?? NO_MAPPING;
  return { name, blob, address, meaning: { layout, ...others }, version: 1 };
}

it.each<[string, (file: SavedFile) => unknown, boolean]>([
  ['of this version', writtenKept, true],
  ['of version 1, which had other names', writtenByVersion1, true],
  ['of no version', (file: SavedFile) => file, false],
  ['of a later version', (file: SavedFile) => ({ ...file, version: 999 }), false],
  ['damaged', (file: SavedFile) => ({ ...writtenKept(file), mapping: { schema: 'x' } }), false],
])('takes a kept column mapping %s as what it is', (_, write, isTaken) => {
  const file = { name: 'a.csv', blob: new Blob(['a']), address: undefined, mapping: NO_MAPPING };
  const read = readKept(write(file));
  expect(read?.name).toBe('a.csv');
  expect(read?.mapping).toEqual(isTaken ? NO_MAPPING : undefined);
});

describe('sets that are switched one after the other', () => {
  it('are on the map as they were switched last, though the first answer comes late', async () => {
    const worker = new FakeSets();
    const doors = worker.edges();
    const answers: (() => void)[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const { files } = worker.page({
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
    files.know(worker.opened);
    const first = files.toggle(1);
    const second = files.toggle(2);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    answers[1]?.();
    await second;
    answers[0]?.();
    await expect(first).rejects.toSatisfy(isAbortError);
    expect(files.sets.map(({ isOn }) => isOn)).toEqual([true, true, true]);
  });
});
