import { describe, expect, it } from 'vitest';
import { OneAtATime } from '../../../../src/core/base/one-at-a-time.ts';
import { deferred } from '../../deferred.ts';

function open() {
  const sent: { readonly query: string; readonly answer: ReturnType<typeof deferred<string>> }[] =
    [];
  const taken: string[] = [];
  const requests = new OneAtATime<string, string>(
    (query) => {
      const answer = deferred<string>();
      sent.push({ query, answer });
      return answer.promise;
    },
    (answer) => taken.push(answer),
  );
  const queries = (): readonly string[] => sent.map(({ query }) => query);
  return { requests, sent, taken, queries };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('requests of which one is under way at a time', () => {
  it('go on with the one that waits where one fails', async () => {
    const { requests, sent, taken, queries } = open();
    const done = requests.ask('a');
    await requests.ask('b');
    sent[0]?.answer.reject(new Error('a failed'));
    await settled();
    expect(queries()).toEqual(['a', 'b']);
    sent[1]?.answer.resolve('of b');
    await done;
    expect(taken).toEqual(['of b']);
  });

  it('say that the last one failed, and take the next', async () => {
    const { requests, sent, queries } = open();
    const done = requests.ask('a');
    sent[0]?.answer.reject(new Error('a failed'));
    await expect(done).rejects.toThrow('a failed');
    void requests.ask('b');
    expect(queries()).toEqual(['a', 'b']);
  });

  it('take no answer after they were cancelled, and send what is asked for then at once', async () => {
    const { requests, sent, taken, queries } = open();
    const done = requests.ask('a');
    requests.cancel();
    void requests.ask('b');
    expect(queries()).toEqual(['a', 'b']);
    sent[0]?.answer.resolve('of a');
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    expect(taken).toEqual([]);
  });
});
