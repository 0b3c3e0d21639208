/** Every time in this file is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../../../../src/core/mapping/column-mapping.ts';
import type { ReadRow } from '../../../../src/core/records/read-row.ts';
import { isStorable } from '../../../../src/core/time/storable-range.ts';
import { NO_MAPPING } from '../../../../src/formats/schemas/table-sample.ts';
import { RowReader } from '../../../../src/formats/mapping/row-reader.ts';
import { inShort, readRow, rowOf, TODAY } from './made-up-rows.ts';

const ONE: Partial<ColumnMapping> = { time: { kind: 'one', column: 0, order: 'dmy' } };
const TWO: Partial<ColumnMapping> = { time: { kind: 'interval', from: 0, to: 1, order: 'dmy' } };
const PARTS: Partial<ColumnMapping> = { time: { kind: 'parts', year: 0, month: 1, day: 2 } };
const SECONDS: Partial<ColumnMapping> = {
  time: { kind: 'epoch', column: 0, to: 1, unit: 'seconds' },
};

const MARK: Readonly<Record<string, string>> = { from: '… ', to: ' …' };

/** The span with `…` at its open end, and the notes; the row has no place. */
function told(reading: ReadRow): string {
  const open = reading.span?.open;
  const [, ...rest] = inShort(reading).split(' | ');
  const [when = '', ...notes] = rest.filter((part) => part !== 'no-place row');
  const marked = open === 'from' ? `${MARK['from'] ?? ''}${when}` : when + (MARK[open ?? ''] ?? '');
  return [marked, ...notes].join(' | ');
}

const time = (mapping: Partial<ColumnMapping>, ...cells: readonly string[]): string =>
  told(readRow(mapping, cells)).replaceAll('T00:00', '');

const DAY_ONE = '2031-03-01 to 2031-03-02';

describe('a year in a row', () => {
  it.each([
    ['0026-03-05', '0026-03-05 to 0026-03-06 | odd-year 0'],
    ['5/3/0026', '0026-03-05 to 0026-03-06 | odd-year 0'],
    ['5 March 0026', '0026-03-05 to 0026-03-06 | odd-year 0'],
    ['0099', '0099-01-01 to 0100-01-01 | odd-year 0'],
    ['5/3/26', '2026-03-05 to 2026-03-06'],
    ['-0043-03-15', '-0043-03-15 to -0043-03-16 | odd-year 0'],
    ['-0043', '-0043-01-01 to -0042-01-01 | odd-year 0'],
    ['-0043/0014', '-0043-01-01 to 0015-01-01 | odd-year 0'],
    ['-3000', 'at no time | far-date 0'],
    ['6500-01-01', 'at no time | far-date 0'],
    ['9999', 'at no time | far-date 0'],
    ['2999-12-30', '2999-12-30 to 2999-12-31 | odd-year 0'],
    ['26-03-05-01', 'at no time | bad-date 0'],
  ])('%s', (text, expected) => {
    expect(time(ONE, text)).toBe(expected);
  });

  it('of parts needs four digits, since its century is not known otherwise', () => {
    expect(time(PARTS, '0026', '3', '5')).toBe('0026-03-05 to 0026-03-06 | odd-year 0');
    expect(time(PARTS, '26', '3', '5')).toBe('at no time | bad-date 0');
    expect(time(PARTS, '-44', '', '')).toBe('-0044-01-01 to -0043-01-01 | odd-year 0');
    expect(time(PARTS, '0', '3', '5')).toBe('at no time | unset-date 0');
    expect(time(PARTS, '2030', '2', '29')).toBe('at no time | bad-date 2');
    expect(time(PARTS, '9000', '', '')).toBe('at no time | far-date 0');
  });
});

