import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LruCache } from '../../../../src/core/base/lru-cache.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NOT_GIVEN } from '../../../../src/core/fields/field-key.ts';
import { hiddenLayers, layerFlags, type Filter } from '../../../../src/core/filters/filter.ts';
import { MergedIndex } from '../../../../src/core/index/merged-index.ts';
import { TableIndex } from '../../../../src/core/index/table-index.ts';
import type { LevelPyramid } from '../../../../src/core/layout/level-pyramid.ts';
import { EMPTY_PERIOD, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { targetLayers } from '../../../../src/core/records/layer.ts';
import { ENDLESS, UNDATED } from '../../../../src/core/records/unknown-ends.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { numbersByHand } from '../filters/fields-by-hand.ts';
import { span, table } from '../records/made-up-incidents.ts';
import { incidentAt } from '../records/recorded-incidents.ts';
import {
  CATEGORY_FIELDS,
  counted,
  countsOf,
  filter,
  hasValue,
  NUMBER_FIELDS,
  others,
} from './facets-by-hand.ts';
import { indexOf, totalsIn } from './views.ts';

const asked = (field: string) => ({ field, search: '', limit: 100, order: 'all' }) as const;
/** What the map shows, or all. */
const seen = fc.option(fc.constant({ west: 43.9, east: 44.7, south: 35, north: 36.2 }), {
  nil: undefined,
});
/** Nothing is ordered by what is shown. */
const orderedIn = [] as const;

describe('facets', () => {
  it('count what each value would leave under all other filters, as a look at every row does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(table, { minLength: 1, maxLength: 2 }),
        filter,
        span,
        async (tables, clauses, window) => {
          const facets = CATEGORY_FIELDS.map(asked);
          const query = { filter: clauses, extent: undefined, window, orderedIn, facets };
          const index = indexOf(tables);
          const fields = new Set((await index.fields(UNINTERRUPTED)).map(({ key }) => key));
          const answer = await index.facets(query, UNINTERRUPTED);
          expect(answer.total).toEqual(counted(tables, clauses, window, () => 1));
          for (const facet of answer.facets) {
            const { field } = facet;
            if (facet.kind !== 'values' || !fields.has(field)) continue;
            for (const [at, value] of facet.values.entries()) {
              const has = hasValue(field, value);
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
        const query = { filter: clauses, extent: undefined, window, orderedIn, facets };
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
      fc.asyncProperty(table, filter, span, seen, async (all, clauses, window, extent) => {
        const index = indexOf([all]);
        const { total } = await index.facets(
          { filter: clauses, extent, window, orderedIn, facets: [] },
          UNINTERRUPTED,
        );
        const { cells } = await index.counts(clauses, 'target', extent, UNINTERRUPTED);
        const isOn = layerFlags(targetLayers(), hiddenLayers(clauses));
        const { certain, possible } = totalsIn(cells, window, isOn);
        expect({ certain, possible }).toEqual(total);
        const query = { filter: clauses, extent, window, group: undefined };
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
          const query = {
            filter: own,
            extent: undefined,
            window: at,
            orderedIn,
            facets: [asked('effect')],
          };
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
          const { total } = await index.facets({ ...query, orderedIn, facets: [] }, UNINTERRUPTED);
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
