import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../../../../src/core/mapping/column-mapping.ts';
import { suggestMapping } from '../../../../src/formats/suggest/suggest-mapping.ts';
import { RowReader } from '../../../../src/formats/mapping/row-reader.ts';
import { inShort, layoutFile, rowOf, TODAY, type Table } from '../mapping/made-up-rows.ts';

const propose = ({ columns, rows }: Table, hasHeader = true) =>
  suggestMapping(columns, rows, { hasGeometry: false, hasHeader });

/** The words' columns by name. */
function named({ columns }: Table, mapping: ColumnMapping): Record<string, string | undefined> {
  const nameOf = (column: number | undefined) =>
    column === undefined ? undefined : columns[column];
  const { id, title, text, source, link, category, placeName, area } = mapping;
  const found = { id, title, text, source, link, category, placeName, area };
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, column]) =>
      column === undefined ? [] : [[key, nameOf(column)]],
    ),
  );
}

function readAll(file: string): readonly string[] {
  const table = layoutFile(file);
  const { mapping } = propose(table, !file.includes('no-header'));
  const reader = new RowReader(mapping, undefined, { today: TODAY });
  return table.rows.map((row) => inShort(reader.read(rowOf(row))));
}

describe('a known schema', () => {
  it.each([
    ['acled-current.csv', 'acled'],
    ['acled-before-2023.csv', 'acled'],
    ['acled-capitals.csv', 'acled'],
    ['ucdp-49.csv', 'ucdp'],
    ['ucdp-42-other-order.csv', 'ucdp'],
    ['ucdp-no-header.csv', 'ucdp'],
    ['gdelt-1-no-header.tsv', 'gdelt'],
    ['gdelt-2-no-header.tsv', 'gdelt'],
    ['gdelt-2-header.tsv', 'gdelt'],
    ['timemap-sheet.csv', 'timemap'],
    ['bellingcat.csv', 'bellingcat'],
    ['airwars.csv', 'airwars'],
    ['codebook-dots.csv', 'codebook'],
    ['codebook-underscores.csv', 'codebook'],
  ])('recognises %s as %s, without a question', (file, layout) => {
    const proposal = propose(layoutFile(file), !file.includes('no-header'));
    expect([proposal.mapping.schema, proposal.isKnown, proposal.dateOrder.isOpen]).toEqual([
      layout,
      true,
      false,
    ]);
  });

  it('is recognised with its columns in any order and case', () => {
    const { columns, rows } = layoutFile('acled-current.csv');
    const table = {
      columns: columns.map((name) => name.toUpperCase().replaceAll('_', ' ')).reverse(),
      rows: rows.map((row) => [...row].reverse()),
    };
    expect(named(table, propose(table).mapping)).toMatchObject({
      text: 'NOTES',
      area: 'ADMIN1',
      category: 'EVENT TYPE',
    });
  });

  it('uses the geometries of a table that has them', () => {
    const { columns, rows } = layoutFile('ucdp-49.csv');
    const { mapping } = suggestMapping(columns, rows, { hasGeometry: true, hasHeader: true });
    expect([mapping.place.kind, mapping.placePrecision?.scale]).toEqual(['geometry', 'ucdp']);
  });
});

describe('ACLED', () => {
  it('has no title; its notes are the text', () => {
    const table = layoutFile('acled-current.csv');
    expect(named(table, propose(table).mapping)).toEqual({
      id: 'event_id_cnty',
      text: 'notes',
      source: 'source',
      category: 'event_type',
      placeName: 'location',
      area: 'admin1',
    });
  });

  it('has no exact points: a town, the area around it, or a province; a day, a week or a month', () => {
    expect(readAll('acled-current.csv')).toEqual([
      '36.1 44.2 town | Upper Made | 2031-03-10 to 2031-03-11',
      '36.1 44.2 near | Upper Made | 2031-03-07 to 2031-03-14',
      '36.1 44.2 governorate | Upper Made | 2031-03-01 to 2031-04-01',
    ]);
  });

  it('reads dates of old files', () => {
    expect(readAll('acled-before-2023.csv')).toEqual([
      '36.1 44.2 town | Upper Made | 2020-03-10 to 2020-03-11',
    ]);
    expect(readAll('acled-capitals.csv')).toEqual([
      '36.1 44.2 governorate | Upper Made | 2016-03-10 to 2016-03-11',
    ]);
  });
});

