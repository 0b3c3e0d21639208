/** Every row of the files is made up; the records are those that are published. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdtfSpan } from '../../../src/core/time/edtf-range.ts';
import type { Spellings } from '../../../src/core/text/search-text.ts';
import { isInMemory, readingOrder } from '../../../src/core/records/contents.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { INCIDENT, type IncidentTable } from '../../../src/core/records/incident-table.ts';
import { fieldsIn } from '../../../src/core/records/field.ts';
import { EVER } from '../../../src/core/index/tally.ts';
import { filterOf } from '../../../src/core/filters/filter.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { readDataset } from '../../../src/formats/native/read-dataset.ts';
import { readIncidentCollection } from '../../../src/formats/native/read-incidents.ts';
import { indexOf, listOf } from '../core/index/views.ts';
import { fixtureBytes, openFile } from './import-file.ts';
import { PUBLISHED } from '../published-counts.ts';

/** Rows against the order of time, so that the table's order is not the file's. */
const tableOf = async (names: readonly string[]): Promise<IncidentTable> => {
  const rows = names.map(
    (name, i) => `made-${i},20${String(30 - i)}-01-0${1 + (i % 7)},33.${i},44.${i},${name}`,
  );
  const text = ['event_id_cnty,event_date,latitude,longitude,notes', ...rows].join('\n');
  const opened = await openFile('made-up.csv', new TextEncoder().encode(`${text}\n`));
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  return opened.dataset.table;
};

const first = ['amber', 'basalt', 'Ceder', 'amber basalt', 'dune'];
const second = ['dune', 'ember', 'amber', 'fjord'];

async function found(tables: readonly IncidentTable[], text: string): Promise<readonly string[]> {
  const spellings = [['sand hill', 'dune']];
  const { rows } = await listOf(tables, EVER, { filter: filterOf({ text }) }, spellings);
  return indexOf(tables)
    .records(rows)
    .map((recorded) => {
      const cell = fieldsIn(recorded, 'columns').at(-1);
      if (cell?.kind !== 'text') throw new Error(recorded.id);
      return cell.value;
    })
    .toSorted();
}

describe('searching in files', async () => {
  const both = [await tableOf(first), await tableOf(second)];

  it('finds the rows with the words, in one file and in several', async () => {
    expect(await found([await tableOf(first)], 'AMBER')).toEqual(['amber', 'amber basalt']);
    expect(await found([await tableOf(first)], 'basalt amber')).toEqual(['amber basalt']);
    expect(await found(both, 'amber')).toEqual(['amber', 'amber', 'amber basalt']);
    expect(await found(both, 'sand')).toEqual([]);
    expect(await found(both, 'dune')).toEqual(['dune', 'dune']);
  });

  it('reads each file once, in order', async () => {
    for (const table of both) {
      const { contents } = table;
      if (contents.kind !== 'file') throw new Error(contents.kind);
      const order = (await readingOrder(table, UNINTERRUPTED)) ?? new Uint32Array(0);
      const visits = Array.from(order, (row) => contents.rows.offsets[row] ?? 0);
      expect(visits).toEqual(visits.toSorted((a, b) => a - b));
      expect(new Set(order).size).toBe(table.length);
    }
  });

  it('fails while a file cannot be read, and works when it can', async () => {
    const table = await tableOf(first);
    const { contents } = table;
    if (contents.kind !== 'file') throw new Error(contents.kind);
    let isGone = true;
    const searchText = (position: number): string => {
      if (isGone) throw new DOMException('made up', 'NotReadableError');
      return contents.rows.searchText(position);
    };
    const rows = { ...contents.rows, searchText };
    const index = indexOf([{ ...table, contents: { ...contents, rows } }]);
    const query = {
      filter: filterOf({ text: 'amber' }),
      extent: undefined,
      window: EVER,
      group: undefined,
    };
    const search = () => index.list(query, UNINTERRUPTED);
    await expect(search()).rejects.toThrow('made up');
    await expect(search()).rejects.toThrow('made up');
    isGone = false;
    expect((await search())?.rows.length).toBe(2);
  });

  it('is prepared only if all text is in memory', () => {
    expect(both.map(isInMemory)).toEqual([false, false]);
  });
});

describe('searching for a place by any of its names', async () => {
  const bundled = (name: string): string =>
    readFileSync(new URL(`../../../geodata/${name}`, import.meta.url), 'utf8');
  const dataset = readDataset('dataset.json', bundled('dataset.json'));
  if (dataset.kind === 'failed') throw new Error('The data are damaged.');
  const { spellings } = dataset.value;

  const rowsFound = async (
    from: IncidentTable,
    names: Spellings,
    text: string,
  ): Promise<readonly number[]> =>
    [...(await listOf([from], EVER, { filter: filterOf({ text }) }, names)).rows].toSorted(
      (a, b) => a - b,
    );

  const fixture = await openFile('search.csv', fixtureBytes('reported/09-kurdish-search.csv'));
  if (fixture.kind === 'fault') throw new Error(fixture.fault.kind);
  const { table } = fixture.dataset;

  it.each([
    ...['Erbil', 'Irbil', 'Hewlêr', 'hewler', 'Arbil', 'أربيل', 'اربيل', 'أربـيـل', 'اربیل'],
    ...[
      'هەولێر',
      'هه\u200cولێر',
      'ھەولێر',
      'ههولير',
      '\u202bهەولێر\u202c',
      '2026 erbil',
      '“Erbil”',
    ],
  ])(
    'finds all four rows of a file in which Irbil is written in four ways by %j',
    async (asked) => {
      expect(await rowsFound(table, spellings, asked)).toEqual([0, 1, 2, 3]);
    },
  );

  it.each([
    ['هەولێر', [0, 1, 2]],
    ['أربيل', [3]],
    ['one هەولێر', [0]],
    ['ولێر', [0, 1, 2]],
    ['ربيل', [3]],
    ['Koya', []],
  ] as const)('finds %j by its letters if no other names are known', async (asked, rows) => {
    expect(await rowsFound(table, [], asked)).toEqual(rows);
  });

  it('finds the same incidents of our own records by each name, in the index of the worker', async () => {
    const read = readIncidentCollection(
      'incidents.geojson',
      bundled('incidents.geojson'),
      180,
      readEdtfSpan,
    );
    if (read.kind === 'failed') throw new Error(read.failure.kind);
    const own = incidentTable(read.value.records);
    const incidents = async (text: string): Promise<number> =>
      (await rowsFound(own, spellings, text)).filter((row) => own.kind[row] === INCIDENT).length;
    const asked = [
      'Irbil',
      'Erbil',
      'Hewlêr',
      'أربيل',
      'أربـيـل',
      'هەولێر',
      'هه\u200cولێر',
      'ھەولێر',
    ];
    const ofIrbil = await incidents('Irbil');
    expect(ofIrbil).toBeGreaterThan(PUBLISHED.incidents / 2);
    for (const one of asked) expect(await incidents(one), one).toBe(ofIrbil);
  });
});
