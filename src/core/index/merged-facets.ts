import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { NOT_GIVEN, type FieldKey } from '../fields/field-key.ts';
import { byWeekHour } from '../fields/week-hours.ts';
import type { Filter } from '../filters/filter.ts';
import { searchableText } from '../text/search-text.ts';
import type { FieldShare } from './field-share.ts';
import { dateEdges, numberEdges } from './facet-bins.ts';
import type { FacetCounts, FacetQuery, FacetsAnswer, FacetsQuery, FieldSummary } from './facet.ts';
import type { GroupCounts } from './interval-index.ts';
import { joinFields } from './join-fields.ts';
import type { MergedParts } from './merged-parts.ts';
import type { FacetShare, FacetShares } from './facet-share.ts';
import { joinBlocks } from './week-groups.ts';

/** The values of a field of all data sets. */
type JoinedValues = {
  /** Most frequent first in all data, hours of the week in their order, those without a certain incident after the others; `NOT_GIVEN` last. */
  readonly values: readonly string[];
  readonly positionOf: ReadonlyMap<string, number>;
  /** Their texts as they are searched in. */
  readonly searchable: readonly string[];
};

type ListedValues = { readonly values: readonly string[]; readonly matching: number };

const noCounts = (length: number): GroupCounts => ({
  certain: new Uint32Array(length),
  possible: new Uint32Array(length),
});

/** The facets of the data sets that are on, as one. */
export class MergedFacets {
  readonly #parts: MergedParts;
  #shares: readonly (readonly FieldShare[])[] | undefined;
  #fields: readonly FieldSummary[] | undefined;
  readonly #values = new Map<FieldKey, JoinedValues>();
  /** The values that a query lists. */
  readonly #listed = new LruCache<ListedValues>(64);

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

  async count({ facets, ...query }: FacetsQuery, task: Task): Promise<FacetsAnswer> {
    const summaries = new Map(
      (await this.fields(task.part(0, 0.5))).map((field) => [field.key, field]),
    );
    const fields = facets.map(({ field }) => ({ field, edges: edgesOf(summaries.get(field)) }));
    const own = await this.#parts.ask(
      ({ index }, part) => index.facets({ ...query, fields }, this.#parts.isDated, part),
      task,
      0.5,
      1,
    );
    return {
      facets: facets.map((facet, at) => {
        const shares = own.flatMap((one) => one.facets[at] ?? []);
        const edges = fields[at]?.edges;
        return edges
          ? joinBins(facet.field, edges, shares)
          : this.#joinValues(facet, shares, query.filter);
      }),
      total: sumOf(own.map(({ total }) => total)),
    };
  }

  #joinValues(facet: FacetQuery, shares: readonly FacetShare[], filter: Filter): FacetCounts {
    const { field } = facet;
    const joined = this.#joined(field);
    let hasNotGiven = false;
    const counts = shares.flatMap((share): readonly CountOfValue[] => {
      if (share.kind === 'bins') return [];
      const count = countOfValue(share);
      hasNotGiven ||= count.certain(NOT_GIVEN) + count.possible(NOT_GIVEN) > 0;
      return [count];
    });
    const { values, matching } = this.#list(facet, joined, filter, hasNotGiven);
    const sum = (of: 'certain' | 'possible'): Uint32Array<ArrayBuffer> =>
      Uint32Array.from(values, (value) => counts.reduce((all, count) => all + count[of](value), 0));
    const blocks = joinBlocks(shares.filter((share) => share.kind === 'values'));
    return {
      kind: 'values',
      field,
      values,
      certain: sum('certain'),
      possible: sum('possible'),
      matching,
      ...(blocks && { blocks }),
    };
  }

  /** The values of a field in the order of all data, each once. */
  #joined(field: FieldKey): JoinedValues {
    const known = this.#values.get(field);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const share of (this.#shares ?? []).flat())
      if (share.key === field)
        share.values.forEach((value, at) =>
          counts.set(value, (counts.get(value) ?? 0) + (share.counts[at] ?? 0)),
        );
    const values = [...counts]
      .toSorted(([a, first], [b, second]) =>
        field === 'week-hour'
          ? Number(second > 0) - Number(first > 0) || byWeekHour(a, b)
          : second - first || (a < b ? -1 : 1),
      )
      .map(([value]) => value)
      .concat(NOT_GIVEN);
    const joined = {
      values,
      positionOf: new Map(values.map((value, at) => [value, at])),
      searchable: values.map(searchableText),
    };
    this.#values.set(field, joined);
    return joined;
  }

  /** Which values are listed: those that hold the text of the search, and those that a clause names. */
  #list(
    { field, search, limit }: FacetQuery,
    { values, positionOf, searchable }: JoinedValues,
    filter: Filter,
    hasNotGiven: boolean,
  ): ListedValues {
    const named = filter.flatMap((clause) =>
      clause.kind === 'values' && clause.field === field
        ? [...clause.values, ...clause.excluded]
        : [],
    );
    const key = JSON.stringify([field, search, limit, named, hasNotGiven]);
    const known = this.#listed.get(key);
    if (known) return known;
    const last = values.length - 1;
    const text = searchableText(search.trim());
    const found: number[] = [];
    for (let at = 0; at < last; at++) if (searchable[at]?.includes(text)) found.push(at);
    const listed = new Set(found.slice(0, limit));
    for (const value of named) {
      const at = positionOf.get(value);
      if (at !== undefined) listed.add(at);
    }
    if (text === '' && hasNotGiven) listed.add(last);
    const inOrder = [...listed].toSorted((a, b) => a - b);
    return this.#listed.set(key, {
      values: inOrder.map((at) => values[at] ?? NOT_GIVEN),
      matching: found.length,
    });
  }
}

