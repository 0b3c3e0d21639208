import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NOT_GIVEN } from '../../../../src/core/fields/field-key.ts';
import type { Clause } from '../../../../src/core/filters/clause.ts';
import { withClause, type Filter } from '../../../../src/core/filters/filter.ts';
import type { FacetCounts } from '../../../../src/core/index/facet.ts';
import {
  EMPTY_PERIOD,
  spanAt,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { EFFECTS, STATUSES, TARGETS, WEAPONS } from '../../../../src/core/records/incident.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { numbersByHand, passesAllByHand, valuesByHand } from '../filters/fields-by-hand.ts';
import { span, table } from '../records/made-up-incidents.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';
import { indexOf, totalsIn } from './views.ts';
import { LruCache } from '../../../../src/core/base/lru-cache.ts';
import { MergedIndex } from '../../../../src/core/index/merged-index.ts';
import { TableIndex } from '../../../../src/core/index/table-index.ts';
import type { LevelPyramid } from '../../../../src/core/layout/level-pyramid.ts';
import { UNDATED } from '../../../../src/core/records/unknown-ends.ts';
import { ENDLESS } from '../../../../src/core/records/unknown-ends.ts';
import { layerFlags, hiddenLayers } from '../../../../src/core/filters/filter.ts';
import { targetLayers } from '../../../../src/core/records/layer.ts';

const VALUES = {
  target: TARGETS,
  weapon: [...WEAPONS, 'none', NOT_GIVEN],
  effect: EFFECTS,
  status: STATUSES,
  actor: ['Iran', 'made-up group', NOT_GIVEN],
  publisher: ['made-up 1', 'AP', NOT_GIVEN],
} as const;
const CATEGORY_FIELDS = Object.keys(VALUES) as readonly (keyof typeof VALUES)[];
const NUMBER_FIELDS = ['killed', 'injured', 'origins'] as const;

const values: fc.Arbitrary<Clause> = fc.constantFrom(...CATEGORY_FIELDS).chain((field) =>
  fc.record({
    kind: fc.constant('values' as const),
    field: fc.constant(field),
    values: fc.subarray<string>([...VALUES[field]]),
    excluded: fc.subarray<string>([...VALUES[field]], { maxLength: 2 }),
  }),
);
const bound = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined });
const range: fc.Arbitrary<Clause> = fc.record({
  kind: fc.constant('range' as const),
  field: fc.constantFrom(...NUMBER_FIELDS),
  from: bound,
  to: bound,
  orNotGiven: fc.boolean(),
});
const minuteOfDay = fc.integer({ min: 0, max: DAY - 1 });
const hours: fc.Arbitrary<Clause> = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ kind: 'hours', field: 'hours', from, to }));
const layers: fc.Arbitrary<Clause> = fc
  .subarray([...TARGETS], { minLength: 1 })
  .map((hidden) => ({ kind: 'layers', field: 'layer', hidden }));
const filter: fc.Arbitrary<Filter> = fc
  .array(fc.oneof({ weight: 3, arbitrary: values }, range, hours, layers), { maxLength: 4 })
  .map((clauses) => clauses.reduce<Filter>(withClause, []));

type Own = { readonly certain: number; readonly possible: number };

/** Counts the rows that `pick` takes, one by one. */
function counted(
  tables: readonly IncidentTable[],
  clauses: readonly Clause[],
  window: TimeRange,
  pick: (all: IncidentTable, row: number) => number,
): Own {
  let [certain, possible] = [0, 0];
  for (const all of tables)
    for (const row of allRows(all)) {
      const incident = incidentAt(all, row);
      const time = spanAt(all, row);
      if (incident.kind !== 'incident' || time.from >= window.to || time.to <= window.from)
        continue;
      const passes = passesAllByHand(clauses, incident, time);
      const times = passes === 'no' ? 0 : pick(all, row);
      const isInside = time.from >= window.from && time.to <= window.to;
      if (passes === 'yes' && isInside && times === 1) certain++;
      else if (times > 0) possible++;
    }
  return { certain, possible };
}

/** The clauses that a facet heeds: all but those on its own field. */
const others = (clauses: Filter, field: string): Filter =>
  clauses.filter((one) => one.field !== field && !(field === 'target' && one.kind === 'layers'));

const asked = (field: string) => ({ field, search: '', limit: 100 });

const countsOf = (facet: FacetCounts, at: number): Own => ({
  certain: facet.certain[at] ?? 0,
  possible: facet.possible[at] ?? 0,
});

