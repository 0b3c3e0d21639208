import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../../../../src/core/mapping/column-mapping.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { inShort, readRow } from './made-up-rows.ts';

const PLACED: Partial<ColumnMapping> = { place: { kind: 'two', latitude: 0, longitude: 1 } };
const DATED: Partial<ColumnMapping> = { time: { kind: 'one', column: 0, order: 'dmy' } };
const INTERVAL: Partial<ColumnMapping> = {
  time: { kind: 'interval', from: 0, to: 1, order: 'ymd' },
};
const PARTS: Partial<ColumnMapping> = { time: { kind: 'parts', year: 0, month: 1, day: 2 } };

/** Its tests of places have a date, those of times a place: what is told is told of the other. */
const DATE: Partial<ColumnMapping> = { time: { kind: 'one', column: 9, order: 'ymd' } };
const POINT: Partial<ColumnMapping> = {
  place: { kind: 'one', column: 9, order: 'latitude-first' },
};

const tenth = (cells: readonly string[], cell: string): readonly string[] => [
  ...Array.from({ length: 9 }, (_, column) => cells[column] ?? ''),
  cell,
];

const placeOf = (
  mapping: Partial<ColumnMapping>,
  cells: readonly string[],
  geometry?: Geometry | null,
): string =>
  inShort(readRow({ ...mapping, ...DATE }, tenth(cells, '2031-03-10'), geometry)).replace(
    ' | 2031-03-10 to 2031-03-11',
    '',
  );
const place = (...cells: readonly string[]) => placeOf(PLACED, cells);
const time = (mapping: Partial<ColumnMapping>, ...cells: readonly string[]) =>
  inShort(readRow({ ...mapping, ...POINT }, tenth(cells, '1 2'))).replace('1 2 unstated | ', '');

describe('`RowReader` on a place in two columns', () => {
  it.each([
    [['36.1', '44.2'], '36.1 44.2 unstated'],
    [['36,1', '44,2'], '36.1 44.2 unstated'],
    [['-36.1', '-179.9'], '-36.1 -179.9 unstated'],
    [['', ''], 'nowhere | no-place 0'],
    [['NA', 'unknown'], 'nowhere | no-place 0'],
    [['36.1', ''], 'nowhere | no-place 1'],
    [['north', '44.2'], 'nowhere | bad-coordinate 0'],
    [['36.1', '44.2.1'], 'nowhere | bad-coordinate 1'],
    [['north', 'east'], 'nowhere | bad-coordinate 0 | bad-coordinate 1'],
    [['0', '0.0'], 'nowhere | null-island 0'],
    [['0', '44.2'], '0 44.2 unstated'],
    [['36.1', '999'], 'nowhere | outside-world 1'],
    // Degrees east from 0 to 360 are the same meridians.
    [['-16.85', '180.085'], '-16.85 -179.915 unstated | longitude-beyond-180 1'],
    [['-16.85', '200'], '-16.85 -160 unstated | longitude-beyond-180 1'],
    [['-16.85', '-181'], '-16.85 179 unstated | longitude-beyond-180 1'],
    [['-16.85', '180'], '-16.85 180 unstated'],
    [['-16.85', '360.5'], 'nowhere | outside-world 1'],
    [['4003000', '512000'], 'nowhere | outside-world 0'],
    [['117.2', '36.1'], 'nowhere | outside-world 0 | swapped-coordinates 0'],
    [['0x10', '44.2'], 'nowhere | bad-coordinate 0'],
    [['Infinity', '44.2'], 'nowhere | bad-coordinate 0'],
  ])('%j: %s', (cells, expected) => {
    expect(place(...cells)).toBe(expected);
  });

  it.each([
    ['1', 'spot'],
    ['15', 'spot'],
    ['16', 'block'],
    ['151', 'site'],
    ['1500', 'site'],
    ['1501', 'town'],
    ['5001', 'district'],
    ['20001', 'near'],
    ['25001', 'wide'],
    ['0', 'unstated'],
    ['about', 'unstated'],
  ])('known within %s metres is a %s', (meters, precision) => {
    const mapping = { ...PLACED, placePrecision: { column: 2, scale: 'meters' } } as const;
    expect(readRow(mapping, ['36.1', '44.2', meters]).place?.precision).toBe(precision);
  });

  it('known no better than to 150 km is too coarse to draw', () => {
    const mapping = { ...PLACED, placePrecision: { column: 2, scale: 'meters' } } as const;
    expect(placeOf(mapping, ['36.1', '44.2', '150001'])).toBe('nowhere | too-coarse 2');
  });

  it('of an area has the area’s name, or its own if no column has it', () => {
    const mapping: Partial<ColumnMapping> = {
      ...PLACED,
      placePrecision: { column: 2, scale: 'codebook' },
      placeName: 3,
      area: 4,
    };
    const areaOf = (...more: readonly string[]) => readRow(mapping, ['36.1', '44.2', ...more]).area;
    expect(areaOf('governorate', 'Madeville', 'Upper Made')).toBe('Upper Made');
    expect(areaOf('region', 'Madeland', '')).toBe('Madeland');
    expect(areaOf('town', 'Madeville', '')).toBe('');
  });
});

