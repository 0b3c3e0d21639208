import { describe, expect, it } from 'vitest';
import { DAY, HOUR, minuteOf } from '../../../../src/core/time/minute.ts';
import { Notices } from '../../../../src/state/notices.svelte.ts';
import { Playback } from '../../../../src/state/playback.svelte.ts';
import { Timeline } from '../../../../src/state/timeline.svelte.ts';
import {
  fieldFineness,
  fieldText,
  isNativePeriod,
} from '../../../../src/ui/timeline/field-dates.ts';
import {
  askedMinute,
  isHalfTyped,
  takeTyped,
  typedFineness,
  windowWith,
} from '../../../../src/ui/timeline/typed-dates.ts';
import { HandClock } from '../../state/hand-clock.ts';

const march = (day: number, hour = 0): number => minuteOf(2026, 3, day, hour);
const WINDOW = { from: march(3), to: march(8) };

describe('the date fields', () => {
  it('show days, the last one included, until the window or the axis is finer, or times are wanted', () => {
    expect(fieldFineness(WINDOW, 'day', false)).toBe('day');
    expect(fieldFineness(WINDOW, 'month', false)).toBe('day');
    expect(fieldFineness(WINDOW, 'hour', false)).toBe('minute');
    expect(fieldFineness({ ...WINDOW, to: march(8, 5) }, 'day', false)).toBe('minute');
    expect(fieldFineness(WINDOW, 'month', true)).toBe('minute');
    expect(fieldText(WINDOW.from, 'from', 'day')).toBe('2026-03-03');
    expect(fieldText(WINDOW.to, 'to', 'day')).toBe('2026-03-07');
    expect(fieldText(WINDOW.to, 'to', 'minute')).toBe('2026-03-08T00:00');
  });

  it.each(['day', 'minute'] as const)('read back what they show, by the %s', (fineness) => {
    for (const end of ['from', 'to'] as const)
      expect(askedMinute(fieldText(WINDOW[end], end, fineness), end, fineness)).toBe(WINDOW[end]);
  });

  it('change nothing while a text is no date', () => {
    expect(askedMinute('', 'from', 'day')).toBeUndefined();
    expect(askedMinute('2026-02-30', 'to', 'day')).toBeUndefined();
  });

  const LIMITS = { from: march(1), to: march(31) };
  const asked = (end: 'from' | 'to', minute: number, fineness: 'day' | 'minute' = 'day') =>
    windowWith(end, minute, WINDOW, LIMITS, fineness);

  it('change one end if the other leaves room', () => {
    const moved = 'nothing';
    expect(asked('from', march(5))).toEqual({ window: { from: march(5), to: march(8) }, moved });
    expect(asked('to', march(4))).toEqual({ window: { from: march(3), to: march(4) }, moved });
    const to = march(3) + HOUR;
    expect(asked('to', to, 'minute')).toEqual({ window: { from: march(3), to }, moved });
  });

  it('swap an end that is before the start, both days included', () => {
    const window = { from: march(15), to: march(20) };
    const end = askedMinute('2026-03-10', 'to', 'day') ?? NaN;
    const swapped = windowWith('to', end, window, LIMITS, 'day');
    expect(swapped).toEqual({ window: { from: march(10), to: march(16) }, moved: 'swapped' });
    expect(fieldText(swapped.window.from, 'from', 'day')).toBe('2026-03-10');
    expect(fieldText(swapped.window.to, 'to', 'day')).toBe('2026-03-15');
    expect(windowWith('to', march(10, 7), window, LIMITS, 'minute')).toEqual({
      window: { from: march(10, 7), to: march(15) },
      moved: 'swapped',
    });
  });

  it('move the end together with a start that is after it, inside the period', () => {
    expect(asked('from', march(8))).toEqual({
      window: { from: march(8), to: march(13) },
      moved: 'end-moved',
    });
    expect(asked('from', march(29))).toEqual({
      window: { from: march(29), to: march(31) },
      moved: 'end-moved',
    });
  });

  it('reject a window that is shorter than an hour', () => {
    expect(asked('to', march(3) + 20, 'minute').moved).toBe('lengthened');
    expect(asked('to', march(3), 'minute').moved).toBe('lengthened');
    expect(asked('from', march(8) - 20, 'minute').moved).toBe('lengthened');
  });

  it('wait for the rest of a date that is typed key by key', () => {
    expect(isHalfTyped(minuteOf(202, 3, 5), 'nothing')).toBe(true);
    expect(isHalfTyped(march(1), 'swapped')).toBe(true);
    expect(isHalfTyped(march(1), 'nothing')).toBe(false);
  });

  it.each([
    [minuteOf(26, 3, 5), '0026-03-05', '0026-03-05T00:00'],
    [minuteOf(-43, 3, 15), '-0043-03-15', '-0043-03-15T00:00'],
  ])('show early years too: %s is %s', (minute, day, clock) => {
    expect(fieldText(minute, 'from', 'day')).toBe(day);
    expect(fieldText(minute, 'from', 'minute')).toBe(clock);
    expect(askedMinute(day, 'from', 'day')).toBe(minute);
    expect(askedMinute(clock, 'from', 'minute')).toBe(minute);
    expect(isNativePeriod({ from: minute, to: minute + DAY })).toBe(minute > minuteOf(1, 1));
  });

  it.each([
    ['2026-03-05', march(5), 'day'],
    ['2026-03-05T21:35', march(5, 21) + 35, 'minute'],
    [' 2026-03-05  21:35 ', march(5, 21) + 35, 'minute'],
    ['−0043-03-15 12:00', minuteOf(-43, 3, 15, 12), 'minute'],
    ['-0043-03-15', minuteOf(-43, 3, 15), 'day'],
  ] as const)('read %j as it is typed', (text, minute, fineness) => {
    expect(typedFineness(text, 'day')).toBe(fineness);
    expect(askedMinute(text, 'from', typedFineness(text, 'day'))).toBe(minute);
  });
});

