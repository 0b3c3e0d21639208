/** Every row of the opened files is made up; the page's own data are the published ones. */
import { describe, expect, it } from 'vitest';
import { Task, UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { EMPTY_FILTER } from '../../../src/core/filters/filter.ts';
import type { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { handlersWith, opened, outputOf } from './open-handlers.ts';

const WHOLE_LIST = {
  filter: EMPTY_FILTER,
  extent: undefined,
  window: { from: -2_000_000_000, to: 2_000_000_000 },
  group: undefined,
};
const rowsOf = (count: number): string =>
  [
    'date,lat,lon,kind',
    ...Array.from({ length: count }, () => '2031-05-03,36.19,44.01,blast'),
  ].join('\n');

/** Long enough that its first rows are shown before the rest. */
const LONG = 20_000;

/** A task that lets something else run at its first yield point. */
const interruptedBy = (other: () => Promise<unknown>): Task => {
  let isInterrupted = false;
  return new Task({
    isDue: () => !isInterrupted,
    nextTurn: async () => {
      isInterrupted = true;
      await other();
    },
  });
};

async function exported(handlers: RequestHandlers, task: Task): Promise<readonly string[]> {
  return (
    await (await outputOf(handlers.exportRows({ ...WHOLE_LIST, selection: '' }, task))).text()
  ).split('\r\n');
}

describe('an export has the rows and names that were shown when it was asked for', () => {
  it('while a file is read on', async () => {
    const handlers = await handlersWith(rowsOf(LONG));
    await opened(handlers);
    const before = await exported(handlers, UNINTERRUPTED);
    const read: unknown[] = [];
    const readOn = async () => read.push(await outputOf(handlers.readOn(1, UNINTERRUPTED)));
    const during = await exported(handlers, interruptedBy(readOn));
    expect(during.length).toBe(before.length);
    expect(during).toEqual(before);
    expect(read).toMatchObject([{ kind: 'ok', value: { isComplete: true } }]);
  });

  it.each(['switched off', 'closed'] as const)('while a data set is %s', async (change) => {
    const handlers = await handlersWith(rowsOf(300));
    await opened(handlers);
    await handlers.showDatasets([0, 1], UNINTERRUPTED);
    const before = await exported(handlers, UNINTERRUPTED);
    const other = () =>
      change === 'closed'
        ? handlers.closeDataset(1, UNINTERRUPTED)
        : handlers.showDatasets([0], UNINTERRUPTED);
    const during = await exported(handlers, interruptedBy(other));
    expect(during.length).toBe(before.length);
    expect(during).toEqual(before);
    expect((await exported(handlers, UNINTERRUPTED)).length).toBeLessThan(before.length);
  });
});
