/** The data sets are made up. */
import { expect, it } from 'vitest';
import type { Datasets } from '../../../src/state/datasets.svelte.ts';
import type { PageEdges } from './fake-worker.ts';
import { FakeWorker, settled } from './fake-worker.ts';

const onOf = (datasets: Datasets) =>
  datasets.all.flatMap(({ isOn, number }) => (isOn ? [number] : []));

/** A worker that answers one call after the other, in turn. */
function inTurn(worker: FakeWorker) {
  const turns: (() => void)[] = [];
  const edges = worker.edges();
  const later = <Answer>(answer: () => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve) => {
      turns.push(() => {
        resolve(answer());
      });
    });
  const others: Partial<PageEdges> = {
    readFile: (input, options) => later(() => edges.readFile(input, options)),
    showDatasets: (numbers, options) => later(() => edges.showDatasets(numbers, options)),
  };
  const answerAll = async () => {
    for (let turn = turns.shift(); turn; turn = turns.shift()) {
      turn();
      await settled();
    }
  };
  return { page: worker.page(others), answerAll };
}

it('leaves a file on that opens while another data set is switched off', async () => {
  const worker = new FakeWorker();
  worker.names.set(1, 'one');
  worker.on.add(1);
  const { page, answerAll } = inTurn(worker);
  const { imports, datasets } = page;
  imports.openFiles([new File(['a'], 'new.csv')]);
  await settled();
  const switching = datasets.toggle(1);
  await answerAll();
  await switching;
  expect(onOf(datasets)).toEqual([2]);
  expect([...worker.on]).toEqual([2]);
});

it('forgets a switch that failed', async () => {
  const worker = new FakeWorker();
  worker.names.set(1, 'one').set(2, 'two');
  const edges = worker.edges();
  let isFailing = true;
  const { datasets } = worker.page({
    showDatasets: (numbers) =>
      isFailing ? Promise.reject(new Error('made up')) : edges.showDatasets(numbers),
  });
  await expect(datasets.toggle(1)).rejects.toThrow('made up');
  isFailing = false;
  await datasets.toggle(2);
  expect(onOf(datasets)).toEqual([0, 2]);
});
