import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TableReader } from '../../../../src/formats/table/table-reader.ts';
import type { FormatInfo } from '../../../../src/core/mapping/format-info.ts';
import { openBytes, readRows, readRowsByOffset, type ReadRow } from './read-table.ts';

/** Made up, one quirk a file. */
const folder = new URL('../../../fixtures/own/delimited/', import.meta.url);

const bytesIn = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(file, folder)));

async function opened(file: string): Promise<TableReader> {
  const result = await openBytes(bytesIn(file));
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure));
  return result.value;
}

type Expected = {
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
  /** What differs from UTF-8 with commas and a header in the first line. */
  readonly form?: Partial<FormatInfo>;
};

const ORDINARY: FormatInfo = {
  format: 'csv',
  delimiter: ',',
  encoding: 'utf-8',
  preambleLines: 0,
  tagRows: 0,
  hasHeader: true,
};

const ID_PLACE = ['id', 'place'];
const ID_NOTE_PLACE = ['id', 'note', 'place'];
const PLACED = ['id', 'place', 'lat', 'lon'];
const DATED = ['id', 'date', 'lat', 'lon', 'place'];
const FIRST_PLACED = ['1', 'Made-up Town', '36.1', '44.0'];
const FIRST_DATED = ['1', '2024-01-01', '36.1', '44.0', 'Made-up Town'];

