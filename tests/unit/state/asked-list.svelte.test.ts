import { describe, expect, it } from 'vitest';
import { EMPTY_RECORD_LIST } from '../../../src/core/index/record-list.ts';
import { AskedList } from '../../../src/state/asked-list.svelte.ts';
import type { ListRequest } from '../../../src/worker/protocol.ts';

const request: ListRequest = {
  filter: [],
  extent: undefined,
  window: { from: 0, to: 1 },
  group: undefined,
};

describe('a listing', () => {
  it('is idle after another answer was adopted while it was put in order', async () => {
    const list = new AskedList({
      list: () => Promise.resolve(EMPTY_RECORD_LIST),
      tableOrder: (_, { signal, onProgress }) =>
        new Promise((_resolve, reject) => {
          onProgress?.(0.5);
          signal?.addEventListener('abort', () => {
            reject(new DOMException('', 'AbortError'));
          });
        }),
    });
    const asked = list.ask(request, {
      column: 'time',
      isDescending: false,
      values: [],
      language: 'en',
    });
    expect(list.progress).toBe(0.5);
    list.adopt(request, EMPTY_RECORD_LIST);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(list.progress).toBeUndefined();
  });
  it('says that it is asked for until the newest answer has come', async () => {
    const answers: (() => void)[] = [];
    const list = new AskedList({
      list: () =>
        new Promise((resolve) => {
          answers.push(() => {
            resolve(EMPTY_RECORD_LIST);
          });
        }),
      tableOrder: () => Promise.reject(new Error('out of memory')),
    });
    expect(list.isAsking).toBe(false);
    const older = list.ask(request);
    const newer = list.ask({ ...request, window: { from: 0, to: 2 } });
    answers[0]?.();
    await expect(older).rejects.toMatchObject({ name: 'AbortError' });
    expect(list.isAsking).toBe(true);
    answers[1]?.();
    await newer;
    expect(list.isAsking).toBe(false);
    const sort = { column: 'time', isDescending: false, values: [], language: 'en' } as const;
    await expect(list.ask(request, sort)).rejects.toThrow('out of memory');
    expect(list.isAsking).toBe(false);
  });
});
