/** Every row here and in the fixtures is made up, but for the published records. */
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../src/core/time/minute.ts';
import { parseDate } from '../../../src/core/time/parse-date.ts';
import { spanText } from '../../../src/formats/export/saved-time.ts';
import { fixtureBytes, fixtureNames, openFile } from './import-file.ts';
import { opened, ownColumns, readRows, saved, textOf, withKnownEnds } from './save-again.ts';
import { PUBLISHED } from '../published-counts.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(text));

const linesOf = (bytes: Uint8Array): readonly string[] =>
  textOf(bytes).replace('\ufeff', '').split('\r\n');

/** Of shapes, where they are, not which of two tables of layers they are in. */
const shapesOf = ({ dataset }: Awaited<ReturnType<typeof opened>>): readonly string[] =>
  dataset.outlines.map(({ shape, span }) => JSON.stringify([shape, span])).toSorted();

const readable: string[] = [];
for (const name of fixtureNames)
  if ((await openFile(name, fixtureBytes(name))).kind === 'set') readable.push(name);

describe('rows that are saved and opened again', () => {
  it.each(readable)('are the same rows, places, times and cells: %s', async (name) => {
    const first = await opened(name, fixtureBytes(name));
    if (first.dataset.table.contents.kind !== 'file') return;
    const bytes = await saved(first.dataset.table);
    const second = await opened('saved.csv', bytes);
    expect(readRows(second.dataset.table)).toEqual(readRows(first.dataset.table));
    expect(ownColumns(second.dataset.table)).toEqual(ownColumns(first.dataset.table));
    expect(shapesOf(second)).toEqual(shapesOf(first));
    // Once more adds nothing.
    expect(textOf(await saved(second.dataset.table))).toBe(textOf(bytes));
  });

  it.each([
    ['solar-hijri.csv', 'solar-hijri'],
    ['solar-hijri-named-months.csv', 'solar-hijri'],
    ['hijri.csv', 'hijri'],
    ['buddhist.csv', 'buddhist'],
    ['kurdish-parts.csv', 'kurdish'],
  ] as const)('keep their times in another calendar: %s as %s', async (name, calendar) => {
    const bytes = fixtureBytes(`calendars/${name}`);
    const first = await openFile(name, bytes, (mapping) => ({ ...mapping, calendar }));
    if (first.kind === 'fault') throw new Error(first.fault.kind);
    expect(first.report.undated).toBeLessThan(first.report.read);
    const second = await opened('saved.csv', await saved(first.dataset.table));
    expect(second.report.undated).toBe(first.report.undated);
    expect(readRows(second.dataset.table)).toEqual(readRows(first.dataset.table));
  });

  it('keep a date that might be an empty value, if the dates near it are left out', async () => {
    const rows = ['1970-01-01', '1975-06-01', '2026-03-01', '20XX'].map((date) => `${date},36,44`);
    const { table } = (await opened('a.csv', bytesOf(['date,lat,lon', ...rows].join('\n'))))
      .dataset;
    const chosen = [0, 2, 3];
    const again = await opened('saved.csv', await saved(table, undefined, chosen));
    expect(again.report).toMatchObject({ kept: 3, undated: 0 });
    expect(readRows(again.dataset.table)).toEqual(readRows(table, chosen));
  });

  it('can be the published records, with their areas', async () => {
    const published = new URL('../../../geodata/incidents.geojson', import.meta.url);
    const first = await opened('incidents.geojson', new Uint8Array(readFileSync(published)));
    const second = await opened('saved.csv', await saved(first.dataset.table));
    expect(second.report).toMatchObject({
      read: PUBLISHED.records,
      unplaced: 0,
      undated: 0,
      dropped: 0,
    });
    const bare = (rows: readonly unknown[]) =>
      rows.map((row) => JSON.stringify({ ...(row as object), cells: [] })).toSorted();
    const places = bare(readRows(first.dataset.table).map(asInAnyFile));
    expect(bare(readRows(second.dataset.table).map(asInAnyFile))).toEqual(places);
  });
});

/**
 * Only the area of a record without a point is a part of its place in our own records, and a target
 * that is not known is no category of a file.
 */
function asInAnyFile(row: unknown): unknown {
  const one = row as {
    readonly place: readonly unknown[];
    readonly area: unknown;
    readonly category: string;
  };
  const isArea = one.place[2] === 'governorate' || one.place[2] === 'region';
  const category = one.category === 'unknown' ? '' : one.category;
  return { ...one, category, area: isArea ? one.area : undefined };
}

