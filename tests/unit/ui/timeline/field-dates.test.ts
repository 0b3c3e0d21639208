import { describe, expect, it } from 'vitest';
import { DAY, HOUR, minuteOf } from '../../../../src/core/time/minute.ts';
import {
  askedMinute,
  fieldFineness,
  fieldText,
  windowWith,
} from '../../../../src/ui/timeline/field-dates.ts';

const march = (day: number, hour = 0): number => minuteOf(2026, 3, day, hour);
const WINDOW = { from: march(3), to: march(8) };

describe('the date fields', () => {
  it('show days, the last one included, until the window or the axis is finer', () => {
    expect(fieldFineness(WINDOW, 'day')).toBe('day');
    expect(fieldFineness(WINDOW, 'month')).toBe('day');
    expect(fieldFineness(WINDOW, 'six-hours')).toBe('minute');
    expect(fieldFineness({ ...WINDOW, to: march(8, 5) }, 'day')).toBe('minute');
    expect(fieldText(WINDOW.from, 'from', 'day')).toBe('2026-03-03');
    expect(fieldText(WINDOW.to, 'to', 'day')).toBe('2026-03-07');
    expect(fieldText(WINDOW.to, 'to', 'minute')).toBe('2026-03-08T00:00');
  });

  it.each(['day', 'minute'] as const)('read back what they show, by the %s', (fineness) => {
    for (const end of ['from', 'to'] as const)
      expect(askedMinute(fieldText(WINDOW[end], end, fineness), end, fineness)).toBe(WINDOW[end]);
  });

  it('wait while a text is no date', () => {
    expect(askedMinute('', 'from', 'day')).toBeUndefined();
    expect(askedMinute('2026-02-30', 'to', 'day')).toBeUndefined();
  });

  it('take the window along when an end is asked for beyond the other', () => {
    expect(windowWith('from', march(5), WINDOW)).toEqual({ from: march(5), to: march(8) });
    expect(windowWith('from', march(8), WINDOW)).toEqual({ from: march(8), to: march(13) });
    expect(windowWith('to', march(3) + HOUR, WINDOW)).toEqual({
      from: march(3),
      to: march(3) + HOUR,
    });
    expect(windowWith('to', march(3), WINDOW)).toEqual({ from: march(3) - 5 * DAY, to: march(3) });
  });
});
