import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { binAfter } from '../../../src/core/time/bins.ts';
import { DAY, HOUR, isoText, minuteOf, readIsoText } from '../../../src/core/time/minute.ts';
import {
  contains,
  lengthOf,
  overlaps,
  sameRange,
  type TimeRange,
} from '../../../src/core/time/time-range.ts';
import type { FindIncident } from '../../../src/core/time/stride.ts';
import { Playback } from '../../../src/state/playback.svelte.ts';
import { Timeline } from '../../../src/state/timeline.svelte.ts';
import { PlotGestures } from '../../../src/ui/timeline/plot-gestures.svelte.ts';
import { timeScale } from '../../../src/ui/timeline/time-scale.ts';
import { HandClock } from './hand-clock.ts';

const march = (day: number, hour = 0): number => minuteOf(2026, 3, day, hour);
const PERIOD: TimeRange = { from: march(1, 13), to: march(20, 9) };
const DAYS: TimeRange = { from: march(1), to: march(21) };

let clock: HandClock;
let timeline: Timeline;

beforeEach(() => {
  clock = new HandClock();
  timeline = new Timeline(clock);
  timeline.spanPeriod(PERIOD);
});

const minute = fc.integer({ min: DAYS.from - 3 * DAY, max: DAYS.to + 3 * DAY });