describe('`RowReader` on a place in one cell', () => {
  const one: Partial<ColumnMapping> = {
    place: { kind: 'one', column: 0, order: 'latitude-first' },
  };

  it('is read, or has a note', () => {
    expect(placeOf(one, ['36.1, 44.2'])).toBe('36.1 44.2 unstated');
    expect(placeOf(one, [''])).toBe('nowhere | no-place 0');
    expect(placeOf(one, ['by the river'])).toBe('nowhere | bad-coordinate 0');
    expect(placeOf(one, ['117.2, 36.1'])).toBe('nowhere | outside-world 0 | swapped-coordinates 0');
  });
});

describe('`RowReader` on a place from a geometry', () => {
  const at = (geometry: Geometry | null) => placeOf({ place: { kind: 'geometry' } }, [], geometry);
  // A made-up horseshoe that opens to the east: its centre of mass is not in it.
  const horseshoe = [
    [40, 30],
    [50, 30],
    [50, 31],
    [41, 31],
    [41, 39],
    [50, 39],
    [50, 40],
    [40, 40],
    [40, 30],
  ];

  it.each<[string, Geometry | null, string]>([
    ['a point', { type: 'Point', coordinates: [44.2, 36.1, 500] }, '36.1 44.2 unstated'],
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [2, 2],
          [9, 9],
        ],
      },
      '2 2 unstated',
    ],
    [
      'a square',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      },
      '1 1 unstated',
    ],
    ['a horseshoe', { type: 'Polygon', coordinates: [horseshoe] }, '35 40.5 unstated'],
    [
      'an unclosed ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
          ],
        ],
      },
      '1 1 unstated',
    ],
    [
      'a square with a hole',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
            [0, 0],
          ],
          [
            [1, 1],
            [8, 1],
            [8, 8],
            [1, 8],
            [1, 1],
          ],
        ],
      },
      '4.5 0.5 unstated',
    ],
    [
      'many polygons: the largest',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
              [0, 0],
            ],
          ],
          [
            [
              [10, 10],
              [20, 10],
              [20, 20],
              [10, 20],
              [10, 10],
            ],
          ],
        ],
      },
      '15 15 unstated',
    ],
    [
      'a collection: the first that is somewhere',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'LineString', coordinates: [] },
          { type: 'Point', coordinates: [44.2, 36.1] },
        ],
      },
      '36.1 44.2 unstated',
    ],
    ['nothing', null, 'nowhere | no-place row'],
    ['an empty polygon', { type: 'Polygon', coordinates: [] }, 'nowhere | no-place row'],
    [
      'beyond 180',
      { type: 'Point', coordinates: [181, 2] },
      '2 -179 unstated | longitude-beyond-180 row',
    ],
    [
      'several points',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      '2 1 unstated | several-points row',
    ],
    [
      'a line and a point',
      {
        type: 'GeometryCollection',
        geometries: [
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
          { type: 'Point', coordinates: [5, 6] },
        ],
      },
      '2 1 unstated',
    ],
    [
      'across the antimeridian',
      {
        type: 'LineString',
        coordinates: [
          [178, 2],
          [-179, 3],
          [-177, 3],
        ],
      },
      '3 -179 unstated',
    ],
    [
      'an area across the antimeridian',
      {
        type: 'Polygon',
        coordinates: [
          [
            [178, 0],
            [-178, 0],
            [-178, 2],
            [178, 2],
            [178, 0],
          ],
        ],
      },
      '1 180 unstated',
    ],
    ['metres', { type: 'Point', coordinates: [512000, 4003000] }, 'nowhere | outside-world row'],
    ['0/0', { type: 'Point', coordinates: [0, 0] }, 'nowhere | null-island row'],
    [
      'several points, the first at 0/0',
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [1, 2],
          [3, 4],
        ],
      },
      '2 1 unstated | part-not-read row | several-points row',
    ],
    [
      'several points, a later one at 0/0',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [0, 0],
        ],
      },
      '2 1 unstated | part-not-read row',
    ],
    [
      'several points, all at 0/0',
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [0, 0],
        ],
      },
      'nowhere | several-points row | null-island row',
    ],
    [
      'a collection, the first point at 0/0',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [0, 0] },
          {
            type: 'MultiPoint',
            coordinates: [
              [0, 0],
              [0, 0],
            ],
          },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
      '2 1 unstated | part-not-read row',
    ],
    [
      'lines, the longest at 0/0',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [0, 0],
            [0, 0],
          ],
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
      '2 1 unstated | part-not-read row',
    ],
    [
      'polygons, one at 0/0',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [0, 0],
              [0, 0],
              [0, 0],
            ],
          ],
          [
            [
              [10, 10],
              [20, 10],
              [20, 20],
              [10, 20],
              [10, 10],
            ],
          ],
        ],
      },
      '15 15 unstated | part-not-read row',
    ],
    [
      'a point at 0/0 on a meridian and another on the equator',
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 51],
          [9, 0],
        ],
      },
      '51 0 unstated | several-points row',
    ],
  ])('%s', (_, geometry, expected) => {
    expect(at(geometry)).toBe(expected);
  });
});