describe('saved rows of reported files', () => {
  const savedLines = async (name: string) =>
    linesOf(await saved((await opened(name, fixtureBytes(name))).dataset.table));

  it('keep both columns of one name', async () => {
    expect(await savedLines('reported/03-two-columns-of-one-name.csv')).toEqual([
      'dataset,dateline.time,dateline.lat,dateline.lon,date,date,lat,lon,note,note',
      'made-up file,2026-03-01,36.2,44,2026-03-01,2026-05-01,36.2,44.0,first note,second note',
      'made-up file,2026-03-02,36.3,44.1,2026-03-02,2026-05-02,36.3,44.1,third note,fourth note',
      '',
    ]);
  });

  it.each(['reported/04-export-loses-place.kml', 'reported/04b-export-loses-place.geojson'])(
    'have coordinates, and are placed by them: %s',
    async (name) => {
      const lines = await savedLines(name);
      expect(lines[1]).toMatch(/,2026-03-01,36\.2,44,/);
      const again = await opened('saved.csv', bytesOf(lines.join('\r\n')));
      expect(again.report).toMatchObject({ read: 2, kept: 2 });
    },
  );

  it('say how many origins the reports of each row have at most', async () => {
    const text =
      'date,lat,lon,source\n2026-03-01,36.2,44,A (AFP); B (AFP); C\n2026-03-02,36.3,44.1,\n';
    const first = await opened('a.csv', bytesOf(text));
    const lines = linesOf(await saved(first.dataset.table));
    expect(lines).toEqual([
      'dataset,dateline.time,dateline.lat,dateline.lon,dateline.origins.max,date,lat,lon,source',
      'made-up file,2026-03-01,36.2,44,2,2026-03-01,36.2,44,"A (AFP); B (AFP); C"',
      'made-up file,2026-03-02,36.3,44.1,,2026-03-02,36.3,44.1,',
      '',
    ]);
  });

  it('leave a negative number with a decimal comma as it is', async () => {
    const lines = await savedLines('reported/05-export-minus.csv');
    expect(lines[1]).toContain('Santos,2026-03-01,"-23,96","-46,33"');
    const again = await opened('saved.csv', bytesOf(lines.join('\r\n')));
    expect(again.report).toMatchObject({ read: 2, kept: 2 });
  });
});

