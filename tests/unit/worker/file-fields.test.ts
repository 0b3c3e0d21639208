/** Every row of the files is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Task, UNINTERRUPTED } from '../../../src/core/base/task.ts';
import type { FieldColumn, FieldKind } from '../../../src/core/fields/field-column.ts';
import { columnText, valuesAt } from '../../../src/core/fields/field-text.ts';
import { TableFields } from '../../../src/core/index/table-fields.ts';
import type { IncidentTable } from '../../../src/core/records/incident-table.ts';
import { isMissing } from '../../../src/core/text/missing-value.ts';
import { isoText } from '../../../src/core/time/minute.ts';
import { alwaysDue } from '../always-due.ts';
import { openFile } from './import-file.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A file with a place and a date in the row of each value; `n` is the position of the row. */
async function fieldsOf(
  columns: readonly (readonly [name: string, cells: readonly string[]])[],
  dateOf: (row: number) => string = (row) => `2026-03-${String(1 + (row % 28)).padStart(2, '0')}`,
) {
  const rows = Math.max(...columns.map(([, values]) => values.length));
  const lines = [
    ['event_date', 'lat', 'lon', 'n', ...columns.map(([name]) => quoted(name))].join(','),
    ...Array.from({ length: rows }, (_, row) =>
      [
        dateOf(row),
        '36.25',
        '44.125',
        `row ${row}`,
        ...columns.map(([, values]) => quoted(values[row] ?? '')),
      ].join(','),
    ),
  ];
  const opened = await openFile('made-up.csv', new TextEncoder().encode(lines.join('\n')));
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  const { table } = opened.dataset;
  const fields = new TableFields(table);
  const infos = await fields.fields(UNINTERRUPTED);
  if (table.contents.kind !== 'file') throw new Error('No file.');
  const { rows: fileRows } = table.contents;
  /** Rows of the table in the order of the file. */
  const order = Array.from({ length: table.length }, (_, row) => row).toSorted(
    (a, b) => (fileRows.offsets[a] ?? 0) - (fileRows.offsets[b] ?? 0),
  );
  return { table, fields, infos, order };
}

/** What a column says of a row, in a form that can be written down. */
function said(column: FieldColumn | undefined, row: number): unknown {
  switch (column?.kind) {
    case undefined:
    case 'text':
      return column?.kind;
    case 'category':
    case 'boolean':
      return valuesAt(column, row)[0] ?? '';
    case 'week-hours':
      return columnText(column, row);
    case 'number': {
      const { [row]: min } = column.min;
      const { [row]: max } = column.max;
      return min === max || Number.isNaN(min) ? min : [min, max];
    }
    case 'date': {
      const [from = NaN, to = NaN] = [column.from[row], column.to[row]];
      return Number.isNaN(from) ? '' : `${isoText(from)} ${isoText(to)}`;
    }
  }
}

const times = <Value>(count: number, ...values: readonly Value[]): readonly Value[] =>
  Array.from({ length: count }).flatMap(() => values);
const numbered = (count: number, text: (row: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, row) => text(row));

const LONG =
  'A long text that says what happened to nobody at a place that is not there, on a day that never was, in many words.';

