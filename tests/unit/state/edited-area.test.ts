/** Areas that are changed on the map: what each handle moves, over the other side, the antimeridian and the poles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../src/core/filters/area-shape.ts';
import { storableShape } from '../../../src/core/filters/area-text.ts';
import { angleBetween, EARTH_METERS } from '../../../src/core/place/great-circle.ts';
import type { Corner } from '../../../src/state/draft-shape.ts';
import {
  editedAreaOf,
  handlesOf,
  shapeOfEdited,
  withHandleAt,
  withoutCornerAt,
  type AreaHandle,
  type EditedArea,
} from '../../../src/state/edited-area.ts';

const BOX: AreaShape = { kind: 'box', west: 44, south: 35, east: 46, north: 37 };
const OVER: AreaShape = { kind: 'box', west: 170, south: -5, east: -170, north: 5 };
const CIRCLE: AreaShape = { kind: 'circle', lon: 44, lat: 36, radiusKm: 25.123 };
const POLYGON: AreaShape = {
  kind: 'polygon',
  corners: [
    [44, 35],
    [46, 35],
    [45, 37],
  ],
};

function edited(shape: AreaShape): EditedArea {
  const area = editedAreaOf(shape);
  if (!area) throw new Error('not drawn');
  return area;
}

function handleOf(area: EditedArea, kind: AreaHandle['kind'], at = 0): AreaHandle {
  const handle = handlesOf(area).find((one) => one.kind === kind && one.at === at);
  if (!handle) throw new Error(`no ${kind} ${String(at)}`);
  return handle;
}

function moved(shape: AreaShape, kind: AreaHandle['kind'], at: number, to: Corner) {
  const area = edited(shape);
  const next = shapeOfEdited(withHandleAt(area, handleOf(area, kind, at), to));
  return next && storableShape(next);
}

/** Corners of a rectangle: 0 south-west, 1 south-east, 2 north-east, 3 north-west. */
const MOVES: readonly (readonly [
  name: string,
  shape: AreaShape,
  kind: AreaHandle['kind'],
  at: number,
  to: Corner,
  expected: AreaShape | undefined,
])[] = [
  ['the south-west', BOX, 'corner', 0, [43, 34], { ...BOX, west: 43, south: 34 }],
  ['the south-east', BOX, 'corner', 1, [47, 34], { ...BOX, east: 47, south: 34 }],
  ['the north-east', BOX, 'corner', 2, [47, 38], { ...BOX, east: 47, north: 38 }],
  ['the north-west', BOX, 'corner', 3, [43, 38], { ...BOX, west: 43, north: 38 }],
  [
    'a corner over both other sides',
    BOX,
    'corner',
    0,
    [48, 39],
    { kind: 'box', west: 46, south: 37, east: 48, north: 39 },
  ],
  ['a corner over one side', BOX, 'corner', 3, [48, 38], { ...BOX, west: 46, east: 48, north: 38 }],
  ['a corner onto the other side', BOX, 'corner', 0, [46, 34], undefined],
  ['a corner over the antimeridian', BOX, 'corner', 2, [190, 37], { ...BOX, east: -170 }],
  ['a corner over it to the west', BOX, 'corner', 0, [-190, 35], { ...BOX, west: 170 }],
  ['a corner around the world', BOX, 'corner', 2, [410, 37], { ...BOX, west: -180, east: 180 }],
  ['one that is over it', OVER, 'corner', 1, [195, -5], { ...OVER, east: -165 }],
  ['one back from it', OVER, 'corner', 1, [175, -5], { ...OVER, east: 175 }],
  [
    'one over it and its other side',
    OVER,
    'corner',
    1,
    [160, -5],
    { ...OVER, west: 160, east: 170 },
  ],
  ['a corner to the pole', BOX, 'corner', 2, [46, 90], { ...BOX, north: 90 }],
  ['a corner to the other pole', BOX, 'corner', 2, [46, -90], { ...BOX, south: -90, north: 35 }],
  [
    'the middle, with the radius as it was',
    CIRCLE,
    'middle',
    0,
    [50, 40],
    { ...CIRCLE, lon: 50, lat: 40 },
  ],
  ['the middle over the antimeridian', CIRCLE, 'middle', 0, [181, 36], { ...CIRCLE, lon: -179 }],
  ['the middle to the pole', CIRCLE, 'middle', 0, [44, 90], { ...CIRCLE, lat: 90 }],
  ['the edge', CIRCLE, 'edge', 0, [44, 37], { ...CIRCLE, radiusKm: 111 }],
  ['the edge to the pole', CIRCLE, 'edge', 0, [44, 90], { ...CIRCLE, radiusKm: 6005 }],
  ['the edge onto the middle', CIRCLE, 'edge', 0, [44, 36], undefined],
  [
    'a corner',
    POLYGON,
    'corner',
    2,
    [45, 34],
    {
      kind: 'polygon',
      corners: [
        [44, 35],
        [46, 35],
        [45, 34],
      ],
    },
  ],
  [
    'the first corner over the antimeridian',
    POLYGON,
    'corner',
    0,
    [190, 35],
    {
      kind: 'polygon',
      corners: [
        [-170, 35],
        [-314, 35],
        [-315, 37],
      ],
    },
  ],
  ['a corner further than around the world', POLYGON, 'corner', 1, [405, 35], undefined],
  [
    'the middle of the last edge',
    POLYGON,
    'between',
    2,
    [44, 36.5],
    {
      kind: 'polygon',
      corners: [
        [44, 35],
        [46, 35],
        [45, 37],
        [44, 36.5],
      ],
    },
  ],
];