describe('facets', () => {
  it('count what each value would leave under all other filters, as a look at every row does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(table, { minLength: 1, maxLength: 2 }),
        filter,
        span,
        async (tables, clauses, window) => {
          const facets = CATEGORY_FIELDS.map(asked);
          const query = { filter: clauses, extent: undefined, window, facets };
          const index = indexOf(tables);
          const fields = new Set((await index.fields(UNINTERRUPTED)).map(({ key }) => key));
          const answer = await index.facets(query, UNINTERRUPTED);
          expect(answer.total).toEqual(counted(tables, clauses, window, () => 1));
          for (const facet of answer.facets) {
            const { field } = facet;
            if (facet.kind !== 'values' || !fields.has(field)) continue;
            for (const [at, value] of facet.values.entries()) {
              const has = (all: IncidentTable, row: number): number => {
                const own = valuesByHand(incidentAt(all, row), field);
                return (own.length === 0 ? [NOT_GIVEN] : own).includes(value) ? 1 : 0;
              };
              const expected = counted(tables, others(clauses, field), window, has);
              expect([field, value, countsOf(facet, at)]).toEqual([field, value, expected]);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('count ranges of numbers in bins: possibly in each that they touch', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, span, async (all, clauses, window) => {
        const facets = NUMBER_FIELDS.map(asked);
        const query = { filter: clauses, extent: undefined, window, facets };
        const answer = await indexOf([all]).facets(query, UNINTERRUPTED);
        for (const facet of answer.facets) {
          if (facet.kind !== 'bins') continue;
          const { field, edges } = facet;
          const heeded = others(clauses, field);
          for (let bin = 0; bin + 1 < edges.length; bin++) {
            const [low = 0, high = 0] = [edges[bin], edges[bin + 1]];
            const touches = (_: IncidentTable, row: number): number => {
              const numbers = numbersByHand(incidentAt(all, row), field);
              if (!numbers || numbers[1] < low || numbers[0] >= high) return 0;
              return numbers[0] >= low && numbers[1] < high ? 1 : 2;
            };
            const expected = counted([all], heeded, window, touches);
            expect([field, bin, countsOf(facet, bin)]).toEqual([field, bin, expected]);
          }
          const silent = (_: IncidentTable, row: number): number =>
            numbersByHand(incidentAt(all, row), field) ? 0 : 1;
          expect(facet.notGiven).toEqual(counted([all], heeded, window, silent));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agree with the counts of the map and the list', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, span, async (all, clauses, window) => {
        const index = indexOf([all]);
        const { total } = await index.facets(
          { filter: clauses, extent: undefined, window, facets: [] },
          UNINTERRUPTED,
        );
        const { cells } = await index.counts(clauses, 'target', undefined, UNINTERRUPTED);
        const isOn = layerFlags(targetLayers(), hiddenLayers(clauses));
        const { certain, possible } = totalsIn(cells, window, isOn);
        expect({ certain, possible }).toEqual(total);
        const query = { filter: clauses, extent: undefined, window, group: undefined };
        const list = await index.list(query, UNINTERRUPTED);
        expect([list?.incidents ?? 0, list?.certain ?? 0]).toEqual([
          total.certain + total.possible,
          total.certain,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('list the most frequent values of all data first, whatever is filtered', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, span, async (all, clauses, window) => {
        const index = indexOf([all]);
        const valuesOf = async (own: Filter, at: TimeRange): Promise<readonly string[]> => {
          const query = { filter: own, extent: undefined, window: at, facets: [asked('effect')] };
          const [facet] = (await index.facets(query, UNINTERRUPTED)).facets;
          return facet?.kind === 'values' ? facet.values.filter((one) => one !== NOT_GIVEN) : [];
        };
        const ever = { from: -1e9, to: 1e9 };
        const everything = await valuesOf([], ever);
        const filtered = await valuesOf(clauses, window);
        expect(filtered).toEqual(everything);
      }),
      { numRuns: 20 },
    );
  });

  it('are counted anew where rows without a date are shown with dated ones', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, filter, span, async (first, second, clauses, window) => {
        const undated = { ...first, isUndated: new Uint8Array(first.length).fill(UNDATED) };
        const from = new Int32Array(first.length).fill(ENDLESS.from);
        const to = new Int32Array(first.length).fill(ENDLESS.to);
        const own = new TableIndex(
          { ...undated, from, to, period: EMPTY_PERIOD },
          0,
          [],
          () => undefined,
        );
        const other = new TableIndex(second, first.length, [], () => undefined, 1);
        const countedBy = async (indexes: readonly TableIndex[]) => {
          const index = new MergedIndex(indexes, new LruCache<LevelPyramid>(2));
          const query = { filter: clauses, extent: undefined, window, group: undefined };
          const { total } = await index.facets({ ...query, facets: [] }, UNINTERRUPTED);
          const list = await index.list(query, UNINTERRUPTED);
          return { total, listed: [list?.certain ?? 0, list?.incidents ?? 0] };
        };
        for (const indexes of [[own], [own, other], [own]]) {
          const { total, listed } = await countedBy(indexes);
          expect([total.certain, total.certain + total.possible]).toEqual(listed);
        }
      }),
      { numRuns: 30 },
    );
  });
});
