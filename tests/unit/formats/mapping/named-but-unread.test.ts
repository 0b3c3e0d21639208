/** Columns whose names say what they are and whose values cannot be read. Every row is made up. */
import { describe, expect, it } from 'vitest';
import { inShort, proposeFor, readRow, rowOf, TODAY } from './made-up-rows.ts';
import { RowReader } from '../../../../src/formats/mapping/row-reader.ts';

/** What the first row of some lines is read as, by the meaning that is proposed for them. */
function firstRow(lines: string): string {
  const { mapping } = proposeFor(lines);
  const cells = (lines.trim().split('\n')[1] ?? '').split('|').map((cell) => cell.trim());
  return inShort(new RowReader(mapping, undefined, { today: TODAY }).read(rowOf(cells)));
}

const place = 'lat | lon\n36.1 | 44.2';
const withDate = (name: string, value: string): string =>
  place.replace('lat', `lat | ${name}`).replace('36.1', `36.1 | ${value}`);

describe('a column that is named as a date', () => {
  it.each(['date', 'datum', 'fecha', 'tarih', 'تاريخ', 'Дата', 'Date of incident', 'event_date'])(
    'has notes in rows in which it cannot be read: %s',
    (name) => {
      expect(firstRow(withDate(name, '31 of the 2nd, 26'))).toBe(
        '36.1 44.2 unstated | at no time | bad-date 1',
      );
    },
  );

  it.each([
    ['year', 'abt 1990'],
    ['Jahr', '1990 oder 91'],
    ['year', "'26"],
    ['when', 'in week 9, 26'],
    ['day', 'the 3rd'],
    ['timestamp', '12 past'],
    ['سنة', '١٩٩٠ تقريبا'],
  ])('has notes if it is %s with %s', (name, value) => {
    expect(firstRow(withDate(name, value))).toBe('36.1 44.2 unstated | at no time | bad-date 1');
  });

  it('is read cell by cell if some of its years cannot be read', () => {
    const { mapping } = proposeFor('year | lat | lon\n1990 | 36 | 44\nabt 1991 | 36 | 44');
    const read = (year: string): string =>
      inShort(new RowReader(mapping, undefined, { today: TODAY }).read(rowOf([year, '36', '44'])));
    expect(read('1990')).toContain('1990-01-01');
    expect(read('abt 1991')).toContain('at no time | bad-date 0');
  });

  it('is read before a date of entry, although it cannot be read', () => {
    const { mapping, timeCandidates } = proposeFor(`
      date              | created_at | lat  | lon
      the 3rd of Mai 26 | 2026-05-01 | 36.1 | 44.2
      the 4th of Mai 26 | 2026-05-02 | 36.1 | 44.2`);
    expect(mapping.time).toMatchObject({ kind: 'one', column: 0 });
    expect(timeCandidates).toEqual([0, 1]);
  });

  it.each([
    ['date_note', 'about noon'],
    ['date_precision', '1'],
    ['data', 'some words'],
    ['candidate', '7 of 9 people'],
    ['start', 'Erbil'],
    ['when', 'never'],
    ['school year', '2nd'],
    ['date of birth', '31.2.1970?'],
  ])('is not %s with %s', (name, value) => {
    expect(firstRow(withDate(name, value))).toBe('36.1 44.2 unstated | at no time | no-date row');
  });
});

describe('columns that are named as coordinates', () => {
  it.each([
    ['beyond the poles', 'lat | lon\n136.1 | 444.2', 'outside-world 0'],
    ['metres', 'northing | easting\n4006000 | 410000', 'outside-world 0'],
    ['metres under x and y', 'y | x\n4006000 | 410000', 'outside-world 0'],
    ['words with numbers', 'latitude | longitude\nabout 36 | near 44', 'bad-coordinate 0'],
    ['one cell', 'coordinates\n38S 412000 4006000', 'bad-coordinate 0'],
  ])('have notes in their rows: %s', (_, lines, note) => {
    expect(firstRow(lines)).toContain(`nowhere | at no time | ${note}`);
  });

  it.each([
    ['lat | lon\nnorth | east', 'bad-coordinate 0 | bad-coordinate 1'],
    ['latitude | longitude\nN/K | 44.2', 'bad-coordinate 0'],
    ['Lat | Lng\n36.1 | east of town', 'bad-coordinate 1'],
    ['geo_lat | geo_lon\nsomewhere | there', 'bad-coordinate 0 | bad-coordinate 1'],
    ['coordinates\ncity centre', 'bad-coordinate 0'],
    ['latlng\nnot known yet', 'bad-coordinate 0'],
  ])('have notes on any text if their names can mean nothing else: %s', (lines, notes) => {
    expect(firstRow(lines)).toContain(`nowhere | at no time | ${notes}`);
  });

  it('are not any words under such a name, nor small numbers under x and y', () => {
    expect(proposeFor('lat | long\nnorth | short').mapping.place).toEqual({ kind: 'none' });
    expect(proposeFor('y | x\n12 | 30').mapping.place).toEqual({ kind: 'none' });
  });
});

