/** Every row is made up. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writtenGeometry } from '../../../src/formats/geometry/written-geometry.ts';
import { opened, readRows, saved } from './save-again.ts';

const table = async (...lines: readonly string[]) =>
  await opened('a.csv', new Uint8Array(strToU8(lines.join('\n'))));

const ROAD = 'LINESTRING (43.5 36.1, 43.9 36.3, 44.4 36.2)';
const FIELD = 'POLYGON ((44 35, 45 35, 45 36, 44 35))';

describe('a geometry in a cell', () => {
  it.each([
    ['POINT (44 36)', 'Point', [44, 36]],
    ['point z (44 36 400)', 'Point', [44, 36, 400]],
    ['SRID=4326;POINT(44 36)', 'Point', [44, 36]],
    [ROAD, 'LineString', undefined],
    ['MULTILINESTRING((44 36, 45 37),(1 2, 3 4))', 'MultiLineString', undefined],
    ['MULTIPOINT ((44 36), (45 37))', 'MultiPoint', undefined],
    ['MULTIPOINT (44 36, 45 37)', 'MultiPoint', undefined],
    ['MULTIPOLYGON (((44 35, 45 35, 45 36, 44 35)))', 'MultiPolygon', undefined],
    ['GEOMETRYCOLLECTION(POINT(44 36),LINESTRING(44 36,45 37))', 'GeometryCollection', undefined],
    ['{"type":"LineString","coordinates":[[44,36],[45,37]]}', 'LineString', undefined],
    ['{"coordinates": [44, 36], "type": "Point"}', 'Point', [44, 36]],
    [
      '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[44,36]}}',
      'Point',
      [44, 36],
    ],
  ])('is read: %s', (text, type, coordinates) => {
    const geometry = writtenGeometry(text);
    expect(geometry?.type).toBe(type);
    if (coordinates) expect(geometry).toMatchObject({ coordinates });
  });

  it.each([
    '',
    'POINT EMPTY',
    'POLYGON',
    'POINT (44)',
    'Pointed words',
    '{"type":',
    'SRID=3857;POINT(1 2)',
  ])('is none: %j', (text) => {
    expect(writtenGeometry(text)).toBeNull();
  });
});

describe('a table with a geometry column', () => {
  const rows = [
    'name,date,geom',
    `road,2031-05-03,"${ROAD}"`,
    `field,2031-05-04,"${FIELD}"`,
    'point,2031-05-05,POINT (44.5 36.5)',
    'broken,2031-05-06,POLYGON ((44 35',
    'none,2031-05-07,',
  ];

  it('is drawn as points, lines or areas, and names the cell that cannot be read', async () => {
    const { dataset, report } = await table(...rows);
    expect(dataset.outlines.map(({ shape }) => shape.type)).toEqual(['LineString', 'Polygon']);
    expect(report).toMatchObject({ read: 5, kept: 3, unplaced: 2 });
    expect(report.groups.map(({ code, column, rows: at }) => [code, column, at])).toEqual([
      ['bad-coordinate', 'geom', [5]],
      ['no-place', 'geom', [6]],
    ]);
  });

  it('is the same after saving and opening', async () => {
    const first = await table(...rows);
    const again = await opened('saved.csv', await saved(first.dataset.table));
    expect(readRows(again.dataset.table)).toEqual(readRows(first.dataset.table));
    expect(again.dataset.outlines.map(({ shape }) => shape)).toEqual(
      first.dataset.outlines.map(({ shape }) => shape),
    );
  });

  it('is recognised in JSON records', async () => {
    const records = JSON.stringify([{ date: '2031-05-03', wkt: FIELD }]);
    const { dataset, report } = await opened('a.json', new Uint8Array(strToU8(records)));
    expect(report.kept).toBe(1);
    expect(dataset.outlines).toHaveLength(1);
  });

  it('is placed by latitude and longitude if it has points only', async () => {
    const { report } = await table('date,lat,lon,geom', '2031-05-03,36.5,44.5,POINT (44.5 36.5)');
    expect(report.kept).toBe(1);
  });
});
