/** Every file here is made up. */
import { describe, expect, it } from 'vitest';
import { CrashedWorker } from '../../../src/worker/data-client.ts';
import { FakeSets, settled } from './fake-sets.ts';

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

it('leaves out a file at which the worker ends again', async () => {
  const worker = new FakeSets();
  let crashing = '';
  const doors = worker.doors();
  const { files } = worker.page({
    propose: (asked) =>
      asked.name === crashing
        ? { output: Promise.reject(new CrashedWorker()), stop: () => undefined }
        : doors.propose(asked),
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
