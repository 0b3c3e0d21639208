import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NOT_GIVEN } from '../../../../src/core/fields/field-key.ts';
import { BLOCK_HOURS, WEEK_HOURS } from '../../../../src/core/fields/week-hours.ts';
import type { Clause } from '../../../../src/core/filters/clause.ts';
import type { Filter } from '../../../../src/core/filters/filter.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import type { IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { ENDLESS, UNDATED } from '../../../../src/core/records/unknown-ends.ts';
import { wallClock } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { indexOf } from '../index/views.ts';
import { madeUp } from '../records/made-up-incidents.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const EVER: TimeRange = { from: -1e9, to: 1e9 };
const FIELD = 'week-hour';

/** Weeks of 2003 and the year before 1970: minutes, hours across hours, days, weeks and more. */
const time: fc.Arbitrary<TimeRange> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 17_500_000, max: 17_500_000 + 14 * DAY }),
      fc.integer({ min: -20 * DAY, max: -5 * DAY }),
    ),
    fc.oneof(
      fc.constant(1),
      fc.integer({ min: 2, max: 5 * HOUR }),
      fc.constant(DAY),
      fc.integer({ min: 1, max: 9 * DAY }),
    ),
    fc.boolean(),
  )
  .map(([begin, length, isAtMidnight]) => {
    const from = isAtMidnight ? Math.floor(begin / DAY) * DAY : begin;
    return { from, to: from + length };
  });

/** The values of all minutes of a time, one by one. */
function hoursByHand({ from, to }: TimeRange): ReadonlySet<string> {
  const hours = new Set<string>();
  for (let minute = from; minute < Math.min(to, from + 8 * DAY); minute++) {
    const clock = wallClock(minute);
    hours.add(`${clock.getUTCDay() || 7}-${clock.getUTCHours()}`);
  }
  return hours;
}

/** All hours of a row; of one without a date all of the week. */
type Row = TimeRange | undefined;
const possibleHours = (row: Row): ReadonlySet<string> =>
  row ? hoursByHand(row) : new Set(WEEK_HOURS);

type Count = { certain: number; possible: number };

function counterByHand(rows: readonly Row[]): (isIn: (hour: string) => boolean) => Count {
  const hours = rows.map((row) => ({ isDated: row !== undefined, own: [...possibleHours(row)] }));
  return (isIn) => countHours(hours, isIn);
}

type Hours = { readonly isDated: boolean; readonly own: readonly string[] };

function countHours(rows: readonly Hours[], isIn: (hour: string) => boolean): Count {
  const count = { certain: 0, possible: 0 };
  for (const { isDated, own: hours } of rows) {
    const own = hours.map(isIn);
    // One without a date is in no window for sure.
    if (own.every(Boolean) && isDated) count.certain++;
    else if (own.some(Boolean)) count.possible++;
  }
  return count;
}

function tableOf(rows: readonly Row[]): IncidentTable {
  const table = incidentTable(
    rows.map((row, at) => ({
      incident: madeUp({ id: `made-up-${at}` }),
      span: row ?? { from: 0, to: 1 },
    })),
  );
  const isUndated = Uint8Array.from(rows, (row) => (row ? 0 : UNDATED));
  const from = Int32Array.from(rows, (row) => row?.from ?? ENDLESS.from);
  const to = Int32Array.from(rows, (row) => row?.to ?? ENDLESS.to);
  return { ...table, isUndated, from, to };
}

const row: fc.Arbitrary<Row> = fc.option(time, { nil: undefined, freq: 8 });
/** Rows are sorted by their begin, as a table has them; one of them at least is dated. */
const rows = fc
  .tuple(time, fc.array(row, { maxLength: 12 }))
  .map(([first, others]) => [first, ...others])
  .map((all) => all.toSorted((a, b) => (a?.from ?? Infinity) - (b?.from ?? Infinity)));
/** Cells of all kinds, and whole days or hours, which times lie in more often. */
const cells = fc.oneof(
  fc.subarray([...WEEK_HOURS], { minLength: 1 }),
  fc
    .subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    .map((days) => WEEK_HOURS.filter((hour) => days.includes(Number(hour[0])))),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 23 }))
    .map(([from, length]) =>
      WEEK_HOURS.filter((hour) => (Number(hour.slice(2)) - from + 24) % 24 < length),
    ),
);

const valuesOf = (values: readonly string[], excluded: readonly string[] = []): Clause => ({
  kind: 'values',
  field: FIELD,
  values,
  excluded,
});

/** What headline and facets count, and what the list holds: an export has its rows. */
async function totalOf(table: IncidentTable, filter: Filter): Promise<Count> {
  const index = indexOf([table]);
  const query = { filter, extent: undefined, window: EVER };
  const { total } = await index.facets({ ...query, orderedIn: [], facets: [] }, UNINTERRUPTED);
  const list = await index.list({ ...query, group: undefined }, UNINTERRUPTED);
  const certain = list?.certain ?? 0;
  expect({ certain, possible: (list?.incidents ?? 0) - certain }).toEqual(total);
  return total;
}