describe('a date that programs write for an empty value', () => {
  it.each([
    ...['0001-01-01T00:00:00', '0001-01-01', '01/01/0001', '1/1/0001 12:00:00 AM'],
    ...['0001-01-01T00:00:00Z', '0001-01-01T00:00:00+03:00', '0000-00-00', '0000-00-00 00:00:00'],
    ...['00/00/0000', '1900-01-00', '1/0/1900', '0/1/1900', '00/01/1900 00:00', '0000-01-01'],
    ...['9999-12-31', '9999-12-31 23:59:59.997', '31/12/9999', '4501-01-01'],
  ])('%s is no date', (text) => {
    expect(time(ONE, text)).toBe('at no time | unset-date 0');
  });

  it.each([
    ['1970-01-01T00:00:00Z', '1970-01-01 to 1970-01-02'],
    ['1970-01-01 03:00', '1970-01-01T03:00 to 1970-01-01T03:01'],
    ['30/12/1899', '1899-12-30 to 1899-12-31'],
    ['1900-01-01', '1900-01-01 to 1900-01-02'],
  ])('%s may be one, and is noted', (text, day) => {
    const { span } = readRow(ONE, [text]);
    expect(span?.mayBeZero).toBe(true);
    expect(time(ONE, text)).toBe(`${day} | zero-date 0`);
  });

  it('is not a whole year, nor a day that programs do not count from', () => {
    expect(time(ONE, '1970')).toBe('1970-01-01 to 1971-01-01');
    expect(time(ONE, '1970-01-02')).toBe('1970-01-02 to 1970-01-03');
    expect(time(ONE, '1900-01-02')).toBe('1900-01-02 to 1900-01-03');
  });
});

describe('a day or month 0', () => {
  const MARCH = '2026-03-01 to 2026-04-01 | zero-part 0';
  const ALL_YEAR = '2026-01-01 to 2027-01-01 | zero-part 0';

  it.each<readonly [text: string, expected: string]>([
    ...['2026-03-00', '2026/03/00', '2026.3.0', '20260300', '2026-03-00 00:00:00'].map(
      (text) => [text, MARCH] as const,
    ),
    ...['2026-03-00T14:05', '20260300000000', '00 March 2026', '٢٠٢٦-٠٣-٠٠'].map(
      (text) => [text, MARCH] as const,
    ),
    ...['2026-00-00', '2026-00', '2026-00-10', '20260000', '00/2026', '0/0/2026'].map(
      (text) => [text, ALL_YEAR] as const,
    ),
    ['2026', '2026-01-01 to 2027-01-01'],
    ['2026.0', '2026-01-01 to 2027-01-01'],
    ['2026-03-10 00:00', '2026-03-10 to 2026-03-11'],
    ['2026-03-01T00:00/2026-03-05T00:00', '2026-03-01 to 2026-03-06'],
    ['2026-03-00/2026-04-00', '2026-03-01 to 2026-05-01 | zero-part 0'],
    ['0/3/26', 'at no time | bad-date 0'],
    ['0001-00-00', 'at no time | unset-date 0'],
  ])('is the whole month or year, and noted: %s', (text, expected) => {
    expect(time(ONE, text)).toBe(expected);
  });

  it.each([
    ['dmy', '00/03/2026', MARCH],
    ['dmy', '00.03.2026 00:00', MARCH],
    ['mdy', '03/00/2026', MARCH],
    ['mdy', '00/03/2026', ALL_YEAR],
    ['ymd', '00/03/2026', ALL_YEAR],
  ] as const)('is read in the order of the file: %s %s', (order, text, expected) => {
    expect(time({ time: { kind: 'one', column: 0, order } }, text)).toBe(expected);
  });

  it('is noted in the cell that has it, beginning or end', () => {
    expect(time(TWO, '2026-03-10', '2026-04-00')).toBe('2026-03-10 to 2026-05-01 | zero-part 1');
    expect(time(TWO, '2026-03-00', '2026-04-05')).toBe('2026-03-01 to 2026-04-06 | zero-part 0');
  });
});

