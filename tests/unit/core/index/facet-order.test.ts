import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NOT_GIVEN } from '../../../../src/core/fields/field-key.ts';
import type { Filter } from '../../../../src/core/filters/filter.ts';
import type { FacetCounts, FacetQuery } from '../../../../src/core/index/facet.ts';
import { INCIDENT, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { span, table } from '../records/made-up-incidents.ts';
import { allRows } from '../records/recorded-incidents.ts';
import {
  CATEGORY_FIELDS,
  counted,
  countsOf,
  filter,
  hasValue,
  others,
  valuesOfRow,
  type Own,
} from './facets-by-hand.ts';
import { indexOf } from './views.ts';

const tables = fc.array(table, { minLength: 1, maxLength: 3 });
const windows = fc.array(span, { minLength: 1, maxLength: 2 });
const limit = fc.constantFrom(1, 2, 3, 100);

const sum = (counts: readonly Own[]): Own => ({
  certain: counts.reduce((all, { certain }) => all + certain, 0),
  possible: counts.reduce((all, { possible }) => all + possible, 0),
});

/** The values of a field that are listed: all of them counted in all rows, and sorted. */
function listedByHand(
  all: readonly IncidentTable[],
  clauses: Filter,
  orderedIn: readonly TimeRange[],
  { field, limit: length }: FacetQuery,
): { readonly values: readonly string[]; readonly more: number } {
  const present = new Set(
    all.flatMap((one) =>
      [...allRows(one)]
        .filter((row) => one.kind[row] === INCIDENT)
        .flatMap((row) => valuesOfRow(one, row, field)),
    ),
  );
  const heeded = others(clauses, field);
  const ranked = [...present.add(NOT_GIVEN)]
    .map((value) => ({
      value,
      ...sum(orderedIn.map((window) => counted(all, heeded, window, hasValue(field, value)))),
    }))
    .toSorted(
      (a, b) =>
        Number(a.value === NOT_GIVEN) - Number(b.value === NOT_GIVEN) ||
        b.certain - a.certain ||
        b.possible - a.possible ||
        (a.value < b.value ? -1 : 1),
    );
  const found = ranked.filter((one) => one.certain + one.possible > 0);
  const given = found.filter(({ value }) => value !== NOT_GIVEN);
  const isNamed = (value: string): boolean =>
    clauses.some(
      (clause) =>
        clause.kind === 'values' &&
        clause.field === field &&
        [...clause.values, ...clause.excluded].includes(value),
    );
  const listed = ranked.filter(
    (one) =>
      given.slice(0, length).includes(one) ||
      isNamed(one.value) ||
      (one.value === NOT_GIVEN && found.includes(one)),
  );
  return {
    values: listed.map(({ value }) => value),
    more: given.filter((one) => !listed.includes(one)).length,
  };
}

describe('the values of what is shown', () => {
  const asked = (length: number): readonly FacetQuery[] =>
    CATEGORY_FIELDS.map((field) => ({ field, search: '', limit: length, order: 'shown' }));

  it('are those with most incidents, as a look at every row finds them, in any filter and windows', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        filter,
        windows,
        span,
        limit,
        async (all, clauses, orderedIn, moved, length) => {
          const index = indexOf(all);
          const has = new Set((await index.fields(UNINTERRUPTED)).map(({ key }) => key));
          const facets = asked(length).filter(({ field }) => has.has(field));
          // At rest first, then in a window that has moved: what is listed and its order stay.
          for (const window of [orderedIn[0] ?? moved, moved]) {
            const query = { filter: clauses, extent: undefined, window, orderedIn, facets };
            const answer = await index.facets(query, UNINTERRUPTED);
            for (const [at, facet] of answer.facets.entries()) {
              const query = facets[at];
              if (facet.kind !== 'values' || !query) throw new Error('A field is of another kind.');
              const { values, more } = listedByHand(all, clauses, orderedIn, query);
              expect([facet.field, facet.order, facet.values, facet.more]).toEqual([
                query.field,
                'shown',
                values,
                more,
              ]);
              const heeded = others(clauses, facet.field);
              expect(values.map((_, position) => countsOf(facet, position))).toEqual(
                values.map((value) => counted(all, heeded, window, hasValue(facet.field, value))),
              );
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are only those that hold the text of a search', async () => {
    await fc.assert(
      fc.asyncProperty(tables, span, async (all, window) => {
        const index = indexOf(all);
        const listOf = async (search: string): Promise<FacetCounts | undefined> => {
          const facets = [{ field: 'target', search, limit: 100, order: 'shown' }] as const;
          const query = { filter: [], extent: undefined, window, orderedIn: [window], facets };
          return (await index.facets(query, UNINTERRUPTED)).facets[0];
        };
        const everything = await listOf('');
        const found = await listOf('er');
        if (everything?.kind !== 'values' || found?.kind !== 'values')
          throw new Error('No values.');
        expect(found.values).toEqual(everything.values.filter((value) => value.includes('er')));
      }),
      { numRuns: 20 },
    );
  });
});
