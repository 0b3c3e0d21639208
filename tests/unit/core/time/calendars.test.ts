/** Every row is made up. Days of other calendars by the Unicode CLDR, and by published almanacs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLatinNumber } from '../../../../src/core/text/latin-digits.ts';
import type { Calendar } from '../../../../src/core/time/date-order.ts';
import { likelyCalendar, parseCalendarDate } from '../../../../src/core/time/calendars.ts';
import { DAY, isoText, minuteOf, wallClock } from '../../../../src/core/time/minute.ts';
import { spanAt } from '../../../../src/core/records/incident-table.ts';
import { fixtureBytes, openFile } from '../../worker/import-file.ts';

const asText = (text: string, calendar: Calendar, order: 'ymd' | 'dmy' = 'ymd'): string => {
  const span = parseCalendarDate(text, order, calendar);
  return span ? `${isoText(span.from)}/${isoText(span.to)}` : 'none';
};

describe('a date of another calendar', () => {
  it.each<readonly [string, Calendar, string]>([
    ['1404-01-01', 'solar-hijri', '2025-03-21/2025-03-22'],
    ['1403-12-30', 'solar-hijri', '2025-03-20/2025-03-21'],
    ['1404-12-30', 'solar-hijri', 'none'],
    ['1404-02-31', 'solar-hijri', '2025-05-21/2025-05-22'],
    ['1404-07-31', 'solar-hijri', 'none'],
    ['1404-13-01', 'solar-hijri', 'none'],
    ['۱۴۰۴/۱۲/۱۰', 'solar-hijri', '2026-03-01/2026-03-02'],
    ['14041210', 'solar-hijri', '2026-03-01/2026-03-02'],
    ['1404-12-10 14:05', 'solar-hijri', '2026-03-01T14:05/2026-03-01T14:06'],
    ['1404-01', 'solar-hijri', '2025-03-21/2025-04-21'],
    ['1404', 'solar-hijri', '2025-03-21/2026-03-21'],
    ['۱۵ خرداد ۱۴۰۴', 'solar-hijri', '2025-06-05/2025-06-06'],
    ['1 Farvardin 1404', 'solar-hijri', '2025-03-21/2025-03-22'],
    ['2725-01-01', 'kurdish', '2025-03-21/2025-03-22'],
    ['1ی خاکەلێوە 2725', 'kurdish', 'none'],
    ['1 خاکەلێوە 2725', 'kurdish', '2025-03-21/2025-03-22'],
    ['1447-01-01', 'hijri', '2025-06-26/2025-06-27'],
    ['1446-09-01', 'hijri', '2025-03-01/2025-03-02'],
    ['1 رمضان 1446', 'hijri', '2025-03-01/2025-03-02'],
    ['1447-01-31', 'hijri', 'none'],
    ['2569-03-15', 'buddhist', '2026-03-15/2026-03-16'],
    ['2569-02-29', 'buddhist', 'none'],
    ['2567-02-29', 'buddhist', '2024-02-29/2024-03-01'],
    ['no date', 'solar-hijri', 'none'],
  ])('%s, %s: %s', (text, calendar, expected) => {
    expect(asText(text, calendar)).toBe(expected);
  });

  it('is the day that the platform writes so, for every day of fifty years', () => {
    const names = {
      'solar-hijri': 'persian',
      hijri: 'islamic-umalqura',
      buddhist: 'buddhist',
    } as const;
    const days = fc.integer({ min: minuteOf(1992, 3, 21) / DAY, max: minuteOf(2038, 1, 1) / DAY });
    fc.assert(
      fc.property(days, fc.constantFrom('solar-hijri', 'hijri', 'buddhist'), (day, calendar) => {
        const format = new Intl.DateTimeFormat(`en-u-ca-${names[calendar]}-nu-latn`, {
          timeZone: 'UTC',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
        });
        const parts = format.formatToParts(wallClock(day * DAY));
        const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
        const year = of('year').replace(/\D/g, '');
        expect(parseCalendarDate(`${year}-${of('month')}-${of('day')}`, 'ymd', calendar)).toEqual({
          from: day * DAY,
          to: (day + 1) * DAY,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the calendar of some years', () => {
  it.each<readonly [readonly string[], Calendar | undefined]>([
    [['1404-01-01', '1404-05-01'], 'solar-hijri'],
    [['۱۴۰۴/۰۱/۰۱'], 'solar-hijri'],
    [['1447-01-01', '1446'], 'hijri'],
    [['15/03/2569'], 'buddhist'],
    [['2725'], 'kurdish'],
    [['2026-03-01', '1404'], undefined],
    [['2026-03-01'], undefined],
    [['1815-06-18', '0026-01-01', 'x', ''], undefined],
    [[], undefined],
  ])('%j: %s', (texts, calendar) => {
    expect(likelyCalendar(texts)).toBe(calendar);
  });
});

describe('a file with years of another calendar', () => {
  it.each<readonly [string, Calendar, readonly string[]]>([
    ['solar-hijri.csv', 'solar-hijri', ['2025-03-21', '2025-05-21', '2026-03-01']],
    ['solar-hijri-named-months.csv', 'solar-hijri', ['2025-03-21', '2025-06-05']],
    ['hijri.csv', 'hijri', ['2025-06-26', '2025-08-04']],
    ['buddhist.csv', 'buddhist', ['2026-03-15', '2026-03-16']],
    ['kurdish-parts.csv', 'kurdish', ['2025-03-21', '2025-09-22']],
  ])('%s is not dated until its calendar is chosen', async (name, calendar, days) => {
    const bytes = fixtureBytes(`calendars/${name}`);
    const open = await openFile(name, bytes);
    if (open.kind === 'fault') throw new Error(open.fault.kind);
    expect(open.report.undated).toBe(days.length);
    expect(open.report.groups.map(({ code }) => code)).toEqual(['other-calendar']);
    const chosen = await openFile(name, bytes, (mapping) => ({ ...mapping, calendar }));
    if (chosen.kind === 'fault') throw new Error(chosen.fault.kind);
    const { table } = chosen.dataset;
    const read = Array.from({ length: table.length }, (_, row) => isoText(spanAt(table, row).from));
    expect(read.toSorted()).toEqual(days);
  });

  it.each(['arabic-digits.csv', 'arabic-digits-parts.csv', 'devanagari-and-full-width.csv'])(
    '%s has Gregorian years in other digits, which need no question',
    async (name) => {
      const opened = await openFile(name, fixtureBytes(`calendars/${name}`));
      if (opened.kind === 'fault') throw new Error(opened.fault.kind);
      const { table } = opened.dataset;
      const read = Array.from({ length: table.length }, (_, row) =>
        isoText(spanAt(table, row).from),
      );
      expect([opened.report.kept, ...read.toSorted()]).toEqual([2, '2026-03-01', '2026-03-02']);
    },
  );
});

it('writes numbers of other scripts as programs do', () => {
  expect(withLatinNumber('٣٦٫١٩')).toBe('36.19');
  expect(withLatinNumber('۱٬۲۳۴')).toBe('1234');
  expect(withLatinNumber('२०२६ ２０２６ ২০২৬')).toBe('2026 2026 2026');
});
