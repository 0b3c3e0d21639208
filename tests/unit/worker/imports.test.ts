/** Every row of the fixtures is made up. `expected-reports.json` was checked by eye, file by file. */
import { readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAt, recordedAt } from '../../../src/core/records/contents.ts';
import { searchTextAt } from '../../../src/core/records/record-search-text.ts';
import { spanAt } from '../../../src/core/records/incident-table.ts';
import { EFFECT_CLASSES } from '../../../src/core/records/incident.ts';
import { ENDLESS } from '../../../src/core/records/unknown-ends.ts';
import { NO_AREA } from '../../../src/core/place/place-table.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { isoText } from '../../../src/core/time/minute.ts';
import { widened } from '../../../src/core/place/bounds.ts';
import { OpenDatasets } from '../../../src/worker/open-datasets.ts';
import { FIXTURES, fixtureBytes, fixtureNames, openFile, type OpenedFile } from './import-file.ts';

const expected = JSON.parse(
  readFileSync(new URL('expected-reports.json', FIXTURES), 'utf8'),
) as Readonly<Record<string, string>>;

/** What a reader is told of a file, in one line. */
function toldOf(opened: OpenedFile): string {
  if (opened.kind === 'fault') return `fault: ${opened.fault.kind}`;
  const { schema: layout, read, kept, unplaced, undated, dropped, groups } = opened.report;
  const notes = groups.map(({ code, column, count, rows }) => {
    const where = column === undefined ? '' : ` in ${column}`;
    return `${code}${where} ×${count} (row ${rows.join(', ')})`;
  });
  const account = `${read} read = ${kept} kept + ${unplaced} unplaced + ${undated} undated + ${dropped} dropped`;
  return [`${layout}: ${account}`, ...notes.toSorted()].join('; ');
}

const isAccounted = (opened: OpenedFile): boolean => {
  if (opened.kind === 'fault') return true;
  const { read, kept, unplaced, undated, dropped } = opened.report;
  return (
    read === kept + unplaced + undated + dropped && opened.dataset.table.length === read - dropped
  );
};

/** Everything that the page may ask of a row can be asked. */
function readsAll(opened: OpenedFile): void {
  if (opened.kind === 'fault') return;
  const { table } = opened.dataset;
  for (let row = 0; row < Math.min(table.length, 40); row++) {
    recordedAt(table, row);
    searchTextAt(table, row);
  }
}

