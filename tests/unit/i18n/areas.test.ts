import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../src/core/filters/area-shape.ts';
import { words } from '../../../src/i18n/words.ts';

describe('an area in words', () => {
  it.each<readonly [AreaShape, string]>([
    [
      { kind: 'circle', lon: 44.0094, lat: 36.1913, radiusKm: 25 },
      'within 25 km of 36.19° N, 44.01° E',
    ],
    [
      { kind: 'circle', lon: -44.0094, lat: -36.1913, radiusKm: 0.5 },
      'within 500 m of 36.1913° S, 44.0094° W',
    ],
    [
      { kind: 'box', west: 43.5, south: 36.125, east: 44.5, north: 37 },
      'in a rectangle from 36.13° N, 43.5° E to 37° N, 44.5° E',
    ],
    [
      {
        kind: 'polygon',
        corners: [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      },
      'in a polygon of 3 corners',
    ],
    [{ kind: 'named', name: 'Irbil' }, 'in Irbil'],
  ])('%j', (shape, sentence) => {
    expect(words.areas.shapeWords(shape)).toBe(sentence);
  });
});