describe('`Timeline` window', () => {
  it('is all full days of the data at first, with bars of days', () => {
    expect(timeline.span).toEqual(DAYS);
    expect(timeline.limits).toEqual(DAYS);
    expect(timeline.isWhole).toBe(true);
    expect(timeline.unit).toBe('day');
  });

  it('stays in order, not empty and inside the period after any move', () => {
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

  it('starts on the first day when cumulative, and keeps that start when the mode is switched back', () => {
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

describe('a step of `Timeline`', () => {
  it('shows the next window of as many days, or of the same length if the window is not on bin edges', () => {
    timeline.show({ from: march(4), to: march(6) });
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(6), to: march(8) });
    timeline.show({ from: march(4, 14), to: march(5, 2) });
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(5, 2), to: march(5, 14) });
    timeline.step(-1);
    timeline.step(-1);
    expect(timeline.span).toEqual({ from: march(4, 2), to: march(4, 14) });
  });

  it('shows the first or the last day if the whole period was shown', () => {
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(1), to: march(2) });
    timeline.showAll();
    timeline.step(-1);
    expect(timeline.span).toEqual({ from: march(20), to: march(21) });
  });

  it('reports that the end of the period is reached', () => {
    timeline.show({ from: march(19), to: march(20) });
    expect(timeline.step(1)).toBe(true);
    expect(timeline.isAtEnd).toBe(true);
    expect(timeline.step(1)).toBe(false);
    timeline.choose('cumulative');
    timeline.moveEnd('to', march(3));
    expect(timeline.step(-1)).toBe(true);
    expect(timeline.isAtStart).toBe(true);
    expect(timeline.step(-1)).toBe(false);
    expect(timeline.span).toEqual({ from: march(1), to: march(2) });
  });

  it('moves the end alone when cumulative', () => {
    timeline.choose('cumulative');
    timeline.moveEnd('to', march(5));
    timeline.step(1);
    expect(timeline.span).toEqual({ from: march(1), to: march(6) });
  });

  it.each([
    ['a month', '2024-02-01', '2024-03-01', '2024-03-01/2024-04-01', '2024-01-01/2024-02-01'],
    ['a week', '2024-02-26', '2024-03-04', '2024-03-04/2024-03-11', '2024-02-19/2024-02-26'],
    ['two months', '2023-12-01', '2024-02-01', '2024-02-01/2024-04-01', '2023-10-01/2023-12-01'],
    ['a leap year', '2024-01-01', '2025-01-01', '2025-01-01/2026-01-01', '2023-01-01/2024-01-01'],
    ['half a month', '2024-02-01', '2024-02-16', '2024-02-16/2024-03-02', '2024-01-17/2024-02-01'],
    ['three days', '2024-02-28', '2024-03-02', '2024-03-02/2024-03-05', '2024-02-25/2024-02-28'],
  ] as const)(
    'from %s goes to the calendar’s next, whatever the axis',
    (_, from, to, next, last) => {
      const text = (): string => `${isoText(timeline.span.from)}/${isoText(timeline.span.to)}`;
      for (const zoom of [1, 0.2, 0.05, 0.01]) {
        timeline.spanPeriod({ from: minuteOf(2020, 1), to: minuteOf(2030, 1) });
        timeline.zoomAxis(zoom, minuteOf(2024, 2, 10));
        const window = { from: readIsoText(from) ?? NaN, to: readIsoText(to) ?? NaN };
        timeline.show(window);
        timeline.step(1);
        expect(text()).toBe(next);
        timeline.step(-1);
        expect(timeline.span).toEqual(window);
        timeline.step(-1);
        expect(text()).toBe(last);
      }
    },
  );

  it('keeps steps of months after a month of four whole weeks', () => {
    timeline.spanPeriod({ from: minuteOf(2026, 11, 10), to: minuteOf(2027, 6, 20) });
    expect(timeline.stepUnit).toBe('week');
    timeline.show({ from: minuteOf(2027, 1), to: minuteOf(2027, 2) });
    timeline.step(1);
    timeline.step(1);
    expect(timeline.span).toEqual({ from: minuteOf(2027, 3), to: minuteOf(2027, 4) });
  });

  it('is a day after a day at the edge of the period, though the step from all would be a week', () => {
    timeline.spanPeriod({ from: minuteOf(2026, 3, 1), to: minuteOf(2026, 5, 30) });
    expect([timeline.unit, timeline.stepUnit]).toEqual(['day', 'week']);
    timeline.show({ from: minuteOf(2026, 3, 1), to: minuteOf(2026, 3, 2) });
    timeline.step(1);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 3, 2), to: minuteOf(2026, 3, 3) });
  });

  it('cuts off only the first and the last bin', () => {
    timeline.spanPeriod({ from: minuteOf(2026, 1, 1), to: minuteOf(2026, 4, 11) });
    expect(timeline.stepUnit).toBe('week');
    timeline.step(1);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 1, 1), to: minuteOf(2026, 1, 5) });
    timeline.step(1);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 1, 5), to: minuteOf(2026, 1, 12) });
    timeline.showAll();
    timeline.step(-1);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 4, 6), to: minuteOf(2026, 4, 11) });
    timeline.step(-1);
    expect(timeline.span).toEqual({ from: minuteOf(2026, 3, 30), to: minuteOf(2026, 4, 6) });
  });
});

/** Periods of a day to thousands of years, BCE too, and how far the axis is zoomed in. */
const somePeriod = fc
  .tuple(
    fc.oneof(fc.integer({ min: -2000, max: 3000 }), fc.integer({ min: 1990, max: 2030 })),
    fc.nat(366),
    fc.oneof(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 1_000_000 }),
    ),
  )
  .map(([year, day, days]): TimeRange => {
    const from = minuteOf(year, 1, 1 + day);
    return { from, to: from + days * DAY };
  });
const someZoom = fc.constantFrom(1, 0.9, 0.5, 0.2, 0.15);
/** Days of the period, as parts of it. */
const someDays = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { maxLength: 30 });

const daysIn = (period: TimeRange, parts: readonly number[]): readonly TimeRange[] =>
  parts.map((part) => {
    const from = period.from + Math.floor((part * lengthOf(period)) / DAY) * DAY;
    return { from, to: from + DAY };
  });

/** The windows from this one on, in the direction, until there is no room. */
function visited(direction: 1 | -1, between: () => void = () => undefined): readonly TimeRange[] {
  const windows: TimeRange[] = [timeline.span];
  while (timeline.step(direction)) {
    windows.push(timeline.span);
    between();
  }
  return direction > 0 ? windows : windows.toReversed();
}