describe('the place of a survey row', () => {
  const placeOf = (header: string) => {
    const names = header.split('|');
    const cells = names.map((name) => (/lon/.test(name) ? '44.2' : '36.1'));
    return proposeFor([header, cells.join('|'), cells.join('|')].join('\n')).mapping.place;
  };

  it.each([
    [
      'the interviewer’s',
      'gps_of_interviewer_latitude | gps_of_interviewer_longitude | lat | lon',
      2,
      3,
    ],
    ['the device’s', 'device_lat | device_lon | incident_lat | incident_lon', 2, 3],
    ['a home', 'home latitude | home longitude | latitude | longitude', 2, 3],
    [
      'where the form was begun',
      '_start-geopoint_latitude | _start-geopoint_longitude | _Location_latitude | _Location_longitude',
      2,
      3,
    ],
    ['a hospital', 'latitude | longitude | hospital_latitude | hospital_longitude', 0, 1],
  ])('is the incident’s and not %s', (_, header, latitude, longitude) => {
    expect(placeOf(header)).toEqual({ kind: 'two', latitude, longitude });
  });

  it('is in one cell if two columns are the interviewer’s', () => {
    const { mapping } = proposeFor(`
      interviewer_lat | interviewer_lon | incident place
      36.1            | 44.2            | 35.5, 43.1
      36.1            | 44.2            | 35.6, 43.2`);
    expect(mapping.place).toMatchObject({ kind: 'one', column: 2 });
  });

  it('is the incident’s cell and not the device’s _geolocation', () => {
    const { mapping } = proposeFor(`
      _geolocation  | where it happened
      [36.1, 44.2]  | 35.5, 43.1
      [36.1, 44.2]  | 35.6, 43.2`);
    expect(mapping.place).toMatchObject({ kind: 'one', column: 1 });
  });

  it('is the only one there is', () => {
    expect(placeOf('device_lat | device_lon')).toEqual({ kind: 'two', latitude: 0, longitude: 1 });
  });
});

describe('a precision that is not on its scale', () => {
  const at = { place: { kind: 'two', latitude: 0, longitude: 1 } } as const;

  it.each([
    ['meters', 'some', 'bad-precision 2'],
    ['meters', '-5', 'bad-precision 2'],
    ['acled', '9', 'bad-precision 2'],
    ['airwars', 'somewhere', 'bad-precision 2'],
    ['codebook', 'x'.repeat(60), 'bad-precision 2'],
  ] as const)('has a note: %s %s', (scale, text, note) => {
    const reading = readRow({ ...at, placePrecision: { column: 2, scale } }, [
      '36.1',
      '44.2',
      text,
    ]);
    expect(inShort(reading)).toContain(`36.1 44.2 unstated | at no time | ${note}`);
  });

  it.each(['', 'NA', '0'])('has no note if nothing is given: %s', (text) => {
    const reading = readRow({ ...at, placePrecision: { column: 2, scale: 'meters' } }, [
      '36.1',
      '44.2',
      text,
    ]);
    expect(inShort(reading)).not.toContain('bad-precision');
  });

  it('has a note for times as well', () => {
    const time = { kind: 'one', column: 0, order: 'ymd' } as const;
    const timePrecision = { column: 1, scale: 'ucdp' } as const;
    const read = (code: string) => inShort(readRow({ time, timePrecision }, ['2026-03-01', code]));
    expect(read('9')).toContain('bad-precision 1');
    expect(read('5.0')).not.toContain('bad-precision');
    expect(read('')).not.toContain('bad-precision');
  });
});