describe('a filter by hours of the week', () => {
  it('passes what lies in the chosen cells, and possibly what only touches them', () =>
    fc.assert(
      fc.asyncProperty(rows, cells, cells, async (all, chosen, left) => {
        const [table, byHand] = [tableOf(all), counterByHand(all)];
        const isChosen = (hour: string): boolean => chosen.includes(hour);
        const isLeft = (hour: string): boolean => left.includes(hour);
        expect(await totalOf(table, [valuesOf(chosen)])).toEqual(byHand(isChosen));
        expect(await totalOf(table, [valuesOf([], chosen)])).toEqual(
          byHand((hour) => !isChosen(hour)),
        );
        expect(await totalOf(table, [valuesOf(chosen, left)])).toEqual(
          byHand((hour) => isChosen(hour) && !isLeft(hour)),
        );
      }),
      { numRuns: 60 },
    ));

  it('agrees with the one by hours of the day', () =>
    fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 23 }),
        async (all, from, length) => {
          const table = tableOf(all);
          const to = (from + length) % 24;
          const inHours = WEEK_HOURS.filter(
            (hour) => (Number(hour.slice(2)) - from + 24) % 24 < length,
          );
          const byHours = await totalOf(table, [
            { kind: 'hours', field: 'hours', from: from * HOUR, to: to * HOUR },
          ]);
          expect(await totalOf(table, [valuesOf(inHours)])).toEqual(byHours);
        },
      ),
      { numRuns: 60 },
    ));

  it('takes what is not known to the hour for what gives none', async () => {
    const known = { from: 17_500_000, to: 17_500_001 };
    const table = tableOf([known, { from: 17_500_000, to: 17_500_000 + DAY }, undefined]);
    const [hour = ''] = hoursByHand(known);
    expect(await totalOf(table, [valuesOf([NOT_GIVEN])])).toEqual({ certain: 1, possible: 1 });
    expect(await totalOf(table, [valuesOf([hour], [NOT_GIVEN])])).toEqual({
      certain: 1,
      possible: 0,
    });
    expect(await totalOf(table, [valuesOf([hour, NOT_GIVEN])])).toEqual({
      certain: 2,
      possible: 1,
    });
  });

  it('is possible for rows none of which is known to the hour', async () => {
    const wednesday = { from: 17_507_520, to: 17_507_520 + DAY };
    const own = [...hoursByHand(wednesday)];
    expect(own).toContain('3-0');
    const table = tableOf([wednesday, wednesday]);
    expect(await totalOf(table, [valuesOf(['3-5'])])).toEqual({ certain: 0, possible: 2 });
    expect(await totalOf(table, [valuesOf(['4-5'])])).toEqual({ certain: 0, possible: 0 });
    expect(await totalOf(table, [valuesOf(own)])).toEqual({ certain: 2, possible: 0 });
  });
});

describe('the counts of hours of the week', () => {
  it('are what each hour and each block of hours would leave, whatever is chosen of them', () =>
    fc.assert(
      fc.asyncProperty(rows, rows, cells, async (some, others, chosen) => {
        const index = indexOf([tableOf(some), tableOf(others)]);
        const all = [...some, ...others];
        const byHand = counterByHand(all);
        const { facets } = await index.facets(
          {
            filter: [valuesOf(chosen)],
            extent: undefined,
            window: EVER,
            orderedIn: [],
            facets: [{ field: FIELD, search: '', limit: 200, order: 'all' }],
          },
          UNINTERRUPTED,
        );
        const [counts] = facets;
        if (counts?.kind !== 'values' || !counts.blocks) throw new Error('No hours.');
        const { blocks } = counts;
        expect(counts.values.toSorted()).toEqual(
          [...WEEK_HOURS, ...(counts.values.includes(NOT_GIVEN) ? [NOT_GIVEN] : [])].toSorted(),
        );
        for (const [at, value] of counts.values.entries())
          if (value !== NOT_GIVEN)
            expect([value, counts.certain[at], counts.possible[at]]).toEqual([
              value,
              ...Object.values(byHand((hour) => hour === value)),
            ]);
        for (let at = 0; at < blocks.certain.length; at++) {
          const own = WEEK_HOURS.slice(at * BLOCK_HOURS, (at + 1) * BLOCK_HOURS);
          expect([at, blocks.certain[at], blocks.possible[at]]).toEqual([
            at,
            ...Object.values(byHand((hour) => own.includes(hour))),
          ]);
        }
        const silent = counts.values.indexOf(NOT_GIVEN);
        const known = all.filter((one) => possibleHours(one).size === 1).length;
        const given =
          silent < 0 ? 0 : (counts.certain[silent] ?? 0) + (counts.possible[silent] ?? 0);
        expect(given).toBe(all.length - known);
      }),
      { numRuns: 40 },
    ));
});
