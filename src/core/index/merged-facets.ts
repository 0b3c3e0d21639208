import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import type { FieldKey } from '../fields/field-key.ts';
import { filterKey, type Filter } from '../filters/filter.ts';
import { sameRange, type TimeRange } from '../time/time-range.ts';
import { dateEdges, numberEdges } from './facet-bins.ts';
import type { FacetField, FacetShare, FacetShares } from './facet-share.ts';
import type { FacetQuery, FacetsAnswer, FacetsQuery, FieldSummary } from './facet.ts';
import type { FieldShare } from './field-share.ts';
import { haveNotGiven, joinBins, joinValues, sumOf } from './join-facets.ts';
import { joinFields } from './join-fields.ts';
import type { MergedParts } from './merged-parts.ts';
import { MergedValues, type ListedValues } from './merged-values.ts';

/** Lists of values that are kept. */
const MAX_LISTS = 64;

/** One data set after the other, in one window. */
type CountFields = (
  window: TimeRange,
  fields: readonly FacetField[],
) => Promise<readonly FacetShares[]>;

/** The facets of the data sets that are on, as one. */
export class MergedFacets {
  readonly #parts: MergedParts;
  #shares: readonly (readonly FieldShare[])[] | undefined;
  #fields: readonly FieldSummary[] | undefined;
  readonly #values = new Map<FieldKey, MergedValues>();
  /** The values that a query lists: found once for all windows. */
  readonly #listed = new LruCache<ListedValues>(MAX_LISTS);

  constructor(parts: MergedParts) {
    this.#parts = parts;
  }

  /** The fields of all data sets, those of one key as one; built on first use. */
  async fields(task: Task): Promise<readonly FieldSummary[]> {
    return (this.#fields ??= joinFields(await this.#ownShares(task)));
  }

  async #ownShares(task: Task): Promise<readonly (readonly FieldShare[])[]> {
    return (this.#shares ??= await this.#parts.ask(
      ({ index }, own) => index.fieldShares(own),
      task,
      0,
      1,
    ));
  }

  async count(query: FacetsQuery, task: Task): Promise<FacetsAnswer> {
    const { facets, filter, extent } = query;
    const summaries = new Map(
      (await this.fields(task.part(0, 0.5))).map((field) => [field.key, field]),
    );
    const fields = facets.map(({ field }) => ({ field, edges: edgesOf(summaries.get(field)) }));
    const countFields: CountFields = (window, some) =>
      this.#parts.ask(
        ({ index }, part) =>
          index.facets({ filter, extent, window, fields: some }, this.#parts.isDated, part),
        task,
        0.5,
        1,
      );
    const own = await countFields(query.window, fields);
    const lists = await this.#listsInShown(query, fields, own, countFields);
    return {
      facets: facets.map((facet, at) => {
        const shares = own.flatMap((one) => one.facets[at] ?? []);
        const edges = fields[at]?.edges;
        return edges
          ? joinBins(facet, edges, shares)
          : joinValues(facet, lists[at] ?? this.#listInAll(facet, filter, shares), shares);
      }),
      total: sumOf(own.map(({ total }) => total)),
    };
  }

  /**
   * The values of facets that are ordered by what is shown, by position of the facet. What orders them is counted
   * once, so that a window that moves costs no more than its own counts.
   */
  async #listsInShown(
    { facets, filter, extent, window: counted, orderedIn }: FacetsQuery,
    fields: readonly FacetField[],
    own: readonly FacetShares[],
    countFields: CountFields,
  ): Promise<readonly (ListedValues | undefined)[]> {
    if (facets.every(({ order }) => order !== 'shown')) return [];
    const shown = JSON.stringify([filterKey(filter), extent, orderedIn]);
    const keyOf = ({ field, search, limit }: FacetQuery): string =>
      JSON.stringify([field, search, limit, shown]);
    const isRanked = facets.map(({ order }, at) => order === 'shown' && !fields[at]?.edges);
    const lists = facets.map((facet, at) =>
      isRanked[at] ? this.#listed.get(keyOf(facet)) : undefined,
    );
    const missing = fields.flatMap((field, at) =>
      isRanked[at] && !lists[at] ? [{ field, at, shares: new Array<FacetShare>() }] : [],
    );
    if (missing.length === 0) return lists;
    for (const window of orderedIn) {
      const isOwn = sameRange(window, counted);
      const answers = isOwn
        ? own
        : await countFields(
            window,
            missing.map(({ field }) => field),
          );
      for (const [position, { at, shares }] of missing.entries())
        shares.push(...answers.flatMap((one) => one.facets[isOwn ? at : position] ?? []));
    }
    for (const { at, shares } of missing) {
      const facet = facets[at];
      if (!facet) continue;
      const query = { ...facet, named: namedIn(filter, facet.field) };
      lists[at] = this.#listed.set(
        keyOf(facet),
        this.#valuesOf(facet.field).inShown(query, shares),
      );
    }
    return lists;
  }

  #listInAll(facet: FacetQuery, filter: Filter, shares: readonly FacetShare[]): ListedValues {
    const { field, search, limit } = facet;
    const named = namedIn(filter, field);
    const hasNotGiven = haveNotGiven(shares);
    const key = JSON.stringify([field, search, limit, named, hasNotGiven]);
    const known = this.#listed.get(key);
    if (known) return known;
    return this.#listed.set(key, this.#valuesOf(field).inAll({ ...facet, named }, hasNotGiven));
  }

  #valuesOf(field: FieldKey): MergedValues {
    const values = this.#values.get(field) ?? new MergedValues(field, (this.#shares ?? []).flat());
    this.#values.set(field, values);
    return values;
  }
}

/** What a clause includes or excludes is always listed, so that it can be taken off. */
const namedIn = (filter: Filter, field: FieldKey): readonly string[] =>
  filter.flatMap((clause) =>
    clause.kind === 'values' && clause.field === field
      ? [...clause.values, ...clause.excluded]
      : [],
  );

/** The bins of numbers and dates; undefined: the field is counted by its values. */
function edgesOf(field: FieldSummary | undefined): Float64Array<ArrayBuffer> | undefined {
  if (field?.kind === 'number')
    return field.bounds ? numberEdges(field.bounds.min, field.bounds.max) : new Float64Array(0);
  if (field?.kind === 'date')
    return field.bounds ? dateEdges(field.bounds.min, field.bounds.max) : new Float64Array(0);
  return undefined;
}
