/** The file is made up. */
import { expect, it } from 'vitest';
import type { NotStored } from '../../../src/io/saved-files.ts';
import { deferred } from '../deferred.ts';
import { FakeWorker, settled } from './fake-worker.ts';

/** A page with one open file, and a device that stores it when the test says so. */
async function pageWithFile() {
  const puts: ((key: string | NotStored) => void)[] = [];
  const removed: string[] = [];
  const page = new FakeWorker().page({
    savedFiles: {
      all: () => Promise.resolve([]),
      put: () => {
        const { promise, resolve } = deferred<string | NotStored>();
        puts.push(resolve);
        return promise;
      },
      remove: (key) => {
        removed.push(key);
        return Promise.resolve(true);
      },
    },
  });
  page.imports.openFiles([new File(['a'], 'a.csv')]);
  await settled();
  return { ...page, puts, removed };
}

it('stores no second copy of a file that is saved', async () => {
  const { datasets, puts } = await pageWithFile();
  const saving = datasets.save(1);
  puts[0]?.('first');
  await saving;
  void datasets.save(1);
  expect(puts).toHaveLength(1);
});

it.each(['deleted', 'closed'] as const)(
  'keeps nothing of a file that is %s while it is saved',
  async (change) => {
    const { datasets, imports, saved, puts, removed } = await pageWithFile();
    const saving = datasets.save(1);
    await (change === 'deleted' ? datasets.delete(1) : imports.close(1));
    puts[0]?.('first');
    await saving;
    expect([removed, saved.isSaved(1)]).toEqual([['first'], false]);
  },
);

it('keeps a file that is deleted and saved again while it is stored', async () => {
  const { datasets, saved, puts, removed } = await pageWithFile();
  const saving = datasets.save(1);
  await datasets.delete(1);
  await datasets.save(1);
  puts[0]?.('first');
  await saving;
  expect([removed, saved.isSaved(1), puts.length]).toEqual([[], true, 1]);
});

it('says nothing of a file that was not stored and was not wanted any more', async () => {
  const { datasets, notices, puts } = await pageWithFile();
  const before = notices.all;
  const saving = datasets.save(1);
  await datasets.delete(1);
  puts[0]?.({ why: 'no-storage' });
  await saving;
  expect(notices.all).toEqual(before);
});