describe('a date or time that does not exist', () => {
  it.each([
    ...['2026-02-29', '29/02/2026', '29 February 2026', '2026-02-29T10:00', '1900-02-29'],
    ...['2026-06-31', '31.6.2026', '31 June 2026', '2026-13-01', '2026-13', '2026-00-40'],
    ...['2026-13-00', '2026-02-30/2026-03-05', '2026-02-28/2026-02-29', '2026-02-29/..'],
    ...['../2026-02-30', '2026-W54', '2026-W54-1', '2026-367', '20260230', '20260229T100000Z'],
    ...['2026-03-03T24:30', '2026-03-03 25:00', '2026-03-03T23:60', '3/3/2026 13:00 am'],
    ...['2026-03-03T10:00+25:00', '2026-03-03T10:00+03:75', '2026-03-03T10:00:61', '2026-02-29~'],
    ...['29-31 February 2026', '20260303240100', 'since 30 February 2026', '2026-03-03T24:00:01'],
  ])('%s', (text) => {
    expect(time(ONE, text)).toBe('at no time | bad-date 0');
  });

  it('is no time in two columns either', () => {
    expect(time(TWO, '2026-02-29', '2026-03-01')).toBe('at no time | bad-date 0');
    expect(time(TWO, '2026-02-28', '2026-02-29')).toBe('at no time | bad-date 1');
    expect(time(SECONDS, '9e99', '')).toBe('at no time | bad-date 0');
  });

  it('never becomes another day, in any notation', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const written = fc.record({
      year: fc.integer({ min: 1, max: 5000 }),
      month: fc.integer({ min: 0, max: 14 }),
      day: fc.integer({ min: 0, max: 33 }),
      style: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(written, ({ year, month, day, style }) => {
        const y = String(year).padStart(4, '0');
        const [m, d] = [two(month), two(day)];
        const iso = `${y}-${m}-${d}`;
        const texts = [
          iso,
          `${d}/${m}/${y}`,
          `${y}${m}${d}`,
          `${iso}T10:30`,
          `${iso}/..`,
          `${iso}~`,
        ];
        const { span } = readRow(ONE, [texts[style] ?? '']);
        const real = new Date(Date.UTC(2000, 0, 1));
        real.setUTCFullYear(year, month - 1, day);
        const isReal = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        if (month === 0 || (day === 0 && month <= 12)) {
          // What is not known makes the date wider, and never another one.
          const from = Date.UTC(2000, Math.max(0, month - 1), 1);
          const widest = new Date(from).setUTCFullYear(year) / 86_400_000;
          if (span) expect(Math.floor(span.from / 1440)).toBe(widest);
          if (span && style < 4)
            expect(span.to - span.from).toBeGreaterThanOrEqual((month === 0 ? 365 : 28) * 1440);
        } else if (!isReal) expect(span).toBeUndefined();
        else if (span && style !== 5)
          expect(Math.floor(span.from / 1440)).toBe(real.getTime() / 86_400_000);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a span open at one end', () => {
  it.each([
    ...['2031-03-01/..', '2031-03-01/', '2031-03-01 / ..', 'since 1 March 2031'],
    ...['1 March 2031 – ongoing', '1/3/2031 to present', '2031-03-01/9999-12-31'],
    ...[
      '2031-03-01/9999',
      '2031-03-01/2999-12-31',
      '2031-03-01/3000-01-01',
      '2031-03-01/2100-12-31',
    ],
    ...['2031-03-01/ongoing', '2031-03-01/open', '2031-03-01/unknown', '1/3/2031 / present'],
    ...['2031-03-01 –', '2031-03-01 -', '2031-03-01 – ongoing', '[2031-03-01..]', '2031-03-01..'],
  ])('%s has no end', (text) => {
    expect(time(ONE, text)).toBe(`${DAY_ONE} … | open-end 0`);
  });

  it.each([
    ...['../2031-03-01', '/2031-03-01', 'until 1 March 2031', '0001-01-01/2031-03-01'],
    ...['before 1/3/2031', '[..2031-03-01]', '..2031-03-01'],
  ])('%s has no beginning', (text) => {
    expect(time(ONE, text)).toBe(`… ${DAY_ONE} | open-begin 0`);
  });

  it.each([
    ...['9999-12-31', '9999', '2999-12-31', '3000-01-01', '2100-12-31', '2099-12-31', '..'],
    ...['ongoing', 'Ongoing', 'present', 'current', 'to date', 'مستمر', '9999-12-31T23:59:59Z'],
    ...['2038-01-19/..', '0001-01-01', '31/12/9999'],
  ])('an end of %j in a column of its own is none', (end) => {
    expect(time(TWO, '2031-03-01', end)).toBe(`${DAY_ONE} … | open-end 1`);
  });

  it.each(['2031-03-01..2031-03-05', '[2031-03-01..2031-03-05]', '1/3/2031 .. 5/3/2031'])(
    '%s is known at both ends',
    (text) => {
      expect(time(ONE, text)).toBe('2031-03-01 to 2031-03-06');
      expect(time(ONE, '2031-03-05..2031-03-01')).toBe('at no time | bad-date 0');
    },
  );

  it('an empty end is that of a day, as tables of incidents have it, and noted', () => {
    expect(time(TWO, '2031-03-01', '')).toBe(`${DAY_ONE} | no-end 1`);
    expect(time({ ...TWO, schema: 'airwars' }, '2031-03-01', '')).toBe(DAY_ONE);
    expect(time(TWO, '', '2031-03-01')).toBe(`… ${DAY_ONE} | open-begin 0`);
    expect(time(TWO, '0001-01-01', '2031-03-01')).toBe(`… ${DAY_ONE} | open-begin 0`);
    expect(time(TWO, '2031-03-01', '1900-01-01')).toBe(`${DAY_ONE} | unset-date 1`);
    expect(time(TWO, '', '9999-12-31')).toBe('at no time | no-date 0');
  });

  it('is no time if both ends are open', () => {
    expect(time(ONE, '../..')).toBe('at no time | bad-date 0');
    expect(time(ONE, '0001-01-01/9999-12-31')).toBe('at no time | bad-date 0');
  });
});

describe('an interval in seconds since 1970', () => {
  it('ends with its second column', () => {
    expect(time(SECONDS, '1769904000', '1770681600')).toBe('2026-02-01 to 2026-02-11');
    expect(time(SECONDS, '1770681600', '1769904000')).toBe('at no time | reversed-dates 1');
    expect(time(SECONDS, '1769904000', '')).toBe('2026-02-01 to 2026-02-02 | no-end 1');
    expect(time(SECONDS, '1769904000', '0')).toBe('2026-02-01 to 2026-02-02 | unset-date 1');
    expect(time(SECONDS, '1769904000', 'soon')).toBe('at no time | bad-date 1');
    expect(time(SECONDS, '1769904000', '253402300799')).toBe(
      '2026-02-01 to 2026-02-02 … | open-end 1',
    );
    expect(time(SECONDS, '0', '')).toBe('1970-01-01 to 1970-01-02 | no-end 1 | zero-date 0');
  });
});

describe('a time of day in a column of its own', () => {
  const CLOCKED: Partial<ColumnMapping> = {
    time: { kind: 'one', column: 0, order: 'dmy', clock: 1 },
  };
  const at = (text: string): string => time(CLOCKED, '2031-03-01', text);

  it.each([
    ...['21:30', '21:30:00', '9:30 pm', '9:30PM', '9:30 p.m.', '2130', '21.30', '21h30', 'T21:30'],
    ...[
      '21:30:15.250',
      '21:30 hrs',
      '2130 hrs',
      '٢١:٣٠',
      '9:30 م',
      '1899-12-30 21:30:00',
      '21.30 Uhr',
    ],
  ])('%s is joined to its date', (text) => {
    expect(at(text)).toBe('2031-03-01T21:30 to 2031-03-01T21:31');
  });

  it.each([
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['9 pm', '21:00'],
    ['noon', '12:00'],
    ['12:15 am', '00:15'],
    ['12 p.m.', '12:00'],
    ['0.75', 'bad'],
    ['0.875', '21:00'],
    ['0.5', '12:00'],
  ])('%s is %s', (text, clock) => {
    expect(at(text).split(' to ')[0]).toBe(clock === 'bad' ? '2031-03-01' : `2031-03-01T${clock}`);
  });

  it.each(['', 'NA', 'unknown', '00:00', '00:00:00', '0:00'])('%j says nothing', (text) => {
    expect(at(text)).toBe(DAY_ONE);
  });

  it.each([
    ...['evening', '25:00', '24:30', '21:75', '9', '14 pm pm', '21:30-22:00', '13:00 am', '3 days'],
    ...['21:30+25:00', '2460', 'x'.repeat(1_000)],
  ])('%.20s cannot be read: the day is kept, and it is noted', (text) => {
    expect(at(text)).toBe(`${DAY_ONE} | bad-clock 1`);
  });

  it('is ignored for a date with a time of day, and for a month', () => {
    expect(time(CLOCKED, '2031-03-01 10:00', '21:30')).toBe('2031-03-01T10:00 to 2031-03-01T10:01');
    expect(time(CLOCKED, '2031-03', '21:30')).toBe('2031-03-01 to 2031-04-01 | bad-clock 1');
    expect(time(CLOCKED, 'soon', '21:30')).toBe('at no time | bad-date 0');
  });

  it('is used for the start and the end of an interval', () => {
    const mapping: Partial<ColumnMapping> = {
      time: { kind: 'interval', from: 0, to: 0, order: 'dmy', clock: 1, clockTo: 2 },
    };
    expect(time(mapping, '1/3/2031', '10:00', '11:30')).toBe(
      '2031-03-01T10:00 to 2031-03-01T11:31',
    );
    expect(time(mapping, '1/3/2031', '10:00', '')).toBe('2031-03-01T10:00 to 2031-03-02');
    expect(time(mapping, '1/3/2031', '23:30', '02:00')).toBe(
      '2031-03-01T23:30 to 2031-03-02T02:01',
    );
    expect(time(mapping, '1/3/2031', '11:30', '10:00')).toBe(
      '2031-03-01T11:30 to 2031-03-02 | bad-clock 2',
    );
  });
});

describe('an ISO instant', () => {
  const reader = (utcOffset: number | undefined) =>
    new RowReader({ ...NO_MAPPING, ...ONE }, utcOffset, { today: TODAY });
  const read = (utcOffset: number | undefined, ...texts: readonly string[]) => {
    const rows = reader(utcOffset);
    return texts.map((text) => told(rows.read(rowOf([text]))));
  };

  it('is read in any notation', () => {
    const same = [
      ...['2031-03-01T23:30Z', '2031-03-02T02:30+03:00', '2031-03-01T18:30:00-05:00'],
      ...['20310301T233000Z', '2/3/2031 02:30 GMT+3', '2031-03-02 05:00:00+0530'],
    ];
    const minutes = read(180, ...same).map((one) => one.split(' | ')[0]);
    expect(new Set(minutes)).toEqual(new Set(['2031-03-02T02:30 to 2031-03-02T02:31']));
  });

  it('of midnight is a minute, unless the file writes days so', () => {
    expect(read(180, '2031-03-01T00:00:00+03:00')).toEqual([DAY_ONE]);
    expect(read(0, '2031-03-01T00:00:00Z')).toEqual([DAY_ONE]);
    expect(read(180, '2031-02-28T21:00:00Z', '2031-03-01T00:00:00Z')).toEqual([
      '2031-03-01 to 2031-03-01T00:01 | other-clock 0',
      '2031-03-01T03:00 to 2031-03-01T03:01 | other-clock 0',
    ]);
  });

  it('has a note if its offset is not that of the file, or is missing', () => {
    expect(read(180, '2031-03-01T10:00+03:00', '2031-03-01T10:00Z', '2031-03-01T10:00')).toEqual([
      '2031-03-01T10:00 to 2031-03-01T10:01',
      '2031-03-01T13:00 to 2031-03-01T13:01 | other-clock 0',
      '2031-03-01T10:00 to 2031-03-01T10:01 | local-clock 0',
    ]);
  });

  it('is moved to the first offset of a file if none was seen before', () => {
    expect(
      read(undefined, '2031-03-01T10:00', '2031-03-01T10:00+03:00', '2031-03-01T10:00Z'),
    ).toEqual([
      '2031-03-01T10:00 to 2031-03-01T10:01',
      '2031-03-01T10:00 to 2031-03-01T10:01',
      '2031-03-01T13:00 to 2031-03-01T13:01 | other-clock 0',
    ]);
  });

  it('is the same minute in every offset', () => {
    const offset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
    const instant = fc.integer({ min: 0, max: 40_000_000 });
    const write = (minute: number, shift: number): string => {
      const text = new Date((minute + shift) * 60_000).toISOString().slice(0, 16);
      const [hours, rest] = [Math.floor(Math.abs(shift) / 60), Math.abs(shift) % 60];
      const two = (number: number): string => String(number).padStart(2, '0');
      return `${text}${shift < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
    };
    fc.assert(
      fc.property(instant, offset, offset, offset, (minute, of, a, b) => {
        const rows = reader(of);
        const spans = [a, b].map((one) => rows.read(rowOf([write(minute, one)])).span);
        expect(spans[0]?.from).toBe(minute + of);
        expect(spans[1]?.from).toBe(minute + of);
      }),
    );
  });
});

describe('any cells', () => {
  it('give a range that starts before it ends and that a table can store', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/.:T ~?XZ,+')) }),
      fc.integer({ min: -9999, max: 12_000 }).map((year) => `${String(year)}-12-31`),
      fc.constantFrom('..', 'ongoing', '9999', '9999-12-31', '2031-03-01', '0001-01-01', '23:59'),
      fc.integer({ min: -(2 ** 40), max: 2 ** 40 }).map(String),
    );
    const mapping = fc.constantFrom(ONE, TWO, PARTS, SECONDS, {
      ...TWO,
      timePrecision: { column: 2, scale: 'ucdp' } as const,
    });
    fc.assert(
      fc.property(mapping, text, text, text, (of, ...cells) => {
        const { span } = readRow(of, cells);
        if (span) expect(isStorable(span)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
