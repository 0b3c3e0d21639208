import { flushSync } from 'svelte';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Count, WindowCount } from '../../../src/core/index/tally.ts';
import { DAY, HOUR, minuteOf } from '../../../src/core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../../src/core/time/time-range.ts';
import { dailyRate, needRates } from '../../../src/core/index/daily-rate.ts';
import { RECORDS } from '../published-records.ts';
import { openPage } from './open-page.ts';

const HALTS = ['halted', 'restored', 'outage'];
const incidents = RECORDS.filter(({ incident }) => incident.kind === 'incident');

/** What the published records have in a window, one by one. */
function bruteForce(window: TimeRange): WindowCount {
  const met = incidents.filter(({ span }) => span.from < window.to && span.to > window.from);
  const countOf = (records: typeof met): Count => {
    const certain = records.filter(
      ({ span }) => span.from >= window.from && span.to <= window.to,
    ).length;
    return { certain, possible: records.length - certain };
  };
  return {
    ...countOf(met),
    halts: countOf(met.filter(({ incident }) => HALTS.includes(incident.effect))),
  };
}

async function comparedPage(query: string) {
  const app = await openPage(query);
  const { shown, mapModel } = app;
  if (!shown || !mapModel) throw new Error('The published data are not open.');
  // What follows from state is kept up to date as on the page.
  $effect.root(() => {
    $effect(() => {
      expect(mapModel.current).not.toBeNull();
    });
  });
  await vi.waitFor(() => {
    flushSync();
    expect(app.comparing.current?.marks).toBeDefined();
    expect(mapModel.current?.counts.second).toBeDefined();
  });
  const comparison = app.comparing.current;
  if (!comparison) throw new Error('Nothing is compared.');
  return { app, shown, mapModel, comparison };
}

const sumOf = (counts: Uint32Array | undefined): number =>
  (counts ?? new Uint32Array(0)).reduce((sum, one) => sum + one, 0);

describe('a comparison', () => {
  it('counts both windows as brute force does, whatever they are, and marks and areas add up to them', async () => {
    const { app, shown, mapModel, comparison } = await comparedPage('vs=previous');
    const start = minuteOf(2026, 2, 28);
    const window = fc
      .tuple(fc.integer({ min: 0, max: 18 * 24 }), fc.integer({ min: 1, max: 19 * 24 }))
      .map(([from, length]) => ({
        from: start + from * HOUR,
        to: start + Math.min(from + length, 19 * 24) * HOUR,
      }));
    fc.assert(
      fc.property(window, window, (a, b) => {
        app.timeline.show(a);
        app.comparing.choose(b);
        flushSync();
        expect(shown.count).toMatchObject(bruteForce(a));
        expect(comparison.count).toMatchObject(bruteForce(b));
        const { marks, second } = mapModel.current?.counts ?? {};
        for (const [ofMarks, areas, all] of [
          [marks, shown.areaTotals, shown.count],
          [second?.marks, comparison.areas, comparison.count],
        ] as const)
          for (const field of ['certain', 'possible'] as const)
            expect(
              sumOf(ofMarks?.[field]) + areas.reduce((sum, area) => sum + area[field], 0),
            ).toBe(all[field]);
      }),
      { numRuns: 60 },
    );
  });

  it('counts the second window anew only when it is another one', async () => {
    const { app, comparison } = await comparedPage('vs=2026-03-01/2026-03-05');
    const before = comparison.marks;
    app.timeline.show({ from: minuteOf(2026, 3, 8), to: minuteOf(2026, 3, 9) });
    flushSync();
    expect(comparison.marks).toBe(before);
    app.comparing.choose('previous');
    flushSync();
    expect(comparison.marks).not.toBe(before);
  });

  it('follows the first window while it is chosen by what it is of that', async () => {
    const { app, comparison } = await comparedPage('from=2026-03-10&to=2026-03-12&vs=previous');
    const gap = () => app.timeline.span.from - comparison.window.to;
    expect([gap(), lengthOf(comparison.window)]).toEqual([0, 2 * DAY]);
    app.timeline.step(1);
    expect([gap(), lengthOf(comparison.window)]).toEqual([0, 2 * DAY]);
    comparison.second.moveEnd('from', minuteOf(2026, 3, 1));
    const chosen = comparison.window;
    app.timeline.step(1);
    expect(comparison.window).toEqual(chosen);
    expect(comparison.hasRates).toBe(true);
  });

  it.each(['vs=before', 'vs=after', 'vs=previous'])(
    'names A before B everywhere: %s',
    async (vs) => {
      const { comparison, shown } = await comparedPage(`from=2026-03-07&to=2026-03-12&${vs}`);
      const { count } = shown;
      const texts = [
        comparison.sentence,
        comparison.note,
        comparison.tolls ?? '',
        comparison.difference,
        comparison.short,
        comparison.differenceOf(count, comparison.count),
        comparison.both(count, comparison.count),
        comparison.periods.map(({ letter, name }) => `${letter} ${name}`).join(' '),
      ];
      for (const text of texts) expect(text.match(/\b[AB]\b/g)?.join('')).toMatch(/^A+B+(A+B+)*$/);
    },
  );

  it('begins on all dates with two halves, and ends with all dates', async () => {
    const app = await openPage('');
    await app.comparing.toggle();
    const { current } = app.comparing;
    expect(lengthOf(app.timeline.span)).toBe(9 * DAY);
    expect(current?.hasRates).toBe(false);
    await app.comparing.toggle();
    expect(app.timeline.isWhole).toBe(true);
    expect(app.comparing.current).toBeUndefined();
    await app.comparing.toggle();
    app.timeline.step(-1);
    await app.comparing.toggle();
    expect(app.timeline.isWhole).toBe(false);
  });

  it('says a second period that is outside of the data', async () => {
    const app = await openPage('vs=2020-01-01/2020-02-01');
    expect(app.comparing.chosen).toBeUndefined();
    expect(JSON.stringify(app.notices.all)).toContain('2020-01-01/2020-02-01');
  });
});

describe('a rate', () => {
  it('is the count for each day, so that as many days have the count', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.integer({ min: 60, max: 10_000_000 }),
        fc.integer({ min: 60, max: 10_000_000 }),
        (certain, possible, a, b) => {
          const rate = dailyRate({ certain, possible }, { from: 5, to: 5 + a });
          expect((rate.certain * a) / DAY).toBeCloseTo(certain, 4);
          expect((rate.possible * a) / DAY).toBeCloseTo(possible, 4);
          expect(needRates({ from: 0, to: a }, { from: 7, to: 7 + b })).toBe(a !== b);
        },
      ),
    );
  });
});
