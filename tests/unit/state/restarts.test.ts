/** The rows of the file are made up; the worker ends where the test says so. */
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { MADE_UP, openPage } from './open-page.ts';
import { settled } from './fake-worker.ts';

/** A page with a file of the reader; `ends` says with which data sets on a worker ends at its view. */
async function pageWithFile(ends: (on: readonly number[]) => boolean) {
  let isCrashing = false;
  let on: readonly number[] = [0];
  const crash = { count: 0, opens: 0, pending: false };
  const app = await openPage('', (real) => ({
    open: async (request) => {
      crash.opens++;
      on = [0];
      // Another worker, which does not have the file.
      if (isCrashing) await real.closeDataset(1);
      return real.open(request);
    },
    showDatasets: (numbers, options) => {
      on = numbers;
      return real.showDatasets(numbers, options);
    },
    view: (request, options) => {
      if (!isCrashing || !ends(on)) return real.view(request, options);
      crash.count++;
      crash.pending = true;
      return new Promise(() => undefined);
    },
  }));
  app.imports.openFiles([new File([MADE_UP], 'mine.csv')]);
  await expect.poll(() => app.imports.status.kind).toBe('confirming');
  app.imports.confirm();
  await expect.poll(() => app.imports.status.kind).toBe('idle');
  await app.datasets.toggle(0);
  flushSync();
  await expect.poll(() => app.shown?.view).toBeDefined();
  crash.opens = 0;
  isCrashing = true;
  /** Restarts the worker as long as it ends, up to a number of times that no page should need. */
  const recoverAll = async () => {
    for (let turn = 0; turn < 20; turn++) {
      await settled();
      flushSync();
      if (!crash.pending) continue;
      crash.pending = false;
      await app.recover();
    }
  };
  app.filters.search('camp');
  flushSync();
  return { app, crash, recoverAll };
}

it('leaves out the files of the reader when a second worker ends at their marks', async () => {
  const { app, crash, recoverAll } = await pageWithFile((on) => on.includes(1));
  await recoverAll();
  expect([crash.count, crash.opens]).toEqual([2, 2]);
  expect(app.datasets.all.map(({ number }) => number)).toEqual([0]);
  expect(app.notices.all.map(({ message }) => message)).toContainEqual({
    kind: 'reader-restarted',
    lost: ['mine.csv'],
  });
});

it('stops when the data of the page end a third worker', async () => {
  const { app, crash, recoverAll } = await pageWithFile(() => true);
  await recoverAll();
  expect([crash.count, crash.opens]).toEqual([3, 2]);
  expect(app.open.status.kind).toBe('failed');
});