/** How many incidents of one data set have a value. */
type CountOfValue = Readonly<Record<'certain' | 'possible', (value: string) => number>>;

/** The code of each value, by the values of a column, which are the same list for every window. */
const CODES = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function codesOf(values: readonly string[]): ReadonlyMap<string, number> {
  const known = CODES.get(values);
  if (known) return known;
  const codes = new Map(values.map((value, code) => [value, code]));
  CODES.set(values, codes);
  return codes;
}

function countOfValue(share: Exclude<FacetShare, { readonly kind: 'bins' }>): CountOfValue {
  if (share.kind === 'none') {
    const count = (own: number) => (value: string) => (value === NOT_GIVEN ? own : 0);
    return { certain: count(share.certain), possible: count(share.possible) };
  }
  const codes = codesOf(share.values);
  const count = (own: Uint32Array) => (value: string) => {
    const code = codes.get(value);
    return code === undefined ? 0 : (own[code] ?? 0);
  };
  return { certain: count(share.counts.certain), possible: count(share.counts.possible) };
}

function add(
  { certain, possible }: GroupCounts,
  at: number,
  isCertain: number,
  isPossible: number,
): void {
  certain[at] = (certain[at] ?? 0) + isCertain;
  possible[at] = (possible[at] ?? 0) + isPossible;
}

const sumOf = (totals: readonly FacetShares['total'][]): FacetShares['total'] => ({
  certain: totals.reduce((sum, { certain }) => sum + certain, 0),
  possible: totals.reduce((sum, { possible }) => sum + possible, 0),
});

/** The bins of numbers and dates; undefined: the field is counted by its values. */
function edgesOf(field: FieldSummary | undefined): Float64Array<ArrayBuffer> | undefined {
  if (field?.kind === 'number')
    return field.bounds ? numberEdges(field.bounds.min, field.bounds.max) : new Float64Array(0);
  if (field?.kind === 'date')
    return field.bounds ? dateEdges(field.bounds.min, field.bounds.max) : new Float64Array(0);
  return undefined;
}

function joinBins(
  field: FieldKey,
  edges: Float64Array<ArrayBuffer>,
  shares: readonly FacetShare[],
): FacetCounts {
  const bins = Math.max(edges.length - 1, 0);
  const all = noCounts(bins + 1);
  for (const share of shares) {
    if (share.kind === 'values') continue;
    if (share.kind === 'none') add(all, bins, share.certain, share.possible);
    else
      for (let bin = 0; bin <= bins; bin++)
        add(all, bin, share.counts.certain[bin] ?? 0, share.counts.possible[bin] ?? 0);
  }
  return {
    kind: 'bins',
    field,
    edges,
    certain: all.certain.slice(0, bins),
    possible: all.possible.slice(0, bins),
    notGiven: { certain: all.certain[bins] ?? 0, possible: all.possible[bins] ?? 0 },
  };
}
