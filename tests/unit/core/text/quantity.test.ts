/** Every number and row is made up. */
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSignOf, readQuantity } from '../../../../src/core/text/quantity.ts';
import { recordedAt } from '../../../../src/core/records/contents.ts';
import { opened } from '../../worker/save-again.ts';

describe('a number', () => {
  it.each([
    ['1.500', 'comma', 1_500],
    ['1.500', 'point', 1.5],
    ['1,500', 'comma', 1.5],
    ['1,500', 'point', 1_500],
    ['1.500', undefined, 1_500],
    ['1,500', undefined, 1_500],
    ['0.500', undefined, 0.5],
    ['0,500', 'point', 0.5],
    ['1500', 'comma', 1_500],
    ['1500.5', 'comma', 1_500.5],
    ['1,5', 'point', 1.5],
    ['1.234,5', undefined, 1_234.5],
    ['1,234.5', undefined, 1_234.5],
    ['1.234.567', 'point', 1_234_567],
    ["1'500", undefined, 1_500],
    ['1 500', 'comma', 1_500],
    ['1\u202f500,5', undefined, 1_500.5],
    ['١٬٥٠٠', undefined, 1_500],
    ['١٫٥', undefined, 1.5],
    ['1.5e3', 'comma', 1_500],
    ['-.5', undefined, -0.5],
  ] as const)('%s in a file of decimals with %s is %d', (text, sign, value) => {
    expect(readQuantity(text, sign).value).toBe(value);
  });

  it.each(['', 'about 5', '1.5 m', '..', '-', '0x1F', 'Infinity'])('is none: %j', (text) => {
    expect(readQuantity(text, undefined).value).toBeNaN();
  });

  it('is ambiguous only if neither the number nor its file shows the decimal sign', () => {
    expect(readQuantity('1.500', undefined).isOpen).toBe(true);
    for (const text of ['1500', '1.50', '0.500', '1.234,5', '1500.000'])
      expect(readQuantity(text, undefined).isOpen).toBe(false);
    expect(readQuantity('1.500', 'point').isOpen).toBe(false);
  });

  it('is read as it is written, with either decimal sign and with groups', () => {
    const cents = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('de-DE', 'en-GB'),
        fc.boolean(),
        (value, locale, groups) => {
          const format = new Intl.NumberFormat(locale, {
            useGrouping: groups,
            maximumFractionDigits: 3,
          });
          const sign = locale === 'de-DE' ? 'comma' : 'point';
          const number = value / 1_000;
          expect(readQuantity(format.format(number), sign)).toEqual({
            value: number,
            isOpen: false,
          });
        },
      ),
    );
  });

  it('shows the decimal sign of its file, or does not', () => {
    expect(decimalSignOf(['36,19', '1.500', 'x'])).toBe('comma');
    expect(decimalSignOf(['36.19', '1,500'])).toBe('point');
    expect(decimalSignOf(['1.500', '2', ''])).toBeUndefined();
  });
});

describe('the accuracy of a place', () => {
  const read = async (...lines: readonly string[]) => {
    const { report, dataset } = await opened('a.csv', new Uint8Array(strToU8(lines.join('\n'))));
    const rows = Array.from({ length: dataset.table.length }, (_, row) =>
      recordedAt(dataset.table, row),
    );
    return {
      precisions: rows.map((one) => one?.place?.precision),
      notes: report.groups.map(({ code, column, count }) => [code, column, count]),
    };
  };

  it('is fifteen hundred metres, not one and a half, if coordinates have decimal commas', async () => {
    expect(await read('date;lat;lon;accuracy_m', '2031-05-03;36,19;44,01;4.500')).toEqual({
      precisions: ['town'],
      notes: [],
    });
  });

  it('uses the decimal sign of a pair of coordinates, and of any other column', async () => {
    expect(
      (await read('date|coordinates|accuracy_m', '2031-05-03|36,19; 44,01|4.500')).precisions,
    ).toEqual(['town']);
    const other = await read('date;lat;lon;accuracy_m;depth', '2031-05-03;36;44;4.500;1,25');
    expect(other).toEqual({ precisions: ['town'], notes: [] });
  });

  it('is one and a half if the file has decimal points, and thousands if it has commas', async () => {
    const { precisions } = await read(
      'date,lat,lon,accuracy_m',
      '2031-05-03,36.19,44.01,4.500',
      '2031-05-04,36.19,44.01,"4,500"',
    );
    expect(precisions).toEqual(['spot', 'town']);
  });

  it('is the larger number if nothing shows which, with a note', async () => {
    expect(await read('date;lat;lon;accuracy_m', '2031-05-03;36;44;4.500')).toEqual({
      precisions: ['town'],
      notes: [['either-number', 'accuracy_m', 1]],
    });
  });
});
