/** Every record is made up. */
import { describe, expect, it } from 'vitest';
import { Task } from '../../../../src/core/base/task.ts';
import { TableSearch } from '../../../../src/core/index/table-search.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import { alwaysDue } from '../../always-due.ts';
import { madeUp } from '../records/made-up-incidents.ts';

const ROWS = 1_600;
const records = Array.from({ length: ROWS }, (_, row) => ({
  incident: madeUp({
    id: `2024-10-04-${String(row).padStart(4, '0')}`,
    title: row % 2 === 0 ? 'Zuqo' : 'Vledrix',
  }),
  span: { from: 20_000 * DAY, to: 20_001 * DAY },
}));

/** A table that counts how often its texts are asked for. */
function countingTable(): { readonly table: IncidentTable; readonly reads: () => number } {
  const whole = incidentTable(records);
  let reads = 0;
  const table = new Proxy(whole, {
    get: (target, name) => {
      if (name === 'contents') reads += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  return { table, reads: () => reads };
}

const counted = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
const silent = alwaysDue(() => undefined);

describe('`TableSearch`', () => {
  it('carries on with what a task that is paused began, and reads each text once', async () => {
    const alone = countingTable();
    await new TableSearch(alone.table, []).rowsWith('zuqo', silent);

    const { table, reads } = countingTable();
    const search = new TableSearch(table, []);
    let resume = (): void => undefined;
    const paused = new Task({
      isDue: () => true,
      nextTurn: () =>
        new Promise<void>((resolve) => {
          resume = resolve;
        }),
    });
    const inBackground = search.prepare(paused);
    while (reads() < ROWS / 4) {
      resume();
      await Promise.resolve();
    }
    const found = await search.rowsWith('zuqo', silent);
    expect(counted(found)).toBe(ROWS / 2);
    resume();
    await inBackground;
    // `prepare` itself asks once whether the texts are in memory.
    expect(reads()).toBeLessThanOrEqual(alone.reads() + 2);
  });

  it('begins anew after a text could not be read', async () => {
    const whole = incidentTable(records);
    let isBroken = true;
    let reads = 0;
    const table = new Proxy(whole, {
      get: (target, name) => {
        if (name === 'contents' && isBroken && ++reads > ROWS / 2) throw new Error('Unreadable.');
        return Reflect.get(target, name) as unknown;
      },
    });
    const search = new TableSearch(table, []);
    await expect(search.rowsWith('zuqo', silent)).rejects.toThrow('Unreadable.');
    isBroken = false;
    expect(counted(await search.rowsWith('zuqo', silent))).toBe(ROWS / 2);
  });

  it('stops when its task is cancelled, and a later search carries on', async () => {
    const search = new TableSearch(incidentTable(records), []);
    let yields = 0;
    const cancelled = alwaysDue(() => {
      if (++yields === 2) throw new DOMException('Cancelled.', 'AbortError');
    });
    await expect(search.rowsWith('zuqo', cancelled)).rejects.toThrow('Cancelled.');
    expect(counted(await search.rowsWith('vledrix', silent))).toBe(ROWS / 2);
  });
});
