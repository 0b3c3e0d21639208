import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BinUnit } from '../../../../src/core/time/bins.ts';
import { DAY, HOUR } from '../../../../src/core/time/minute.ts';
import {
  intoReach,
  keyMove,
  movedFrom,
  reachOf,
  snapped,
  spanBetween,
} from '../../../../src/ui/timeline/thumb-moves.ts';

const LIMITS = { from: 0, to: 20 * DAY };
const WINDOW = { from: 4 * DAY, to: 9 * DAY };
const KEYS = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End'];

const key = (pressed: string, isLarge = false, end: 'from' | 'to' = 'from') => {
  const to = keyMove(pressed, isLarge, WINDOW[end], reachOf(end, WINDOW, LIMITS, 'day'), 'day');
  return to === undefined ? undefined : to / DAY;
};

describe('`keyMove`', () => {
  it.each([
    ['ArrowRight', false, 5],
    ['ArrowUp', false, 5],
    ['ArrowLeft', false, 3],
    ['ArrowDown', false, 3],
    ['ArrowLeft', true, 0],
    ['PageUp', false, 8],
    ['PageDown', false, 0],
    ['Home', false, 0],
    ['End', false, 8],
  ] as const)('%s (shift: %s) moves the start from day 4 to day %s', (pressed, isLarge, day) => {
    expect(key(pressed, isLarge)).toBe(day);
  });

  it.each([
    ['ArrowRight', false, 10],
    ['ArrowRight', true, 16],
    ['PageDown', false, 5],
    ['Home', false, 5],
    ['End', false, 20],
  ] as const)('%s (shift: %s) moves the end from day 9 to day %s', (pressed, isLarge, day) => {
    expect(key(pressed, isLarge, 'to')).toBe(day);
  });

  it('ignores other keys', () => {
    expect(['Tab', 'Enter', ' ', 'a'].map((pressed) => key(pressed))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('moves by a whole day if the bars are hours', () => {
    const reach = reachOf('from', WINDOW, LIMITS, 'hour');
    expect(keyMove('PageDown', false, WINDOW.from, reach, 'hour')).toBe(3 * DAY);
    expect(keyMove('ArrowLeft', false, WINDOW.from, reach, 'hour')).toBe(4 * DAY - HOUR);
  });

  it('never moves a thumb past the other one or out of the period', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from: from * DAY, to: Math.min(from + length, 20) * DAY }));
    fc.assert(
      fc.property(
        span,
        fc.constantFrom(...KEYS),
        fc.boolean(),
        fc.constantFrom('hour' as const, 'day', 'two-days', 'week'),
        (window, pressed, isLarge, unit) => {
          const from =
            keyMove(pressed, isLarge, window.from, reachOf('from', window, LIMITS, unit), unit) ??
            NaN;
          const to =
            keyMove(pressed, isLarge, window.to, reachOf('to', window, LIMITS, unit), unit) ?? NaN;
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(LIMITS.to);
          if (unit === 'week' || unit === 'two-days') return;
          expect(from).toBeLessThan(window.to);
          expect(to).toBeGreaterThan(window.from);
        },
      ),
    );
  });
});

describe('dragging between bins', () => {
  it('selects whole bins, both ends included, in either direction', () => {
    expect(spanBetween(4.5 * DAY, 6.2 * DAY, 'day', false)).toEqual({ from: 4 * DAY, to: 7 * DAY });
    expect(spanBetween(6.2 * DAY, 4.5 * DAY, 'day', false)).toEqual({ from: 4 * DAY, to: 7 * DAY });
    expect(spanBetween(4321, 4300, 'day', true)).toEqual({ from: 4300, to: 4321 });
  });

  it('snaps to the nearest edge unless free, inside the reach', () => {
    expect(snapped(4.6 * DAY, 'day', false)).toBe(5 * DAY);
    expect(snapped(4321, 'day', true)).toBe(4321);
    expect(intoReach(-5, { from: 0, to: 10 })).toBe(0);
    expect(intoReach(15, { from: 0, to: 10 })).toBe(10);
  });
});

describe('a key on a thumb that is beyond the axis', () => {
  const axis = { from: 100, to: 200 };
  it.each([
    ['ArrowRight', 50, 100],
    ['ArrowLeft', 50, 50],
    ['Home', 50, 50],
    ['ArrowLeft', 250, 200],
    ['PageDown', 250, 200],
    ['ArrowRight', 250, 250],
    ['ArrowRight', 150, 150],
  ])('%s at %s moves it from %s', (key, minute, from) => {
    expect(movedFrom(key, minute, axis)).toBe(from);
  });
});

describe('`keyMove` of a thumb that is free of the edges', () => {
  const at = { from: 4 * DAY + 95, to: 9 * DAY + 7 };
  const free = (pressed: string, isLarge: boolean, unit: BinUnit): number =>
    (keyMove(pressed, isLarge, at.from, reachOf('from', at, LIMITS, unit, true), unit, true) ??
      NaN) - at.from;

  it.each([
    ['hour', 1, HOUR],
    ['day', HOUR, DAY],
    ['three-days', HOUR, 3 * DAY],
    ['week', DAY, 7 * DAY],
    ['month', DAY, 30 * DAY],
    ['year', DAY, 365 * DAY],
  ] as const)('goes by less than a bin, or a bin, where bins are a %s', (unit, small, large) => {
    const room = { from: -1000 * DAY, to: 1000 * DAY };
    const by = (pressed: string, isLarge: boolean): number =>
      (keyMove(pressed, isLarge, 95, room, unit, true) ?? NaN) - 95;
    expect(by('ArrowRight', false)).toBe(small);
    expect(by('ArrowDown', false)).toBe(-small);
    expect(by('ArrowUp', true)).toBe(large);
    expect(by('PageDown', false)).toBe(-large);
  });

  it('stops an hour before the other, and at the ends of the period', () => {
    expect(free('End', false, 'day')).toBe(at.to - HOUR - at.from);
    expect(free('Home', false, 'day')).toBe(-at.from);
    expect(free('PageUp', false, 'week')).toBe(at.to - HOUR - at.from);
    expect(reachOf('to', at, LIMITS, 'day', true)).toEqual({ from: at.from + HOUR, to: LIMITS.to });
  });
});
