import { describe, expect, it } from 'vitest';
import { Task, UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { alwaysDue } from '../../always-due.ts';

describe('`Task`', () => {
  it('reports the progress of a piece as a part of the whole, however deep it is', async () => {
    const parts: number[] = [];
    const task = alwaysDue((part) => parts.push(part));
    const half = task.part(0.5, 1);
    await half.yield(0.5);
    await half.part(0.5, 1).yield(1);
    await task.part(0, 0.5).part(0.5, 1).yield(0);
    expect(parts).toEqual([0.75, 1, 0.25]);
  });

  it('is due when its thread says so, and asks it again at each yield point', async () => {
    let isDue = false;
    const turns: number[] = [];
    const task = new Task({
      isDue: () => isDue,
      nextTurn: (part) => {
        turns.push(part);
        isDue = false;
        return Promise.resolve();
      },
    });
    for (let row = 0; row < 10; row++) {
      if (row === 4) isDue = true;
      if (task.isDue()) await task.yield(row / 10);
    }
    expect(turns).toEqual([0.4]);
  });

  it('without others on its thread never yields', () => {
    expect(UNINTERRUPTED.part(0, 0.5).isDue()).toBe(false);
  });
});
