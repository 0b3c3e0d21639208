import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateOrder } from '../../../../src/core/time/date-order.ts';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { parseDate, DateParser } from '../../../../src/core/time/parse-date.ts';

const BAGHDAD = 180;

function read(text: string, order: DateOrder = 'dmy', utcOffset: number | undefined = BAGHDAD) {
  const date = parseDate(text, order, utcOffset);
  if (date === undefined) return 'unreadable';
  return typeof date === 'string' ? date : `${isoText(date.from)} to ${isoText(date.to)}`;
}

const JULY_15 = '2022-07-15 to 2022-07-16';

describe('a day', () => {
  it.each([
    ...['2022-07-15', '2022/7/15', '20220715', '15 July 2022', 'July 15, 2022', '15-July-2022'],
    ...['15-Jul-22', '15/07/2022', '15.7.2022', '15. 7. 2022', '15/7/22', '15JUL2022'],
    ...['Friday, 15th of July 2022', '15 juillet 2022', '15 de julio de 2022', '15 تموز 2022'],
    ...['١٥/٧/٢٠٢٢', '15 يوليو 2022', '2022 July 15'],
  ])('%s', (text) => {
    expect(read(text)).toBe(JULY_15);
  });

  it.each([
    ...['2022-07-15 00:00:00.000', '2022-07-15T00:00:00+03:00', '15/7/2022 0:00'],
    ...['15/7/2022 12:00:00 AM', '20220715000000'],
  ])('%s, a midnight of a database, is only the day', (text) => {
    expect(read(text)).toBe(JULY_15);
  });

  it('stands in the order of the file', () => {
    expect(read('3/4/2031', 'dmy')).toBe('2031-04-03 to 2031-04-04');
    expect(read('3/4/2031', 'mdy')).toBe('2031-03-04 to 2031-03-05');
    expect(read('13/4/2031', 'mdy')).toBe('unreadable');
    expect(read('22-7-15', 'ymd')).toBe(JULY_15);
  });

  it('with the year last tells nothing in a file of ISO dates, unless it fits one order only', () => {
    expect(read('3/4/2031', 'ymd')).toBe('unreadable');
    expect(read('15/7/2022', 'ymd')).toBe(JULY_15);
    expect(read('7/7/2022', 'ymd')).toBe('2022-07-07 to 2022-07-08');
  });

  it('of a year in two digits lies between 1969 and 2068', () => {
    expect(read('30-Apr-68')).toBe('2068-04-30 to 2068-05-01');
    expect(read('30-Apr-69')).toBe('1969-04-30 to 1969-05-01');
    expect(read('30-Apr-19', 'ymd')).toBe('2019-04-30 to 2019-05-01');
  });

  it('of January in two Arabic words is not taken for December', () => {
    expect(read('10 كانون الثاني 2021')).toBe('2021-01-10 to 2021-01-11');
    expect(read('10 كانون الأول 2021')).toBe('2021-12-10 to 2021-12-11');
  });
});

