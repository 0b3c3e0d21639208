/** Made-up records; none of them happened. */
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import {
  INCIDENT,
  spanAt,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { daysOf } from '../../../../src/core/time/time-range.ts';
import { OPEN_BEGIN, OPEN_END, UNDATED } from '../../../../src/core/records/unknown-ends.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { contains, overlaps, type TimeRange } from '../../../../src/core/time/time-range.ts';
import { table } from '../records/made-up-incidents.ts';
import { joinTables, withUnknownEnds } from './joined-tables.ts';
import { EVERYTHING, indexOf, listOf, totalsIn } from './views.ts';

const CODES = [UNDATED, OPEN_END, OPEN_BEGIN] as const;

/** Two tables; of the second no record has both ends. */
const twoTables = fc
  .tuple(table, table)
  .filter(([one, other]) => one.kind.includes(INCIDENT) && other.kind.includes(INCIDENT))
  .map(async ([one, other]): Promise<readonly IncidentTable[]> => {
    const codes = Uint8Array.from({ length: other.length }, (_, row) => CODES[row % 3] ?? 1);
    return [one, await withUnknownEnds(other, codes)];
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
        async (made, part) => {
          const tables = await made;
          const mixed = await joinTables(tables);
          const index = indexOf(tables);
          const allOn = new Uint8Array(mixed.layers.length).fill(1);
          const counted = await index.counts(EMPTY_FILTER, 'target', undefined, UNINTERRUPTED);
          for (const window of windowsOf(daysOf(mixed.period), part)) {
            const { certain, possible } = lookedAt(mixed, window);
            expect(totalsIn(counted.cells, window, allOn)).toMatchObject({ certain, possible });
            const listing = await listOf(tables, window);
            expect([listing.certain, listing.incidents]).toEqual([certain, certain + possible]);
            const view = await index.view(
              EVERYTHING,
              { zoom: 7, extent: undefined, window, selected: undefined, scheme: 'target' },
              UNINTERRUPTED,
            );
            const { marks } = new MarkCounter(view, []).count(window, allOn);
            const inAreas = totalsIn(counted.areas, window, allOn).certain;
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
        async (made, part) => {
          const tables = await made;
          const mixed = await joinTables(tables);
          const isOne = (row: number): boolean =>
            mixed.kind[row] === INCIDENT && mixed.isUndated[row] === UNDATED;
          const undated = [...mixed.kind.keys()].filter(isOne).length;
          const allOn = new Uint8Array(mixed.layers.length).fill(1);
          const { cells } = await indexOf(tables).counts(
            EMPTY_FILTER,
            'target',
            undefined,
            UNINTERRUPTED,
          );
          for (const window of windowsOf(daysOf(mixed.period), part)) {
            const { days } = await listOf(tables, window);
            const sections = [...days.isUndated.keys()].filter(
              (day) => days.isUndated[day] === UNDATED,
            );
            const listed = sections.map(
              (day) => (days.start[day + 1] ?? 0) - (days.start[day] ?? 0),
            );
            expect(listed).toEqual(undated === 0 ? [] : [undated]);
            expect(sections.map((day) => days.certain[day])).toEqual(listed.map(() => 0));
          }
          const isDated = (cell: number): boolean => cells.isUndated[cell] === 0;
          const all = totalsIn(cells, EVER, allOn).certain;
          expect(totalsIn(cells, EVER, allOn, isDated).certain).toBe(all - undated);
        },
      ),
      { numRuns: 60 },
    );
  });
});
