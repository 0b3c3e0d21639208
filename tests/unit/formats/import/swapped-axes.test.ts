/** Made-up rows. */
import { describe, expect, it } from 'vitest';
import type { ReadRow } from '../../../../src/core/records/read-row.ts';
import { SwappedAxes } from '../../../../src/formats/import/swapped-axes.ts';

const IRBIL = { west: 43.3, south: 35.4, east: 45.1, north: 37.3 };

const HOME = { west: 42.3, south: 34.4, east: 46.2, north: 37.3 };

const at = (lon: number, lat: number, area: string): ReadRow => ({
  place: { lon, lat, precision: 'unstated' },
  placeName: '',
  precision: 'unstated',
  area,
  country: '',
  span: undefined,
  category: '',
  notes: [],
});

function swappedRows(rows: readonly ReadRow[]): readonly number[] {
  const axes = new SwappedAxes((name) => (name === 'Irbil' ? IRBIL : undefined), HOME);
  rows.forEach((row, i) => {
    axes.look(row, i + 2, i);
  });
  return [...axes.rows()].map(([number]) => number);
}

const times = (row: ReadRow, count: number) => Array.from({ length: count }, () => row);
const right = at(44.01, 36.19, 'Irbil');
const swapped = at(36.19, 44.01, 'Irbil');

describe('a file whose latitude and longitude are swapped', () => {
  it.each([
    ['all rows', times(swapped, 3), [2, 3, 4]],
    ['nearly all rows', [...times(swapped, 4), right], [2, 3, 4, 5]],
    [
      'no area is named, and all rows are in the area of the page',
      times(at(36.19, 44.01, ''), 3),
      [2, 3, 4],
    ],
    ['the area is spelled in no known way', times(at(36.19, 44.01, 'Hawler'), 4), [2, 3, 4, 5]],
    ['with rows elsewhere', [...times(swapped, 3), at(36, 50, 'Kyiv'), at(1, 2, '')], [2, 3, 4]],
  ])('is reported: %s', (_, rows, expected) => {
    expect(swappedRows(rows)).toEqual(expected);
  });

  it.each([
    ['all rows are right', times(right, 9)],
    ['half of them are right', [...times(swapped, 4), ...times(right, 4)]],
    ['there are only two', times(swapped, 2)],
    ['no area is named: Crimea is no mistake', times(at(34.1, 44.95, ''), 9)],
    ['rows without an area are all around Kyiv', times(at(30.52, 50.45, ''), 9)],
    [
      'half of the rows without an area are right',
      [...times(at(36.19, 44.01, ''), 4), ...times(at(44.01, 36.19, ''), 4)],
    ],
    ['both ways are outside', times(at(10, 50, 'Irbil'), 9)],
  ])('is not reported if %s', (_, rows) => {
    expect(swappedRows(rows)).toEqual([]);
  });
});
