/** Rows that are saved while the page shows less than all data as known now. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { matchKnown, passesPossibly } from '../../../src/core/filters/known-before.ts';
import { SAVED } from '../../../src/core/records/saved-columns.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { spanAt, type IncidentTable } from '../../../src/core/records/incident-table.ts';
import { isReportedBefore } from '../../../src/core/records/known-reports.ts';
import { originsOf } from '../../../src/core/records/origins.ts';
import { DAY, minuteOf } from '../../../src/core/time/minute.ts';
import { incidentAt } from '../core/records/recorded-incidents.ts';
import { DATASET, RECORDS } from '../published-records.ts';
import { opened, readRows, saved, textOf } from './save-again.ts';

const published = incidentTable(RECORDS, 0, DATASET);
const END = minuteOf(2026, 3, 5) + DAY;
const AS_KNOWN = { selection: 'As known on 5 March 2026.', knownBefore: END };

/** Rows by the names of their columns. */
const rowsOf = ({ contents, length }: IncidentTable): readonly ReadonlyMap<string, string>[] => {
  if (contents.kind !== 'file') throw new Error('not a file');
  const { columns } = contents.rows;
  return Array.from({ length }, (_, row) => {
    const { cells } = contents.rows.complete(row);
    return new Map(columns.map((name, column) => [name, cells[column] ?? '']));
  });
};

describe('rows that are saved as known on a day', () => {
  const flags = matchKnown(published, END);
  const known = [...flags.keys()].filter((row) => flags[row] !== 0);
  const isPossible = passesPossibly(published, { knownBefore: END });

  it('have only the reports of that day, and say so, each by itself', async () => {
    const bytes = await saved(published, undefined, known, AS_KNOWN);
    const rows = rowsOf((await opened('saved.csv', bytes)).dataset.table);
    expect(rows.length).toBe(known.length);
    const byId = new Map(rows.map((row) => [row.get('id'), row]));
    let fewer = 0;
    for (const row of known) {
      const { id, reports } = incidentAt(published, row);
      const visible = reports.filter((one) => isReportedBefore(one, spanAt(published, row), END));
      const cells = byId.get(id);
      expect(cells?.get('reports')).toBe(visible.map(({ publisher }) => publisher).join('; '));
      expect(cells?.get('origins.max')).toBe(String(originsOf(visible).length));
      const perhaps = isPossible?.(row) === true;
      expect(cells?.get(SAVED.known)).toBe(`${perhaps ? 'possibly ' : ''}by 2026-03-05`);
      expect(cells?.get(SAVED.selection)).toBe(AS_KNOWN.selection);
      if (visible.length < reports.length) fewer++;
    }
    expect(fewer).toBeGreaterThan(5);
  });

  it('are the same places and times after opening, and keep what they say when saved again', async () => {
    const plain = (await opened('a.csv', await saved(published, undefined, known))).dataset.table;
    const bytes = await saved(published, undefined, known, AS_KNOWN);
    const { table } = (await opened('saved.csv', bytes)).dataset;
    const bare = (of: IncidentTable) => readRows(of).map((row) => ({ ...row, cells: [] }));
    expect(bare(table)).toEqual(bare(plain));
    expect(textOf(await saved(table))).toBe(textOf(bytes));
    const filtered = { selection: 'Attacks only.', knownBefore: undefined };
    const again = rowsOf(
      (await opened('b.csv', await saved(table, undefined, [0], filtered))).dataset.table,
    );
    expect(again[0]?.get(SAVED.selection)).toBe(`${AS_KNOWN.selection} Attacks only.`);
    expect(again[0]?.get(SAVED.known)).toMatch(/by 2026-03-05$/);
  });
});

describe('rows that are saved as known now', () => {
  const bytes = new Uint8Array(strToU8('date,lat,lon\n2031-05-03,36.1,44.1\n'));

  it('have no column about it, and one about a filter only with a filter', async () => {
    const { table } = (await opened('a.csv', bytes)).dataset;
    expect(textOf(await saved(table))).not.toMatch(/dateline\.(?:known|selection)/);
    const filter = { selection: 'Only “x”.', knownBefore: undefined };
    const text = textOf(await saved(table, undefined, undefined, filter));
    expect(text).toContain(',dateline.selection,date,lat,lon\r\n');
    expect(text).not.toContain(SAVED.known);
  });
});