describe('wider and finer than a day', () => {
  it.each([
    ['July 2022', '2022-07-01 to 2022-08-01'],
    ['2022-07', '2022-07-01 to 2022-08-01'],
    ['7/2022', '2022-07-01 to 2022-08-01'],
    ['2022', '2022-01-01 to 2023-01-01'],
    ['2022-07-XX', '2022-07-01 to 2022-08-01'],
    ['2022-07-15~', '2022-07-14 to 2022-07-17'],
    ['2022-07-14/2022-07-16', '2022-07-14 to 2022-07-17'],
    ['1600/1699', '1600-01-01 to 1700-01-01'],
    ['15-17 July 2022', '2022-07-15 to 2022-07-18'],
    ['28 June – 2 July 2022', '2022-06-28 to 2022-07-03'],
    ['2022-07-15 14:05', '2022-07-15T14:05 to 2022-07-15T14:06'],
    ['15/7/2022 2:05 PM', '2022-07-15T14:05 to 2022-07-15T14:06'],
    ['15 July 2022, 12:30 am', '2022-07-15T00:30 to 2022-07-15T00:31'],
    ['20220715140500', '2022-07-15T14:05 to 2022-07-15T14:06'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['2022-07-15T22:05:00Z', '2022-07-16T01:05 to 2022-07-16T01:06'],
    ['2022-07-15T14:05+03:00', '2022-07-15T14:05 to 2022-07-15T14:06'],
    ['2022-07-15T14:05:30.5-0430', '2022-07-15T21:35 to 2022-07-15T21:36'],
    ['Fri Jul 15 2022 14:05:00 GMT+0300 (Somewhere Time)', '2022-07-15T14:05 to 2022-07-15T14:06'],
  ])('%s moves to the civil time of the place', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('leaves the written clock alone where the place has no known offset', () => {
    const date = parseDate('2022-07-15T22:05:00Z', 'ymd', undefined);
    expect(date).toMatchObject({ from: minuteOf(2022, 7, 15, 22, 5), clock: 0 });
  });
});

describe('no day', () => {
  it.each(['', 'NA', 'n/a', 'null', '-', 'Unknown'])('%j says none', (text) => {
    expect(read(text)).toBe('none');
  });

  it.each([
    ...['31/02/2022', '2022-02-30', '2022-13-01', '29 Feb 2021', 'soon', '14:05', 'July 15'],
    ...['Apr-19', '15 July 2022 25:00', '15 July 2022 14:75', '13/13/2022', '2018.0575', '41'],
    ...['17-15 July 2022', '2022-07-16/2022-07-15', 'a'.repeat(1_000_000), '9'.repeat(79)],
  ])('%.30s cannot be read', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it('is no reason to throw', () => {
    const alphabet = fc.constantFrom(...Array.from('0123456789-/.:T ~?XZ,+jJulyANMapr–()'));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: alphabet })),
        fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy'),
        (text, order) => {
          const date = parseDate(text, order, BAGHDAD);
          if (typeof date === 'object') expect(date.to).toBeGreaterThan(date.from);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const two = (number: number): string => String(number).padStart(2, '0');
const MONTHS =
  'January February March April May June July August September October November December'
    .split(' ')
    .map((name) => ({ name, short: name.slice(0, 3) }));

type Written = { readonly y: number; readonly m: number; readonly d: number };
const monthOf = ({ m }: Written): { name: string; short: string } =>
  MONTHS[m - 1] ?? { name: '', short: '' };

const STYLES: Readonly<Record<string, readonly [DateOrder, (day: Written) => string]>> = {
  iso: ['ymd', ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`],
  compact: ['ymd', ({ y, m, d }) => `${y}${two(m)}${two(d)}`],
  database: ['ymd', ({ y, m, d }) => `${y}-${two(m)}-${two(d)} 00:00:00.000`],
  'day first': ['dmy', ({ y, m, d }) => `${d}/${m}/${y}`],
  'day first, dots': ['dmy', ({ y, m, d }) => `${two(d)}.${two(m)}.${y}`],
  'month first': ['mdy', ({ y, m, d }) => `${m}/${d}/${y}`],
  'two digits': ['dmy', ({ y, m, d }) => `${d}-${m}-${two(y % 100)}`],
  named: ['dmy', (day) => `${day.d} ${monthOf(day).name} ${day.y}`],
  'named, month first': ['mdy', (day) => `${monthOf(day).name} ${day.d}, ${day.y}`],
  'named, short': ['dmy', (day) => `${two(day.d)}-${monthOf(day).short}-${two(day.y % 100)}`],
};

const someDay = fc
  .date({
    min: new Date('1969-01-01T00:00:00Z'),
    max: new Date('2068-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date): Written => {
    return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
  });

describe('any day reads back', () => {
  it.each(Object.entries(STYLES))('%s', (_, [order, write]) => {
    fc.assert(
      fc.property(someDay, (day) => {
        const from = minuteOf(day.y, day.m, day.d);
        expect(parseDate(write(day), order, undefined)).toEqual({ from, to: from + 1440 });
      }),
    );
  });

  it('as the interval that EDTF makes of two', () => {
    const iso = (day: Written): string => `${day.y}-${two(day.m)}-${two(day.d)}`;
    fc.assert(
      fc.property(someDay, someDay, (first, last) => {
        // One day as an interval of itself is no EDTF, but files have it.
        fc.pre(iso(first) !== iso(last));
        const text = `${iso(first)}/${iso(last)}`;
        const edtf = readEdtfSpan(text, 0);
        expect(parseDate(text, 'ymd', undefined)).toEqual(
          edtf.kind === 'ok' ? edtf.value.span : undefined,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('dates of many rows', () => {
  it('gives one and the same span for one text, and what is unreadable again', () => {
    const dates = new DateParser('dmy', undefined);
    expect(dates.parse('3/4/2031')).toEqual(parseDate('3/4/2031', 'dmy', undefined));
    expect(dates.parse('3/4/2031')).toBe(dates.parse('3/4/2031'));
    expect([dates.parse('soon'), dates.parse('soon'), dates.parse('')]).toEqual([
      undefined,
      undefined,
      'none',
    ]);
  });

  it('keeps reading rightly when more texts come than it keeps', () => {
    const dates = new DateParser('ymd', undefined);
    for (let minute = 0; minute < 70_000; minute++)
      dates.parse(new Date(minute * 60_000).toISOString().slice(0, 16));
    expect(dates.parse('1970-01-01T00:01')).toMatchObject({ from: 1, to: 2 });
  });
});
