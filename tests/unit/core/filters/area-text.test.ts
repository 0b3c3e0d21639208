/** Shapes in links. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../../src/core/filters/area-shape.ts';
import { readShape, storableShape } from '../../../../src/core/filters/area-text.ts';
import { writeShape } from '../../../../src/core/filters/write-shape.ts';

const tenThousandths = (max: number) =>
  fc.integer({ min: -max * 10_000, max: max * 10_000 }).map((steps) => steps / 10_000 + 0);
const lon = tenThousandths(180);
const lat = tenThousandths(90);
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() === text && !/\p{C}/u.test(text) && text.length <= 200);
const shape: fc.Arbitrary<AreaShape> = fc.oneof(
  fc
    .record({ kind: fc.constant('box' as const), west: lon, south: lat, east: lon, north: lat })
    .filter(({ west, east, south, north }) => south < north && west !== east),
  fc.record({
    kind: fc.constant('circle' as const),
    lon,
    lat,
    radiusKm: fc.integer({ min: 1, max: 200_370_000 }).map((steps) => steps / 10_000),
  }),
  fc
    .array(fc.tuple(lon, lat), { minLength: 3, maxLength: 200 })
    .filter((corners) => [0, 1].every((i) => new Set(corners.map((one) => one[i])).size > 1))
    .map((corners) => ({ kind: 'polygon' as const, corners })),
  fc.record({ kind: fc.constantFrom('place' as const, 'named' as const), name }),
);

describe('a shape in a link', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(shape, (one) => {
        expect(readShape(writeShape(one))).toEqual(one);
      }),
    );
  });

  it('is rounded to four decimals, as the link restores it', () => {
    const circle: AreaShape = { kind: 'circle', lon: -0.000_04, lat: 36.191_26, radiusKm: 25 };
    expect(writeShape(circle)).toBe('circle:0,36.1913,25');
    expect(storableShape(circle)).toEqual({ ...circle, lon: 0, lat: 36.1913 });
    expect(
      storableShape({ kind: 'box', west: 44, south: 36, east: 44.000_01, north: 37 }),
    ).toBeUndefined();
  });

  it.each([
    '',
    'box',
    'box:',
    'box:1,2,3',
    'box:1,2,3,4,5',
    'box:1,4,3,2',
    'box:1,2,1,4',
    'box:181,0,5,5',
    'box:0,0,5,91',
    'box:0,0,5,NaN',
    'box:0,0,5,1e1',
    'box:0,0,5, 5',
    'box:0,0,5,5.12345',
    'box:0,0,5,0x5',
    'circle:0,0',
    'circle:0,0,0',
    'circle:0,0,-5',
    'circle:0,0,20038',
    'circle:0,0,Infinity',
    'circle:0,91,5',
    'polygon:0,0,1,1',
    'polygon:0,0,1,1,2',
    'polygon:0,0,0,1,0,2',
    'polygon:0,0,1,0,2,0',
    'polygon:0,0,541,0,541,5',
    'polygon:-200,0,200,0,200,5',
    `polygon:${Array.from({ length: 402 }, (_, i) => i % 90).join(',')}`,
    'place:',
    'place: a',
    'place:a\u0000b',
    'named:a\u202eb',
    `named:${'a'.repeat(201)}`,
    'Box:0,0,5,5',
    'toString:0,0,5,5',
    'sphere:0,0,5',
  ])('that is not one is not read: %j', (text) => {
    expect(readShape(text)).toBeUndefined();
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.constantFrom('box:', 'circle:', 'polygon:', ''), fc.string(), (kind, text) => {
        const read = readShape(kind + text);
        if (read) expect(readShape(writeShape(read))).toEqual(read);
      }),
    );
  });
});
