import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_UNITS, binUnitFor, isEdge } from '../../../../src/core/time/bins.ts';
import { DAY, HOUR, isoText, minuteOf, wallClock } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import {
  axisTicks,
  dayAtStart,
  labelsAfterStart,
  timeScale,
} from '../../../../src/ui/timeline/time-scale.ts';

const START = minuteOf(2026, 2, 28);
const axis = fc
  .tuple(fc.integer({ min: 0, max: 5000 * DAY }), fc.integer({ min: 12 * HOUR, max: 9000 * DAY }))
  .map(([from, length]): TimeRange => ({ from: START + from, to: START + from + length }));
const width = fc.integer({ min: 280, max: 2400 });

/** The widest label of a level in the page's type, in pixels. */
const WIDEST = { hour: 34, day: 42, month: 92, year: 32 };

describe('`timeScale`', () => {
  it('converts minutes to pixels and back', () => {
    fc.assert(
      fc.property(axis, width, fc.double({ min: 0, max: 1, noNaN: true }), (span, pixels, part) => {
        const scale = timeScale(span, pixels);
        const minute = Math.round(span.from + part * (span.to - span.from));
        expect(scale.minuteAt(scale.xOf(minute))).toBe(minute);
        expect(scale.xOf(span.from)).toBe(0);
        expect(scale.xOf(span.to)).toBeCloseTo(pixels);
      }),
    );
  });

  it('returns finite values before the plot has a width', () => {
    expect(timeScale({ from: START, to: START + DAY }, 0).minuteAt(10)).toBe(START);
  });
});

describe('`axisTicks`', () => {
  it('are in order, inside the axis and do not touch, for any length and width', () => {
    fc.assert(
      fc.property(axis, width, fc.integer({ min: 10, max: 80 }), (span, pixels, most) => {
        const scale = timeScale(span, pixels);
        const ticks = axisTicks(scale, binUnitFor(span, most), START);
        ticks.forEach((tick, i) => {
          expect(tick.labelAt).toBeGreaterThanOrEqual(span.from);
          expect(tick.labelAt).toBeLessThanOrEqual(span.to);
          const next = ticks[i + 1];
          if (!next) return;
          const apart = scale.xOf(next.labelAt) - scale.xOf(tick.labelAt);
          expect(apart).toBeGreaterThan((WIDEST[tick.level] + WIDEST[next.level]) / 2);
        });
      }),
    );
  });

  it('leave room for the name of the shortest month', () => {
    const scale = timeScale({ from: 30_631_071, to: 31_116_960 }, 1087);
    const ticks = axisTicks(scale, 'month', START).map(({ labelAt }) => scale.xOf(labelAt));
    ticks.slice(1).forEach((x, i) => {
      expect(x - (ticks[i] ?? 0)).toBeGreaterThan(WIDEST.month);
    });
  });

  it('name every day in its middle if there is room, every third on a phone', () => {
    const period = { from: START, to: START + 19 * DAY };
    const wide = axisTicks(timeScale(period, 1340), 'day', START);
    expect(wide).toHaveLength(19);
    expect(wide[0]).toEqual({ minute: START, labelAt: START + 12 * HOUR, level: 'day' });
    const narrow = axisTicks(timeScale(period, 342), 'day', START);
    expect(narrow.map(({ minute }) => isoText(minute)).slice(0, 3)).toEqual([
      '2026-02-28',
      '2026-03-03',
      '2026-03-06',
    ]);
  });

  it('stay on the same days while the axis pans', () => {
    const on = (from: number) =>
      axisTicks(timeScale({ from, to: from + 19 * DAY }, 342), 'day', START).map((t) => t.minute);
    const later = on(START + 4 * DAY + 17);
    expect(later.every((minute) => (minute - START) % (3 * DAY) === 0)).toBe(true);
  });

  it('name the day at midnight and the year at new year', () => {
    const night = { from: START + 18 * HOUR, to: START + 30 * HOUR };
    const hours = axisTicks(timeScale(night, 300), 'hour', START);
    expect(hours.map(({ minute, level }) => `${isoText(minute)} ${level}`)).toContain(
      '2026-03-01 day',
    );
    const years = { from: minuteOf(2025, 6), to: minuteOf(2027, 6) };
    const months = axisTicks(timeScale(years, 1300), 'month', years.from);
    const newYear = months.find(({ minute }) => minute === minuteOf(2026, 1));
    expect(newYear?.level).toBe('year');
  });

  it.each([
    ['year 26 to 2026', 26, 2026],
    ['AD 9 to 1815', 9, 1815],
    ['2100 BCE to 6000', -2099, 6000],
    ['500 to 400 BCE', -499, -399],
    ['a few years BCE and after', -3, 4],
  ])('are regular and on bin edges for early and long periods: %s', (_, first, last) => {
    const period = { from: minuteOf(first, 3, 5), to: minuteOf(last, 3, 2) };
    for (const pixels of [280, 700, 1340, 2400]) {
      const unit = binUnitFor(period, 98);
      const ticks = axisTicks(timeScale(period, pixels), unit, period.from);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      const years = ticks.map(({ minute }) => minute);
      expect(years.every((minute) => isEdge(minute, unit))).toBe(true);
      const monthOf = (minute: number): number =>
        12 * wallClock(minute).getUTCFullYear() + wallClock(minute).getUTCMonth();
      const apart = years.slice(1).map((minute, i) => monthOf(minute) - monthOf(years[i] ?? NaN));
      expect(new Set(apart).size).toBe(1);
      // "2001 BC" is about 48 pixels wide.
      const scale = timeScale(period, pixels);
      expect(scale.xOf(years[1] ?? 0) - scale.xOf(years[0] ?? 0)).toBeGreaterThan(48);
    }
  });

  it('are never finer than the bars', () => {
    for (const unit of BIN_UNITS) {
      const ticks = axisTicks(timeScale({ from: START, to: START + 2 * DAY }, 9000), unit, START);
      if (unit !== 'hour')
        expect(ticks.every(({ minute }) => minute % (6 * HOUR) === 0)).toBe(true);
    }
  });
});

describe('the day at the start of an axis of hours', () => {
  const day = minuteOf(2026, 3, 5);
  const from = (hour: number) => timeScale({ from: day + hour * HOUR, to: day + 60 * HOUR }, 1_200);

  it('is named unless the axis begins at a midnight, whatever days follow', () => {
    expect(dayAtStart(from(10), 'hour')).toBe(day);
    expect(dayAtStart(from(10.5), 'hour')).toBe(day);
    expect(dayAtStart(from(0), 'hour')).toBeUndefined();
    expect(dayAtStart(from(24), 'hour')).toBeUndefined();
    expect(dayAtStart(from(10), 'day')).toBeUndefined();
  });

  it('has room: an hour next to it goes, and the next day moves', () => {
    const labelsFrom = (hour: number, hasStart = true) => {
      const scale = from(hour);
      return labelsAfterStart(axisTicks(scale, 'hour', day), scale, hasStart);
    };
    expect(labelsFrom(9.5)[0]).toMatchObject({ level: 'hour', minute: day + 12 * HOUR });
    expect(labelsFrom(9.5, false)[0]).toMatchObject({ minute: day + 10 * HOUR });
    expect(labelsFrom(23.5)[0]).toMatchObject({ level: 'day', minute: day + DAY, x: 24 });
    expect(labelsFrom(10).every(({ x }) => x >= 24)).toBe(true);
  });
});
