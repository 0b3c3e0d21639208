/** Every name is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateOrder } from '../../../../src/core/time/date-order.ts';
import { leadingDate, withoutLeadingDate } from '../../../../src/core/time/leading-date.ts';
import { isoText, minuteOf, DAY } from '../../../../src/core/time/minute.ts';
import { DateParser, parseDate } from '../../../../src/core/time/parse-date.ts';

const parser = (order: DateOrder) => (text: string) => parseDate(text, order, undefined);

function read(name: string, order: DateOrder = 'dmy'): string | undefined {
  const date = leadingDate(name, parser(order));
  if (!date) return undefined;
  const [first, last] = [isoText(date.from), isoText(date.to - DAY)].map((day) => day.slice(0, 10));
  return first === last ? first : `${first}/${last}`;
}

describe('the date at the beginning of a name', () => {
  it.each([
    ['05 JAN 2026', '2026-01-05'],
    ['05 JAN 2026 - Made-up strike', '2026-01-05'],
    ['  05 JAN 2026: Made-up strike', '2026-01-05'],
    ['5 January 2026 – two drones', '2026-01-05'],
    ['5 Jan. 2026, two drones', '2026-01-05'],
    ['5th of January 2026 two drones', '2026-01-05'],
    ['05JAN2026 two drones', '2026-01-05'],
    ['5-Jan-2026: two drones', '2026-01-05'],
    ['2026-Jan-05 two drones', '2026-01-05'],
    ['January 5, 2026 – two drones', '2026-01-05'],
    ['January 5th 2026 (two drones)', '2026-01-05'],
    ['Monday, 5 January 2026: two drones', '2026-01-05'],
    ['Monday, January 5, 2026: two drones', '2026-01-05'],
    ['5 de enero de 2026 - dos drones', '2026-01-05'],
    ['2026-01-05 two drones', '2026-01-05'],
    ['2026-01-05T14:30 two drones', '2026-01-05'],
    ['2026-01-05, two drones', '2026-01-05'],
    ['2026/1/5 two drones', '2026-01-05'],
    ['2026.01.05_two drones', '2026-01-05'],
    ['20260105 two drones', '2026-01-05'],
    ['05/01/2026 two drones', '2026-01-05'],
    ['5.1.2026 zwei Drohnen', '2026-01-05'],
    ['5. 1. 2026 two drones', '2026-01-05'],
    ['05/01/26 two drones', '2026-01-05'],
    ['٠٥/٠١/٢٠٢٦ ضربة', '2026-01-05'],
    ['٥ يناير ٢٠٢٦ ضربة', '2026-01-05'],
    ['5 كانون الثاني 2026 ضربة', '2026-01-05'],
    ['05 JAN 2026 12 killed', '2026-01-05'],
    ['05 JAN 2026 - 12 killed', '2026-01-05'],
  ])('of %j is %s', (name, date) => {
    expect(read(name)).toBe(date);
  });

  it.each([
    ['05 JAN 2026 - 07 JAN 2026', '2026-01-05/2026-01-07'],
    ['2026-01-05/2026-01-07 shelling', '2026-01-05/2026-01-07'],
    ['05/01/2026–07/01/2026 shelling', '2026-01-05/2026-01-07'],
    ['5 January 2026 to 7 January 2026: shelling', '2026-01-05/2026-01-07'],
    ['5–7 January 2026 shelling', '2026-01-05/2026-01-07'],
  ])('of %j lasts to the second one: %s', (name, date) => {
    expect(read(name)).toBe(date);
  });

  it.each([
    'January strike',
    'January 2026 strike',
    'January 2026, 12 killed',
    'May 2026 12 killed',
    '5 January strike',
    '5 January 20 killed',
    '2026 strike',
    '2026-01 strike',
    '12 killed in January 2026',
    'Strike on 05 JAN 2026',
    'Strike 05 JAN 2026',
    'Until 5 January 2026',
    'to 5 January 2026',
    '00 JAN 2026 strike',
    '31 FEB 2026 strike',
    '2026-13-05 strike',
    '2026-01-05-12',
    '2026-01-051',
    '05/01/2026/3',
    '05JAN2026B',
    '123456789',
    '10.20.30',
    '07 JAN 2026 - 05 JAN 2026',
    '192.168.1.20',
    'Airbase',
    '',
  ])('is not read from %j', (name) => {
    expect(read(name)).toBeUndefined();
  });

  it('has day and month in the order of the file, and none where two orders fit', () => {
    expect(read('05/01/2026 strike', 'dmy')).toBe('2026-01-05');
    expect(read('05/01/2026 strike', 'mdy')).toBe('2026-05-01');
    expect(read('05/01/2026 strike', 'ymd')).toBeUndefined();
    expect(read('25/01/2026 strike', 'ymd')).toBe('2026-01-25');
  });

  it('may be of another calendar', () => {
    const hijri = new DateParser('ymd', undefined, 'solar-hijri');
    const date = leadingDate('1404/10/15 حمله', (text) => hijri.parse(text));
    expect(date && isoText(date.from).slice(0, 10)).toBe('2026-01-05');
  });

  it('is the day that is written, whatever follows it', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const forms: readonly ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${d} ${months[m - 1] ?? ''} ${y}`,
      (y, m, d) => `${String(d).padStart(2, '0')} ${(months[m - 1] ?? '').toUpperCase()} ${y}`,
      (y, m, d) => `${months[m - 1] ?? ''} ${d}, ${y}`,
      (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      (y, m, d) => `${d}/${m}/${y}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(...forms),
        fc.stringMatching(/^(?: [a-zA-Z][ -~]{0,40})?$/),
        (year, month, day, form, rest) => {
          fc.pre(!/\bto\b|\btill\b|\buntil\b|\bthrough\b|\bal\b|\bau\b|\bbis\b/i.test(rest));
          const from = minuteOf(year, month, day);
          const date = leadingDate(form(year, month, day) + rest, parser('dmy'));
          expect(date).toMatchObject({ from, to: from + DAY });
          expect(withoutLeadingDate(form(year, month, day) + rest)).toBe(rest.slice(1));
        },
      ),
    );
  });

  it('is never read from a name that begins with a word of no date', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Strike', 'Drone', 'House', 'ضربة'),
        fc.string(),
        (word, rest) => {
          expect(leadingDate(`${word} ${rest}`, parser('dmy'))).toBeUndefined();
        },
      ),
    );
  });
});

describe('a name without its date', () => {
  it.each([
    ['05 JAN 2026 - Made-up strike', 'Made-up strike'],
    ['٥ يناير ٢٠٢٦: ضربة', 'ضربة'],
    ['05 JAN 2026', ''],
    ['01/13/2026 Made-up strike', 'Made-up strike'],
    ['January strike', 'January strike'],
  ])('%j is %j', (name, rest) => {
    expect(withoutLeadingDate(name)).toBe(rest);
  });
});
