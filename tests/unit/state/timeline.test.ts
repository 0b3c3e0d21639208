import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, minuteOf } from '../../../src/core/time/minute.ts';
import { contains, lengthOf, type Span } from '../../../src/core/time/span.ts';
import { Timeline } from '../../../src/state/timeline.svelte.ts';
import { HandClock } from './hand-clock.ts';

const march = (day: number, hour = 0): number => minuteOf(2026, 3, day, hour);
const PERIOD: Span = { from: march(1, 13), to: march(20, 9) };
const DAYS: Span = { from: march(1), to: march(21) };

let clock: HandClock;
let timeline: Timeline;

beforeEach(() => {
  clock = new HandClock();
  timeline = new Timeline(clock);
  timeline.spanPeriod(PERIOD);
});

const minute = fc.integer({ min: DAYS.from - 3 * DAY, max: DAYS.to + 3 * DAY });

describe('the window', () => {
  it('opens on all full days of the data, in days', () => {
    expect(timeline.span).toEqual(DAYS);
    expect(timeline.limits).toEqual(DAYS);
    expect(timeline.isWhole).toBe(true);
    expect(timeline.unit).toBe('day');
  });

  it('never turns over, never vanishes and never leaves the period, whatever moves it', () => {
    const move = fc.oneof(
      fc.tuple(fc.constantFrom('from' as const, 'to' as const), minute),
      fc.tuple(fc.constant('whole' as const), minute),
      fc.tuple(fc.constantFrom('window' as const, 'cumulative' as const), minute),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        timeline.spanPeriod(PERIOD);
        for (const [what, to] of moves) {
          if (what === 'from' || what === 'to') timeline.moveEnd(what, to);
          else if (what === 'whole') timeline.moveTo(to);
          else timeline.choose(what);
          expect(lengthOf(timeline.span)).toBeGreaterThanOrEqual(HOUR);
          expect(contains(DAYS, timeline.span)).toBe(true);
          expect(contains(DAYS, timeline.axis)).toBe(true);
        }
      }),
    );
  });

  it('keeps its length when moved', () => {
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        timeline.show({ from: march(4), to: march(6, 7) });
        timeline.moveTo(from);
        timeline.moveTo(to);
        expect(lengthOf(timeline.span)).toBe(2 * DAY + 7 * HOUR);
      }),
    );
  });

  it('grows from the first day when cumulative, and stays so when the mode goes back', () => {
    timeline.show({ from: march(10), to: march(11) });
    timeline.choose('cumulative');
    expect(timeline.span).toEqual({ from: march(1), to: march(11) });
    timeline.moveEnd('to', march(5));
    expect(timeline.span).toEqual({ from: march(1), to: march(5) });
    timeline.choose('window');
    expect(timeline.span.from).toBeLessThan(timeline.span.to);
  });

  it('moves both ends at once, but only the end when cumulative', () => {
    timeline.moveBoth({ from: march(3), to: march(7) });
    expect(timeline.span).toEqual({ from: march(3), to: march(7) });
    timeline.choose('cumulative');
    timeline.moveBoth({ from: march(8), to: march(9) });
    expect(timeline.span).toEqual({ from: march(1), to: march(9) });
  });
});

describe('stepping', () => {
  it('moves by one bin, from between two edges to the next one', () => {
    timeline.show({ from: march(4), to: march(6) });
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(5), to: march(7) });
    timeline.show({ from: march(4, 14), to: march(5, 14) });
    timeline.step(1);
    expect(timeline.span.from).toBe(march(5));
    timeline.show({ from: march(4, 14), to: march(5, 14) });
    timeline.step(-1);
    expect(timeline.span.from).toBe(march(4));
  });

  it('takes the first or the last day when all is open', () => {
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(1), to: march(2) });
    timeline.showAll();
    timeline.step(-1);
    expect(timeline.span).toEqual({ from: march(20), to: march(21) });
  });

  it('says when there is no room left', () => {
    timeline.show({ from: march(19), to: march(20) });
    expect(timeline.step(1)).toBe(true);
    expect(timeline.step(1)).toBe(false);
  });

  it('moves the end alone when cumulative', () => {
    timeline.choose('cumulative');
    timeline.moveEnd('to', march(5));
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(1), to: march(6) });
  });
});

describe('motion', () => {
  it('ends a while after the last move', () => {
    timeline.moveEnd('to', march(9));
    clock.pass(300);
    timeline.moveEnd('to', march(8));
    clock.pass(300);
    expect(timeline.isMoving).toBe(true);
    clock.pass(100);
    expect(timeline.isMoving).toBe(false);
  });

  it('ends at once when told, and does not begin by what is set or stays', () => {
    timeline.moveEnd('to', march(9));
    timeline.rest();
    expect(timeline.isMoving).toBe(false);
    timeline.moveEnd('to', march(9));
    timeline.show({ from: march(2), to: march(3) });
    expect(timeline.isMoving).toBe(false);
  });
});

describe('the axis', () => {
  it('zooms about a minute, with finer bins, not beyond the period nor below half a day', () => {
    timeline.zoomAxis(0.25, march(11));
    expect(timeline.axis).toEqual({ from: march(8, 12), to: march(13, 12) });
    expect(timeline.unit).toBe('six-hours');
    timeline.zoomAxis(0.001, march(11));
    expect(lengthOf(timeline.axis)).toBe(12 * HOUR);
    expect(timeline.isAxisShortest).toBe(true);
    expect(timeline.unit).toBe('hour');
    timeline.zoomAxis(1000, march(11));
    expect(timeline.isAxisWhole).toBe(true);
  });

  it('follows a thumb, or a window that fits, out of sight', () => {
    timeline.zoomAxis(0.25, march(11));
    timeline.moveEnd('to', march(18));
    expect(timeline.axis.to).toBe(march(18));
    timeline.show({ from: march(14), to: march(15) });
    timeline.moveTo(march(2));
    expect(timeline.axis.from).toBe(march(2));
  });

  it('pans inside the period only', () => {
    timeline.zoomAxis(0.25, march(11));
    timeline.panAxis(-100 * DAY);
    expect(timeline.axis).toEqual({ from: march(1), to: march(6) });
  });
});
