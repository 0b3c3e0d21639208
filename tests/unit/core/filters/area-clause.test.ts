/** Rows in areas, case by case. */
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../../src/core/filters/area-shape.ts';
import type { NamedArea } from '../../../../src/core/place/named-area.ts';
import { alwaysDue } from '../../always-due.ts';
import { areaOf, matched, type PlacedRow } from './area-rows.ts';

const BOX: AreaShape = { kind: 'box', west: 40, south: 30, east: 50, north: 40 };
const at = (
  lon: number,
  lat: number,
  precision: PlacedRow['precision'] = 'unstated',
): PlacedRow => ({
  lon,
  lat,
  precision,
});
const only = async (shape: AreaShape, row: PlacedRow, outlines: readonly NamedArea[] = []) =>
  (await matched([shape], [row], outlines))[0];

describe('a point with its precision', () => {
  const CASES: readonly (readonly [string, AreaShape, PlacedRow, string])[] = [
    ['inside', BOX, at(45, 35, 'district'), 'yes'],
    ['on the edge', BOX, at(40, 35), 'yes'],
    ['outside', BOX, at(39.99, 35), 'no'],
    ['whose circle reaches over the edge from within', BOX, at(40.05, 35, 'district'), 'possibly'],
    ['whose circle reaches over the edge from outside', BOX, at(39.95, 35, 'district'), 'possibly'],
    ['finer than its way to the edge', BOX, at(40.05, 35, 'site'), 'yes'],
    ['whose circle touches only a corner', BOX, at(39.9, 40.1, 'district'), 'possibly'],
    ['whose circle misses the corner that its box holds', BOX, at(39.81, 40.14, 'district'), 'no'],
    [
      'in a rectangle over the antimeridian',
      { kind: 'box', west: 170, south: -20, east: -170, north: 20 },
      at(-179, 0, 'near'),
      'yes',
    ],
    [
      'next to a rectangle over the antimeridian',
      { kind: 'box', west: 170, south: -20, east: -170, north: 20 },
      at(0, 0),
      'no',
    ],
    [
      'at the seam of a rectangle around the world',
      { kind: 'box', west: -180, south: -20, east: 180, north: 20 },
      at(180, 0, 'wide'),
      'yes',
    ],
    [
      'whose circle holds the pole, in a rectangle up to it',
      { kind: 'box', west: -180, south: 60, east: 180, north: 90 },
      at(10, 89.5, 'wide'),
      'yes',
    ],
    [
      'whose circle reaches over the pole into a rectangle',
      { kind: 'box', west: 170, south: 80, east: 180, north: 89.5 },
      at(-5, 89.9, 'wide'),
      'possibly',
    ],
    [
      'in a circle over thousands of kilometres, by the great circle',
      { kind: 'circle', lon: 0, lat: 60, radiusKm: 6_700 },
      at(180, 60),
      'yes',
    ],
    [
      'out of that circle on its own parallel',
      { kind: 'circle', lon: 0, lat: 60, radiusKm: 3_000 },
      at(90, 60),
      'no',
    ],
    [
      'in a circle over the pole',
      { kind: 'circle', lon: 0, lat: 85, radiusKm: 1_200 },
      at(180, 85),
      'yes',
    ],
    [
      'in the circle of all the Earth',
      { kind: 'circle', lon: 0, lat: 0, radiusKm: 20_037 },
      at(180, 0, 'wide'),
      'yes',
    ],
    [
      'in a polygon over the antimeridian, from the east',
      {
        kind: 'polygon',
        corners: [
          [170, 10],
          [190, 10],
          [190, -10],
          [170, -10],
        ],
      },
      at(-175, 0, 'district'),
      'yes',
    ],
    [
      'in a polygon that is drawn a turn further on',
      {
        kind: 'polygon',
        corners: [
          [400, 30],
          [410, 30],
          [410, 40],
          [400, 40],
        ],
      },
      at(45, 35, 'town'),
      'yes',
    ],
    [
      'in one wing of a polygon that crosses itself',
      {
        kind: 'polygon',
        corners: [
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 10],
        ],
      },
      at(9, 5),
      'yes',
    ],
    [
      'between the wings of a polygon that crosses itself',
      {
        kind: 'polygon',
        corners: [
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 10],
        ],
      },
      at(5, 9),
      'no',
    ],
    [
      'in what a polygon goes around twice',
      {
        kind: 'polygon',
        corners: [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 9],
          [0, 0],
          [6, 0],
          [6, 6],
          [0, 6],
        ],
      },
      at(3, 3),
      'no',
    ],
    [
      'in a polygon of no width',
      {
        kind: 'polygon',
        corners: [
          [0, 0],
          [5, 5],
          [10, 10],
        ],
      },
      at(5, 7),
      'no',
    ],
    [
      'north of a straight edge, which a great circle would go over',
      {
        kind: 'polygon',
        corners: [
          [-60, 50],
          [60, 50],
          [60, 20],
          [-60, 20],
        ],
      },
      at(0, 55),
      'no',
    ],
    ['that is nowhere', BOX, at(NaN, NaN), 'possibly'],
  ];
  it.each(CASES)('%s', async (_, shape, row, flag) => {
    expect(await only(shape, row)).toBe(flag);
  });
});

