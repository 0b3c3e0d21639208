/** Every point is made up. */
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NO_AREA } from '../../../../src/core/place/place-table.ts';
import {
  IMPORTED_PRECISIONS,
  type ImportedPrecision,
} from '../../../../src/core/place/precision.ts';
import { zoomLimitOf } from '../../../../src/core/place/zoom-limit.ts';

const limit = (
  lon: number,
  lat: number,
  precision: ImportedPrecision = 'unstated',
): Promise<number> =>
  zoomLimitOf(
    {
      length: 1,
      lon: Float64Array.of(lon),
      lat: Float64Array.of(lat),
      precision: Uint8Array.of(IMPORTED_PRECISIONS.indexOf(precision)),
      area: Uint16Array.of(NO_AREA),
    },
    UNINTERRUPTED,
  );

describe('the zoom limit of a place', () => {
  it.each([
    ['whole degrees', 34, 31, 11],
    ['one decimal', 34.5, 31.5, 11],
    ['two decimals', 34.45, 31.52, 11],
    ['two decimals that binary numbers do not have', 0.29, 0.57, 11],
    ['three decimals in one of the two', 34.45, 31.523, 14],
    ['four decimals', 34.4512, 31.5234, 17],
    ['six decimals', 34.451234, 31.523456, 17],
    ['a minute of arc', 34 + 27 / 60, 31 + 31 / 60, 11],
    ['a second of arc', 34 + 27 / 60 + 13 / 3600, 31 + 31 / 60 + 1 / 3600, 16],
    ['a second of arc, rounded to six decimals', 34.453611, 31.516944, 16],
    ['far in the west and the south', -179.99, -16.85, 11],
  ])('follows its coordinates: %s', async (_, lon, lat, expected) => {
    expect(await limit(lon, lat)).toBe(expected);
  });

  it.each([
    ['spot', 17],
    ['block', 14],
    ['site', 11],
    ['town', 11],
    ['wide', 11],
    ['unstated', 17],
  ] as const)('is no finer than its precision: %s', async (precision, expected) => {
    expect(await limit(34.451234, 31.523456, precision)).toBe(expected);
  });

  it('is no finer than its coordinates, however precise a file calls them', async () => {
    expect(await limit(34.45, 31.52, 'spot')).toBe(11);
  });
});
