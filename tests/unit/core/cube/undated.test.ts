/** Made-up records; none of them happened. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../src/core/cube/listing.ts';
import { MarkCounter } from '../../../../src/core/cube/mark-counter.ts';
import { EVER, histogramOf, totalsOf } from '../../../../src/core/cube/tally.ts';
import {
  daysOf,
  INCIDENT,
  type IncidentTable,
} from '../../../../src/core/incident/incident-table.ts';
import { joinTables } from '../../../../src/core/incident/join-tables.ts';
import { finish } from '../../../../src/core/steps.ts';
import type { Span } from '../../../../src/core/time/span.ts';
import { table } from '../made-up-incidents.ts';
import { cubeOf, EVERYTHING } from './views.ts';

/** The second of two tables without any date, joined with the first. */
const someMixed = fc
  .tuple(table, table)
  .filter(([one, other]) => one.kind.includes(INCIDENT) && other.kind.includes(INCIDENT))
  .map(([one, other]): IncidentTable => {
    const undated = { ...other, isUndated: new Uint8Array(other.length).fill(1) };
    return finish(joinTables([one, undated]));
  });

/** The whole period, and windows inside it. */
const windowsOf = (period: Span, part: number): readonly Span[] => {
  const middle = Math.round(period.from + part * (period.to - period.from));
  return [
    period,
    { from: period.from, to: Math.max(middle, period.from + 60) },
    { from: Math.min(middle, period.to - 60), to: period.to },
  ];
};

const sum = (counts: Uint32Array): number => counts.reduce((all, one) => all + one, 0);

describe('records without a date', () => {
  it('are possibly in every window and certainly in none, wherever they are counted', () => {
    fc.assert(
      fc.property(someMixed, fc.double({ min: 0, max: 1, noNaN: true }), (mixed, part) => {
        const cube = cubeOf(mixed);
        const allOn = new Uint8Array(mixed.layers.length).fill(1);
        const counted = finish(cube.counted('', undefined));
        const isOne = (row: number): boolean =>
          mixed.kind[row] === INCIDENT && mixed.isUndated[row] === 1;
        const undated = mixed.kind.reduce((all, _, row) => all + (isOne(row) ? 1 : 0), 0);
        for (const window of windowsOf(daysOf(mixed.period), part)) {
          const all = totalsOf(counted.layers, window, allOn);
          const dated = counted.dated && totalsOf(counted.dated, window, allOn);
          expect(all.certain).toBe(dated?.certain);
          expect(all.possible).toBe((dated?.possible ?? NaN) + undated);
          const listing = listingOf(mixed, window, isOne);
          expect([listing.certain, listing.incidents]).toEqual([0, undated]);
          expect([...listing.days.isUndated]).toEqual([1]);
          const view = finish(
            cube.view(EVERYTHING, { zoom: 7, extent: undefined, window, held: undefined }),
          );
          const { marks } = new MarkCounter(view).count(window, allOn);
          const inAreas = sum(
            Uint32Array.from(
              { length: mixed.places.areas.length },
              (_, area) =>
                totalsOf(counted.areas, window, allOn, area * mixed.layers.length).certain,
            ),
          );
          expect(sum(marks.certain) + inAreas).toBe(all.certain);
        }
        // In no bar, and counted as records whatever the window.
        const bars = histogramOf(counted.dated ?? counted.layers, [EVER.from, EVER.to], allOn);
        expect(sum(bars.certain) + undated).toBe(totalsOf(counted.layers, EVER, allOn).certain);
      }),
      { numRuns: 60 },
    );
  });

  it('have a section of their own next to a dated one that lasts as long', () => {
    fc.assert(
      fc.property(someMixed, (mixed) => {
        const { days } = listingOf(
          mixed,
          daysOf(mixed.period),
          (row) => mixed.kind[row] === INCIDENT,
        );
        const flags = [...days.isUndated];
        expect(flags.filter((flag) => flag === 1)).toHaveLength(1);
        expect(flags[0]).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