const EXPECTED: Readonly<Record<string, Expected>> = {
  'comma.csv': {
    columns: PLACED,
    rows: [
      [2, ...FIRST_PLACED],
      [3, '2', 'Example Village', '35.5', '45.25'],
    ],
  },
  'semicolon-decimal-comma.csv': {
    columns: PLACED,
    form: { delimiter: ';' },
    rows: [
      [2, '1', 'Made-up Town', '36,1', '44,0'],
      [3, '2', 'Example Village', '35,5', '45,25'],
      [4, '3', 'Third Place', '35,6', '45,5'],
    ],
  },
  'decimal-comma-two-columns.csv': {
    columns: ['lat', 'lon'],
    form: { delimiter: ';' },
    rows: [
      [2, '36,1', '44,0'],
      [3, '35,5', '45,25'],
      [4, '35,6', '45,5'],
      [5, '35,7', '45,75'],
    ],
  },
  'tab.tsv': {
    columns: ['id', 'place', 'coordinates'],
    form: { delimiter: '\t' },
    rows: [
      [2, '1', 'Made-up Town, north', '36.1, 44.0'],
      [3, '2', 'Example Village, west', '35.5, 45.25'],
    ],
  },
  'pipe.txt': {
    columns: ['id', 'place', 'note'],
    form: { delimiter: '|' },
    rows: [
      [2, '1', 'Made-up Town', 'one, two'],
      [3, '2', 'Example Village', 'a; b'],
    ],
  },
  'list-in-cell.csv': {
    columns: ['id', 'actors', 'date'],
    rows: [
      [2, '1', 'a;b;c', '2020-01-01'],
      [3, '2', 'd;e;f', '2020-01-02'],
      [4, '3', 'g;h;i', '2020-01-03'],
    ],
  },
  'separator-line.csv': {
    columns: ID_PLACE,
    form: { delimiter: ';', preambleLines: 1 },
    rows: [[2, '1', 'Made-up Town']],
  },
  'byte-order-mark.csv': { columns: ID_PLACE, rows: [[2, '1', 'Şārtown']] },
  'utf-16-le-mark.csv': {
    columns: ID_PLACE,
    form: { encoding: 'utf-16le', delimiter: '\t' },
    rows: [
      [2, '1', 'Müllertown'],
      [3, '2', 'بلدة'],
    ],
  },
  'utf-16-be-mark.csv': {
    columns: ID_PLACE,
    form: { encoding: 'utf-16be' },
    rows: [[2, '1', 'Müllertown']],
  },
  'utf-16-le-bare.csv': {
    columns: ID_PLACE,
    form: { encoding: 'utf-16le' },
    rows: [[2, '1', 'Müllertown']],
  },
  'utf-16-be-bare.csv': {
    columns: ID_PLACE,
    form: { encoding: 'utf-16be' },
    rows: [[2, '1', 'Müllertown']],
  },
  'windows-1252.csv': {
    columns: ['id', 'place', 'note'],
    form: { encoding: 'windows-1252', encodingBasis: 'doubtful' },
    rows: [[2, '1', 'Müllertown', '“quoted” – 5 €']],
  },
  'one-bad-byte.csv': {
    columns: ID_PLACE,
    rows: [
      [2, '1', 'Şārtown'],
      [3, '2', 'Çāytown'],
      [4, '3', 'Müllertown'],
      [5, '4', 'plain'],
    ],
  },
  'quoted.csv': {
    columns: ID_NOTE_PLACE,
    rows: [
      [2, '1', 'He said "stop", then left', 'Made-up Town'],
      [3, '2', 'a, b', ''],
    ],
  },
  'lines-in-cells.csv': {
    columns: ID_NOTE_PLACE,
    rows: [
      [2, '1', 'first line\nsecond line\r\nthird line', 'Made-up Town'],
      [3, '2', 'short', 'Example Village'],
    ],
  },
  'carriage-returns.csv': {
    columns: ID_PLACE,
    rows: [
      [2, '1', 'Made-up Town'],
      [3, '2', 'Example Village'],
    ],
  },
  'windows-line-ends.csv': {
    columns: ID_PLACE,
    rows: [
      [2, '1', 'Made-up Town'],
      [4, '2', 'Example Village'],
    ],
  },
  'mixed-line-ends.csv': {
    columns: ID_PLACE,
    rows: [
      [2, '1', 'a'],
      [3, '2', 'b'],
      [4, '3', 'c'],
      [6, '4', 'd'],
    ],
  },
  'backslash.csv': {
    columns: ['id', 'note'],
    rows: [
      [2, '1', 'a path \\'],
      [3, '2', 'C:\\made\\up'],
    ],
  },
  'stray-quotes.csv': {
    columns: ['id', 'note', 'size'],
    rows: [
      [2, '1', 'a 5" pipe', '6" wide'],
      [3, '2', '"Free" movement', '"x"y'],
      [4, 'broken-row', '3', 'plain', '"'],
    ],
  },
  'blank-before-quote.csv': { columns: ID_NOTE_PLACE, rows: [[2, '1', 'a, b', 'Made-up Town']] },
  'unclosed-quote.csv': {
    columns: ID_NOTE_PLACE,
    rows: [
      [2, 'broken-row', '1', '"never closed', 'Made-up Town'],
      [3, '2', 'fine', 'Example Village'],
      [4, '3', 'fine too', 'Third Place'],
    ],
  },
  'quote-closed-by-another.csv': {
    columns: ID_NOTE_PLACE,
    rows: [
      [2, 'broken-row', '1', '"never closed', 'Made-up Town'],
      [3, '2', 'fine', 'Example Village'],
      [4, '3', 'quoted, fine', 'Third Place'],
    ],
  },
  'preamble.csv': {
    columns: DATED,
    form: { preambleLines: 3 },
    rows: [
      [5, ...FIRST_DATED],
      [6, '2', '2024-01-02', '35.5', '45.25', 'Example Village'],
    ],
  },
  'padded-preamble.csv': {
    columns: DATED,
    form: { preambleLines: 3 },
    rows: [[5, ...FIRST_DATED]],
  },
  'tags-below-header.csv': {
    columns: PLACED,
    form: { tagRows: 1 },
    rows: [[3, ...FIRST_PLACED]],
  },
  'tags-only.csv': {
    columns: ['#event+id', '#loc+name', '#geo+lat', '#geo+lon'],
    rows: [[2, ...FIRST_PLACED]],
  },
  'no-header.tsv': {
    columns: Array<string>(8).fill(''),
    form: { delimiter: '\t', hasHeader: false },
    rows: [0, 1, 2].map((i) => [
      i + 1,
      `800${i}`,
      '20240101',
      '',
      'MADE UP',
      '',
      '36.1',
      '44.0',
      `https://example.org/${i}`,
    ]),
  },
  'no-header-49-columns.csv': {
    columns: Array<string>(49).fill(''),
    form: { hasHeader: false },
    rows: [0, 1].map((i) => [
      i + 1,
      String(i + 1),
      `MAD-${i}`,
      '2024',
      ...Array<string>(46).fill('made up'),
    ]),
  },
  'nameless-columns.csv': {
    columns: ['id', '', 'place', '', ''],
    rows: [
      [2, '1', 'a', 'Made-up Town', '', ''],
      [3, '2', 'b', 'Example Village', '', ''],
    ],
  },
  'row-numbers-unnamed.csv': {
    columns: ['', 'place', 'lat', 'lon'],
    rows: [
      [2, ...FIRST_PLACED],
      [3, '2', 'Example Village', '35.5', '45.25'],
      [4, '5', 'Third Place', '35.6', '45.5'],
    ],
  },
  'trailing-delimiters.csv': {
    columns: ['id', 'place', ''],
    rows: [
      [2, '1', 'Made-up Town', ''],
      [3, '2', 'Example Village', ''],
    ],
  },
  'ragged.csv': {
    columns: ['id', 'place', 'note', 'source'],
    rows: [
      [2, '1', 'Made-up Town'],
      [3, '2', 'Example Village', 'note', 'source', 'extra', 'more'],
      [4, '3', 'Third Place', 'note', 'source'],
    ],
  },
  'empty-cells.csv': {
    columns: ID_PLACE,
    rows: [
      [2, '1', 'Made-up Town'],
      [3, '', ''],
      [4, '', ''],
      [5, '2', 'Example Village'],
    ],
  },
  'one-column.csv': {
    columns: ['place'],
    rows: [
      [2, 'Made-up Town'],
      [3, 'Example Village'],
    ],
  },
  'one-row-no-header.csv': {
    columns: ['', '', '', ''],
    form: { hasHeader: false },
    rows: [[1, ...FIRST_PLACED]],
  },
  'white-space.csv': { columns: ID_PLACE, rows: [[2, '1', 'Made-up Town']] },
  'script-and-formula.csv': {
    columns: ['id', 'note'],
    rows: [
      [2, '1', '<script>alert(1)</script>'],
      [3, '2', '=1+1'],
    ],
  },
  'ends-in-delimiter.csv': {
    columns: ['id', 'place', 'note'],
    rows: [
      [2, '1', 'Made-up Town', ''],
      [3, '2', 'Example Village', ''],
    ],
  },
};