/** Name of the column, its cells, its kind, and what it says of the first rows. */
const CASES: readonly (readonly [string, readonly string[], FieldKind, readonly unknown[]])[] = [
  ['whole', ['0', '12', '', '-3'], 'number', [0, 12, NaN, -3]],
  ['points', ['1.5', '2.25', '1.500'], 'number', [1.5, 2.25, 1.5]],
  ['commas', ['1,5', '2,25', '1,500'], 'number', [1.5, 2.25, 1.5]],
  ['thousands', ['1,234,567', '1,000', '12'], 'number', [1_234_567, 1_000, 12]],
  ['points as thousands', ['1.234.567', '1.000', '12'], 'number', [1_234_567, 1_000, 12]],
  ['blanks as thousands', ['1 234', '12 345,6', '7'], 'number', [1_234, 12_345.6, 7]],
  ['other digits', ['٣', '١٢', '٤٫٥'], 'number', [3, 12, 4.5]],
  ['missing ones', ['3', 'NA', '-', 'n/a', 'null', '0'], 'number', [3, NaN, NaN, NaN, NaN, 0]],
  ['ranges', ['3', '4–5', '6-9', '7', '8', '2 to 3'], 'number', [3, [4, 5], [6, 9], 7, 8, [2, 3]]],
  ['results', ['3-5', '1-2', '0-4'], 'category', ['3-5', '1-2', '0-4']],
  ['one note', [...times(30, '7'), 'about 9'], 'number', times(30, 7)],
  ['many notes', ['7', 'about 9', '8', 'some'], 'category', ['7', 'about 9', '8', 'some']],
  ['years', ['2019', '2020', '2019'], 'number', [2019, 2020, 2019]],
  ['postcode', ['01067', '10115', '99999'], 'category', ['01067', '10115', '99999']],
  ['leading zeros', ['007', '012', '100'], 'category', ['007', '012', '100']],
  ['iso', ['368', '760', '368'], 'category', ['368', '760', '368']],
  ['where_prec', ['1', '2', '7'], 'category', ['1', '2', '7']],
  ['long ids', ['123456789012345678', '223456789012345678'], 'category', ['123456789012345678']],
  ['phones', ['+9647501234567', '+9647501234568'], 'category', ['+9647501234567']],
  ['row_id', numbered(60, (row) => String(1_000 + row)), 'text', ['text']],
  ['yes and no', ['yes', 'No', '', 'YES'], 'boolean', ['yes', 'No', '', 'YES']],
  ['true and false', ['true', 'false', 'unknown'], 'boolean', ['true', 'false', '']],
  ['y and n', ['y', 'n', 'n'], 'boolean', ['y', 'n', 'n']],
  ['flag', ['0', '1', '0'], 'boolean', ['0', '1', '0']],
  ['fatalities', ['0', '1', '0'], 'number', [0, 1, 0]],
  ['zeros', ['0', '0', ''], 'number', [0, 0, NaN]],
  [
    'iso dates',
    ['2026-03-05', '2026-03-06', ''],
    'date',
    ['2026-03-05 2026-03-06', '2026-03-06 2026-03-07', ''],
  ],
  [
    'times',
    ['2026-03-05T13:30', '2026-03-06 01:00'],
    'date',
    ['2026-03-05T13:30 2026-03-05T13:31'],
  ],
  ['months', ['March 2026', '2026-04'], 'date', ['2026-03-01 2026-04-01', '2026-04-01 2026-05-01']],
  ['compact days', ['20260305', '20260306'], 'date', ['2026-03-05 2026-03-06']],
  ['dots', ['25.03.2026', '26.03.2026'], 'date', ['2026-03-25 2026-03-26']],
  // The time of the file says nothing of their order, and 3/5 may be either.
  ['either order', ['03/05/2026', '04/06/2026'], 'category', ['03/05/2026', '04/06/2026']],
  ['few of one order', ['25/03/2026', '04/03/2026', '05/03/2026'], 'category', ['25/03/2026']],
  ['short years', ['25/03/26', '26/03/26'], 'category', ['25/03/26']],
  ['words', ['Zuqo', 'zuqo', ' Zuqo '], 'category', ['Zuqo', 'zuqo', 'Zuqo']],
  ['long text', numbered(5, (row) => `${LONG} ${row}`), 'text', ['text']],
  ['distinct', numbered(80, (row) => `Made up ${row}`), 'text', ['text']],
  ['half distinct', numbered(80, (row) => `Made up ${row % 40}`), 'category', ['Made up 0']],
  ['all empty', ['', 'NA', '-'], 'category', ['', '', '']],
];

const cell = fc.oneof(
  fc.constantFrom('', 'NA', 'yes', 'no', '0', '1', 'Zuqo', 'zuqo', '2026-03-05'),
  fc.integer({ min: -30, max: 30 }).map(String),
  fc.integer({ min: 0, max: 99 }).map((tenths) => `${tenths},5`),
);

