import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BIN_UNITS,
  binAfter,
  binEdges,
  binsIn,
  binStart,
  binUnitFor,
  edgeAway,
  nearestEdge,
} from '../../../../src/core/time/bins.ts';
import { DAY, HOUR, isoText, minuteOf, wallClock } from '../../../../src/core/time/minute.ts';

const unit = fc.constantFrom(...BIN_UNITS);
const minute = fc.oneof(
  fc.integer({ min: minuteOf(1950, 1), max: minuteOf(2060, 1) }),
  fc.integer({ min: minuteOf(-2200, 1), max: minuteOf(6100, 1) }),
);
const span = fc
  .tuple(minute, fc.integer({ min: 1, max: 400 * DAY }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('bins', () => {
  it('cover the span without gap or overlap, and none lies outside it', () => {
    fc.assert(
      fc.property(span, fc.constantFrom(...BIN_UNITS.slice(1)), (one, by) => {
        const edges = binEdges(one, by);
        expect(edges[0]).toBeLessThanOrEqual(one.from);
        expect(edges[1]).toBeGreaterThan(one.from);
        expect(edges.at(-1)).toBeGreaterThanOrEqual(one.to);
        expect(edges.at(-2)).toBeLessThan(one.to);
        edges.slice(1).forEach((edge, i) => {
          expect(edge).toBe(binAfter(edges[i] ?? NaN, by));
        });
      }),
    );
  });

  it('hold each minute in the bin that starts at or before it', () => {
    fc.assert(
      fc.property(minute, unit, (one, by) => {
        const start = binStart(one, by);
        expect(start).toBeLessThanOrEqual(one);
        expect(binAfter(one, by)).toBeGreaterThan(one);
        expect(binStart(start, by)).toBe(start);
        expect(binStart(binAfter(one, by) - 1, by)).toBe(start);
      }),
    );
  });

  it('follow the calendar', () => {
    const one = minuteOf(2024, 2, 29, 17, 5);
    expect(BIN_UNITS.map((by) => isoText(binStart(one, by)))).toEqual([
      '2024-02-29T17:00',
      '2024-02-29',
      '2024-02-29',
      '2024-02-29',
      '2024-02-26',
      '2024-02-19',
      '2024-02-01',
      '2024-01-01',
      '2024-01-01',
      '2024-01-01',
      '2024-01-01',
      '2024-01-01',
      '2020-01-01',
      '2020-01-01',
      '2020-01-01',
      '2000-01-01',
      '2000-01-01',
    ]);
    expect(isoText(binStart(minuteOf(26, 3, 5), 'century'))).toBe('0000-01-01');
    expect(isoText(binStart(minuteOf(-43, 3, 15), 'century'))).toBe('-0100-01-01');
    expect(isoText(binAfter(minuteOf(-43, 3, 15), 'century'))).toBe('0000-01-01');
    expect(isoText(binAfter(one, 'month', 12))).toBe('2025-02-01');
    expect(wallClock(binStart(one, 'week')).getUTCDay()).toBe(1);
  });

  it('are as fine as the maximum number of bins allows', () => {
    expect(binUnitFor({ from: 0, to: 60 * HOUR }, 60)).toBe('hour');
    expect(binUnitFor({ from: 0, to: 61 * HOUR }, 60)).toBe('day');
    expect(binUnitFor({ from: 0, to: 19 * DAY }, 60)).toBe('day');
    expect(binUnitFor({ from: 0, to: 200_000 * DAY }, 60)).toBe('decade');
  });

  it('are 40 to 100 for any period of 40 days or more', () => {
    fc.assert(
      fc.property(
        minute,
        fc.oneof(
          fc.integer({ min: 40 * DAY, max: 3000 * DAY }),
          fc.integer({ min: 40 * DAY, max: 3_000_000 * DAY }),
        ),
        (from, length) => {
          const span = { from, to: from + length };
          const bins = binsIn(span, binUnitFor(span, 98));
          expect(bins).toBeGreaterThanOrEqual(40);
          expect(bins).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('bins of a span', () => {
  it('are counted as their edges give, including bins that the span cuts', () => {
    fc.assert(
      fc.property(span, fc.constantFrom(...BIN_UNITS.slice(1)), (one, by) => {
        expect(binsIn(one, by)).toBe(binEdges(one, by).length - 1);
      }),
    );
  });
});

describe('edges', () => {
  it('lie a whole bin apart, and from between two the next comes first', () => {
    const one = minuteOf(2026, 3, 4, 14);
    expect(isoText(edgeAway(one, 'day', 1))).toBe('2026-03-05');
    expect(isoText(edgeAway(one, 'day', -1))).toBe('2026-03-04');
    expect(isoText(edgeAway(minuteOf(2026, 3, 4), 'day', -1))).toBe('2026-03-03');
    expect(isoText(edgeAway(minuteOf(2026, 3, 1), 'month', -1))).toBe('2026-02-01');
  });

  it('are nearest within half a bin', () => {
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom('hour' as const, 'day', 'three-days', 'week'),
        (one, by) => {
          const edge = nearestEdge(one, by);
          expect(binStart(edge, by)).toBe(edge);
          const length = binAfter(edge, by) - edge;
          expect(Math.abs(edge - one)).toBeLessThanOrEqual(length / 2);
        },
      ),
    );
  });
});
