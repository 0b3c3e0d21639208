/** Made-up records; none of them happened. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordListOf } from '../../../../src/core/index/record-list.ts';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { EVER, totalsOf } from '../../../../src/core/index/tally.ts';
import {
  daysOf,
  INCIDENT,
  spanAt,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { joinTables } from '../../../../src/core/records/join-tables.ts';
import { OPEN_BEGIN, OPEN_END, UNDATED } from '../../../../src/core/records/unknown-ends.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { contains, overlaps, type TimeRange } from '../../../../src/core/time/time-range.ts';
import { table } from '../records/made-up-incidents.ts';
import { cubeOf, EVERYTHING } from './views.ts';

const CODES = [UNDATED, OPEN_END, OPEN_BEGIN] as const;

/** Two tables; of the second no record has both ends. */
const twoTables = fc
  .tuple(table, table)
  .filter(([one, other]) => one.kind.includes(INCIDENT) && other.kind.includes(INCIDENT))
  .map(([one, other]): readonly IncidentTable[] => {
    const isUndated = Uint8Array.from({ length: other.length }, (_, row) => CODES[row % 3] ?? 1);
    return [one, { ...other, isUndated }];
  });

/** The whole period, and windows inside it. */
const windowsOf = (period: TimeRange, part: number): readonly TimeRange[] => {
  const middle = Math.round(period.from + part * (period.to - period.from));
  return [
    period,
    { from: period.from, to: Math.max(middle, period.from + 60) },
    { from: Math.min(middle, period.to - 60), to: period.to },
  ];
};

const sum = (counts: Uint32Array): number => counts.reduce((all, one) => all + one, 0);

/** What a window holds, record by record. */
function lookedAt(mixed: IncidentTable, window: TimeRange) {
  const rows = [...mixed.kind.keys()].filter((row) => mixed.kind[row] === INCIDENT);
  const inside = rows.filter((row) => overlaps(spanAt(mixed, row), window));
  const isCertain = (row: number): boolean =>
    mixed.isUndated[row] === 0 && contains(window, spanAt(mixed, row));
  const certain = inside.filter(isCertain).length;
  return { certain, possible: inside.length - certain };
}

describe('records of which an end, or both, is not known', () => {
  it('are possibly in a window and never certainly, wherever they are counted', async () => {
    await fc.assert(
      fc.asyncProperty(
        twoTables,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (tables, part) => {
          const mixed = await joinTables(tables, UNINTERRUPTED);
          const cube = cubeOf(mixed);
          const allOn = new Uint8Array(mixed.layers.length).fill(1);
          const counted = await cube.counted('', undefined, UNINTERRUPTED);
          for (const window of windowsOf(daysOf(mixed.period), part)) {
            const { certain, possible } = lookedAt(mixed, window);
            expect(totalsOf(counted.layers, window, allOn)).toMatchObject({ certain, possible });
            const listing = await recordListOf(mixed, window, () => true, undefined, UNINTERRUPTED);
            expect([listing.certain, listing.incidents]).toEqual([certain, certain + possible]);
            const view = await cube.view(
              EVERYTHING,
              { zoom: 7, extent: undefined, window, selectedRow: undefined },
              UNINTERRUPTED,
            );
            const { marks } = new MarkCounter(view).count(window, allOn);
            const inAreas = mixed.places.areas.reduce(
              (all, _, area) =>
                all + totalsOf(counted.areas, window, allOn, area * mixed.layers.length).certain,
              0,
            );
            expect(sum(marks.certain) + inAreas).toBe(certain);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are in every window where no date is known, in no bar, and counted as records', async () => {
    await fc.assert(
      fc.asyncProperty(
        twoTables,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (tables, part) => {
          const mixed = await joinTables(tables, UNINTERRUPTED);
          const isOne = (row: number): boolean =>
            mixed.kind[row] === INCIDENT && mixed.isUndated[row] === UNDATED;
          const undated = [...mixed.kind.keys()].filter(isOne).length;
          const allOn = new Uint8Array(mixed.layers.length).fill(1);
          const { layers, dated } = await cubeOf(mixed).counted('', undefined, UNINTERRUPTED);
          for (const window of windowsOf(daysOf(mixed.period), part)) {
            const listing = await recordListOf(mixed, window, isOne, undefined, UNINTERRUPTED);
            expect([listing.certain, listing.incidents]).toEqual([0, undated]);
            expect([...listing.days.isUndated]).toEqual(undated === 0 ? [] : [UNDATED]);
          }
          const all = totalsOf(layers, EVER, allOn).certain;
          expect(totalsOf(dated ?? layers, EVER, allOn).certain).toBe(all - undated);
        },
      ),
      { numRuns: 60 },
    );
  });
});
