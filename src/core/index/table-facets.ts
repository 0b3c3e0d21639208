import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { Clause } from '../filters/clause.ts';
import { filterKey, type Extent, type Filter } from '../filters/filter.ts';
import type { RowFlags } from '../filters/match.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { TimeColumns } from './build-interval-index.ts';
import {
  countBins,
  countedRows,
  countRows,
  countValues,
  rowsInWindow,
  type CountedRows,
} from './count-facets.ts';
import { binnedColumn, type BinnedColumn } from './facet-bins.ts';
import type { FacetShare, FacetShares, OwnFacetsQuery } from './facet-share.ts';
import { filteredRows, type FilteredRows } from './filtered-rows.ts';
import type { LazyFields } from './lazy-fields.ts';
import type { TableFilter } from './table-filter.ts';
import type { TablePlaces } from './table-places.ts';

/** Counts the facets of one table, window after window. */
export class TableFacets {
  readonly #table: IncidentTable;
  readonly #filter: TableFilter;
  readonly #places: TablePlaces;
  readonly #fields: LazyFields;
  readonly #binned = new LruCache<BinnedColumn>(24);
  readonly #filtered = new LruCache<FilteredRows>(2);

  constructor(table: IncidentTable, filter: TableFilter, places: TablePlaces, fields: LazyFields) {
    this.#table = table;
    this.#filter = filter;
    this.#places = places;
    this.#fields = fields;
  }

  /** Costs a look at each row of the window for each field; no text is read. */
  async count(
    { filter, extent, window, fields }: OwnFacetsQuery,
    times: TimeColumns,
    task: Task,
  ): Promise<FacetShares> {
    const filtered = await this.#rowsOf(filter, extent, times, task.part(0, 0.5));
    const inWindow = await rowsInWindow(filtered, times, window, task.part(0.5, 0.6));
    const passing = countedRows(filtered, inWindow, undefined);
    const facets: FacetShare[] = [];
    for (const [at, { field, edges }] of fields.entries()) {
      if (task.isDue()) await task.yield(0.6 + (0.4 * at) / fields.length);
      const hasClause = filtered.fields.includes(field);
      const rows = hasClause ? countedRows(filtered, inWindow, field) : passing;
      facets.push(await this.#share(field, edges, rows, task));
    }
    return { facets, total: countRows(passing) };
  }

  /** The filter is matched once for all windows. */
  async #rowsOf(
    filter: Filter,
    extent: Extent,
    times: TimeColumns,
    task: Task,
  ): Promise<FilteredRows> {
    const key = JSON.stringify([filterKey(filter), extent]);
    const known = this.#filtered.get(key);
    if (known) return known;
    const flagsOf = (clause: Clause, own: Task): Promise<RowFlags | undefined> =>
      this.#filter.ofClause(clause, own);
    const isSeen = await this.#places.within(extent, task);
    return this.#filtered.set(
      key,
      await filteredRows(this.#table, times, filter, flagsOf, isSeen, task),
    );
  }

  async #share(
    field: FieldKey,
    edges: Float64Array | undefined,
    rows: CountedRows,
    task: Task,
  ): Promise<FacetShare> {
    const column = await this.#fields.column(field, task);
    switch (column?.kind) {
      case 'category':
      case 'boolean':
        if (edges) break;
        return { kind: 'values', values: column.values, counts: countValues(rows, column) };
      case 'number':
      case 'date': {
        if (!edges) break;
        const key = `${field} ${edges.join()}`;
        const binned = this.#binned.get(key) ?? this.#binned.set(key, binnedColumn(column, edges));
        return { kind: 'bins', counts: countBins(rows, binned) };
      }
      case 'text':
      case undefined:
        break;
    }
    return { kind: 'none', ...countRows(rows) };
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    const arrays = [
      ...this.#binned.all.flatMap(({ first, last }) => [first, last]),
      ...this.#filtered.all.flatMap((one) => [
        one.rows,
        one.latestEnd,
        one.failedBy,
        one.doubtedBy,
      ]),
    ];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}
