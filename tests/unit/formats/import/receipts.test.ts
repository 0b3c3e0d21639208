/** Every row is made up. */
import { describe, expect, it } from 'vitest';
import { recordAt } from '../../../../src/core/records/contents.ts';
import type { RowReport, RowSources } from '../../../../src/core/records/imported-row.ts';
import { reportOfObject } from '../../../../src/formats/import/json-reports.ts';
import { capturedText, receiptOf, sha256Of } from '../../../../src/formats/schemas/receipts.ts';
import { fixtureBytes, openFile } from '../../worker/import-file.ts';
import { proposeFor } from '../mapping/made-up-rows.ts';

const FIRST = 'd8e74af8e255cdcdc8b862677535cf089c0b7ed29c23fcb3aa0eefeceb17a60e';
const SECOND = '471ade85ec705557fee3f67b49757129bcbd056d36b3feeb6cc12044a86e5cc5';

async function sourcesIn(name: string): Promise<readonly RowSources[]> {
  const opened = await openFile(name, fixtureBytes(name));
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  const { table } = opened.dataset;
  return Array.from({ length: table.length }, (_, row) => {
    const record = recordAt(table, row);
    if (record?.kind !== 'file') throw new Error('No row of a file.');
    return record.fileRow;
  })
    .toSorted((a, b) => a.number - b.number)
    .map(({ sources }) => sources);
}

/** The part of each report that is tested. */
const short = (reports: readonly RowReport[]) =>
  reports.map(({ publisher, urls, receipt }) => [
    [publisher, ...urls].filter(Boolean).join(' | '),
    receipt,
  ]);

describe('the receipt of a report', () => {
  it('is that of the one report of a row, and of no report among several', async () => {
    const rows = await sourcesIn('sources/archived-copies.csv');
    expect(rows.map(({ reports }) => short(reports))).toEqual([
      [
        [
          'Made-up Wire | https://wire.example/1',
          {
            archived: 'https://archive.example/1',
            captured: '2031-03-02T08:30:15+00:00',
            hashes: [{ sha256: FIRST, of: 'sha256', isColumn: true }],
          },
        ],
      ],
      [
        [
          'Made-up Wire | https://wire.example/2',
          { archived: 'https://archive.example/2', captured: '2031-03-03' },
        ],
      ],
      [
        ['Made-up Wire', undefined],
        ['Made-up Herald', undefined],
      ],
      [
        [
          'https://archive.example/4',
          {
            archived: 'https://archive.example/4',
            hashes: [{ sha256: SECOND, of: 'sha256', isColumn: true }],
          },
        ],
      ],
      [['Made-up Wire | https://wire.example/5', undefined]],
      [],
    ]);
  });

  it('is that of the row, where it may be of any of several reports', async () => {
    const rows = await sourcesIn('sources/archived-copies.csv');
    expect(rows.map(({ receipt }) => receipt)).toEqual([
      ...[undefined, undefined],
      {
        archived: 'https://archive.example/3',
        captured: '2031-03-04',
        hashes: [{ sha256: SECOND, of: 'sha256', isColumn: true }],
      },
      ...[undefined, undefined, undefined],
    ]);
  });

  it('has every address of a copy, and no time where there is no copy', () => {
    const texts = { archive: '', captured: '2031-03-02', hash: '', hashOf: '' };
    expect(receiptOf(texts, 'ymd')).toBeUndefined();
    expect(
      receiptOf({ ...texts, archive: 'https://a.example/1; https://a.example/2' }, 'ymd'),
    ).toEqual({
      archived: 'https://a.example/1',
      copies: [{ address: 'https://a.example/2', column: undefined }],
      captured: '2031-03-02',
    });
  });

  it('may be in numbered columns, one for each source', async () => {
    const rows = await sourcesIn('sources/numbered-copies.csv');
    expect(rows.map(({ reports }) => short(reports))).toEqual([
      [
        [
          'https://wire.example/1',
          {
            archived: 'https://archive.example/1',
            hashes: [{ sha256: FIRST, of: 'sha256', isColumn: true }],
          },
        ],
        ['Made-up Herald', { archived: 'https://archive.example/2', captured: '2031-03-02' }],
        ['Made-up Post | https://post.example/3', undefined],
      ],
      [['https://wire.example/1', undefined]],
      [['Made-up Herald', undefined]],
    ]);
  });

  it('of a report in a list is no address of the report', () => {
    const object = {
      source: 'Made-up Wire',
      url: 'https://wire.example/1',
      archived: 'https://archive.example/1',
      sha256: FIRST,
    };
    expect(reportOfObject(object, 'ymd')).toMatchObject({
      publisher: 'Made-up Wire',
      urls: ['https://wire.example/1'],
      receipt: {
        archived: 'https://archive.example/1',
        hashes: [{ sha256: FIRST, of: 'sha256', isColumn: true }],
      },
    });
  });
});

describe('a hash', () => {
  it.each([
    [FIRST, FIRST],
    [FIRST.toUpperCase(), FIRST],
    [`SHA-256:${FIRST}`, FIRST],
    [`sha256 = ${FIRST}`, FIRST],
    [FIRST.slice(1), undefined],
    [`${FIRST}0`, undefined],
    [`SHA3-256:${FIRST}`, undefined],
    [`SHA3-512:${FIRST}${FIRST}`, undefined],
    ['d41d8cd98f00b204e9800998ecf8427e', undefined],
    ['', undefined],
  ])('of 64 digits is read: %s', (text, hash) => {
    expect(sha256Of(text)).toBe(hash);
  });
});

describe('the time of a copy', () => {
  it.each([
    ['2031-03-02', 'ymd', '2031-03-02'],
    ['2031-03-02 08:30', 'ymd', '2031-03-02T08:30'],
    ['2031-03-02T08:30:15Z', 'ymd', '2031-03-02T08:30:15Z'],
    ['2031-03-02 08:30:15.5+03:00', 'ymd', '2031-03-02T08:30:15+03:00'],
    ['20310302083015', 'ymd', '2031-03-02T08:30'],
    ['2 March 2031', 'ymd', '2031-03-02'],
    ['3/2/2031 08:30', 'mdy', '2031-03-02T08:30'],
    ['3/2/2031', 'dmy', '2031-02-03'],
    ['3/2/2031', 'ymd', undefined],
    ['March 2031', 'ymd', undefined],
    ['2031-13-02', 'ymd', undefined],
    ['since 2031-03-02', 'ymd', undefined],
    ['soon', 'ymd', undefined],
    ['', 'ymd', undefined],
  ] as const)('is ISO 8601: %j in the order %s', (text, order, written) => {
    expect(capturedText(text, order)).toBe(written);
  });
});

describe('the columns of an archived copy', () => {
  it('are proposed by their names, if the values are such', () => {
    const { mapping } = proposeFor(`
      date | lat | lon | url | wayback | captured_at | hash
      2031-03-01 | 36.1 | 44.1 | https://a.example | https://b.example | 2031-03-02 | ${FIRST}`);
    expect(mapping).toMatchObject({ link: 3, archive: 4, captured: 5, hash: 6 });
    expect(mapping.time).toEqual({ kind: 'one', column: 0, order: 'ymd' });
  });

  it('are not proposed for other values under such names', () => {
    const { mapping } = proposeFor(`
      date | lat | lon | url | archived | captured | hash
      2031-03-01 | 36.1 | 44.1 | https://a.example | yes | three | d41d8cd98f00b204e9800998ecf8427e`);
    expect([mapping.archive, mapping.captured, mapping.hash]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