describe('an area that is changed on the map', () => {
  it.each(MOVES)('follows %s', (_, shape, kind, at, to, expected) => {
    expect(moved(shape, kind, at, to)).toEqual(expected);
  });

  it('has the edge of a circle where it was left, and at the distance of its radius', () => {
    const area = edited(CIRCLE);
    const north = withHandleAt(area, handleOf(area, 'edge'), [44, 36.5]);
    expect(handleOf(north, 'edge').position[0]).toBeCloseTo(44);
    const elsewhere = withHandleAt(north, handleOf(north, 'middle'), [179.9, 60]);
    const [lon, lat] = handleOf(elsewhere, 'edge').position;
    expect(lon).toBeCloseTo(179.9);
    const km = (angleBetween(179.9, 60, lon, lat) * EARTH_METERS) / 1000;
    expect(km).toBeCloseTo(elsewhere.kind === 'circle' ? elsewhere.radiusKm : NaN, 6);
  });

  it('is as it was when each handle is moved to where it is', () => {
    // 180 and -180 are one meridian.
    const lon = fc.integer({ min: -179, max: 180 });
    const lat = fc.integer({ min: -85, max: 85 });
    const drawn = fc.oneof(
      fc.record({
        kind: fc.constant('box' as const),
        west: lon,
        south: lat,
        east: lon,
        north: lat,
      }),
      fc.record({
        kind: fc.constant('circle' as const),
        lon,
        lat,
        radiusKm: fc.integer({ min: 1, max: 19_000 }),
      }),
    );
    fc.assert(
      fc.property(drawn, (shape) => {
        const stored = storableShape(shape);
        fc.pre(stored !== undefined);
        const area = edited(shape);
        for (const handle of handlesOf(area)) {
          const next = shapeOfEdited(withHandleAt(area, handle, handle.position));
          const again = next && storableShape(next);
          if (shape.kind === 'circle' && again?.kind === 'circle') {
            // A radius is rounded as a reader would say it.
            expect(Math.abs(again.radiusKm - shape.radiusKm)).toBeLessThan(0.6);
            expect({ ...again, radiusKm: 0 }).toEqual({ ...shape, radiusKm: 0 });
          } else expect(again).toEqual(stored);
        }
      }),
    );
  });

  it('keeps three corners of a polygon, and no corner of another shape can go', () => {
    const area = edited(POLYGON);
    expect(withoutCornerAt(area, 0)).toBeUndefined();
    expect(withoutCornerAt(edited(BOX), 0)).toBeUndefined();
    const more = withHandleAt(area, handleOf(area, 'between', 0), [45, 34]);
    const less = withoutCornerAt(more, 0);
    expect(less && shapeOfEdited(less)).toEqual({
      kind: 'polygon',
      corners: [
        [45, 34],
        [46, 35],
        [45, 37],
      ],
    });
  });
});
