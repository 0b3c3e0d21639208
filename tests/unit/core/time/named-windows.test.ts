import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { namedWindows } from '../../../../src/core/time/named-windows.ts';
import { contains, lengthOf, sameRange } from '../../../../src/core/time/time-range.ts';

const day = (year: number, month: number, date: number): number => minuteOf(year, month, date);
const textsOf = (from: number, to: number) =>
  namedWindows({ from, to }).map(({ window, ...named }) => {
    const name = named.kind === 'unit' ? named.unit : `last ${String(named.days)}`;
    return `${name} ${isoText(window.from)}/${isoText(window.to)}`;
  });

describe('`namedWindows`', () => {
  it('has the last days of the data and its months, cut to the period', () => {
    expect(textsOf(day(2026, 2, 28), day(2026, 3, 19))).toEqual([
      'last 7 2026-03-12/2026-03-19',
      'month 2026-02-28/2026-03-01',
      'month 2026-03-01/2026-03-19',
    ]);
  });

  it('names no window that is all of a short period', () => {
    expect(textsOf(day(2026, 3, 2), day(2026, 3, 9))).toEqual([]);
    expect(textsOf(day(2026, 3, 1), day(2026, 4, 1))).toEqual([
      'last 7 2026-03-25/2026-04-01',
      'last 30 2026-03-02/2026-04-01',
    ]);
  });

  it.each([
    ['month', 24, day(2024, 1, 31), day(2025, 12, 1) + DAY],
    ['year', 3, day(2024, 1, 31), day(2026, 1, 2)],
    ['year', 60, day(1960, 5, 1), day(2019, 5, 1)],
    ['decade', 8, day(1955, 5, 1), day(2026, 5, 1)],
    ['century', 22, day(-43, 3, 15), day(2026, 5, 1)],
  ] as const)('lists the period by the %s, %i of them', (unit, count, from, to) => {
    const units = namedWindows({ from, to }).filter(({ kind }) => kind === 'unit');
    expect(units.map((one) => one.kind === 'unit' && one.unit)).toEqual(
      Array<string>(units.length).fill(unit),
    );
    expect(units).toHaveLength(count);
  });

  it('covers any period once by its units, and ends with the last day of the data', () => {
    const period = fc
      .tuple(fc.integer({ min: -700_000, max: 30_000 }), fc.integer({ min: 1, max: 800_000 }))
      .map(([first, days]) => ({ from: first * DAY, to: (first + days) * DAY }));
    fc.assert(
      fc.property(period, (limits) => {
        const windows = namedWindows(limits);
        for (const { window } of windows) {
          expect(contains(limits, window)).toBe(true);
          expect(sameRange(window, limits)).toBe(false);
        }
        const units = windows.filter(({ kind }) => kind === 'unit').map(({ window }) => window);
        if (units.length > 0) {
          expect(units.reduce((sum, one) => sum + lengthOf(one), 0)).toBe(lengthOf(limits));
          expect(units.slice(1).every(({ from }, at) => from === units[at]?.to)).toBe(true);
        }
        for (const one of windows)
          if (one.kind === 'last-days')
            expect(one.window).toEqual({ from: limits.to - one.days * DAY, to: limits.to });
      }),
    );
  });
});
