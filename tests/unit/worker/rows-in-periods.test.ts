/** The times are made up. */
import { describe, expect, it } from 'vitest';
import { ROWS_PER_YIELD_POINT } from '../../../src/core/base/yield-points.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { periodsText } from '../../../src/core/time/in-periods.ts';
import { rowsInPeriods } from '../../../src/worker/rows-in-periods.ts';
import { alwaysDue } from '../always-due.ts';
import { DATASET, RECORDS } from '../published-records.ts';

const LENGTH = 3 * ROWS_PER_YIELD_POINT;
const HOUR = 60;
const table = {
  ...incidentTable(RECORDS, 0, DATASET),
  length: LENGTH,
  from: Int32Array.from({ length: LENGTH }, (_, row) => row % 1000),
  to: Int32Array.from({ length: LENGTH }, (_, row) => (row % 1000) + 1 + (row % 7)),
};
const periods = { a: { from: 500, to: 500 + HOUR }, b: { from: 100, to: 100 + HOUR } };
const rows = Uint32Array.from({ length: LENGTH }, (_, row) => LENGTH - 1 - row);

describe('the rows of two periods', () => {
  it('are those that are in one of them, possibly, in the same order', async () => {
    const found = await rowsInPeriods(
      { table, rows },
      periods,
      alwaysDue(() => undefined),
    );
    const expected = rows.filter(
      (row) => periodsText(periods, { from: row % 1000, to: (row % 1000) + 1 + (row % 7) }) !== '',
    );
    expect(expected.length).toBeGreaterThan(1000);
    expect(found.rows).toEqual(expected);
  });

  it('are looked for in parts, and not on after it was cancelled', async () => {
    const parts: number[] = [];
    const cancelled = alwaysDue((part) => {
      parts.push(part);
      if (part > 0.5) throw new DOMException('cancelled', 'AbortError');
    });
    await expect(rowsInPeriods({ table, rows }, periods, cancelled)).rejects.toThrow('cancelled');
    expect(parts).toEqual([0, 1 / 3, 2 / 3]);
  });
});
