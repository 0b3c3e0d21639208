import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDegrees } from '../../../../src/formats/mapping/degrees.ts';
import { placeOfCell } from '../../../../src/formats/mapping/place-of-cell.ts';

const read = (text: string) => {
  const point = placeOfCell(text, 'latitude-first');
  return point && `${point.lat.toFixed(3)} ${point.lon.toFixed(3)}`;
};

describe('a point in one cell', () => {
  it.each([
    ...['36.191, 44.009', '36.191,44.009', '36.191 44.009', '36.191; 44.009', '(36.191, 44.009)'],
    ...['36,191; 44,009', '36,191, 44,009', '36,191 44,009', 'geo:36.191,44.009'],
    ...['POINT(44.009 36.191)', 'SRID=4326;POINT Z (44.009 36.191 412)'],
    ...['{"type":"Point","coordinates":[44.009,36.191]}'],
    ...['36.191N, 44.009E', 'N36.191 E44.009', '44.009° E, 36.191° N'],
    ...[`36°11'27.6"N 44°00'32.4"E`, '36° 11.46′ N, 44° 0.54′ E', `44°00'32.4"E 36°11'27.6"N`],
    ...['٣٦٫١٩١ ٤٤٫٠٠٩', '[36.191, 44.009]', '[36.191,44.009,412]', '["36.191","44.009"]'],
  ])('%s', (text) => {
    expect(read(text)).toBe('36.191 44.009');
  });

  it.each([
    ...['', 'Madeville', '36.191', '36.191, 44.009, 12, 7, 9', '36°71\'00"N 44°00\'32"E', ','],
    ...['[36,191, 44]', '[36.191]', '[36.191, 44.009, 1, 2]'],
    ...['36.191E, 44.009N, x', '36.191S N, 44', 'POINT EMPTY', 'POLYGON((1 2, 3 4, 5 6, 1 2))'],
    ...['1'.repeat(1_000_000), 'N '.repeat(90)],
  ])('%.40s is none', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('south and west are negative', () => {
    expect(read(`36°11'27.6"S 44°00'32.4"W`)).toBe('-36.191 -44.009');
  });
});

describe('degrees', () => {
  it('of the other axis are none', () => {
    expect(readDegrees('44.2 E', 'latitude')).toBeNaN();
    expect(readDegrees('36.1 N', 'longitude')).toBeNaN();
  });

  it('need a sign to be minutes', () => {
    expect(readDegrees('36 11 28', 'latitude')).toBeNaN();
    expect(readDegrees('36 11 28 N', 'latitude')).toBeCloseTo(36.1911, 4);
  });
});

const latitude = fc.integer({ min: -8_999_999, max: 8_999_999 }).map((units) => units / 100_000);
const longitude = fc.integer({ min: -17_999_999, max: 17_999_999 }).map((units) => units / 100_000);

function inParts(degrees: number, letters: string): string {
  const total = Math.round(Math.abs(degrees) * 36_000);
  const seconds = (total % 600) / 10;
  const minutes = Math.floor(total / 600) % 60;
  const letter = letters.charAt(degrees < 0 ? 1 : 0);
  return `${Math.floor(total / 36_000)}°${minutes}'${seconds}"${letter}`;
}

const STYLES: Readonly<Record<string, (lat: number, lon: number) => string>> = {
  decimal: (lat, lon) => `${lat}, ${lon}`,
  'decimal comma': (lat, lon) =>
    `${String(lat).replace('.', ',')}; ${String(lon).replace('.', ',')}`,
  'degrees, minutes, seconds': (lat, lon) => `${inParts(lat, 'NS')} ${inParts(lon, 'EW')}`,
  'longitude first by letters': (lat, lon) => `${inParts(lon, 'EW')}, ${inParts(lat, 'NS')}`,
  wkt: (lat, lon) => `POINT (${lon} ${lat})`,
};

describe('any point reads back within a tenth of a second', () => {
  it.each(Object.entries(STYLES))('%s', (_, write) => {
    fc.assert(
      fc.property(latitude, longitude, (lat, lon) => {
        const point = placeOfCell(write(lat, lon), 'latitude-first');
        expect(Math.abs((point?.lat ?? NaN) - lat)).toBeLessThan(0.1 / 3600);
        expect(Math.abs((point?.lon ?? NaN) - lon)).toBeLessThan(0.1 / 3600);
      }),
    );
  });
});