function expectTiles(windows: readonly TimeRange[], period: TimeRange): void {
  expect(windows.map(({ from }) => from)).toEqual([
    period.from,
    ...windows.slice(0, -1).map(({ to }) => to),
  ]);
  expect(windows.at(-1)?.to).toBe(period.to);
  // What a reader's own window leaves at an edge of the period may be shorter.
  const inner = windows.filter(({ from, to }) => from > period.from && to < period.to);
  expect(Math.min(HOUR, ...inner.map(lengthOf))).toBe(HOUR);
}

const certainIn = (windows: readonly TimeRange[], events: readonly TimeRange[]): number =>
  windows.reduce(
    (sum, window) => sum + events.filter((event) => contains(window, event)).length,
    0,
  );

const day = (year: number, month: number, date: number): TimeRange => {
  const from = minuteOf(year, month, date);
  return { from, to: from + DAY };
};
/** A made-up incident on each day of the axis. */
const spring = Array.from({ length: 20 }, (_, at) => day(2026, 3, at + 1));
const texts = (windows: readonly TimeRange[]): readonly string[] =>
  windows.map(({ from, to }) => `${isoText(from)}/${isoText(to)}`);

/** Finds the first or last of some incidents in a stretch of time. */
const finding =
  (incidents: readonly TimeRange[]): FindIncident =>
  (stretch, side) => {
    const inside = incidents.filter((one) => overlaps(one, stretch));
    if (inside.length === 0) return undefined;
    return side === 'first'
      ? Math.max(Math.min(...inside.map(({ from }) => from)), stretch.from)
      : Math.min(Math.max(...inside.map(({ to }) => to)), stretch.to);
  };

function stepped(direction: 1 | -1): TimeRange {
  timeline.step(direction);
  return timeline.span;
}

function played(): readonly TimeRange[] {
  const playback = new Playback(timeline, clock);
  playback.play();
  const windows = [timeline.span];
  while (playback.isPlaying) {
    clock.pass(1000);
    if (!sameRange(timeline.span, windows.at(-1) ?? DAYS)) windows.push(timeline.span);
  }
  return windows;
}

const isOfDays = (): boolean => timeline.unit !== 'hour';