describe('the columns of a file', () => {
  it.each(CASES)('%s', async (name, cells, kind, expected) => {
    const { fields, infos, order } = await fieldsOf([[name, cells]]);
    const key = `column:${name}`;
    expect(infos.find((info) => info.key === key)).toEqual({
      key,
      kind,
      column: name,
      isMultiple: false,
    });
    const column = await fields.column(key, UNINTERRUPTED);
    expect(expected.map((_, at) => said(column, order[at] ?? 0))).toEqual(expected);
  });

  it('are read by the order of day and month that the file has', async () => {
    const { fields, order } = await fieldsOf(
      [['reviewed', ['03/05/2026', '04/06/2026', '05/06/2026']]],
      (row) => `${String(25 + row)}/03/2026`,
    );
    const column = await fields.column('column:reviewed', UNINTERRUPTED);
    expect(said(column, order[0] ?? 0)).toBe('2026-05-03 2026-05-04');
  });

  it('say of each row what its cell is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }),
        async (rows) => {
          const columns = ['a', 'b', 'c'].map(
            (name, at) => [name, rows.map((cells) => cells[at] ?? '')] as const,
          );
          const { fields, order } = await fieldsOf(columns);
          for (const [name, cells] of columns) {
            const column = await fields.column(`column:${name}`, UNINTERRUPTED);
            if (column?.kind === 'category' || column?.kind === 'boolean')
              expect(order.map((row) => said(column, row))).toEqual(
                cells.map((text) => (isMissing(text) ? '' : text)),
              );
            if (column?.kind === 'number')
              expect(order.map((row) => column.min[row])).toEqual(
                cells.map((text) => (isMissing(text) ? NaN : Number(text.replace(',', '.')))),
              );
            const texts: string[] = [];
            await fields.eachText(
              `column:${name}`,
              (row, text) => (texts[row] = text),
              UNINTERRUPTED,
            );
            const isListed = column?.kind === 'category' || column?.kind === 'boolean';
            expect(order.map((row) => texts[row])).toEqual(
              cells.map((text) => (isListed && isMissing(text) ? '' : text)),
            );
          }
        },
      ),
      { numRuns: 60 },
    ));

  it('of one name, or of none, are all found', async () => {
    const { infos, fields, order } = await fieldsOf([
      ['kind', ['a']],
      ['kind', ['b']],
      ['kind#2', ['c']],
      ['', ['d']],
    ]);
    const keys = infos.map(({ key }) => key).filter((key) => /kind|#/.test(key));
    expect(keys).toEqual(['column:kind', 'column:kind#3', 'column:kind#2', 'column:#8']);
    const values = [];
    for (const key of keys)
      values.push(said(await fields.column(key, UNINTERRUPTED), order[0] ?? 0));
    expect(values).toEqual(['a', 'b', 'c', 'd']);
    expect(infos.filter(({ column }) => column === 'kind')).toHaveLength(2);
  });

  it('of more than 65,535 values are numbers, dates or texts', async () => {
    const count = 70_000;
    const { fields, infos, order } = await fieldsOf([
      ['amount', numbered(count, (row) => String(row))],
      ['moment', numbered(count, (row) => isoText(29_000_000 + row))],
      ['note', numbered(count, (row) => `made up ${row}`)],
      ['mixed', numbered(count, (row) => (row < 66_000 ? String(row) : `made up ${row}`))],
      ['many', numbered(count, (row) => `made up ${row % 60_000}`)],
    ]);
    const kinds = Object.fromEntries(infos.map(({ key, kind }) => [key, kind]));
    expect(kinds).toMatchObject({
      'column:amount': 'number',
      'column:moment': 'date',
      'column:note': 'text',
      'column:mixed': 'text',
      'column:many': 'text',
    });
    const [amount, moment] = [
      await fields.column('column:amount', UNINTERRUPTED),
      await fields.column('column:moment', UNINTERRUPTED),
    ];
    for (const at of [0, 65_534, 65_535, 65_536, count - 1]) {
      expect(said(amount, order[at] ?? 0)).toBe(at);
      expect(said(moment, order[at] ?? 0)).toBe(
        `${isoText(29_000_000 + at)} ${isoText(29_000_001 + at)}`,
      );
    }
    expect(fields.textAt('column:note', order[69_999] ?? 0)).toBe('made up 69999');
  });
});

describe('what the table of a file knows', () => {
  it('is in fields of ours, as far as it is given', async () => {
    const { fields, infos, order } = await fieldsOf(
      [
        ['location', ['Zuqo', 'unknown', 'Othq', 'Zuqo']],
        ['source', ['Vledrix; Othq', '', 'Vledrix', 'Vledrix']],
      ],
      (row) => ['2026-03-02T13:20', '2026-03-01', '', '2026-03-01/..'][row] ?? '',
    );
    const own = infos.filter(({ column }) => column === undefined).map(({ key }) => key);
    expect(own).toEqual(['origins', 'place', 'time-precision', 'week-hour']);
    const all = [];
    for (const key of own) {
      const column = await fields.column(key, UNINTERRUPTED);
      all.push(order.map((row) => said(column, row)));
    }
    expect(all).toEqual([
      [2, NaN, 1, 1],
      ['Zuqo', '', 'Othq', 'Zuqo'],
      ['minute', 'day', 'none', 'open'],
      ['1-13', '', '', ''],
    ]);
  });
});

