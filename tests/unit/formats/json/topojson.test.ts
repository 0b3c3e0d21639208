/** Made-up shapes. */
import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../table/read-whole.ts';

const shapes: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'a',
      properties: { name: 'field', date: '2031-04-02' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [44, 36],
            [45, 36],
            [45, 37],
            [44, 36],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { name: 'road' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [44, 36],
          [45, 36],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { name: 'town' },
      geometry: { type: 'Point', coordinates: [44.5, 36.5] },
    },
    { type: 'Feature', properties: { name: 'nowhere' }, geometry: null as never },
  ],
};

const read = async (document: unknown) => await readWhole('a.json', JSON.stringify(document));

describe('TopoJSON', () => {
  it.each([
    ['whole', undefined],
    ['quantised', 1e6],
  ])('gives the places of its features, %s', async (_, quantization) => {
    const whole = await read(
      topology({ small: shapes.features[2] as never, places: shapes }, quantization),
    );
    if (!('rows' in whole)) throw new Error('It did not open.');
    expect(whole.rows.map(({ geometry }) => geometry?.type)).toEqual([
      'Polygon',
      'LineString',
      'Point',
      undefined,
    ]);
    const name = whole.columns.indexOf('name');
    expect(whole.rows.map(({ cells }) => cells[name])).toEqual([
      'field',
      'road',
      'town',
      'nowhere',
    ]);
    const road = whole.rows[1]?.geometry;
    const line = road?.type === 'LineString' ? road.coordinates : [];
    expect(line.map((position) => position.map((one) => Number(one.toFixed(4))))).toEqual([
      [44, 36],
      [45, 36],
    ]);
    expect(whole.form).toMatchObject({ member: 'places', otherMembers: 1 });
  });

  it('has broken rows if arcs are missing, and never a wrong place', async () => {
    const whole = await read({
      type: 'Topology',
      objects: {
        places: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[44, 36]], properties: { name: 'false' } },
            { type: 'Point', coordinates: [44, 36], properties: { name: 'true' } },
            7,
          ],
        },
      },
      arcs: [],
    });
    if (!('rows' in whole)) throw new Error('It did not open.');
    expect(whole.rows.map(({ flaw, geometry }) => [flaw, geometry?.type])).toEqual([
      ['broken-row', undefined],
      [undefined, 'Point'],
      ['broken-row', undefined],
    ]);
  });
});
