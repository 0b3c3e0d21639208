import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import type { FieldColumn } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { Clause } from '../filters/clause.ts';
import { filterKey, type Extent, type Filter } from '../filters/filter.ts';
import type { RowFlags } from '../filters/match.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { BlockSums } from './block-sums.ts';
import type { TimeColumns } from './build-interval-index.ts';
import { countGroups, edgeRows, rowsInWindow } from './count-facets.ts';
import { binnedColumn, type BinnedColumn } from './facet-bins.ts';
import type { FacetField, FacetShare, FacetShares, OwnFacetsQuery } from './facet-share.ts';
import {
  clauseNumber,
  countedBlocks,
  filteredRows,
  NO_CLAUSE,
  type CountedBlocks,
  orderedRows,
  type FilteredRows,
  type OrderedRows,
} from './filtered-rows.ts';
import type { GroupCounts } from './interval-index.ts';
import type { LazyFields } from './lazy-fields.ts';
import { binGroups, ONE_GROUP, valueGroups, type RowGroups } from './row-groups.ts';
import type { TableFilter } from './table-filter.ts';
import type { TablePlaces } from './table-places.ts';
import { blockCountsOf, WEEK_VALUES, weekGroups } from './week-groups.ts';

/** Filters whose rows are kept. */
const MAX_FILTERS = 2;

/** Bins of as many columns are kept, a byte or two a row each. */
const MAX_BINNED = 48;

const binnedKey = (field: FieldKey, edges: Float64Array): string => `${field} ${edges.join()}`;

/** A field as it is counted. */
type GroupedField = { readonly groups: RowGroups } & (
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'bins' | 'week' | 'none' }
);

/** Counts the facets of one table, window after window. */
export class TableFacets {
  readonly #table: IncidentTable;
  readonly #filter: TableFilter;
  readonly #places: TablePlaces;
  readonly #fields: LazyFields;
  readonly #ordered = new Map<TimeColumns, OrderedRows>();
  readonly #binned = new LruCache<BinnedColumn>(MAX_BINNED);
  readonly #filtered = new Map<TimeColumns, LruCache<FilteredRows>>();
  readonly #counted = new WeakMap<FilteredRows, Map<number, CountedBlocks>>();
  readonly #sums = new WeakMap<FilteredRows, Map<string, BlockSums>>();

  constructor(table: IncidentTable, filter: TableFilter, places: TablePlaces, fields: LazyFields) {
    this.#table = table;
    this.#filter = filter;
    this.#places = places;
    this.#fields = fields;
  }

