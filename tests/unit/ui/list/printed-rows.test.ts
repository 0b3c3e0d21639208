import { describe, expect, it } from 'vitest';
import { unlessCancelled } from '../../../../src/core/base/latest-request.ts';
import type { IncidentRecord } from '../../../../src/core/records/incident-record.ts';
import type { Row } from '../../../../src/core/records/incident-table.ts';
import { loadRows, MAX_PRINTED, type LoadedRows } from '../../../../src/ui/list/printed-rows.ts';
import { PUBLISHED } from '../../published-counts.ts';

/** A made-up row of a file with large cells. */
const recordOf = (row: Row): IncidentRecord =>
  ({
    row,
    title: '',
    text: { column: 'notes', text: 'word '.repeat(10_000) },
    fields: [
      {
        kind: 'text',
        label: { kind: 'column', name: 'notes' },
        homes: ['columns'],
        value: 'word '.repeat(10_000),
      },
    ],
    reports: { kind: 'named', reports: [{ text: 'word '.repeat(10_000) }] },
  }) as unknown as IncidentRecord;

async function loaded(rows: number, cancelledAfter = Infinity) {
  const steps: LoadedRows[] = [];
  const asked: number[] = [];
  const list = Uint32Array.from({ length: rows }, (_, i) => rows - i);
  const loading = new AbortController();
  const load = (page: readonly Row[]) => {
    if (asked.push(page.length) > cancelledAfter) loading.abort();
    return Promise.resolve(page.map(recordOf));
  };
  await unlessCancelled(loadRows(list, load, loading.signal, (found) => steps.push(found)));
  return { list, steps, asked, last: steps.at(-1) };
}

describe('`loadRows` for print', () => {
  it.each([
    [0, 0],
    [1, 1],
    [PUBLISHED.incidents, PUBLISHED.incidents],
    [MAX_PRINTED, MAX_PRINTED],
    [MAX_PRINTED + 1, MAX_PRINTED],
    [1_000_000, MAX_PRINTED],
  ])('of %i rows loads the first %i, in parts', async (all, printed) => {
    const { list, last, asked } = await loaded(all);
    expect(last?.length ?? 0).toBe(printed);
    expect([...(last?.records.keys() ?? [])]).toEqual([...list.subarray(0, printed)]);
    expect(Math.max(0, ...asked)).toBeLessThanOrEqual(100);
  });

  it('loads what a card shows, not the cells of a file', async () => {
    const { last } = await loaded(1);
    expect(JSON.stringify([...(last?.records.values() ?? [])]).length).toBeLessThan(2_000);
  });

  it('keeps the reports of our own records, which say what was known on a day', async () => {
    const reports = { kind: 'checked', reports: [], publishers: [] } as const;
    const load = (page: readonly Row[]) =>
      Promise.resolve(page.map((row) => ({ ...recordOf(row), reports })));
    const steps: LoadedRows[] = [];
    const { signal } = new AbortController();
    await loadRows(Uint32Array.of(1), load, signal, (found) => steps.push(found));
    expect(steps.at(-1)?.records.get(1)?.reports).toBe(reports);
  });

  it('stops when the list changes', async () => {
    const { steps, asked } = await loaded(500, 2);
    expect([steps.length, asked.length]).toEqual([2, 3]);
  });
});