describe('UCDP GED', () => {
  const AREA = 'Upper Made province';
  const ROWS = [
    `36.1 44.2 site | ${AREA} | 2031-03-10 to 2031-03-11`,
    `36.1 44.2 near | ${AREA} | 2031-03-10 to 2031-03-13`,
    `36.1 44.2 district | ${AREA} | 2031-03-10 to 2031-03-17`,
    `36.1 44.2 governorate | ${AREA} | 2031-03-01 to 2031-04-01`,
    `36.1 44.2 wide | ${AREA} | 2031-01-05 to 2031-11-21`,
    `36.1 44.2 country | ${AREA} | 2031-03-10 to 2031-03-11`,
    `nowhere | ${AREA} | 2031-03-10 to 2031-03-11 | too-coarse 24`,
  ];

  it('has its precision of place and time; a date is widened only if it is narrower', () => {
    expect(readAll('ucdp-49.csv')).toEqual(ROWS);
  });

  it('is read the same without a header', () => {
    expect(readAll('ucdp-no-header.csv')).toEqual(ROWS);
  });

  it('names columns by position', () => {
    const table = layoutFile('ucdp-42-other-order.csv');
    expect(named(table, propose(table).mapping)).toEqual({
      id: 'id',
      text: undefined,
      source: 'source_article',
      category: 'type_of_violence',
      placeName: 'where_coordinates',
      area: 'adm_1',
    });
  });

  it('is not any other table of 49 columns without a header', () => {
    const rows = [Array.from({ length: 49 }, (_, column) => String(column))];
    const table = { columns: [], rows };
    expect(propose(table, false).isKnown).toBe(false);
  });
});

describe('GDELT', () => {
  it.each(['gdelt-1-no-header.tsv', 'gdelt-2-no-header.tsv', 'gdelt-2-header.tsv'])(
    '%s is at the place of the action, never where the actor is from',
    (file) => {
      const [town, area, country, none] = readAll(file);
      expect(town).toBe('36.1 44.2 town | 2031-03-10 to 2031-03-11');
      expect(area).toBe(
        '36.5 44.5 governorate | Upper Made; Madeupland | 2031-03-10 to 2031-03-11',
      );
      expect(country).toBe('33 44 country | Madeupland | 2031-03-10 to 2031-03-11');
      expect(none).toMatch(/^nowhere \| 2031-03-10 to 2031-03-11 \| no-place \d+$/);
    },
  );
});

describe('other schemas', () => {
  it('Bellingcat has the month first, even if no date shows it', () => {
    expect(readAll('bellingcat.csv')).toEqual([
      '36.1 44.2 unstated | 2031-03-04 to 2031-03-05',
      '36.2 44.3 unstated | 2031-05-06 to 2031-05-07',
    ]);
    const table = layoutFile('bellingcat.csv');
    expect(named(table, propose(table).mapping)).toMatchObject({
      text: 'description',
      link: 'sources.0.path',
      placeName: 'location',
    });
  });

  it('TimeMap has the date order that its dates show', () => {
    expect(readAll('timemap-sheet.csv')).toEqual([
      '36.1 44.2 unstated | 2031-03-13T14:05 to 2031-03-13T14:06',
      '36.2 44.3 unstated | 2031-05-04 to 2031-05-05',
    ]);
  });

  it('Airwars has its precision in words, and may have no end', () => {
    expect(readAll('airwars.csv')).toEqual([
      '36.1 44.2 spot | 2031-03-10 to 2031-03-11',
      '36.1 44.2 town | 2031-03-10 to 2031-03-13',
      '36.1 44.2 town | 2031-03-10 to 2031-03-11',
      '36.1 44.2 governorate | Madeville | 2031-03-10 to 2031-03-11',
    ]);
  });

  it.each(['codebook-dots.csv', 'codebook-underscores.csv'])('%s is our own', (file) => {
    expect(readAll(file)).toEqual([
      '36.1 44.2 town | Upper Made | 2031-03-09 to 2031-03-12',
      '36.5 44.5 governorate | Upper Made | 2031-03-11T21:35 to 2031-03-11T21:36',
    ]);
  });
});