  /** Costs a look at the rows at the ends of the window for each field, see `BlockSums`; no text is read. */
  async count(
    { filter, extent, window, fields }: OwnFacetsQuery,
    times: TimeColumns,
    task: Task,
  ): Promise<FacetShares> {
    const filtered = await this.#rowsOf(filter, extent, times, task.part(0, 0.5));
    const inWindow = rowsInWindow(filtered, times, window);
    const edges = edgeRows(filtered, inWindow, NO_CLAUSE);
    // What is binned already needs no column, which may have been dropped; and binning others drops bins.
    const binned = fields.map(({ field, edges }) =>
      edges ? this.#binned.get(binnedKey(field, edges)) : undefined,
    );
    const columns = await this.#fields.columns(
      fields.flatMap(({ field }, at) => (binned[at] ? [] : [field])),
      task.part(0.5, 0.6),
    );
    const facets: FacetShare[] = [];
    for (const [at, asked] of fields.entries()) {
      if (task.isDue()) await task.yield(0.6 + (0.4 * at) / fields.length);
      const own = clauseNumber(filtered, asked.field);
      const rows = own === NO_CLAUSE ? edges : edgeRows(filtered, inWindow, own);
      const grouped = this.#groupsOf(asked, binned[at], columns.get(asked.field));
      const sums = this.#sumsOf(filtered, own, asked, grouped);
      facets.push(shareOf(grouped, countGroups(grouped.groups, sums, inWindow, rows)));
    }
    const sums = this.#sumsOf(filtered, NO_CLAUSE, undefined, { kind: 'none', groups: ONE_GROUP });
    const { certain, possible } = countGroups(ONE_GROUP, sums, inWindow, edges);
    return { facets, total: { certain: certain[0] ?? 0, possible: possible[0] ?? 0 } };
  }

  /** Sums are made once for each field of a filter. */
  #sumsOf(
    filtered: FilteredRows,
    own: number,
    asked: FacetField | undefined,
    { kind, groups }: GroupedField,
  ): BlockSums {
    const all = this.#sums.get(filtered) ?? new Map<string, BlockSums>();
    this.#sums.set(filtered, all);
    const key = asked ? `${kind} ${asked.field} ${asked.edges?.join() ?? ''}` : '';
    const sums = all.get(key) ?? new BlockSums(this.#countedBy(filtered, own), groups);
    all.set(key, sums);
    return sums;
  }

  /** Those of all fields without a clause are the same. */
  #countedBy(filtered: FilteredRows, own: number): CountedBlocks {
    const all = this.#counted.get(filtered) ?? new Map<number, CountedBlocks>();
    this.#counted.set(filtered, all);
    const counted = all.get(own) ?? countedBlocks(filtered, own);
    all.set(own, counted);
    return counted;
  }

  /** The filter is matched once for all windows. */
  async #rowsOf(
    filter: Filter,
    extent: Extent,
    times: TimeColumns,
    task: Task,
  ): Promise<FilteredRows> {
    // Where nothing else is dated, rows without a date are on one day: other times.
    const filters = this.#filtered.get(times) ?? new LruCache<FilteredRows>(MAX_FILTERS);
    this.#filtered.set(times, filters);
    const key = JSON.stringify([filterKey(filter), extent]);
    const known = filters.get(key);
    if (known) return known;
    const flagsOf = (clause: Clause, own: Task): Promise<RowFlags | undefined> =>
      this.#filter.ofClause(clause, own);
    const isSeen = await this.#places.within(extent, task);
    const ordered = this.#ordered.get(times) ?? (await orderedRows(this.#table, times, task));
    this.#ordered.set(times, ordered);
    const filtered = await filteredRows(this.#table, ordered, filter, flagsOf, isSeen, task);
    // Forgotten meanwhile: then this cache is no longer in use.
    return filters.set(key, filtered);
  }

  /** The groups of a field; of one that the table does not have, or not as it is asked for, all rows are one. */
  #groupsOf(
    { field, edges }: FacetField,
    known: BinnedColumn | undefined,
    column: FieldColumn | undefined,
  ): GroupedField {
    if (known) return { kind: 'bins', groups: binGroups(known) };
    const isCategory = column?.kind === 'category' || column?.kind === 'boolean';
    if (isCategory && !edges)
      return { kind: 'values', values: column.values, groups: valueGroups(column) };
    if (column?.kind === 'week-hours') return { kind: 'week', groups: weekGroups(column) };
    const isRange = column?.kind === 'number' || column?.kind === 'date';
    if (!isRange || !edges) return { kind: 'none', groups: ONE_GROUP };
    const binned = binnedColumn(column, edges);
    return { kind: 'bins', groups: binGroups(this.#binned.set(binnedKey(field, edges), binned)) };
  }

  /** See `TableFilter`. */
  forget(): void {
    this.#filtered.clear();
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    const filtered = [...this.#filtered.values()].flatMap(({ all }) => all);
    const sums = filtered.flatMap((one) => [...(this.#sums.get(one)?.values() ?? [])]);
    const counted = filtered.flatMap((one) => [...(this.#counted.get(one)?.values() ?? [])]);
    const arrays = [
      ...counted.flatMap(({ rows, isCertain, first }) => [rows, isCertain, first]),
      ...this.#binned.all.flatMap(({ first, last }) => [first, last]),
      ...[...this.#ordered.values()].flatMap((one) => [one.rows, one.blockFrom, one.blockTo]),
      ...filtered.flatMap(({ failedBy, doubtedBy }) => [failedBy, doubtedBy]),
    ];
    const bytes = [...arrays.map(({ byteLength }) => byteLength), ...sums.map((one) => one.bytes)];
    return bytes.reduce((sum, one) => sum + one, 0);
  }
}

function shareOf(field: GroupedField, counts: GroupCounts): FacetShare {
  switch (field.kind) {
    case 'values':
      return { kind: 'values', values: field.values, counts };
    case 'bins':
      return { kind: 'bins', counts };
    case 'week':
      return { kind: 'values', values: WEEK_VALUES, counts, blocks: blockCountsOf(counts) };
    case 'none':
      return { kind: 'none', certain: counts.certain[0] ?? 0, possible: counts.possible[0] ?? 0 };
  }
}
