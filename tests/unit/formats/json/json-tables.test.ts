/** Every value is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../table/read-whole.ts';

type Cell = string | number | boolean | null;
type MadeUp = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** What a document opens to, without its form. */
async function opened(document: unknown): Promise<object> {
  const whole = await readWhole('a.json', JSON.stringify(document));
  if ('fault' in whole) return whole;
  return { columns: whole.columns, rows: whole.rows.map(({ cells }) => cells) };
}

const shown = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

const object = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries(entries);

const asRecord = ({ columns }: MadeUp, row: readonly Cell[]) =>
  object(columns.map((name, column) => [name, row[column] ?? null] as const));

const columnOf = ({ rows }: MadeUp, column: number): Cell[] =>
  rows.map((row) => row[column] ?? null);

const byKey = (table: MadeUp, keys: readonly string[]) =>
  object(table.rows.map((row, at) => [keys[at] ?? '', asRecord(table, row)] as const));

const byColumn = (table: MadeUp, keys: readonly string[]) =>
  object(
    table.columns.map(
      (name, column) =>
        [
          name,
          object(columnOf(table, column).map((cell, row) => [keys[row] ?? '', cell] as const)),
        ] as const,
    ),
  );

const counted = (table: MadeUp): string[] => table.rows.map((_, row) => String(row));
const pushIds = (table: MadeUp): string[] =>
  table.rows.map((_, row) => `-NabcDEF_0123456-${String(row).padStart(3, '0')}`);
const named = (table: MadeUp): string[] => table.rows.map((_, row) => `event ${String(row)}`);
const years = (table: MadeUp): string[] => table.rows.map((_, row) => String(2_000 + row));

const split = ({ columns, rows }: MadeUp, index: readonly Cell[]) => ({
  columns,
  index,
  data: rows,
});

/** Each way to write a table, and the keys that the rows then have. */
const FORMS: readonly [
  name: string,
  write: (table: MadeUp) => unknown,
  keys?: (table: MadeUp) => readonly string[],
][] = [
  ['records', (table) => table.rows.map((row) => asRecord(table, row))],
  [
    'records in an object',
    (table) => ({ count: 1, data: table.rows.map((r) => asRecord(table, r)) }),
  ],
  ['orient=columns', (table) => byColumn(table, counted(table))],
  ['orient=columns with an index', (table) => byColumn(table, years(table)), years],
  ['orient=columns with names', (table) => byColumn(table, named(table)), named],
  ['orient=index', (table) => byKey(table, counted(table))],
  ['orient=index with an index', (table) => byKey(table, years(table)), years],
  ['orient=index with names', (table) => byKey(table, named(table)), named],
  [
    'orient=split',
    (table) =>
      split(
        table,
        table.rows.map((_, row) => row),
      ),
  ],
  ['orient=split with an index', (table) => split(table, named(table)), named],
  [
    'orient=table',
    (table) => ({
      schema: { fields: [...table.columns, 'more', 'and', 'more'].map((name) => ({ name })) },
      data: table.rows.map((row) => asRecord(table, row)),
    }),
  ],
  ['orient=values below a header', (table) => [table.columns, ...table.rows]],
  [
    'a range of a sheet',
    (table) => ({ range: 'A1:Z9', majorDimension: 'ROWS', values: [table.columns, ...table.rows] }),
  ],
  ['Datasette', (table) => ({ ok: true, columns: table.columns, rows: table.rows })],
  [
    'Socrata',
    (table) => ({
      meta: { view: { name: 'made up', columns: table.columns.map((name) => ({ name, id: 1 })) } },
      data: table.rows,
    }),
  ],
  [
    'lists by column',
    (table) =>
      object(table.columns.map((name, column) => [name, columnOf(table, column)] as const)),
  ],
  ['Firebase', (table) => byKey(table, pushIds(table)), pushIds],
  ['Firebase below a name', (table) => ({ incidents: byKey(table, pushIds(table)) }), pushIds],
  [
    'Firebase next to others',
    (table) => ({
      settings: { title: 'made up', zoom: 7 },
      users: { '-NabcDEF_0123456-aaa': { name: 'n' } },
      reports: { incidents: byKey(table, pushIds(table)) },
    }),
    pushIds,
  ],
];

