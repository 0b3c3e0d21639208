/** Every row is made up. */
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../../../../src/core/mapping/column-mapping.ts';
import type { DateOrder } from '../../../../src/core/time/date-order.ts';
import { isoText } from '../../../../src/core/time/minute.ts';
import { publishedReader } from '../../../../src/formats/mapping/row-published.ts';
import { NO_MAPPING } from '../../../../src/formats/schemas/table-sample.ts';
import { suggestMapping } from '../../../../src/formats/suggest/suggest-mapping.ts';
import { layoutFile, proposeFor } from './made-up-rows.ts';

function read(
  text: string,
  { order = 'ymd', ...rest }: Partial<ColumnMapping> & { order?: DateOrder } = {},
  utcOffset?: number,
): string | undefined {
  const time = { kind: 'one', column: 0, order } as const;
  const published = publishedReader(
    { ...NO_MAPPING, time, published: 1, ...rest },
    utcOffset,
  )((column) => (column === 1 ? text : ''));
  return published && `${isoText(published.from)} to ${isoText(published.to)}`;
}

describe('when a row was first reported', () => {
  it.each([
    ['2031-03-04', '2031-03-04 to 2031-03-05'],
    ['20310304', '2031-03-04 to 2031-03-05'],
    ['4 March 2031', '2031-03-04 to 2031-03-05'],
    ['2031-03-04 10:15:59', '2031-03-04T10:15 to 2031-03-04T10:16'],
    ['20310304101500', '2031-03-04T10:15 to 2031-03-04T10:16'],
    ['1930500959', '2031-03-05T18:15 to 2031-03-05T18:16'],
    ['1930500959000', '2031-03-05T18:15 to 2031-03-05T18:16'],
    ['1930500959.0', '2031-03-05T18:15 to 2031-03-05T18:16'],
    ['1930435200', '2031-03-05 to 2031-03-06'],
    ['March 2031', '2031-03-01 to 2031-04-01'],
    ['', undefined],
    ['unknown', undefined],
    ['soon', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['3/4/2031', undefined],
    ['2031-03-04/..', undefined],
    ['0001-01-01', undefined],
  ])('%j is %s', (text, range) => {
    expect(read(text)).toBe(range);
  });

  it.each(['dmy', 'mdy', 'ymd'] as const)(
    'is not guessed from the order of the other dates (%s): a day that may be two is not read',
    (order) => {
      expect(read('3/4/2031', { order })).toBeUndefined();
      expect(read('4/4/2031', { order })).toBe('2031-04-04 to 2031-04-05');
      expect(read('25/4/2031', { order })).toBe('2031-04-25 to 2031-04-26');
      expect(read('4/25/2031', { order })).toBe('2031-04-25 to 2031-04-26');
    },
  );

  it('is no count since 1970 where digits would be one of long ago', () => {
    expect(read('202603051200') ?? '').not.toMatch(/^19/);
  });

  it('is moved to the clock of the file, where it says its own', () => {
    expect(read('2031-03-04T22:30:00Z', {}, 180)).toBe('2031-03-05T01:30 to 2031-03-05T01:31');
    expect(read('2031-03-04T22:30:00', {}, 180)).toBe('2031-03-04T22:30 to 2031-03-04T22:31');
    expect(read('1930500959', {}, 180)).toBe('2031-03-05T21:15 to 2031-03-05T21:16');
    expect(read('2031-03-04', {}, 180)).toBe('2031-03-04 to 2031-03-05');
  });

  it('may be of the calendar of the file, and of no other', () => {
    const calendar = 'solar-hijri';
    expect(read('1409-12-13', { calendar })).toBe('2031-03-04 to 2031-03-05');
    expect(read('2031-03-04', { calendar })).toBe('2031-03-04 to 2031-03-05');
    expect(read('1409-12-13', { calendar: 'unknown' })).toBeUndefined();
    expect(read('1409-12-13')).toBeUndefined();
  });

  it('is nothing without a column', () => {
    expect(read('2031-03-04', { published: undefined })).toBeUndefined();
  });
});

describe('the column of when a row was first reported', () => {
  it.each([
    'published',
    'publication_date',
    'date_reported',
    'Reported',
    'date_added',
    'DATEADDED',
    'inserted_at',
  ])('is proposed by the name %s', (name) => {
    const { mapping } = proposeFor(`
      event_date | ${name}     | lat  | lon
      2031-03-01 | 2031-03-02 | 36.1 | 44.1`);
    expect([mapping.time, mapping.published]).toEqual([
      { kind: 'one', column: 0, order: 'ymd' },
      1,
    ]);
  });

  it('is not the column that is the time', () => {
    const { mapping } = proposeFor(`
      published  | lat  | lon
      2031-03-02 | 36.1 | 44.1`);
    expect(mapping.time).toMatchObject({ column: 0 });
    expect(mapping.published).toBeUndefined();
  });

  it('is not proposed for words', () => {
    const { mapping } = proposeFor(`
      event_date | reported | lat  | lon
      2031-03-01 | yes      | 36.1 | 44.1`);
    expect(mapping.published).toBeUndefined();
  });

  it.each([
    ['acled-current.csv', 'timestamp'],
    ['gdelt-2-header.tsv', 'DATEADDED'],
  ])('is known for %s: %s', (file, name) => {
    const { columns, rows } = layoutFile(file);
    const { mapping } = suggestMapping(columns, rows, { hasGeometry: false, hasHeader: true });
    expect(columns[mapping.published ?? -1]).toBe(name);
  });
});