describe('a typed date', () => {
  function typedInto(shown: 'day' | 'minute', end: 'from' | 'to', text: string, isUnread = false) {
    const clock = new HandClock();
    const timeline = new Timeline(clock);
    timeline.spanPeriod({ from: march(1), to: march(31) });
    timeline.show(WINDOW);
    const notices = new Notices();
    const page = { timeline, notices, playback: new Playback(timeline, clock) };
    takeTyped(page, shown, { end, text, isUnread, isFinal: true });
    return { window: timeline.span, said: notices.all.map(({ message }) => message) };
  }

  it.each([
    ['day', 'to', '2026-03-10', { from: march(3), to: march(11) }],
    ['minute', 'to', '2026-03-10T21:35', { from: march(3), to: march(10, 21) + 35 }],
    ['day', 'to', '2026-03-10 21:35', { from: march(3), to: march(10, 21) + 35 }],
    ['minute', 'from', '2026-03-04T06:05', { from: march(4, 6) + 5, to: march(8) }],
  ] as const)('in a field of the %s moves the end %s: %s', (shown, end, text, window) => {
    expect(typedInto(shown, end, text)).toEqual({ window, said: [] });
  });

  it.each(['44 BC', '2026-02-30', '2026-03-05 25:00', '7', 'soon'])(
    'is said to be none, and changes nothing: %s',
    (text) => {
      const said = [{ kind: 'unread-date', text, example: '2026-03-03T00:00' }];
      expect(typedInto('day', 'from', text)).toEqual({ window: WINDOW, said });
    },
  );

  it('is missed only where something was typed', () => {
    const { said } = typedInto('day', 'from', '', true);
    expect(said.map(({ kind }) => kind)).toEqual(['unread-date']);
    expect(typedInto('day', 'from', '').said).toEqual([]);
  });
});