describe('the windows of repeated `Timeline` steps', () => {
  it('cover the period exactly once, bin by bin, forwards, backwards and in playback', () => {
    fc.assert(
      fc.property(somePeriod, someZoom, someDays, (period, zoom, parts) => {
        const events = daysIn(period, parts);
        const open = (): void => {
          timeline.choose('window');
          timeline.spanPeriod(period);
          timeline.zoomAxis(zoom, period.from);
        };
        for (const direction of [1, -1] as const) {
          open();
          timeline.step(direction);
          const windows = visited(direction);
          expectTiles(windows, period);
          if (isOfDays()) expect(certainIn(windows, events)).toBe(events.length);
        }
        open();
        const playback = new Playback(timeline, clock);
        playback.play();
        const played = [timeline.span];
        while (playback.isPlaying) {
          clock.pass(1000);
          if (!sameRange(timeline.span, played.at(-1) ?? period)) played.push(timeline.span);
        }
        expectTiles(played, period);
        if (isOfDays() || lengthOf(period) > DAY)
          expect(certainIn(played, events)).toBe(events.length);
      }),
      { numRuns: 80 },
    );
  });

  it('cover the period exactly once from any window, also if the axis is zoomed in between', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: -500, max: 2100 }), fc.integer({ min: 1, max: 900 })),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 60, max: 60_000 })),
        fc.constantFrom(1, 60, 6 * HOUR, DAY),
        fc.array(fc.constantFrom(0.4, 0.7, 1.5, 3), { minLength: 1 }),
        ([year, days], [part, length], grain, zooms) => {
          const period = { from: minuteOf(year, 1, 9), to: minuteOf(year, 1, 9 + days) };
          timeline.choose('window');
          timeline.spanPeriod(period);
          const round = (minute: number): number => Math.round(minute / grain) * grain;
          const from = round(period.from + part * lengthOf(period));
          const long = Math.max(length, lengthOf(period) / 30);
          timeline.show({ from, to: from + Math.max(round(long), grain) });
          fc.pre(!timeline.isWhole);
          const first = timeline.span;
          let at = 0;
          const zoom = (): void => {
            timeline.zoomAxis(zooms[at++ % zooms.length] ?? 1, timeline.span.from);
          };
          const before = visited(-1, zoom);
          timeline.show(first);
          expectTiles([...before.slice(0, -1), ...visited(1, zoom)], period);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('grow by whole bins when cumulative, up to the whole period', () => {
    fc.assert(
      fc.property(somePeriod, someZoom, (period, zoom) => {
        timeline.spanPeriod(period);
        timeline.zoomAxis(zoom, period.from);
        timeline.choose('cumulative');
        const back = visited(-1);
        const forth = visited(1);
        expect(back).toEqual(forth);
        expect(forth.every(({ from }) => from === period.from)).toBe(true);
        expect(forth.at(-1)).toEqual(period);
        forth.slice(1).forEach(({ to }, i) => {
          const from = forth[i]?.to ?? NaN;
          expect(to).toBe(Math.min(binAfter(from, timeline.stepUnit), period.to));
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the `Timeline` axis for records without times of day', () => {
  const twoDays = { from: minuteOf(2026, 3, 1), to: minuteOf(2026, 3, 3) };

  it('has no bins finer than a day at any zoom', () => {
    timeline.spanPeriod(twoDays, 'day');
    expect(timeline.unit).toBe('day');
    expect(timeline.isAxisShortest).toBe(true);
    timeline.zoomAxis(0.1, twoDays.from);
    expect(timeline.axis).toEqual(twoDays);
    expect(timeline.step(1)).toBe(true);
    expect(timeline.span).toEqual({ from: twoDays.from, to: minuteOf(2026, 3, 2) });
  });

  it('has hours again with data that have times of day', () => {
    timeline.spanPeriod(twoDays, 'day');
    timeline.spanPeriod(twoDays);
    expect(timeline.unit).toBe('hour');
  });
});

describe('a dragged `Timeline` window', () => {
  it('keeps its number of bins, which may be longer or shorter', () => {
    const month = (from: number, to: number): TimeRange => ({
      from: minuteOf(2024, from),
      to: minuteOf(2024, to),
    });
    timeline.spanPeriod({ from: minuteOf(2020, 1, 20), to: minuteOf(2025, 6, 10) });
    expect(timeline.unit).toBe('month');
    timeline.show(month(1, 2));
    timeline.moveTo(minuteOf(2024, 2));
    expect(timeline.span).toEqual(month(2, 3));
    timeline.moveTo(minuteOf(2024, 3));
    expect(timeline.span).toEqual(month(3, 4));
    timeline.moveTo(minuteOf(2030, 1));
    expect(timeline.span).toEqual({ from: minuteOf(2025, 6), to: minuteOf(2025, 6, 10) });
  });
});

describe('`Timeline` motion', () => {
  it('settles 350 ms after the last move', () => {
    timeline.moveEnd('to', march(9));
    clock.pass(300);
    timeline.moveEnd('to', march(8));
    clock.pass(300);
    expect(timeline.isMoving).toBe(true);
    clock.pass(100);
    expect(timeline.isMoving).toBe(false);
  });

  it('settles at once on `rest`, and does not start if the window is set or stays the same', () => {
    timeline.moveEnd('to', march(9));
    timeline.rest();
    expect(timeline.isMoving).toBe(false);
    timeline.moveEnd('to', march(9));
    timeline.show({ from: march(2), to: march(3) });
    expect(timeline.isMoving).toBe(false);
  });
});

describe('the `Timeline` axis', () => {
  it('zooms around a minute to finer bins, between half a day and the whole period', () => {
    timeline.zoomAxis(0.25, march(11));
    expect(timeline.axis).toEqual({ from: march(8, 12), to: march(13, 12) });
    expect(timeline.unit).toBe('day');
    timeline.zoomAxis(0.001, march(11));
    expect(lengthOf(timeline.axis)).toBe(12 * HOUR);
    expect(timeline.isAxisShortest).toBe(true);
    expect(timeline.unit).toBe('hour');
    timeline.zoomAxis(1000, march(11));
    expect(timeline.isAxisWhole).toBe(true);
  });

  it('pans to a thumb, or to a window that fits, which moved out of view', () => {
    timeline.zoomAxis(0.25, march(11));
    timeline.moveEnd('to', march(18));
    expect(timeline.axis.to).toBe(march(18));
    timeline.show({ from: march(14), to: march(15) });
    timeline.moveTo(march(2));
    expect(timeline.axis.from).toBe(march(2));
  });

  it('pans only inside the period', () => {
    timeline.zoomAxis(0.25, march(11));
    timeline.panAxis(-100 * DAY);
    expect(timeline.axis).toEqual({ from: march(1), to: march(6) });
  });
});

describe('the `Timeline` axis that is fitted to most of the data', () => {
  const limits = { from: minuteOf(1970, 1), to: minuteOf(2031, 1) };
  const home = { from: march(1), to: march(21) };

  beforeEach(() => {
    timeline.spanPeriod(limits, 'hour', home);
  });

  it('is shown at first and with all dates, while the window is on all; the rest is a button away', () => {
    expect(timeline.span).toEqual(limits);
    expect(timeline.axis).toEqual(home);
    expect(timeline.unit).toBe('day');
    timeline.showWholeAxis();
    expect(timeline.axis).toEqual(limits);
    timeline.showAll();
    expect(timeline.axis).toEqual(home);
    expect(timeline.isWhole).toBe(true);
  });

  it('steps and plays through the whole period, past the years that hold nothing', () => {
    const incidents = [day(1970, 1, 1), day(2018, 5, 5), ...spring, day(2030, 12, 31)];
    timeline.skipWithout(finding(incidents));
    const forth = [stepped(1), ...visited(1).slice(1)];
    expect(texts(forth)).toEqual(texts(incidents));
    timeline.showAll();
    const back = [stepped(-1)];
    while (timeline.step(-1)) back.push(timeline.span);
    expect(texts(back.toReversed())).toEqual(texts(incidents));
    timeline.showAll();
    expect(texts(played())).toEqual(texts(incidents));
  });

  it('lets a cumulative window grow past the years that hold nothing, and shrink again', () => {
    const incidents = [day(1970, 1, 1), ...spring, day(2030, 12, 31)];
    timeline.skipWithout(finding(incidents));
    timeline.choose('cumulative');
    const ends = incidents.map(({ to }) => isoText(to));
    const seen = played().map(({ to }) => isoText(to));
    expect(seen.slice(1)).toEqual(ends);
    const back = [timeline.span];
    while (timeline.step(-1)) back.push(timeline.span);
    expect(back.map(({ to }) => isoText(to)).toReversed()).toEqual(ends);
  });

  it('shows the days without incidents between others', () => {
    timeline.skipWithout(finding([day(1970, 1, 1), day(2026, 3, 1), day(2026, 3, 9)]));
    timeline.show(day(2026, 3, 1));
    timeline.step(1);
    expect(timeline.span).toEqual(day(2026, 3, 2));
  });

  it('steps on from a window of a link as from the same window of a step', () => {
    timeline.skipWithout(finding([day(1970, 1, 1), ...spring]));
    timeline.step(1);
    const { span, stride } = timeline;
    const linked = new Timeline(clock);
    linked.spanPeriod(limits, 'hour', home);
    linked.show(span);
    expect(linked.stride).toEqual(stride);
  });

  it('skips only what holds nothing, from any window, forwards and backwards alike', () => {
    fc.assert(
      fc.property(
        somePeriod,
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        someDays,
        fc.boolean(),
        (period, [a, b], parts, isRestored) => {
          fc.pre(parts.length > 0);
          const events = daysIn(period, parts).filter(({ to }) => to <= period.to);
          const middle = {
            from: period.from + Math.min(a, b) * lengthOf(period),
            to: period.from + Math.max(a, b) * lengthOf(period) + 1,
          };
          timeline.choose('window');
          timeline.spanPeriod(period, 'hour', middle);
          timeline.skipWithout(finding(events));
          const first = daysIn(period, [a])[0];
          if (isRestored && first) timeline.show(first);
          else timeline.step(1);
          fc.pre(!timeline.isWhole);
          const start = timeline.span;
          const forth = visited(1);
          timeline.show(start);
          const windows = [...visited(-1), ...forth.slice(1)];
          for (const event of events)
            expect(windows.some((window) => overlaps(window, event))).toBe(true);
          for (const [at, { from }] of windows.entries())
            if (at > 0) {
              const gap = { from: windows[at - 1]?.to ?? NaN, to: from };
              expect(gap.from).toBeLessThanOrEqual(gap.to);
              expect(gap.from < gap.to && events.some((event) => overlaps(gap, event))).toBe(false);
            }
          expect(windows[0]?.from).toBe(period.from);
          expect(windows.at(-1)?.to).toBe(period.to);
        },
      ),
      { numRuns: 80 },
    );
  });

  it.each(['from', 'to'] as const)('stays where it is while the %s thumb is dragged in', (end) => {
    const gestures = new PlotGestures(timeline, new Playback(timeline, clock), () =>
      timeScale(timeline.axis, 1000),
    );
    gestures.press(1, end === 'from' ? 0 : 1000, end);
    gestures.move(1, 500, false);
    gestures.release(1);
    expect(timeline.axis).toEqual(home);
    expect(timeline.span).toEqual({ ...limits, [end]: march(11) });
  });
});

describe('the axis of `Timeline`', () => {
  const stretch = fc.tuple(minute, minute).map((ends) => {
    const [from = 0, to = 0] = ends.toSorted((a, b) => a - b);
    return { from, to: Math.max(to, from + HOUR) };
  });

  it('shows all of a stretch that is zoomed to, inside the period, and never less than half a day', () => {
    fc.assert(
      fc.property(stretch, (asked) => {
        timeline.showOnAxis(asked);
        expect(contains(DAYS, timeline.axis)).toBe(true);
        expect(lengthOf(timeline.axis)).toBeGreaterThanOrEqual(12 * HOUR);
        if (contains(DAYS, asked)) expect(contains(timeline.axis, asked)).toBe(true);
        expect(timeline.isWhole).toBe(true);
      }),
    );
  });

  it('shows the window with a little around it', () => {
    fc.assert(
      fc.property(stretch, (asked) => {
        timeline.show(asked);
        const { span } = timeline;
        timeline.zoomToWindow();
        expect(contains(timeline.axis, span)).toBe(true);
        expect(timeline.span).toEqual(span);
        const most = Math.max(lengthOf(span) * 1.25 + 2, 12 * HOUR);
        expect(lengthOf(timeline.axis)).toBeLessThanOrEqual(most);
      }),
    );
    timeline.show({ from: march(8), to: march(12) });
    timeline.zoomToWindow();
    expect(timeline.axis).toEqual({ from: march(7, 12), to: march(12, 12) });
    timeline.showHomeAxis();
    expect(timeline.axis).toEqual(DAYS);
    expect(timeline.span).toEqual({ from: march(8), to: march(12) });
  });
});