describe('columns of a file of which there is no room for all', () => {
  const numbers = numbered(300, (row) => String((row * 37) % 101));
  const COLUMNS = [
    ['a', numbers],
    ['b', numbered(300, (row) => (row % 9 === 0 ? 'NA' : `${row},5`))],
    ['c', numbered(300, (row) => (row % 20 === 0 ? `${row}–${row + 2}` : String(row)))],
    ['d', numbered(300, (row) => `2026-0${1 + (row % 9)}-11`)],
    ['e', numbered(300, (row) => (row % 2 === 0 ? 'yes' : 'no'))],
  ] as const;
  /** Two columns of numbers. */
  const ROOM = 2 * 300 * Float64Array.BYTES_PER_ELEMENT;

  async function opened() {
    const { table, fields, infos } = await fieldsOf(COLUMNS);
    const keys = infos.map(({ key }) => key);
    const readings = (own: TableFields, some: readonly string[]) =>
      Promise.all(
        some.map(async (key) => {
          const column = await own.column(key, UNINTERRUPTED);
          return Array.from({ length: table.length }, (_, row) => said(column, row));
        }),
      );
    return { table, fields, infos, keys, readings, tight: new TableFields(table, ROOM) };
  }

  it('say the same after they were dropped, in any order of use', async () => {
    const { fields, infos, keys, readings, tight } = await opened();
    expect(await tight.fields(UNINTERRUPTED)).toEqual(infos);
    expect(await tight.shares(UNINTERRUPTED)).toEqual(await fields.shares(UNINTERRUPTED));
    expect(infos.filter(({ kind }) => kind === 'number').length).toBeGreaterThan(3);
    const expected = await readings(fields, keys);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...keys.keys()), { maxLength: 12 }),
        async (order) => {
          for (const at of order)
            expect(await readings(tight, [keys[at] ?? ''])).toEqual([expected[at]]);
        },
      ),
      { numRuns: 20 },
    );
  });

  /** The table, and how many of its rows were read. */
  function countingReads(table: IncidentTable) {
    const { contents } = table;
    if (contents.kind !== 'file') throw new Error('No file.');
    const { rows } = contents;
    let reads = 0;
    const cells = (...of: Parameters<typeof rows.cells>) => {
      reads++;
      return rows.cells(...of);
    };
    return {
      table: { ...table, contents: { ...contents, rows: { ...rows, cells } } },
      reads: () => reads,
    };
  }

  it('are kept up to their room, those that were used last', async () => {
    const { table } = await opened();
    const key = (name: string): string => `column:${name}`;
    const counted = countingReads(table);
    const own = new TableFields(counted.table, ROOM);
    await own.fields(UNINTERRUPTED);
    const listed = own.bytes - ROOM;
    const readsFor = async (...some: readonly string[]): Promise<number> => {
      const before = counted.reads();
      await own.columns(some.map(key), UNINTERRUPTED);
      return counted.reads() - before;
    };
    // The first of the file is there: the dates of its rows, from and to.
    expect(await readsFor('event_date')).toBe(0);
    // Several are read in one pass.
    expect(await readsFor('a', 'b')).toBe(300);
    expect(await readsFor('b', 'a')).toBe(0);
    expect(own.bytes - listed).toBeLessThanOrEqual(ROOM);
    expect(await readsFor('lat')).toBe(300);
    // `b` was used before `a` was.
    expect(await readsFor('a')).toBe(0);
    expect(await readsFor('b')).toBe(300);
    // More than there is room for is there as long as it is used.
    expect(await readsFor('a', 'b', 'c', 'd')).toBe(300);
    expect(await readsFor('d')).toBe(0);
    // Yes and no are a byte a row and stay.
    expect(await readsFor('e')).toBe(0);
  });

  it('are read once, whichever of two tasks goes on', async () => {
    const { keys, readings, table, fields } = await opened();
    const { table: counted, reads } = countingReads(table);
    const tight = new TableFields(counted, ROOM);
    await tight.fields(UNINTERRUPTED);
    const before = reads();
    const cancelled = tight.columns(
      keys,
      alwaysDue(() => {
        if (reads() > before) throw new Error('cancelled');
      }),
    );
    await expect(cancelled).rejects.toThrow('cancelled');
    const [some, all] = await Promise.all([
      tight.columns(
        keys.slice(-3),
        alwaysDue(() => undefined),
      ),
      tight.columns(
        keys,
        alwaysDue(() => undefined),
      ),
    ]);
    expect([some.size, all.size]).toEqual([3, keys.length]);
    expect(reads() - before).toBe(table.length);
    expect(await readings(tight, keys)).toEqual(await readings(fields, keys));
  });

  it('are read once when one task overtakes another at their first use', async () => {
    const { infos, table } = await opened();
    const { table: counted, reads } = countingReads(table);
    const alone = new TableFields(table, ROOM);
    await alone.fields(UNINTERRUPTED);
    const tight = new TableFields(counted, ROOM);
    let first: Promise<unknown> | undefined;
    const overtaken = new Task({
      isDue: () => true,
      nextTurn: async () => {
        await (first ??= tight.fields(UNINTERRUPTED));
      },
    });
    const second = await tight.fields(overtaken);
    expect([await first, second]).toEqual([infos, infos]);
    expect(reads()).toBe(table.length);
    expect(tight.bytes).toBe(alone.bytes);
  });
});
