import { describe, expect, it } from 'vitest';
import {
  isAbortError,
  LatestRequest,
  unlessCancelled,
} from '../../../../src/core/base/latest-request.ts';
import { deferred } from '../../deferred.ts';

/** A request that settles when the test says so, whatever its signal. */
function open() {
  const { promise, resolve, reject } = deferred<string>();
  let signal: AbortSignal | undefined;
  const request = (given: AbortSignal): Promise<string> => {
    signal = given;
    return promise;
  };
  return { request, resolve, reject, isAborted: () => signal?.aborted };
}

describe('`LatestRequest`', () => {
  it('gives the answer of the newest request, and cancels the one before', async () => {
    const latest = new LatestRequest();
    const [older, newer] = [open(), open()];
    const first = latest.run(older.request);
    const second = latest.run(newer.request);
    expect([older.isAborted(), newer.isAborted()]).toEqual([true, false]);
    newer.resolve('new');
    // It answers all the same, and too late.
    older.resolve('old');
    await expect(first).rejects.toSatisfy(isAbortError);
    await expect(second).resolves.toBe('new');
  });

  it('rejects with an `AbortError` if a request fails after it was cancelled', async () => {
    const latest = new LatestRequest();
    const request = open();
    const answer = latest.run(request.request);
    latest.cancel();
    request.reject(new Error('the network is gone'));
    await expect(answer).rejects.toSatisfy(isAbortError);
  });

  it('passes on the error of a request that was not cancelled', async () => {
    const latest = new LatestRequest();
    const request = open();
    const answer = latest.run(request.request);
    request.reject(new Error('made up'));
    await expect(answer).rejects.toThrow('made up');
    expect(isAbortError(await answer.catch((cause: unknown) => cause))).toBe(false);
  });
});

describe('`unlessCancelled`', () => {
  it('resolves to nothing for a cancelled request, and passes on every other failure', async () => {
    expect(await unlessCancelled(Promise.resolve(7))).toBe(7);
    const cancelled = Promise.reject<number>(new DOMException('made up', 'AbortError'));
    expect(await unlessCancelled(cancelled)).toBeUndefined();
    await expect(unlessCancelled(Promise.reject(new Error('made up')))).rejects.toThrow('made up');
  });
});