describe('a file of the reader’s own', () => {
  it.each(fixtureNames)('is read as expected, every row accounted for: %s', async (name) => {
    const opened = await openFile(name, fixtureBytes(name));
    expect(toldOf(opened)).toBe(expected[name]);
    expect(isAccounted(opened)).toBe(true);
    readsAll(opened);
  });

  it('has an expectation for every fixture, and no other', () => {
    expect(Object.keys(expected).toSorted()).toEqual([...fixtureNames].toSorted());
  });

  it('calls nothing a hit unless a column says so in words of the codebook', async () => {
    for (const name of fixtureNames) {
      const opened = await openFile(name, fixtureBytes(name));
      if (opened.kind === 'fault' || opened.report.schema === 'codebook') continue;
      const forms = new Set(
        Array.from(opened.dataset.table.effectClass, (form) => EFFECT_CLASSES[form]),
      );
      expect([name, ...forms].filter((form) => form !== 'unknown')).toEqual([name]);
    }
    const rows = [
      'id,kind,title,summary,target,time,place.name,place.lat,place.lon,effect',
      ...['damage', 'intercepted', 'outage', 'fell-short', 'unknown', '', 'burnt'].map(
        (effect, i) => `a${i},incident,t,s,energy,2031-03-0${i + 1},Nowhere,36.1,44.1,${effect}`,
      ),
    ];
    const opened = await openFile('a.csv', new Uint8Array(strToU8(rows.join('\n'))));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    expect(Array.from(opened.dataset.table.effectClass, (form) => EFFECT_CLASSES[form])).toEqual([
      ...['hit', 'intercepted', 'halt', 'fallen', 'unknown', 'unknown', 'unknown'],
    ]);
  });

  it('draws the points of a row as points, and marks it once', async () => {
    const opened = await openFile('a', fixtureBytes('reported/06-multipoint-line.geojson'));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    const { table, outlines } = opened.dataset;
    expect(table.length).toBe(2);
    expect([...table.places.lon]).toEqual([44, 45.4]);
    expect(outlines.map(({ shape }) => shape)).toEqual([
      {
        type: 'MultiPoint',
        coordinates: [
          [44, 36.2],
          [45.4, 35.5],
        ],
      },
    ]);
  });

  it('draws the rest of a track with a gap', async () => {
    const opened = await openFile('a', fixtureBytes('reported/16-gap-track.kml'));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    expect(opened.dataset.outlines.map(({ shape }) => shape)).toEqual([
      {
        type: 'LineString',
        coordinates: [
          [44.01, 36.19, 400],
          [44.05, 36.2, 400],
        ],
      },
    ]);
  });

  it('has a home view around both sides of the antimeridian, and around all that is drawn', async () => {
    const homeOf = async (name: string) => {
      const opened = await openFile('a', fixtureBytes(name));
      if (opened.kind === 'fault') throw new Error(opened.fault.kind);
      const datasets = new OpenDatasets({ spellings: [] } as never);
      datasets.put(opened.dataset);
      const { home, bounds } = await datasets.join(UNINTERRUPTED);
      // Nothing of these files is far from the rest.
      for (const side of ['west', 'south', 'east', 'north'] as const)
        expect(home?.[side]).toBeCloseTo(bounds?.[side] ?? NaN, 6);
      // With a twentieth more on each side, for the marks at its edge.
      return bounds && widened(bounds, -1 / 22);
    };
    const fiji = await homeOf('reported/11-fiji.csv');
    expect((fiji?.east ?? NaN) - (fiji?.west ?? NaN)).toBeCloseTo(0.095, 6);
    expect(fiji?.south).toBeCloseTo(-16.853, 6);
    expect(fiji?.north).toBeCloseTo(-16.802, 6);
    const lines = await homeOf('reported/06-multipoint-line.geojson');
    expect(lines?.west).toBeCloseTo(44, 6);
    expect(lines?.south).toBeCloseTo(35.5, 6);
    expect(lines?.east).toBeCloseTo(45.4, 6);
    expect(lines?.north).toBeCloseTo(36.2, 6);
  });

  it('reads the same inside a zip and a gzip', async () => {
    const bytes = fixtureBytes('layouts/ucdp-49.csv');
    const plain = toldOf(await openFile('a', bytes));
    expect(toldOf(await openFile('a', new Uint8Array(zipSync({ 'made-up.csv': bytes }))))).toBe(
      plain,
    );
    expect(toldOf(await openFile('a', new Uint8Array(gzipSync(bytes))))).toBe(plain);
  });

  it('keeps place, precision, time and all cells of a row', async () => {
    const rows = [
      'date;where;lat;lon;accuracy;kind;url',
      '15 July 2022;Made-up Town;36,19;44,01;4000;blast;javascript:alert(1)',
      'unknown;Made-up Town;36,19;44,01;;blast;https://example.org/1',
      '16 July 2022;Nowhere;;;;fire;',
    ];
    const opened = await openFile('a.csv', new Uint8Array(strToU8(rows.join('\n'))));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    const { table } = opened.dataset;
    expect(opened.report).toMatchObject({ read: 3, kept: 1, unplaced: 1, undated: 1, dropped: 0 });
    const records = Array.from({ length: table.length }, (_, row) => {
      const record = recordAt(table, row);
      if (record?.kind !== 'file') throw new Error('No row of a file.');
      return { ...record.fileRow, span: spanAt(table, row), row };
    });
    const placed = records.find(({ number }) => number === 2);
    expect(placed).toMatchObject({
      place: { name: 'Made-up Town', lat: 36.19, lon: 44.01, precision: 'town' },
      links: [],
      category: 'blast',
    });
    expect(placed?.cells.at(-1)).toEqual({ column: 'url', text: 'javascript:alert(1)' });
    expect(isoText(placed?.span.from ?? 0)).toBe('2022-07-15');
    const undated = records.find(({ number }) => number === 3);
    expect(undated).toMatchObject({ isDated: false, links: ['https://example.org/1'] });
    // It may be from any day, so it is certainly in no window.
    expect(undated?.span).toEqual(ENDLESS);
    const nowhere = records.find(({ number }) => number === 4);
    expect(nowhere?.place).toBeUndefined();
    const area = table.places.area[table.place[nowhere?.row ?? 0] ?? 0] ?? NO_AREA;
    expect(table.places.areas[area]).toBe('');
  });

  it('takes the order of day and month from any of its rows, however late', async () => {
    const dates = Array.from({ length: 3_000 }, () => '03/04/2031,36,44');
    const open = async (last: string) =>
      await openFile('a.csv', new Uint8Array(strToU8(['date,lat,lon', ...dates, last].join('\n'))));
    const first = async (last: string): Promise<string> => {
      const opened = await open(last);
      if (opened.kind === 'fault') throw new Error(opened.fault.kind);
      return isoText(opened.dataset.table.from[0] ?? 0);
    };
    expect(await first('25/04/2031,36,44')).toBe('2031-04-03');
    expect(await first('04/25/2031,36,44')).toBe('2031-03-04');
  });

  it('suspects what only the other rows make suspicious, and changes nothing', async () => {
    const near = Array.from({ length: 60 }, (_, i) => `2031-05-01,${36 + i / 100},${44 + i / 100}`);
    const crowd = Array.from({ length: 40 }, () => '2031-05-01,33,43');
    const rows = ['date,lat,lon', ...near, ...crowd, '2031-05-01,-36,-44'];
    const opened = await openFile('a.csv', new Uint8Array(strToU8(rows.join('\n'))));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    expect(opened.report.kept).toBe(101);
    const counts = Object.fromEntries(opened.report.groups.map(({ code, count }) => [code, count]));
    expect(counts).toEqual({ 'crowded-point': 40, 'far-outside': 1 });
  });
});

describe('anything at all', () => {
  const fixture = fc.constantFrom(...fixtureNames).map(fixtureBytes);
  const mutated = fc
    .tuple(
      fixture,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([bytes, changes, part]) => {
      const cut = bytes.slice(0, Math.ceil(bytes.length * Math.max(part, 0.2)));
      for (const [at, byte] of changes) if (cut.length > 0) cut[at % cut.length] = byte;
      return cut;
    });
  const random = fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes));

  it('is opened with every row accounted for, or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, random), async (bytes) => {
        const opened = await openFile('made-up', bytes);
        expect(isAccounted(opened)).toBe(true);
        readsAll(opened);
      }),
      { numRuns: 400 },
    );
  });

  it('of a million characters in one cell is no crash, and loses no other row', async () => {
    const long = 'x'.repeat(1_100_000);
    const text = `date,lat,lon,text\n2031-01-01,36,44,${long}\n2031-01-02,36,44,short`;
    const opened = await openFile('a.csv', new Uint8Array(strToU8(text)));
    expect(isAccounted(opened)).toBe(true);
    if (opened.kind === 'set') expect(opened.report.read).toBe(2);
  });
});
