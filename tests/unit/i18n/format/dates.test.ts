import { describe, expect, it } from 'vitest';
import { DAY, HOUR, minuteOf } from '../../../../src/core/time/minute.ts';
import { closedDashes } from '../closed-dashes.ts';
import { dateFormats } from '../../../../src/i18n/format/dates.ts';

const from = minuteOf(2031, 5, 3);
const dates = dateFormats('en-GB');
describe('`dates.span`', () => {
  it.each([
    ['a day', DAY, '3 May', '3 May 2031'],
    ['days', 4 * DAY, '3–6 May', '3–6 May 2031'],
    ['days of two months', 40 * DAY, '3 May–11 June', '3 May–11 June 2031'],
    ['hours', 3 * HOUR, '3 May, 00:00–03:00', '3 May 2031, 00:00–03:00'],
    ['both years', 400 * DAY, '3 May 2031–5 June 2032', '3 May 2031–5 June 2032'],
  ])('writes %s, with the year if it is requested or needed', (_, length, short, long) => {
    const span = { from, to: from + length };
    expect(closedDashes(dates.span(span, false))).toBe(short);
    expect(closedDashes(dates.span(span, true))).toBe(long);
  });

  it.each([
    [6 * HOUR, DAY, '3 May, 06:00–24:00'],
    [23.5 * HOUR, DAY, '3 May, 23:30–24:00'],
    [DAY - 1, DAY, '3 May at 23:59'],
    [6 * HOUR, 2 * DAY, '3 May at 06:00–4 May at 24:00'],
    [0, 6 * HOUR, '3 May, 00:00–06:00'],
    [0, DAY, '3 May'],
  ])(
    'ends at 24:00 of its last day where it lasts until midnight: %i to %i',
    (start, end, text) => {
      const span = { from: from + start, to: from + end };
      expect(closedDashes(dates.span(span, false))).toBe(text);
    },
  );

  it('has no break between a day and its month', () => {
    expect(dates.span({ from, to: from + DAY }, false)).toBe('3\u00a0May');
    const days = dates.span({ from: from + HOUR, to: from + 40 * DAY }, true);
    expect(days).toContain('3\u00a0May 2031');
    expect(days).toContain('11\u00a0June 2031');
  });
});

it('`dates.moment` has a clock time unless it is a midnight', () => {
  expect(dates.moment(from, true)).toBe('3 May 2031');
  expect(dates.moment(from + 61, false)).toBe('3 May at 01:01');
});

describe('`dates.known`', () => {
  it('has no end for one minute, with the year or without', () => {
    const from = minuteOf(2026, 3, 5) + 21 * HOUR + 23;
    expect(dates.known({ from, to: from + 1 })).toBe('5 March 2026 at 21:23');
    expect(dates.known({ from, to: from + 1 }, false)).toBe('5 March at 21:23');
    expect(dates.known({ from, to: from + 8 }, false)).toMatch(/^5.March.*21:23.*21:30$/);
    const day = minuteOf(2026, 3, 5);
    expect(dates.known({ from: day, to: day + DAY }, false)).toMatch(/^5.March$/);
    expect(dates.known({ from: minuteOf(2025, 12, 31), to: minuteOf(2026, 1, 2) }, false)).toMatch(
      /2025.*2026/,
    );
  });
});

describe('eras of `dates`', () => {
  it.each([
    [26, '26 AD', '5 March 26 AD', 'March 26 AD'],
    [1, '1 AD', '5 March 1 AD', 'March 1 AD'],
    [0, '1 BC', '5 March 1 BC', 'March 1 BC'],
    [-43, '44 BC', '5 March 44 BC', 'March 44 BC'],
    [100, '100', '5 March 100', 'March 100'],
    [1815, '1815', '5 March 1815', 'March 1815'],
  ])('are written only for years before 100: %s', (year, text, day, month) => {
    const minute = minuteOf(year, 3, 5);
    expect(dates.year(minute)).toBe(text);
    expect(dates.dayAndYear(minute)).toBe(day);
    expect(dates.month(minute)).toBe(month);
    expect(dates.fullDay(minute)).toContain(text);
    expect(dates.day(minute)).toBe('5 March');
  });

  it('are written for both ends of a span', () => {
    const span = { from: minuteOf(-1, 3, 5), to: minuteOf(26, 3, 6) };
    expect(closedDashes(dates.span(span, false))).toBe('5 March 2 BC–5 March 26 AD');
  });
});
