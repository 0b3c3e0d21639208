import { NOT_GIVEN, type FieldKey } from '../core/fields/field-key.ts';
import type { ValuesClause } from '../core/filters/clause.ts';
import type { Filter } from '../core/filters/filter.ts';
import type { FacetQuery, FacetsAnswer, FacetsQuery, FieldSummary } from '../core/index/facet.ts';
import type { TimeRange } from '../core/time/time-range.ts';

/** Values that a filter names, and their field. */
export type NamedValues = { readonly field: FieldKey; readonly values: readonly string[] };

/** The values that clauses name, and the places and areas, which are values too where data have them. */
function namedValues(
  clauses: Filter,
  isKnownArea: (name: string) => boolean,
): readonly NamedValues[] {
  const named = new Map<FieldKey, Set<string>>();
  const add = (field: FieldKey, values: readonly string[]): void => {
    const all = named.get(field) ?? new Set();
    for (const value of values) if (value !== NOT_GIVEN) all.add(value);
    named.set(field, all);
  };
  for (const clause of clauses)
    if (clause.kind === 'values') add(clause.field, [...clause.values, ...clause.excluded]);
    else if (clause.kind === 'area')
      for (const shape of clause.shapes)
        if (shape.kind === 'place') add('place', [shape.name]);
        else if (shape.kind === 'named' && !isKnownArea(shape.name))
          add('governorate', [shape.name]);
  return [...named].map(([field, values]) => ({ field, values: [...values] }));
}

export type ValuesSource = {
  /** Of the data that are on. */
  readonly fields: () => Promise<readonly FieldSummary[]>;
  readonly facets: (query: FacetsQuery) => Promise<FacetsAnswer>;
  readonly window: TimeRange;
  readonly isKnownArea: (name: string) => boolean;
};

/** What clauses name that occurs nowhere in the data that are on. Texts are not judged: their values are not listed. */
export async function unknownValues(
  clauses: Filter,
  { fields, facets, window, isKnownArea }: ValuesSource,
): Promise<readonly NamedValues[]> {
  const named = namedValues(clauses, isKnownArea).filter(({ values }) => values.length > 0);
  if (named.length === 0) return [];
  const kinds = new Map((await fields()).map(({ key, kind }) => [key, kind]));
  const judged = named.filter(({ field }) =>
    ['category', 'boolean', undefined].includes(kinds.get(field)),
  );
  // A facet lists what a clause names, as far as any data have it, however few it lists else.
  const filter = judged.map(({ field, values }): ValuesClause => ({
    kind: 'values',
    field,
    values,
    excluded: [],
  }));
  const asked = judged.map(({ field }): FacetQuery => ({
    field,
    search: '',
    limit: 0,
    order: 'all',
  }));
  const query = { filter, extent: undefined, window, orderedIn: [], facets: asked };
  const answer = await facets(query);
  return judged.flatMap(({ field, values }, at) => {
    const counts = answer.facets[at];
    const listed = new Set(counts?.kind === 'values' ? counts.values : []);
    const unknown = values.filter((value) => !listed.has(value));
    return unknown.length > 0 ? [{ field, values: unknown }] : [];
  });
}