/** A cell as a reader of CSV gives it back. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(
        fc.constantFrom("'", '=', '+', '-', '@', '"', ',', ';', '\t', '\n', '\r\n', '5', '.', 'a'),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '-23,96',
      "'=1+1",
      "''=1+1",
      "'tis",
      '#tag',
      '{"a":1}',
      'sep=;',
      '٢٣',
      '1/2/2026',
    ),
    fc.constantFrom(
      '',
      '',
      '',
      '1970-01-01',
      '1975-06-01',
      '2026-03-05',
      '03/04/2026',
      '36.2',
      '44,1',
      'NA',
    ),
  )
  .map((text) => text.trim());

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('saved rows of any table', () => {
  it('are the same after opening', async () => {
    const row = fc.array(cell, { minLength: 1, maxLength: 7 });
    const table = fc.record({
      names: fc.array(
        fc.oneof(
          cell,
          fc.constantFrom('date', 'date', 'lat', 'lon', '=name', 'dataset', 'dateline.time'),
        ),
        {
          minLength: 3,
          maxLength: 7,
        },
      ),
      rows: fc.array(row, { minLength: 1, maxLength: 12 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
    });
    const picked = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, picked, async ({ names, rows, delimiter }, picks) => {
        const text = [names, ...rows].map((cells) => cells.map(quoted).join(delimiter)).join('\n');
        const first = await openFile('a.csv', bytesOf(text));
        if (first.kind === 'fault' || first.dataset.table.length === 0) return;
        const bytes = await saved(first.dataset.table);
        const again = await opened('saved.csv', bytes);
        expect(readRows(again.dataset.table)).toEqual(readRows(first.dataset.table));
        expect(ownColumns(again.dataset.table)).toEqual(ownColumns(first.dataset.table));
        expect(textOf(await saved(again.dataset.table))).toBe(textOf(bytes));
        const { table } = first.dataset;
        const chosen = [...Array(table.length).keys()].filter((row) => picks[row]);
        if (chosen.length === 0) return;
        const some = await opened('saved.csv', await saved(table, undefined, chosen));
        const byCells = (row: unknown): string => JSON.stringify(row);
        expect(withKnownEnds(readRows(some.dataset.table)).map(byCells).toSorted()).toEqual(
          withKnownEnds(readRows(table, chosen)).map(byCells).toSorted(),
        );
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('of objects and shapes are the same after opening, with any text', async () => {
    const degrees = fc.integer({ min: -80e6, max: 80e6 }).map((one) => one / 1e6);
    const position = fc.tuple(degrees, degrees);
    const geometry = fc.oneof(
      position.map((coordinates) => ({ type: 'Point', coordinates })),
      fc
        .array(position, { minLength: 2, maxLength: 4 })
        .map((coordinates) => ({ type: 'LineString', coordinates })),
      fc
        .array(position, { minLength: 3, maxLength: 5 })
        .map((ring) => ({ type: 'Polygon', coordinates: [ring] })),
      fc.constant(null),
    );
    const feature = fc.record({
      type: fc.constant('Feature'),
      geometry,
      properties: fc.record(
        {
          name: fc.string({ unit: 'binary', maxLength: 10 }),
          note: cell,
          '=when': cell,
          date: fc
            .integer({ min: 0, max: 400 * 24 * 60 })
            .map((minute) =>
              new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString().slice(0, 16),
            ),
          list: fc.array(cell, { maxLength: 3 }),
        },
        { requiredKeys: ['name'] },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { minLength: 1, maxLength: 6 }), async (features) => {
        const text = JSON.stringify({ type: 'FeatureCollection', features });
        const first = await opened('a.geojson', bytesOf(text));
        if (first.dataset.table.length === 0) return;
        const again = await opened('saved.csv', await saved(first.dataset.table));
        expect(readRows(again.dataset.table)).toEqual(readRows(first.dataset.table));
        expect(shapesOf(again)).toEqual(shapesOf(first));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('saved rows of several data sets', () => {
  /** Two files of other columns, as the page joins them. */
  async function both() {
    const csv = bytesOf('date,note,date\n2026-03-02,=1,2026-05-02\n2026-03-01,two,x,extra\n');
    const kml = fixtureBytes('reported/04-export-loses-place.kml');
    return [(await opened('a.csv', csv)).dataset.table, (await opened('b.kml', kml)).dataset.table];
  }

  it('are one table with each column of each file, in the order of the files', async () => {
    expect(linesOf(await saved(await both()))).toEqual([
      'dataset,dateline.time,dateline.lat,dateline.lon,date,note,date,name,time,dateline.geometry',
      "made-up file,2026-03-02,,,2026-03-02,'=1,2026-05-02,,,",
      'made-up file,2026-03-01,,,2026-03-01,two,x,,,,extra',
      'made-up file,2026-03-01,36.2,44,,,,A,2026-03-01,',
      'made-up file,2026-03-02,36.3,44.1,,,,B,2026-03-02,',
      '',
    ]);
  });

  it('keep places and times if they are opened as one file', async () => {
    const again = await opened('saved.csv', await saved(await both()));
    expect(again.report).toMatchObject({ read: 4, kept: 2, unplaced: 2, undated: 0 });
  });
});

describe('a table of saved rows', () => {
  const header =
    'dataset,dateline.time,dateline.lat,dateline.lon,dateline.precision,2024,2025,2026';

  it.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
  ])(
    'is read without a question after another program has saved it with %s',
    async (_, delimiter) => {
      const text = [header, 'a,2026-03-01,36.2,44.1,site,1,2,3', 'a,,36.3,44.2,,a;b;c,x|y|z,3']
        .map((line) => line.replaceAll(',', delimiter))
        .join('\n');
      const again = await opened(
        'saved.csv',
        bytesOf(delimiter === ';' ? text.replace('a;b;c', 'abc') : text),
      );
      expect(again.report).toMatchObject({ read: 2, kept: 1, undated: 1 });
      expect(again.dataset.table.places.length).toBe(2);
    },
  );

  it('has a minute at midnight as a minute, not as a day', () => {
    const spans = fc.record({
      from: fc.integer({ min: -9e6, max: 4e8 }),
      length: fc.integer({ min: 1, max: 5_000 }),
    });
    fc.assert(
      fc.property(spans, ({ from, length }) => {
        for (const start of [from, startOfDay(from)]) {
          const span = { from: start, to: start + length };
          expect(parseDate(spanText(span), 'ymd', undefined)).toMatchObject(span);
        }
      }),
    );
  });
});