/** Rows with a place, a date and more; two or more, since one row has fewer ways to be told from settings. */
const tables: fc.Arbitrary<MadeUp> = fc
  .record({
    more: fc.uniqueArray(
      fc.constantFrom('title', 'note', 'killed', 'a.b', 'with space', 'كود', '_'),
      {
        maxLength: 4,
      },
    ),
    rows: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        lat: fc.integer({ min: 30_001, max: 39_999 }),
        lon: fc.integer({ min: 40_001, max: 49_999 }),
        others: fc.array(
          fc.oneof(
            fc.constant(null),
            fc.constantFrom('x', 'Made up', ' padded ', 'ناو', '{', 'a; b'),
            fc.integer({ min: -9, max: 9_999 }),
            fc.boolean(),
          ),
          { minLength: 4, maxLength: 4 },
        ),
      }),
      { minLength: 2, maxLength: 12 },
    ),
  })
  .map(({ more, rows }) => ({
    columns: ['date', 'latitude', 'longitude', ...more],
    rows: rows.map(({ day, lat, lon, others }) => [
      `2026-03-${String(day).padStart(2, '0')}`,
      lat / 1_000,
      lon / 1_000,
      ...others.slice(0, more.length),
    ]),
  }));

describe('a JSON table', () => {
  it.each(FORMS)('has the same rows as %s', async (...[, write, keys]) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const rows = table.rows.map((row) => row.map(shown));
        const ids = keys?.(table);
        expect(await opened(write(table))).toEqual({
          columns: ids ? ['key', ...table.columns] : table.columns,
          rows: ids ? rows.map((row, at) => [ids[at], ...row]) : rows,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has no names if orient=values gives none', async () => {
    expect(
      await readWhole('a.json', '[["2026-03-01",36.1,44.1],["2026-03-02",36.2,null]]'),
    ).toMatchObject({
      form: { hasHeader: false },
      columns: ['', '', ''],
      rows: [{ cells: ['2026-03-01', '36.1', '44.1'] }, { cells: ['2026-03-02', '36.2', ''] }],
    });
  });

  it('keeps columns with the same name separate', async () => {
    const document = {
      columns: ['date', 'note', 'note', ''],
      data: [['2026-03-01', 'a', 'b', 'c']],
    };
    expect(await opened(document)).toEqual({
      columns: ['date', 'note', 'note', ''],
      rows: [['2026-03-01', 'a', 'b', 'c']],
    });
  });

  it('keeps a value called key next to the key', async () => {
    const row = (key: string) => ({ key, date: '2026-03-01', lat: 36, lon: 44 });
    expect(await opened({ 11: row('a'), 12: row('b') })).toEqual({
      columns: ['key', 'key', 'date', 'lat', 'lon'],
      rows: [
        ['11', 'a', '2026-03-01', '36', '44'],
        ['12', 'b', '2026-03-01', '36', '44'],
      ],
    });
  });

  it('keeps all values of columns of unequal length, and reports it', async () => {
    const document = {
      date: ['2026-03-01', '2026-03-02', '2026-03-03'],
      lat: [36.1],
      lon: [44.1, 44.2],
    };
    expect(await readWhole('a.json', JSON.stringify(document))).toMatchObject({
      form: { isRagged: true },
      rows: [
        { cells: ['2026-03-01', '36.1', '44.1'] },
        { cells: ['2026-03-02', '', '44.2'] },
        { cells: ['2026-03-03', '', ''] },
      ],
    });
    const keyed = { date: { 0: '2026-03-01', 2: '2026-03-03' }, lat: { 0: 36, 1: 37 } };
    expect(await opened(keyed)).toEqual({
      columns: ['date', 'lat'],
      rows: [
        ['2026-03-01', '36'],
        ['', '37'],
        ['2026-03-03', ''],
      ].map(([date, lat]) => [date, lat]),
    });
  });

  const dates = { 0: '2026-03-01', 1: '2026-03-02' };

  it.each<[string, object, object]>([
    [
      'objects',
      {
        date: dates,
        lat: { 0: 36, 1: 37 },
        lon: { 0: 44, 1: 45 },
        source: { 0: { name: 'a' }, 1: { name: 'b' } },
      },
      {
        columns: ['date', 'lat', 'lon', 'source.name'],
        rows: [
          ['2026-03-01', '36', '44', 'a'],
          ['2026-03-02', '37', '45', 'b'],
        ],
      },
    ],
    [
      'objects in the first column, with a place',
      { loc: { 0: { lat: 36, lon: 44 }, 1: { lat: 37, lon: 45 } }, date: dates },
      {
        columns: ['loc.lat', 'loc.lon', 'date'],
        rows: [
          ['36', '44', '2026-03-01'],
          ['37', '45', '2026-03-02'],
        ],
      },
    ],
    [
      'objects in some rows',
      { date: dates, source: { 0: null, 1: { name: 'b' } } },
      {
        columns: ['date', 'source', 'source.name'],
        rows: [
          ['2026-03-01', '', ''],
          ['2026-03-02', '', 'b'],
        ],
      },
    ],
    [
      'lists',
      { date: dates, tags: { 0: ['a', 'b'], 1: [] }, at: { 0: [{ u: 1 }], 1: null } },
      {
        columns: ['date', 'tags', 'at'],
        rows: [
          ['2026-03-01', 'a; b', '[{"u":1}]'],
          ['2026-03-02', '', ''],
        ],
      },
    ],
    [
      'an index that is no count, and a column that lacks a row',
      { date: { 7: 'a', 12: 'b' }, note: { 7: 'x', 12: 'y' }, at: { 12: { lat: 36 } } },
      {
        columns: ['key', 'date', 'note', 'at.lat'],
        rows: [
          ['7', 'a', 'x', ''],
          ['12', 'b', 'y', '36'],
        ],
      },
    ],
  ])('is read by column if its cells contain %s', async (_, document, table) => {
    expect(await opened(document)).toEqual(table);
  });

  it.each([
    [{ start: dates, end: dates }, ['start', 'end']],
    [{ start: dates, end: dates, lat: { 0: 36, 1: 37 } }, ['start', 'end', 'lat']],
  ])('has columns of a start and an end: %j', async (document, columns) => {
    expect(await opened(document)).toMatchObject({ columns, rows: { length: 2 } });
  });

  it.each<[string, object]>([
    [
      'bbox',
      {
        date: ['2026-03-01', '2026-03-02'],
        bbox: [
          [43, 35, 44, 36],
          [44, 36, 45, 37],
        ],
      },
    ],
    [
      'center',
      {
        date: ['2026-03-01', '2026-03-02'],
        center: [
          [44, 36],
          [45, 37],
        ],
      },
    ],
  ])('may have a column called %s, a list a row', async (name, document) => {
    expect(await opened(document)).toMatchObject({ columns: ['date', name], rows: { length: 2 } });
  });

  it('is not made of two tables whose records have the same numbers', async () => {
    const events = { 1: { date: '2026-03-01', lat: 36 }, 2: { date: '2026-03-02', lat: 37 } };
    expect(await opened({ users: { 1: { name: 'a' }, 2: { name: 'b' } }, events })).toMatchObject({
      columns: ['key', 'date', 'lat'],
    });
  });

  it('keeps cells after the last name, and a row that is no list', async () => {
    const whole = await readWhole(
      'a.json',
      '{"columns":["date"],"data":[["2026-03-01","more"],null]}',
    );
    expect(whole).toMatchObject({
      columns: ['date', ''],
      rows: [{ cells: ['2026-03-01', 'more'] }, { flaw: 'broken-row' }],
    });
  });
});

describe('JSON records by key', () => {
  const feature = (lon: number) => ({
    type: 'Feature',
    properties: { name: 'n' },
    geometry: { type: 'Point', coordinates: [lon, 36] },
  });

  it.each([
    ['by themselves', { a: feature(44), b: feature(45) }],
    [
      'in a collection',
      { type: 'FeatureCollection', features: { a: feature(44), b: feature(45) } },
    ],
    ['below a name', { layers: { incidents: { a: feature(44), b: feature(45) } } }],
  ])('are features %s', async (_, document) => {
    expect(await readWhole('a.json', JSON.stringify(document))).toMatchObject({
      form: { format: 'geojson' },
      columns: ['key', 'name'],
      rows: [
        { cells: ['a', 'n'], geometry: { coordinates: [44, 36] } },
        { cells: ['b', 'n'], geometry: { coordinates: [45, 36] } },
      ],
    });
  });

  it('may lack values, hold objects and lists of objects, and be nothing', async () => {
    const document = {
      '-NabcDEF_0123456-aaa': {
        date: '2026-03-01',
        at: { lat: 36, lon: 44 },
        photos: [{ u: 1 }, { u: 2 }, { u: 3 }],
      },
      '-NabcDEF_0123456-aab': { date: '2026-03-02', at: { lat: 37, lon: 45 }, note: 'more' },
      '-NabcDEF_0123456-aac': null,
    };
    expect(await readWhole('a.json', JSON.stringify(document))).toMatchObject({
      columns: ['key', 'date', 'at.lat', 'at.lon', 'photos', 'note'],
      rows: [
        {
          cells: [
            '-NabcDEF_0123456-aaa',
            '2026-03-01',
            '36',
            '44',
            '[{"u":1},{"u":2},{"u":3}]',
            '',
          ],
        },
        { cells: ['-NabcDEF_0123456-aab', '2026-03-02', '37', '45', '', 'more'] },
        { flaw: 'broken-row' },
      ],
    });
  });

  it('may be one', async () => {
    expect(
      await opened({ '-NabcDEF_0123456-aaa': { date: '2026-03-01', lat: 36, lon: 44 } }),
    ).toEqual({
      columns: ['key', 'date', 'lat', 'lon'],
      rows: [['-NabcDEF_0123456-aaa', '2026-03-01', '36', '44']],
    });
  });
});

describe('a choice among lists and tables in one JSON document', () => {
  const incident = (day: number) => ({ date: `2026-03-0${String(day)}`, lat: 36, lon: 44 });
  const pushed = (...records: readonly object[]) =>
    object(records.map((one, at) => [`-NabcDEF_0123456-aa${String(at)}`, one] as const));
  const collection = (...properties: readonly object[]) => ({
    type: 'FeatureCollection',
    features: properties.map((one) => ({
      type: 'Feature',
      properties: one,
      geometry: { type: 'Point', coordinates: [44, 36] },
    })),
  });
  const places = { erbil: { lat: 36.2, lon: 44 }, dohuk: { lat: 36.9, lon: 43 } };
  const counts = { erbil: { 2025: 1, 2026: 2 }, dohuk: { 2025: 3, 2026: 4 } };
  const list = [incident(1), incident(2)];

  it.each<[string, unknown, string, number]>([
    [
      'the longer of two collections of features',
      { strikes: collection({}), bases: collection({}, {}) },
      'bases.features',
      2,
    ],
    [
      'the longer of two collections below numbers',
      { 1: collection({}), 2: collection({}, {}) },
      '2.features',
      2,
    ],
    [
      'features with a date',
      { strikes: collection({ date: '2026-03-01' }), bases: collection({ name: 'a' }, {}) },
      'strikes.features',
      1,
    ],
    [
      'the longer of two feature sets of ArcGIS',
      {
        a: { features: [{ attributes: {}, geometry: { x: 44, y: 36 } }] },
        b: { features: Array(3).fill({ attributes: {}, geometry: { x: 44, y: 36 } }) },
      },
      'b.features',
      3,
    ],
    [
      'a list, not the places by name',
      { cities: { ...places, zakho: places.erbil }, events: list },
      'events',
      2,
    ],
    [
      'a list, not the longer list of places',
      { cities: [...Array(9).keys()].map(() => places.erbil), events: list },
      'events',
      2,
    ],
    ['a list, not the counts by year', { table: counts, events: [incident(1)] }, 'events', 1],
    [
      'records by push id, not the users',
      { users: pushed({ name: 'a' }, { name: 'b' }, { name: 'c' }), events: pushed(...list) },
      'events',
      2,
    ],
    ['the longer of two lists of incidents', { a: list, b: [...list, incident(3)] }, 'b', 3],
    [
      'the longer of two lists without a date or place',
      { a: [{ x: 1 }], b: [{ y: 1 }, { y: 2 }] },
      'b',
      2,
    ],
  ])('takes %s', async (_, document, member, count) => {
    const backwards = object(
      Object.entries(document as object).toReversed() as [string, unknown][],
    );
    for (const one of [document, backwards]) {
      const whole = await readWhole('a.json', JSON.stringify(one));
      expect(whole).toMatchObject({ form: { member, otherMembers: 1 } });
      expect('rows' in whole && whole.rows).toHaveLength(count);
    }
  });
});

describe('JSON that is no table', () => {
  it.each<[string, unknown]>([
    ['one record', { id: 7, date: '2026-03-01', lat: 36.1, lon: 44.1 }],
    [
      'one record with objects inside',
      { id: 7, date: { from: '2026-03-01' }, at: { lat: 36, lon: 44 } },
    ],
    ['one record with numbered objects', { name: 'n', street1: { no: 1 }, street2: { no: 2 } }],
    ['one record with lists', { id: 7, tags: ['a', 'b'], names: ['x', 'y'] }],
    ['lists of one record', { tags: ['a', 'b'], names: ['x'], counts: [1, 2, 3] }],
    ['settings', { server: { host: 'a', port: 1 }, database: { host: 'b', user: 'c', name: 'd' } }],
    [
      'settings of alike parts',
      { development: { host: 'a', port: 1 }, production: { host: 'b', port: 2 } },
    ],
    [
      'a package',
      { name: 'p', version: '1.0.0', scripts: { build: 'x' }, dependencies: { a: '1', b: '2' } },
    ],
    ['a map style', { version: 8, center: [44, 36], zoom: 7, sources: { a: { type: 'vector' } } }],
    ['words', { title: { en: 'Map', ku: 'نەخشە' }, close: { en: 'Close', ku: 'داخستن' } }],
    ['a list of numbers', [1, 2, 3]],
    [
      'rings of an area',
      [
        [
          [44, 36],
          [45, 36],
          [45, 37],
        ],
        [
          [44, 36],
          [45, 36],
          [45, 37],
        ],
      ],
    ],
    [
      'an extent and a centre',
      {
        bounds: [
          [43, 35],
          [45, 37],
        ],
        center: [44, 36],
      },
    ],
    [
      'an extent and dates',
      {
        maxBounds: [
          [43, 35],
          [45, 37],
        ],
        dates: ['2026-03-01', '2026-03-02'],
      },
    ],
    [
      'settings of lists of unequal length',
      { bbox: [43, 35, 45, 37], dates: ['2026-03-01', '2026-04-01'], layers: ['a'] },
    ],
    ['longer settings than dates', { dates: ['2026-03-01'], lat: [36, 37], lon: [44] }],
    ['a centre and dates', { center: [44, 36], dates: ['2026-03-01', '2026-04-01'] }],
    ...[
      ['from', 'to'],
      ['start', 'end'],
      ['origin', 'destination'],
      ['min', 'max'],
      ['home', 'work'],
      ['southWest', 'northEast'],
      ['first', 'via', 'last'],
      ['start_point', 'end_point'],
    ].flatMap((keys): [string, unknown][] => {
      const parts = (part: object) => object(keys.map((key) => [key, part] as const));
      return [
        [`places of one record: ${keys.join(', ')}`, parts({ name: 'a', lat: 36, lon: 44 })],
        [`positions of one record: ${keys.join(', ')}`, parts({ lat: 36, lon: 44 })],
        [
          `times and places of one record: ${keys.join(', ')}`,
          parts({ date: '2026-03-01', lat: 36, lon: 44 }),
        ],
      ];
    }),
    ['nothing', {}],
    ['an empty list inside', { data: [] }],
  ])('%s', async (_, document) => {
    expect(await opened(document)).toMatchObject({ fault: { kind: 'unknown-format' } });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (document) => {
        await expect(opened(document)).resolves.toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
