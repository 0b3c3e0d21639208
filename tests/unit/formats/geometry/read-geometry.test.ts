/** Made-up geometries. */
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readGeometry } from '../../../../src/formats/geometry/read-geometry.ts';

const A = [44, 36];
const B = [45, 37];
const C = [46, 36];
const RING = [A, B, C, A];
const SQUARE = [
  [44, 35],
  [46, 35],
  [46, 37],
  [44, 37],
  [44, 35],
];

const written = (value: unknown): string => {
  const { geometry, unread } = readGeometry(value);
  const shape = (one: Geometry): string =>
    one.type === 'GeometryCollection'
      ? one.geometries.map(shape).join(' + ')
      : `${one.type} ${JSON.stringify(one.coordinates)}`;
  return [geometry ? shape(geometry) : 'nothing', unread ?? ''].join(' ').trim();
};

const of = (type: string, coordinates: unknown): string => written({ type, coordinates });
const json = JSON.stringify;

describe('`readGeometry`', () => {
  it.each([
    ['Point', A, `Point ${json(A)}`],
    ['Point', [44, 36, 400], `Point ${json([44, 36, 400])}`],
    ['Point', ['44.01', '36.19'], 'Point [44.01,36.19]'],
    ['Point', '44.01,36.19', 'Point [44.01,36.19]'],
    ['Point', [44, 36, null], `Point ${json(A)}`],
    ['Point', [44, 36, NaN], `Point ${json(A)}`],
    ['Point', '44,01,36,19', 'nothing bad'],
    ['Point', [], 'nothing empty'],
    ['Point', null, 'nothing empty'],
    ['Point', [null, 36], 'nothing bad'],
    ['Point', [44], 'nothing bad'],
    ['Point', ['44°', '36°'], 'nothing bad'],
    ['MultiPoint', [A, B], `MultiPoint ${json([A, B])}`],
    ['MultiPoint', [A, [], B], `MultiPoint ${json([A, B])} empty`],
    ['MultiPoint', [null, A], `Point ${json(A)} empty`],
    ['MultiPoint', [A, ['x', 1], []], `Point ${json(A)} bad`],
    ['LineString', [A, B], `LineString ${json([A, B])}`],
    ['LineString', [[], A, B], `LineString ${json([A, B])} empty`],
    ['LineString', [A, null, B], `MultiPoint ${json([A, B])} empty`],
    [
      'LineString',
      [A, B, null, C, A],
      `MultiLineString ${json([
        [A, B],
        [C, A],
      ])} empty`,
    ],
    ['LineString', [A, B, ['?', 2], C], `LineString ${json([A, B])} + Point ${json(C)} bad`],
    ['LineString', [A], `Point ${json(A)}`],
    ['LineString', [], 'nothing empty'],
    ['LineString', [A, [44, 99], B, C], `Point ${json(A)} + LineString ${json([B, C])} bad`],
    ['MultiLineString', [[A, B], []], `LineString ${json([A, B])} empty`],
    ['MultiLineString', [[A, B], [C]], `LineString ${json([A, B])} + Point ${json(C)}`],
    ['Polygon', [RING], `Polygon ${json([RING])}`],
    ['Polygon', [RING, []], `Polygon ${json([RING])} empty`],
    ['Polygon', [[]], 'nothing empty'],
    ['Polygon', [[], RING], 'nothing empty'],
    // An edge that nobody reported would change the area: only what is known of its outline is drawn.
    [
      'Polygon',
      [[A, B, null, C, A]],
      `MultiLineString ${json([
        [A, B],
        [C, A],
      ])} empty`,
    ],
    ['Polygon', [SQUARE, [A, B]], `MultiLineString ${json([SQUARE, [A, B]])} bad`],
    ['MultiPolygon', [[RING], [[]]], `Polygon ${json([RING])} empty`],
    ['MultiPolygon', [[RING], null], `Polygon ${json([RING])} empty`],
    ['Circle', A, 'nothing bad'],
    // Where nothing is on the globe, the numbers stay: who reads the row says what is wrong.
    ['Point', [512000, 4003000], 'Point [512000,4003000]'],
    [
      'LineString',
      [
        [36, 144],
        [37, 145],
      ],
      'LineString [[36,144],[37,145]]',
    ],
  ])('%s of %j is %s', (type, coordinates, expected) => {
    expect(of(type, coordinates)).toBe(expected);
  });

  it.each([
    [[{ type: 'Point', coordinates: A }, null], `Point ${json(A)} empty`],
    [[{ type: 'Point', coordinates: A }, {}], `Point ${json(A)} bad`],
    [
      [
        { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: A }] },
        { type: 'Point', coordinates: B },
      ],
      `Point ${json(A)} + Point ${json(B)}`,
    ],
    [
      [
        { type: 'GeometryCollection', geometries: [] },
        { type: 'LineString', coordinates: [A, B] },
        { type: 'Point', coordinates: [] },
        { type: 'Point', coordinates: C },
      ],
      `LineString ${json([A, B])} + Point ${json(C)} empty`,
    ],
    [[], 'nothing empty'],
  ])('collection of %j is %s', (geometries, expected) => {
    expect(written({ type: 'GeometryCollection', geometries })).toBe(expected);
  });

  it('leaves out only broken parts, and invents none', () => {
    const position = fc.tuple(
      fc.integer({ min: -179, max: 179 }),
      fc.integer({ min: -89, max: 89 }),
    );
    const part = fc.oneof(
      position.map((at) => ({ type: 'Point', coordinates: at })),
      fc
        .array(position, { minLength: 2, maxLength: 5 })
        .map((line) => ({ type: 'LineString', coordinates: line })),
      fc
        .array(position, { minLength: 4, maxLength: 6 })
        .map((ring) => ({ type: 'Polygon', coordinates: [ring] })),
    );
    const broken = fc.constantFrom(
      null,
      {},
      { type: 'Point' },
      { type: 'Point', coordinates: ['x', 1] },
      { type: 'Polygon', coordinates: [[]] },
      { type: 'MultiPoint', coordinates: [] },
      { type: 'GeometryCollection', geometries: [null] },
    );
    const partsOf = (geometry: Geometry | undefined): readonly string[] => {
      if (!geometry) return [];
      if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(partsOf);
      return geometry.type.startsWith('Multi')
        ? (geometry.coordinates as unknown[]).map((one) => json([geometry.type.slice(5), one]))
        : [json([geometry.type, geometry.coordinates])];
    };
    fc.assert(
      fc.property(fc.array(fc.oneof(part, broken), { maxLength: 8 }), (geometries) => {
        const sound = geometries.filter(
          (one) =>
            one && 'coordinates' in one && !json(one).includes('x') && !/\[\]/.test(json(one)),
        ) as { type: string; coordinates: unknown }[];
        const read = readGeometry({ type: 'GeometryCollection', geometries });
        expect(partsOf(read.geometry)).toEqual(
          sound.map(({ type, coordinates }) => json([type, coordinates])),
        );
        expect(read.unread !== undefined).toBe(
          geometries.length === 0 || sound.length < geometries.length,
        );
      }),
    );
  });
});
