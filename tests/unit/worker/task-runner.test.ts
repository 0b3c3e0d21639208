import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../src/core/steps.ts';
import { TaskRunner } from '../../../src/worker/task-runner.ts';

const none = (): void => undefined;

/** Keeps the thread busy for longer than a breath, so that the runner lets others go first. */
function* slowly<Result>(
  steps: number,
  log: string[],
  name: string,
  result: Result,
): Steps<Result> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 15;
    while (performance.now() < until);
    log.push(`${name}${step}`);
    yield step / steps;
  }
  return result;
}

describe('work in the worker', () => {
  it('is done one after another, in the order in which it was asked for', async () => {
    const tasks = new TaskRunner();
    const log: string[] = [];
    const done = await Promise.all([
      tasks.run(1, slowly(2, log, 'a', 'A'), none),
      tasks.run(2, slowly(1, log, 'b', 'B'), none),
    ]);
    expect(done).toEqual(['A', 'B']);
    expect(log).toEqual(['a0', 'a1', 'b0']);
  });

  it('tells how far it has come, and stops when it is not wanted any more', async () => {
    const tasks = new TaskRunner();
    const log: string[] = [];
    const parts: number[] = [];
    const stopped = tasks.run(1, slowly(50, log, 'a', 'A'), (part) => {
      parts.push(part);
      if (parts.length === 2) tasks.stop(1);
    });
    const after = tasks.run(2, slowly(1, log, 'b', 'B'), none);
    expect(await stopped).toBeUndefined();
    expect(await after).toBe('B');
    expect(log).toEqual(['a0', 'a1', 'b0']);
    expect(parts).toEqual([0, 0.02]);
  });

  it('that fails stands in no other’s way', async () => {
    const tasks = new TaskRunner();
    function* failing(): Steps<string> {
      yield 0;
      throw new Error('Made up.');
    }
    const failed = tasks.run(1, failing(), none);
    const after = tasks.run(2, slowly(1, [], 'b', 'B'), none);
    await expect(failed).rejects.toThrow('Made up.');
    expect(await after).toBe('B');
  });

  it('aside goes on only while nothing else is wanted', async () => {
    const tasks = new TaskRunner();
    const log: string[] = [];
    const wanted = tasks.run(1, slowly(2, log, 'a', 'A'), none);
    await Promise.all([tasks.runAside(slowly(1, log, 'aside', undefined)), wanted]);
    expect(log).toEqual(['a0', 'a1', 'aside0']);
  });
});
