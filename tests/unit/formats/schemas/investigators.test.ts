/** Data sets of investigators. Every row is made up. */
import { describe, expect, it } from 'vitest';
import { recordAt } from '../../../../src/core/records/contents.ts';
import { spanAt, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import type { ImportedRow } from '../../../../src/core/records/imported-row.ts';
import { contentOfRow } from '../../../../src/core/records/row-fields.ts';
import { isoText } from '../../../../src/core/time/minute.ts';
import { publishedReader } from '../../../../src/formats/mapping/row-published.ts';
import { blockReports } from '../../../../src/formats/schemas/geoconfirmed.ts';
import type { ColumnMapping } from '../../../../src/core/mapping/column-mapping.ts';
import { fixtureBytes, openFile } from '../../worker/import-file.ts';
import { opened, saved } from '../../worker/save-again.ts';

/** Their rows as records of files, in the order of the file. */
function rowsOf(table: IncidentTable): readonly ImportedRow[] {
  return Array.from({ length: table.length }, (_, at) => {
    const record = recordAt(table, at);
    if (record?.kind !== 'file') throw new Error('No row of a file.');
    return record.fileRow;
  }).toSorted((a, b) => a.number - b.number);
}

type Read = { readonly row: ImportedRow; readonly when: string };

async function openRows(name: string): Promise<{
  readonly rows: readonly Read[];
  readonly mapping: ColumnMapping;
}> {
  const mappings: ColumnMapping[] = [];
  const opened = await openFile(name, fixtureBytes(name), (proposed) => {
    mappings.push(proposed);
    return proposed;
  });
  const [mapping] = mappings;
  if (opened.kind === 'fault' || !mapping) throw new Error('Not opened.');
  const { table } = opened.dataset;
  const rows = Array.from({ length: table.length }, (_, at) => {
    const record = recordAt(table, at);
    if (record?.kind !== 'file') throw new Error('No row of a file.');
    const { from, to } = spanAt(table, at);
    return { row: record.fileRow, when: `${isoText(from)} to ${isoText(to)}` };
  });
  return { rows: rows.toSorted((a, b) => a.row.number - b.row.number), mapping };
}

const reportLines = ({ sources }: ImportedRow): readonly string[] =>
  sources.reports.map(({ publisher, text, urls }) =>
    [publisher, text, ...urls].filter((part) => part !== undefined).join(' | '),
  );

describe('Atlos', () => {
  it('has its own words for the precision of a place', async () => {
    const { rows } = await openRows('layouts/atlos.csv');
    expect(rows.map(({ row }) => row.place && [row.place.lon, row.place.precision])).toEqual([
      [44.2, 'spot'],
      [-0.3, 'block'],
      [44.4, 'town'],
      undefined,
    ]);
  });

  it('has the first sentence of its description as the title, and kinds of incident as layers', async () => {
    const { rows } = await openRows('layouts/atlos.csv');
    expect(rows.map(({ row: { title, category } }) => [title, category])).toEqual([
      ['A made-up drone fell into a field', 'Strike'],
      ['A made-up orchard burned', 'Strike, Fire'],
      ['A made-up village was shelled', 'Strike'],
      ['A made-up rumour', ''],
    ]);
  });

  it('has a report for each source, in their order and none twice', async () => {
    const { rows } = await openRows('layouts/atlos.csv');
    expect(rows.map(({ row }) => reportLines(row))).toEqual([
      ['https://herald.example/1', 'https://wire.example/1'],
      ['https://herald.example/2', 'A made-up caller'],
      [],
      ['https://wire.example/4'],
    ]);
  });

  it('has a day with or without a time of day', async () => {
    const { rows } = await openRows('layouts/atlos.csv');
    expect(rows.map(({ when }) => when).slice(0, 3)).toEqual([
      '2031-03-04T14:05 to 2031-03-04T14:06',
      '2031-03-05 to 2031-03-06',
      '2031-03-06 to 2031-03-07',
    ]);
  });

  it('says when each incident was added', async () => {
    const { rows, mapping } = await openRows('layouts/atlos.csv');
    const cells = rows[0]?.row.cells ?? [];
    const read = publishedReader(
      mapping,
      undefined,
    )(() => cells.find(({ column }) => column === 'inserted_at')?.text ?? '');
    expect(read && isoText(read.from)).toBe('2031-03-05T10:20');
    expect(rows[0]?.row.published).toEqual({ column: 'inserted_at', text: '2031-03-05T10:20' });
  });
});

describe('the sheet of the Auto Archiver', () => {
  it('has the upload of a post as its time, its title, its text and its link', async () => {
    const { rows } = await openRows('layouts/auto-archiver.csv');
    expect(
      rows.map(({ row: { title, text, links, place }, when }) => [
        ...[title, text?.text, links[0], place],
        when.startsWith('2031') ? when : '',
      ]),
    ).toEqual([
      [
        ...['A made-up clip', 'A made-up text of the post', 'https://post.example/1', undefined],
        '2031-03-04T21:05 to 2031-03-04T21:06',
      ],
      [
        ...['A made-up page', undefined, 'https://post.example/2', undefined],
        '2031-03-05 to 2031-03-06',
      ],
      // Without title and text, the link is all that names it.
      ...[3, 4].map((row) => [
        ...[`https://post.example/${row}`, undefined, `https://post.example/${row}`],
        ...[undefined, ''],
      ]),
    ]);
  });

  it('has the archived copy as the receipt of the report, and no hash of another kind', async () => {
    const { rows } = await openRows('layouts/auto-archiver.csv');
    expect(
      rows.map(({ row }) => row.sources.reports.map(({ urls, receipt }) => [...urls, receipt])),
    ).toEqual([
      [
        [
          'https://post.example/1',
          {
            archived: 'https://archive.example/1.mp4',
            copies: [
              { address: 'https://archive.example/1.html', column: undefined },
              { address: 'https://archive.example/1.png', column: 'Screenshot' },
              { address: 'https://archive.example/1.wacz', column: 'WACZ' },
              { address: 'https://replay.example/1', column: 'ReplayWebpage' },
            ],
            captured: '2031-03-05T10:22:31+00:00',
            hashes: [
              {
                sha256: 'd8e74af8e255cdcdc8b862677535cf089c0b7ed29c23fcb3aa0eefeceb17a60e',
                of: 'Hash',
                isColumn: true,
              },
            ],
          },
        ],
      ],
      [
        [
          'https://post.example/2',
          { archived: 'https://archive.example/2.html', captured: '2031-03-06T09:00:00+00:00' },
        ],
      ],
      // It could not be archived: its archive date is that of the attempt.
      [['https://post.example/3', undefined]],
      [['https://post.example/4', undefined]],
    ]);
  });
});

describe('GeoConfirmed', () => {
  it('has geolocations as reports that are no origin', async () => {
    const { rows } = await openRows('layouts/geoconfirmed.csv');
    expect(rows.map(({ row }) => contentOfRow(row).sources)).toEqual([
      { reports: 2, outlets: undefined, origins: 1 },
      { reports: 3, outlets: undefined, origins: 2 },
      { reports: 1, outlets: undefined, origins: 1 },
    ]);
  });

  it('as KML has the date of the name, and the addresses of its blocks as reports', async () => {
    const { rows } = await openRows('documents/geoconfirmed.kml');
    expect(rows.map(({ row, when }) => [row.title, when.slice(0, 10), reportLines(row)])).toEqual([
      [
        'Made-up airbase',
        expect.not.stringMatching(/^2031/),
        ['Source(s) | https://herald.example/base'],
      ],
      [
        'A made-up drone fell into a field',
        '2031-01-05',
        [
          'Source(s) | https://herald.example/1',
          'Source(s) | https://wire.example/1',
          'Geolocation(s) | https://geo.example/1',
        ],
      ],
      ['A made-up depot burned', '2031-01-06', ['Source(s) | https://herald.example/2']],
      ['JAN 2031', expect.not.stringMatching(/^2031/), []],
    ]);
  });

  it('as a table is read in the same way', async () => {
    const { rows } = await openRows('layouts/geoconfirmed.csv');
    expect(rows.map(({ row, when }) => [row.title, when.slice(0, 10), reportLines(row)])).toEqual([
      [
        'A made-up drone fell into a field',
        '2031-01-05',
        ['Source(s) | https://herald.example/1', 'Geolocation(s) | https://geo.example/1'],
      ],
      [
        'Made-up depot',
        '2031-01-06',
        [
          'Source(s) | https://wire.example/2',
          'Source(s) | https://herald.example/2',
          'Geolocation(s) | https://geo.example/2',
        ],
      ],
      [
        'Made-up airbase',
        expect.not.stringMatching(/^2031/),
        ['Source(s) | https://herald.example/3'],
      ],
    ]);
  });

  it.each([
    ['No block: https://herald.example/1', []],
    ['Text\nSource: https://herald.example/1.', ['https://herald.example/1']],
    ['SOURCE(S):\nhttps://herald.example/a_(b)', ['https://herald.example/a_(b)']],
    ['Source(s):\nwords (https://herald.example/1)', ['https://herald.example/1']],
    ['Sources say so: https://herald.example/1', []],
    ['Source(s):\njavascript:alert(1)\n@made-up', []],
  ])('has no other addresses as reports: %j', (text, urls) => {
    expect(blockReports(text).flatMap((one) => one.urls)).toEqual(urls);
  });
});

describe('rows that are saved and opened again', () => {
  it.each([
    'layouts/atlos.csv',
    'layouts/auto-archiver.csv',
    'layouts/geoconfirmed.csv',
    'documents/geoconfirmed.kml',
    'documents/dated-names.kml',
    'sources/archived-copies.csv',
    'sources/numbered-copies.csv',
  ])('have the same titles, reports and receipts: %s', async (name) => {
    const first = await opened(name, fixtureBytes(name));
    const second = await opened('saved.csv', await saved(first.dataset.table));
    const said = ({ dataset }: typeof first) =>
      rowsOf(dataset.table).map(({ title, text, links, sources }) => [
        ...[title, text?.text, links, sources],
      ]);
    expect(said(second)).toEqual(said(first));
    expect(second.report.schema).toBe(first.report.schema);
  });
});
