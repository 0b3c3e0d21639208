import type { Bounds } from '../place/bounds.ts';
import type { Layer } from '../records/layer.ts';
import type { Minute } from '../time/minute.ts';
import { clauseKey, type Clause, type ClauseKind, type ClauseOf } from './clause.ts';
import type { RowFilterName } from './row-filters.ts';

/** What the reader filters by, except the time window. All clauses must pass; none: everything does. */
export type Filter = readonly Clause[];

export const EMPTY_FILTER: Filter = [];

/** The area that is counted; undefined means the whole world. */
export type Extent = Bounds | undefined;

/** Parts of a filter that a reader switches on in the key and the list. */
export type FilterParts = {
  readonly hidden?: Iterable<string>;
  readonly text?: string;
  readonly only?: Iterable<RowFilterName>;
  readonly knownBefore?: Minute | undefined;
};

/** A filter of these parts; those that leave nothing out are no clauses. */
export function filterOf({ hidden = [], text = '', only = [], knownBefore }: FilterParts): Filter {
  const off = [...hidden];
  const names = [...only];
  const clauses: readonly (Clause | false)[] = [
    off.length > 0 && { kind: 'layers', field: 'layer', hidden: off },
    text !== '' && { kind: 'text', field: '*', text },
    names.length > 0 && { kind: 'only', field: 'only', names },
    knownBefore !== undefined && { kind: 'known', field: 'known', before: knownBefore },
  ];
  return clauses.filter((clause) => clause !== false);
}

/** The filters that can be taken away one by one: each name of a clause, and each of its areas. */
export const countFilters = (filter: Filter): number =>
  filter.reduce(
    (sum, clause) =>
      sum +
      (clause.kind === 'only'
        ? clause.names.length
        : clause.kind === 'area'
          ? clause.shapes.length
          : 1),
    0,
  );

/** The clause of a kind that a filter has once. */
export const clauseOf = <Kind extends ClauseKind>(
  filter: Filter,
  kind: Kind,
): ClauseOf<Kind> | undefined =>
  filter.find((clause): clause is ClauseOf<Kind> => clause.kind === kind);

/** The filter with these layers hidden, and no others. */
export function hidingLayers(filter: Filter, hidden: readonly string[]): Filter {
  const others = withoutKind(filter, 'layers');
  return hidden.length === 0
    ? others
    : withClause(others, { kind: 'layers', field: 'layer', hidden });
}

/** The filter with a clause in place of the one of its key. */
export const withClause = (filter: Filter, clause: Clause): Filter => [
  ...withoutClause(filter, clause),
  clause,
];

export const withoutClause = (filter: Filter, clause: Pick<Clause, 'kind' | 'field'>): Filter =>
  filter.filter((one) => clauseKey(one) !== clauseKey(clause));

export const withoutKind = (filter: Filter, kind: ClauseKind): Filter =>
  filter.filter((one) => one.kind !== kind);

/** Keys of the layers that are switched off. */
export const hiddenLayers = (filter: Filter): ReadonlySet<string> =>
  new Set(clauseOf(filter, 'layers')?.hidden);

export const searchTextOf = (filter: Filter): string => clauseOf(filter, 'text')?.text ?? '';

export const knownBeforeOf = (filter: Filter): Minute | undefined =>
  clauseOf(filter, 'known')?.before;

/**
 * What a filter asks of records: which part of the map is seen comes with each query, and a search has no
 * space at its ends.
 */
export const askedOf = (filter: Filter): Filter =>
  withoutKind(filter, 'viewport').flatMap((clause) =>
    clause.kind === 'text' ? filterOf({ text: clause.text.trim() }) : [clause],
  );

/** What is counted by layer: a filter whatever layers it hides. */
export const withoutLayers = (filter: Filter): Filter => withoutKind(filter, 'layers');

/** The filter without the layers that some data do not have: they hide nothing there. */
export function ofLayers(filter: Filter, layers: readonly Layer[]): Filter {
  const hidden = hiddenLayers(filter);
  const own = layers.filter(({ key }) => hidden.has(key)).map(({ key }) => key);
  const others = withoutLayers(filter);
  return own.length === 0 ? others : [...others, { kind: 'layers', field: 'layer', hidden: own }];
}

/** One flag for each layer: 1 when it is on. */
export const layerFlags = (
  layers: readonly Layer[],
  hidden: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> => Uint8Array.from(layers, ({ key }) => (hidden.has(key) ? 0 : 1));

/** Lists in a clause are sets: their order is not part of what it means. */
const sortedLists = (_: string, value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.toSorted() : value;

/** Returns a key that is equal for filters that match the same rows. */
export const filterKey = (filter: Filter): string =>
  JSON.stringify(
    filter.toSorted((a, b) => (clauseKey(a) < clauseKey(b) ? -1 : 1)),
    sortedLists,
  );

/** The same of what is counted. */
export const queryKey = (filter: Filter): string => filterKey(withoutLayers(filter));
