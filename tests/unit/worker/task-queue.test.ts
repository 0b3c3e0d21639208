import { describe, expect, it } from 'vitest';
import { isAbortError } from '../../../src/core/base/latest-request.ts';
import type { Task } from '../../../src/core/base/task.ts';
import { TaskQueue, type Work } from '../../../src/worker/task-queue.ts';
import { deferred } from '../deferred.ts';

const never = new AbortController().signal;

/** Work that is due at each of its yield points: it keeps the thread busy for longer than its turn. */
const slow =
  <Result>(pieces: number, log: string[], name: string, result: Result): Work<Result> =>
  async (task: Task) => {
    for (let piece = 0; piece < pieces; piece++) {
      const until = performance.now() + 15;
      while (performance.now() < until);
      log.push(`${name}${piece}`);
      if (task.isDue()) await task.yield(piece / pieces);
    }
    return result;
  };

describe('`TaskQueue`', () => {
  it('runs tasks one after another, in the order in which they were asked for', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const done = await Promise.all([
      queue.run(slow(2, log, 'a', 'A'), never),
      queue.run(slow(1, log, 'b', 'B'), never),
    ]);
    expect(done).toEqual(['A', 'B']);
    expect(log).toEqual(['a0', 'a1', 'b0']);
  });

  it('reports progress, and a task that is cancelled ends at its next yield point', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const parts: number[] = [];
    const controller = new AbortController();
    const cancelled = queue.run(slow(50, log, 'a', 'A'), controller.signal, (part) => {
      parts.push(part);
      if (parts.length === 2) controller.abort();
    });
    const after = queue.run(slow(1, log, 'b', 'B'), never);
    await expect(cancelled).rejects.toSatisfy(isAbortError);
    expect(await after).toBe('B');
    expect(log).toEqual(['a0', 'a1', 'b0']);
    expect(parts).toEqual([0, 0.02]);
  });

  it('does not begin a task that was cancelled while it waited', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const controller = new AbortController();
    const first = queue.run(slow(2, log, 'a', 'A'), never);
    const second = queue.run(slow(1, log, 'b', 'B'), controller.signal);
    controller.abort();
    await expect(second).rejects.toSatisfy(isAbortError);
    await first;
    expect(log).toEqual(['a0', 'a1']);
  });

  it('runs on after a task that fails', async () => {
    const queue = new TaskQueue();
    const failed = queue.run(() => Promise.reject(new Error('Made up.')), never);
    const after = queue.run(slow(1, [], 'b', 'B'), never);
    await expect(failed).rejects.toThrow('Made up.');
    expect(await after).toBe('B');
  });

  it('lets a task wait for bytes, and cancels it when they are there', async () => {
    const queue = new TaskQueue();
    const controller = new AbortController();
    const bytes = deferred<Uint8Array>();
    let isUsed = false;
    const reading = queue.run(async (task) => {
      await bytes.promise;
      if (task.isDue()) await task.yield(0.5);
      isUsed = true;
    }, controller.signal);
    controller.abort();
    bytes.resolve(new Uint8Array(8));
    await expect(reading).rejects.toSatisfy(isAbortError);
    expect(isUsed).toBe(false);
  });

  it('runs a task in the background between those of the queue, and idle work after both', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const background = queue.runInBackground(slow(2, log, 'b', 'B'), never, (part) => {
      if (part === 0) void queue.run(slow(2, log, 'a', 'A'), never);
    });
    await Promise.all([queue.runWhenIdle(slow(1, log, 'idle', undefined)), background]);
    expect(log).toEqual(['b0', 'a0', 'a1', 'b1', 'idle0']);
  });

  it('cancels a task in the background at once, though the queue is busy', async () => {
    const queue = new TaskQueue();
    const controller = new AbortController();
    const bytes = deferred<undefined>();
    const busy = queue.run(() => bytes.promise, never);
    const background = queue.runInBackground(slow(1, [], 'b', 'B'), controller.signal);
    await new Promise((resolve) => setTimeout(resolve));
    controller.abort();
    await expect(background).rejects.toSatisfy(isAbortError);
    bytes.resolve(undefined);
    await busy;
  });

  it('cancels idle work for newer such work', async () => {
    const queue = new TaskQueue();
    const log: string[] = [];
    const older = queue.runWhenIdle(slow(9, log, 'older', undefined));
    const newer = queue.runWhenIdle(slow(1, log, 'newer', undefined));
    await expect(older).rejects.toSatisfy(isAbortError);
    await newer;
    expect(log).toEqual(['newer0']);
  });
});
