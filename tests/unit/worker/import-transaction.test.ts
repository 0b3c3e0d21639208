/** Every row of the opened files is made up; the page's own data are the published ones. */
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import type { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { alwaysDue } from '../always-due.ts';
import { handlersWith, opened, outputOf, proposed } from './open-handlers.ts';

const rowsOf = (count: number): string =>
  [
    'date,lat,lon,kind',
    ...Array.from({ length: count }, () => '2031-05-03,36.19,44.01,blast'),
  ].join('\n');

/** Long enough that its first rows are shown before the rest. */
const LONG = rowsOf(20_000);
/** The number of the data set whose import is cancelled. */
const CANCELLED = 9;

const cancelled = (): never => {
  throw new DOMException('made up', 'AbortError');
};
/** A task that is cancelled at its yield point of this number. */
const cancelledAt = (yieldPoint: number) => {
  let passed = 0;
  return alwaysDue(() => {
    if (passed++ === yieldPoint) cancelled();
  });
};

/** What is open, and what of it is on. */
async function state(handlers: RequestHandlers) {
  // What asks changes nothing: it is given what is on by the import that is cancelled once more.
  const { datasets } = await outputOf(handlers.closeDataset(-1, UNINTERRUPTED));
  return {
    open: datasets.map(({ number }) => number),
    on: datasets.flatMap(({ number, isOn }) => (isOn ? [number] : [])),
  };
}

const STAGES: Readonly<Record<string, (handlers: RequestHandlers) => Promise<unknown>>> = {
  'is proposed': (handlers) => proposed(handlers, CANCELLED),
  'is at its first rows': (handlers) => opened(handlers, CANCELLED),
  'is read on': async (handlers) => {
    await opened(handlers, CANCELLED);
    await handlers.readOn(CANCELLED, cancelledAt(3)).catch(() => undefined);
  },
  'is complete, and its answer is on the way': async (handlers) => {
    await opened(handlers, CANCELLED);
    await handlers.readOn(CANCELLED, UNINTERRUPTED);
  },
  'is complete and switched off': async (handlers) => {
    const reading = await proposed(handlers, CANCELLED);
    await handlers.readFile({ ...reading, isOff: true }, UNINTERRUPTED);
    await handlers.readOn(CANCELLED, UNINTERRUPTED);
  },
};

describe('`cancelImport`', () => {
  it.each(
    Object.keys(STAGES).flatMap((stage) =>
      [[0], [1], [0, 2], [0, 1, 2], []].map((before) => [stage, before] as const),
    ),
  )(
    'of a file that %s brings back exactly the data sets that were on: %j',
    async (stage, before) => {
      const handlers = await handlersWith(LONG);
      for (const number of [1, 2]) {
        await opened(handlers, number);
        await handlers.readOn(number, UNINTERRUPTED);
      }
      await handlers.showDatasets(before, UNINTERRUPTED);
      await STAGES[stage]?.(handlers);
      await handlers.cancelImport(CANCELLED, UNINTERRUPTED);
      expect(await state(handlers)).toEqual({ open: [0, 1, 2], on: before });
    },
    20_000,
  );

  it('keeps what the reader switched while the file was read, and closes the file', async () => {
    const handlers = await handlersWith(LONG);
    await opened(handlers, 1);
    await handlers.readOn(1, UNINTERRUPTED);
    await opened(handlers, CANCELLED);
    await handlers.showDatasets([0, CANCELLED], UNINTERRUPTED);
    const snapshot = await outputOf(handlers.cancelImport(CANCELLED, UNINTERRUPTED));
    expect(snapshot?.datasets.map(({ number, isOn }) => [number, isOn])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it.each([
    ['nothing else was on before', [1], [0]],
    ['another one was on too', [1, 2], [2]],
  ])('brings back no data set that was closed meanwhile: %s', async (_, before, after) => {
    const handlers = await handlersWith(rowsOf(3));
    for (const number of [1, 2]) await opened(handlers, number);
    await handlers.showDatasets(before, UNINTERRUPTED);
    await opened(handlers, CANCELLED);
    await handlers.closeDataset(1, UNINTERRUPTED);
    await handlers.cancelImport(CANCELLED, UNINTERRUPTED);
    expect(await state(handlers)).toEqual({ open: [0, 2], on: after });
  });

  it('leaves nothing of a file that was cancelled at any yield point of its first reading', async () => {
    const handlers = await handlersWith(rowsOf(200));
    const reading = await proposed(handlers, CANCELLED);
    const isReadUntil = (yieldPoint: number): Promise<boolean> =>
      handlers.readFile(reading, cancelledAt(yieldPoint)).then(
        () => true,
        () => false,
      );
    let yieldPoints = 0;
    for (; !(await isReadUntil(yieldPoints)); yieldPoints++) {
      await handlers.cancelImport(CANCELLED, UNINTERRUPTED);
      expect(await state(handlers)).toEqual({ open: [0], on: [0] });
      await proposed(handlers, CANCELLED);
    }
    expect(yieldPoints).toBeGreaterThan(2);
  });

  it('answers nothing where no row was open', async () => {
    const handlers = await handlersWith(LONG);
    await proposed(handlers, CANCELLED);
    expect(await outputOf(handlers.cancelImport(CANCELLED, UNINTERRUPTED))).toBeUndefined();
    await expect(handlers.readOn(CANCELLED, UNINTERRUPTED)).rejects.toThrow('not proposed');
  });
});

describe('data sets that are switched while a snapshot is counted', () => {
  it('are what the snapshot says, and what the index answers from', async () => {
    const handlers = await handlersWith(LONG);
    await opened(handlers, 1);
    await handlers.readOn(1, UNINTERRUPTED);
    let switching: Promise<unknown> | undefined;
    const late = alwaysDue(() => {
      switching ??= Promise.resolve(handlers.showDatasets([0], UNINTERRUPTED));
    });
    const { datasets, counts } = await outputOf(handlers.showDatasets([0, 1], late));
    await switching;
    expect(switching).toBeDefined();
    expect(datasets.map(({ isOn }) => isOn)).toEqual([true, false]);
    const again = await outputOf(handlers.showDatasets([0], UNINTERRUPTED));
    expect(counts).toEqual(again.counts);
  });
});

it('never reports less progress than before', async () => {
  const handlers = await handlersWith(LONG);
  const reading = await proposed(handlers, 1);
  const parts: number[] = [];
  const task = alwaysDue((part) => parts.push(part));
  await handlers.readFile(reading, task);
  const falls = parts.filter((part, at) => part < (parts[at - 1] ?? 0) - 0.05);
  expect(falls).toEqual([]);
  expect(Math.max(...parts)).toBeGreaterThan(0.9);
});