const FAULTS: Readonly<Record<string, string>> = {
  'header-only.csv': 'no-rows',
  'blank-lines-only.csv': 'no-rows',
  'empty.csv': 'empty-file',
};

describe('delimited files, one quirk each', () => {
  it('have an expectation for every file of the folder', () => {
    const expected = [...Object.keys(EXPECTED), ...Object.keys(FAULTS)];
    expect(readdirSync(folder).toSorted()).toEqual(expected.toSorted());
  });

  it.each(Object.entries(EXPECTED))('%s', async (file, { columns, rows, form }) => {
    const sheet = await opened(file);
    expect(sheet.columns).toEqual(columns);
    expect(sheet.format).toEqual({ ...ORDINARY, ...form });
    expect(readRows(sheet)).toEqual(rows);
    expect(readRowsByOffset(sheet)).toEqual(rows);
  });

  it.each(Object.entries(FAULTS))('%s is the fault %s', async (file, kind) => {
    expect(await openBytes(bytesIn(file))).toEqual({
      kind: 'failed',
      failure: { kind, file: 'a.csv' },
    });
  });

  it('are opened or refused if they are cut off anywhere', async () => {
    for (const file of Object.keys(EXPECTED)) {
      const bytes = bytesIn(file);
      for (let length = 0; length < bytes.length; length++) {
        const result = await openBytes(bytes.slice(0, length));
        if (result.kind === 'failed')
          expect(['empty-file', 'no-rows']).toContain(result.failure.kind);
        else
          expect(JSON.stringify(readRowsByOffset(result.value))).toBe(
            JSON.stringify(readRows(result.value)),
          );
      }
    }
  });
});