describe('`RowReader` on a time', () => {
  it('of one column', () => {
    expect(time(DATED, '3/4/2031')).toBe('2031-04-03 to 2031-04-04');
    expect(time(DATED, 'NA')).toBe('at no time | no-date 0');
    expect(time(DATED, 'soon')).toBe('at no time | bad-date 0');
    expect(time(DATED, '31/2/2031')).toBe('at no time | bad-date 0');
  });

  it.each(['3/4/1527', '3/4/1799', '3/4/2034'])('%s is kept as it is read, with a note', (date) => {
    expect(time(DATED, date)).toBe(`${date.slice(4)}-04-03 to ${date.slice(4)}-04-04 | odd-year 0`);
  });

  it('of next year is not unlikely', () => {
    expect(time(DATED, '3/4/2033')).toBe('2033-04-03 to 2033-04-04');
  });

  it('from and to', () => {
    expect(time(INTERVAL, '2031-03-10', '2031-03-12')).toBe('2031-03-10 to 2031-03-13');
    expect(time(INTERVAL, '2031-03-10', '2031-03-10')).toBe('2031-03-10 to 2031-03-11');
    expect(time(INTERVAL, '2031-03-10', '')).toBe('2031-03-10 to 2031-03-11 | no-end 1');
    expect(time(INTERVAL, '', '2031-03-10')).toBe('2031-03-10 to 2031-03-11 | open-begin 0');
    expect(time(INTERVAL, '', '')).toBe('at no time | no-date 0');
    expect(time(INTERVAL, '2031-03-10', '2031-03-09')).toBe('at no time | reversed-dates 1');
    expect(time(INTERVAL, '2031-03-10', 'later')).toBe('at no time | bad-date 1');
    expect(time(INTERVAL, '2031-03-10T14:00', '2031-03-10T15:30')).toBe(
      '2031-03-10T14:00 to 2031-03-10T15:31',
    );
  });

  it.each([
    ['acled', '1', '2031-03-10 to 2031-03-11'],
    ['acled', '2.0', '2031-03-07 to 2031-03-14'],
    ['ucdp', '2', '2031-03-07 to 2031-03-14'],
    ['ucdp', '5', '2031-01-01 to 2032-01-01'],
    ['ucdp', '9', '2031-03-10 to 2031-03-11 | bad-precision 1'],
  ] as const)('is as wide as its code of %s says: %s', (scale, code, expected) => {
    const mapping: Partial<ColumnMapping> = { ...DATED, timePrecision: { column: 1, scale } };
    expect(time(mapping, '10/3/2031', code)).toBe(expected);
  });

  it('in parts, as wide as the parts that are missing', () => {
    expect(time(PARTS, '2031', '3', '10')).toBe('2031-03-10 to 2031-03-11');
    expect(time(PARTS, '2031', 'March', '10')).toBe('2031-03-10 to 2031-03-11');
    expect(time(PARTS, '2031', '3', '0')).toBe('2031-03-01 to 2031-04-01 | zero-part 2');
    expect(time(PARTS, '2031', '0', '0')).toBe(
      '2031-01-01 to 2032-01-01 | zero-part 1 | zero-part 2',
    );
    expect(time(PARTS, '2031', '', '')).toBe('2031-01-01 to 2032-01-01');
    expect(time(PARTS, '2031', '2', '30')).toBe('at no time | bad-date 2');
    expect(time(PARTS, '2031', '13', '1')).toBe('at no time | bad-date 1');
    expect(time(PARTS, '', '2', '3')).toBe('at no time | no-date 0');
  });

  it('since 1970', () => {
    const epoch = (unit: 'seconds' | 'milliseconds'): Partial<ColumnMapping> => ({
      time: { kind: 'epoch', column: 0, unit },
    });
    const seconds = minuteOf(2031, 3, 10, 14, 5) * 60;
    expect(time(epoch('seconds'), String(seconds + 7))).toBe(
      '2031-03-10T14:05 to 2031-03-10T14:06',
    );
    expect(time(epoch('milliseconds'), String(minuteOf(2031, 3, 10) * 60_000))).toBe(
      '2031-03-10 to 2031-03-11',
    );
    expect(time(epoch('milliseconds'), '1e300')).toBe('at no time | bad-date 0');
  });
});

describe('`RowReader` on a row', () => {
  it('without any text has the note for an empty row and no other', () => {
    expect(readRow({ ...PLACED, ...DATED }, ['', '', '']).notes).toEqual([
      { code: 'empty-row', column: undefined },
    ]);
  });

  it('with text only in other columns is kept', () => {
    const reading = readRow({ ...PLACED, category: 2 }, ['', '', 'raid']);
    expect([reading.category, reading.notes.map(({ code }) => code)]).toEqual([
      'raid',
      ['no-place', 'no-date'],
    ]);
  });

  it('without notes allocates no list', () => {
    const mapping: Partial<ColumnMapping> = {
      ...PLACED,
      time: { kind: 'one', column: 2, order: 'ymd' },
    };
    const [first, second] = ['2031-03-10', '2031-03-11'].map((date) =>
      readRow(mapping, ['36.1', '44.2', date]),
    );
    expect(first?.notes).toEqual([]);
    expect(second?.notes).toBe(first?.notes);
  });
});
