import { Task } from '../../src/core/base/task.ts';

/** A task that yields at each of its yield points; `onYield` hears how far it has come, and may throw. */
export const alwaysDue = (onYield: (part: number) => void): Task =>
  new Task({
    isDue: () => true,
    // eslint-disable-next-line @typescript-eslint/require-await -- what `onYield` throws is a rejection
    nextTurn: async (part) => {
      onYield(part);
    },
  });
