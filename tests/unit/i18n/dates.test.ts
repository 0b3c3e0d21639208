import { describe, expect, it } from 'vitest';
import { DAY, HOUR, minuteOf } from '../../../src/core/time/minute.ts';
import { dateWords } from '../../../src/i18n/dates.ts';

const from = minuteOf(2031, 5, 3);

describe('a span in words', () => {
  it('goes without its year where all data are of one', () => {
    const dates = dateWords('en-GB', 'to');
    expect(dates.span({ from, to: from + DAY })).toBe('3 May');
    expect(dates.span({ from, to: from + 4 * DAY })).toBe('3 to 6 May');
    expect(dates.span({ from, to: from + 3 * HOUR })).toBe('3 May, 00:00 to 03:00');
  });

  it('has its year where the data reach over several', () => {
    const dates = dateWords('en-GB', 'to');
    dates.tellYears(true);
    expect(dates.span({ from, to: from + DAY })).toBe('3 May 2031');
    expect(dates.span({ from, to: from + 4 * DAY })).toBe('3 to 6 May 2031');
    expect(dates.span({ from, to: from + 40 * DAY })).toBe('3 May to 11 June 2031');
    expect(dates.span({ from, to: from + 3 * HOUR })).toBe('3 May 2031, 00:00 to 03:00');
    expect(dates.moment(from)).toBe('3 May 2031');
  });

  it('has both years where it goes through more than one', () => {
    const dates = dateWords('en-GB', 'to');
    expect(dates.span({ from, to: from + 400 * DAY })).toBe('3 May 2031 to 5 June 2032');
  });
});

describe('years that need their era', () => {
  const dates = dateWords('en-GB', 'to');

  it.each([
    [26, '26 AD', '5 March 26 AD', 'March 26 AD'],
    [1, '1 AD', '5 March 1 AD', 'March 1 AD'],
    [0, '1 BC', '5 March 1 BC', 'March 1 BC'],
    [-43, '44 BC', '5 March 44 BC', 'March 44 BC'],
    [100, '100', '5 March 100', 'March 100'],
    [1815, '1815', '5 March 1815', 'March 1815'],
  ])('say it, and no other does: %s', (year, text, day, month) => {
    const minute = minuteOf(year, 3, 5);
    expect(dates.year(minute)).toBe(text);
    expect(dates.dayAndYear(minute)).toBe(day);
    expect(dates.month(minute)).toBe(month);
    expect(dates.fullDay(minute)).toContain(text);
    expect(dates.day(minute)).toBe('5 March');
  });

  it('are in a span that goes through several', () => {
    expect(dates.span({ from: minuteOf(-1, 3, 5), to: minuteOf(26, 3, 6) })).toBe(
      '5 March 2 BC to 5 March 26 AD',
    );
  });
});