describe('a record that is only known to an area', () => {
  const row: PlacedRow = { precision: 'governorate', area: 'Here' };
  const CASES: readonly (readonly [
    string,
    readonly [number, number, number, number],
    AreaShape,
    string,
  ])[] = [
    ['lies in a rectangle', [42, 32, 48, 38], BOX, 'yes'],
    ['lies in part in a rectangle', [38, 32, 48, 38], BOX, 'possibly'],
    ['surrounds a rectangle', [30, 20, 60, 50], BOX, 'possibly'],
    [
      'crosses a rectangle without a corner of either in the other',
      [30, 34, 60, 36],
      BOX,
      'possibly',
    ],
    ['lies out of a rectangle', [10, 10, 20, 20], BOX, 'no'],
    [
      'lies in a circle',
      [44, 35, 46, 36],
      { kind: 'circle', lon: 45, lat: 35.5, radiusKm: 150 },
      'yes',
    ],
    [
      'reaches out of a circle',
      [44, 35, 49, 36],
      { kind: 'circle', lon: 45, lat: 35.5, radiusKm: 150 },
      'possibly',
    ],
    [
      'holds a circle',
      [40, 30, 50, 40],
      { kind: 'circle', lon: 45, lat: 35, radiusKm: 1 },
      'possibly',
    ],
    [
      'lies far from a circle',
      [0, 0, 1, 1],
      { kind: 'circle', lon: 45, lat: 35, radiusKm: 150 },
      'no',
    ],
    [
      'is more than all but the other side of the Earth',
      [-170, -80, 170, 80],
      { kind: 'circle', lon: 180, lat: 0, radiusKm: 19_000 },
      'possibly',
    ],
    [
      'lies in a triangle',
      [44, 32, 46, 33],
      {
        kind: 'polygon',
        corners: [
          [40, 30],
          [50, 30],
          [45, 40],
        ],
      },
      'yes',
    ],
    [
      'lies in the cut of a polygon',
      [44, 36, 46, 38],
      {
        kind: 'polygon',
        corners: [
          [40, 30],
          [50, 30],
          [50, 40],
          [45, 31],
          [40, 40],
        ],
      },
      'no',
    ],
    [
      'lies over the antimeridian in a polygon',
      [-179, 0, -176, 3],
      {
        kind: 'polygon',
        corners: [
          [170, -5],
          [190, -5],
          [190, 5],
          [170, 5],
        ],
      },
      'yes',
    ],
  ];
  it.each(CASES)('which %s', async (_, box, shape, flag) => {
    expect(await only(shape, row, [areaOf('Here', box)])).toBe(flag);
  });

  it('is possibly in every area while its outline is not known, or no place at all', async () => {
    expect(await only(BOX, row)).toBe('possibly');
    expect(await only(BOX, { precision: 'region', area: '' }, [areaOf('Here', [0, 0, 1, 1])])).toBe(
      'possibly',
    );
  });

  it('has no border where data are cut at the antimeridian', async () => {
    const cut: NamedArea = {
      ...areaOf('Far', [0, 0, 1, 1]),
      shape: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [170, 60],
              [180, 60],
              [180, 70],
              [170, 70],
              [170, 60],
            ],
          ],
          [
            [
              [-180, 60],
              [-170, 60],
              [-170, 70],
              [-180, 70],
              [-180, 60],
            ],
          ],
        ],
      },
    };
    const inFar: AreaShape = { kind: 'named', name: 'Far' };
    expect(await only(inFar, at(179.9, 65, 'district'), [cut])).toBe('yes');
    expect(await only(inFar, at(170.1, 65, 'district'), [cut])).toBe('possibly');
    const wide: AreaShape = { kind: 'box', west: 160, south: 50, east: -160, north: 75 };
    expect(await only(wide, { precision: 'governorate', area: 'Far' }, [cut])).toBe('yes');
  });
});

