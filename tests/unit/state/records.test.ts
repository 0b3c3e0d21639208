import { describe, expect, it } from 'vitest';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import type { IncidentRecord } from '../../../src/core/records/incident-record.ts';
import { Records } from '../../../src/state/records.svelte.ts';
import type { CallOptions } from '../../../src/worker/worker-client.ts';
import { deferred } from '../deferred.ts';
import { settled } from './fake-worker.ts';

/** A made-up record: only its row and id are looked at. */
const recordOf = (row: number): IncidentRecord =>
  ({
    row,
    id: `made up ${row}`,
  }) as unknown as IncidentRecord;

/** Records whose worker answers when the test says so. */
function waiting() {
  const asked: { readonly rows: readonly number[]; readonly signal: AbortSignal | undefined }[] =
    [];
  const answers: ((records: readonly IncidentRecord[]) => void)[] = [];
  const records = new Records({
    records: (rows, { signal }: CallOptions) => {
      asked.push({ rows, signal });
      const { promise, resolve } = deferred<readonly IncidentRecord[]>();
      answers.push(resolve);
      return promise;
    },
    find: () => Promise.resolve(undefined),
  });
  return { records, asked, answers };
}

describe('`Records`', () => {
  it('requests all rows of one moment together, and none twice', async () => {
    const { records, asked, answers } = waiting();
    records.at(3);
    records.at(4);
    records.at(3);
    await settled();
    records.at(4);
    await settled();
    expect(asked.map(({ rows }) => rows)).toEqual([[3, 4]]);
    answers[0]?.([recordOf(3), recordOf(4)]);
    await settled();
    expect([records.at(3)?.row, records.at(4)?.row]).toEqual([3, 4]);
  });

  it('requests a record that the worker does not have only once for the same data', async () => {
    const { records, asked, answers } = waiting();
    records.at(3);
    records.at(4);
    await settled();
    answers[0]?.([recordOf(4)]);
    await settled();
    expect([records.at(3), records.at(4)?.row]).toEqual([undefined, 4]);
    await settled();
    expect(asked).toHaveLength(1);
    records.forget();
    records.at(3);
    await settled();
    expect(asked).toHaveLength(2);
  });

  it('cancels a request about replaced data, and ignores its answer', async () => {
    const { records, asked, answers } = waiting();
    const loading = records.load(7);
    records.forget();
    expect(asked[0]?.signal?.aborted).toBe(true);
    answers[0]?.([recordOf(7)]);
    await expect(loading).rejects.toSatisfy(isAbortError);
  });

  it('requests rows of new data while rows of the old are loading', async () => {
    const { records, asked, answers } = waiting();
    records.at(7);
    await settled();
    records.forget();
    records.at(7);
    await settled();
    answers[0]?.([recordOf(7)]);
    await settled();
    expect(records.at(7)).toBeUndefined();
    await settled();
    expect(asked.map(({ rows }) => rows)).toEqual([[7], [7]]);
    const other = recordOf(7);
    answers[1]?.([other]);
    await settled();
    expect(records.at(7)).toBe(other);
  });

  it('cancels a look-up with the signal of its caller', async () => {
    const { records, asked, answers } = waiting();
    const cancelling = new AbortController();
    const loading = records.load(7, cancelling.signal);
    cancelling.abort();
    expect(asked[0]?.signal?.aborted).toBe(true);
    answers[0]?.([recordOf(7)]);
    await expect(loading).rejects.toSatisfy(isAbortError);
  });
});

it('finds a record for the screen although the look-up of a link was cancelled', async () => {
  const answers: (() => void)[] = [];
  const name = { id: 'made up 7', dataset: undefined };
  const records = new Records({
    records: () => Promise.resolve([]),
    find: () => {
      const { promise, resolve } = deferred<IncidentRecord>();
      answers.push(() => {
        resolve(recordOf(7));
      });
      return promise;
    },
  });
  const controller = new AbortController();
  const linked = expect(records.find(name, controller.signal)).rejects.toSatisfy(isAbortError);
  expect(records.named(name)).toBeUndefined();
  controller.abort();
  for (const answer of answers) answer();
  await linked;
  await settled();
  expect(records.named(name)?.row).toBe(7);
});
