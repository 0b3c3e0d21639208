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
