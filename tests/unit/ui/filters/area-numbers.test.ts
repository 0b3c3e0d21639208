/** The numbers of an area as fields: the way of readers who do not draw. */
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../../src/core/filters/area-shape.ts';
import {
  numberFieldsOf,
  withAddedCorner,
  withNumber,
  withoutCorner,
} from '../../../../src/ui/filters/area-numbers.ts';

const POLYGON: AreaShape = {
  kind: 'polygon',
  corners: [
    [0, 1],
    [10, 1],
    [10, 9],
    [2, 8],
  ],
};
const SHAPES: readonly AreaShape[] = [
  { kind: 'box', west: 1, south: 2, east: 3, north: 4 },
  { kind: 'circle', lon: 1, lat: 2, radiusKm: 3 },
  POLYGON,
];

describe('the numbers of an area', () => {
  it.each(SHAPES)('each change what they name, and nothing else: $kind', (shape) => {
    const before = numberFieldsOf(shape).flatMap(({ fields }) => fields);
    for (const [at, { key }] of before.entries()) {
      const changed = withNumber(shape, key, 7.5);
      if (!changed) throw new Error('7.5 is a number.');
      const after = numberFieldsOf(changed).flatMap(({ fields }) => fields);
      expect(after).toEqual(
        before.with(at, { ...before[at], key, value: 7.5 } as (typeof before)[0]),
      );
    }
    expect(withNumber(shape, before[0]?.key ?? '', NaN)).toBeUndefined();
  });

  it('have corners that come and go', () => {
    expect(withoutCorner(POLYGON, 1)).toEqual({
      kind: 'polygon',
      corners: [
        [0, 1],
        [10, 9],
        [2, 8],
      ],
    });
    expect(withAddedCorner(POLYGON)).toMatchObject({ corners: { 4: [1, 4.5] } });
  });
});