describe('an area by its name', () => {
  const WEST = areaOf('West', [40, 30, 45, 40], ['Young']);
  const EAST = areaOf('East', [45, 30, 50, 40]);
  const LAND = areaOf('Land', [40.01, 29.99, 50.01, 40.01]);
  const outlines = [WEST, EAST, LAND];
  const named = (name: string): AreaShape => ({ kind: 'named', name });
  const inWest = { ...at(44.9, 35, 'district'), governorate: 'West' };
  const CASES: readonly (readonly [string, string, PlacedRow, string])[] = [
    ['a stated governorate, not the circle that reaches over its border', 'West', inWest, 'yes'],
    ['a governorate that states another one', 'East', inWest, 'no'],
    ['a country by the governorate that a record states', 'Land', inWest, 'yes'],
    [
      'a younger governorate that is still drawn as a part of it',
      'West',
      { ...at(44, 35), governorate: 'Young' },
      'yes',
    ],
    ['the outline where no governorate is stated', 'West', at(42, 35, 'district'), 'yes'],
    ['the outline and the circle', 'East', at(44.9, 35, 'district'), 'possibly'],
    ['records of the area itself', 'West', { precision: 'governorate', area: 'West' }, 'yes'],
    ['neighbours, which share a border', 'East', { precision: 'governorate', area: 'West' }, 'no'],
    [
      'a province of a country that was drawn by another hand',
      'Land',
      { precision: 'governorate', area: 'East' },
      'yes',
    ],
    [
      'a country that the area is a part of',
      'West',
      { precision: 'country', area: 'Land' },
      'possibly',
    ],
    [
      'an area of which no outline is known',
      'West',
      { precision: 'region', area: 'Somewhere' },
      'possibly',
    ],
    ['records of that area itself', 'Somewhere', { precision: 'region', area: 'Somewhere' }, 'yes'],
    ['a point, where no outline is known', 'Somewhere', at(42, 35), 'no'],
    [
      'a point in the older area of a younger one, which is not drawn',
      'Young',
      at(42, 35),
      'possibly',
    ],
    [
      'a point that is stated to be in the rest of the older area',
      'Young',
      { ...at(42, 35), governorate: 'West' },
      'no',
    ],
    [
      'a point that is stated to be in the younger area',
      'Young',
      { ...at(42, 35), governorate: 'Young' },
      'yes',
    ],
    [
      'an older area, where a younger one is asked for',
      'Young',
      { precision: 'governorate', area: 'West' },
      'possibly',
    ],
  ];
  it.each(CASES)('%s', async (_, name, row, flag) => {
    expect(await only(named(name), row, outlines)).toBe(flag);
  });
});

describe('a place by its name', () => {
  const town: AreaShape = { kind: 'place', name: 'Köy' };
  it('is all records of that name, and possibly those of areas around it', async () => {
    const rows: readonly PlacedRow[] = [
      { ...at(42, 35, 'town'), name: 'Köy' },
      { ...at(42, 35, 'town'), name: 'Koy' },
      { ...at(42, 35, 'town'), name: 'Köyü' },
      { precision: 'governorate', area: 'Around' },
      { precision: 'governorate', area: 'Elsewhere' },
      { precision: 'governorate', area: 'Unknown' },
    ];
    const outlines = [areaOf('Around', [40, 30, 45, 40]), areaOf('Elsewhere', [0, 0, 5, 5])];
    expect(await matched([town], rows, outlines)).toEqual([
      'yes',
      'no',
      'no',
      'possibly',
      'no',
      'possibly',
    ]);
  });
});

describe('several areas', () => {
  it('are joined by or, and none leaves nothing out', async () => {
    const rows = [at(45, 35), at(1, 1), at(5.02, 1, 'district'), at(20, 20)];
    const other: AreaShape = { kind: 'box', west: 0, south: 0, east: 5, north: 5 };
    expect(await matched([BOX, other], rows)).toEqual(['yes', 'yes', 'possibly', 'no']);
    expect(await matched([], rows)).toEqual(['yes', 'yes', 'yes', 'yes']);
  });

  it('let other work run', async () => {
    let yields = 0;
    const task = alwaysDue(() => yields++);
    await matched([BOX, BOX], [at(45, 35)], [], task);
    expect(yields).toBeGreaterThan(2);
  });
});
