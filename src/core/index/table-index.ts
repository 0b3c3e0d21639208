import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import {
  EMPTY_FILTER,
  hiddenLayers,
  knownBeforeOf,
  layerFlags,
  queryKey,
  searchTextOf,
  withoutKind,
  withoutLayers,
  type Extent,
  type Filter,
} from '../filters/filter.ts';
import type { NamedArea } from '../place/named-area.ts';
import { NO_AREA } from '../place/place-table.ts';
import { contentBytes, recordedAt, rowOfId, weaponAt } from '../records/contents.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { IncidentRecord } from '../records/incident-record.ts';
import { isByDay, type IncidentTable, type Row } from '../records/incident-table.ts';
import type { Weapon } from '../records/incident.ts';
import type { RecordRef } from '../records/record-ref.ts';
import { UNDATED } from '../records/unknown-ends.ts';
import type { Spellings } from '../text/search-text.ts';
import { DAY } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { buildIntervalIndex } from './build-interval-index.ts';
import type {
  DatasetFrame,
  DatasetIndex,
  OwnCounts,
  ListScope,
  ListShare,
  MarkQuery,
  MarkShare,
  PlaceNames,
} from './dataset-index.ts';
import type { FieldShare } from './field-share.ts';
import type { PossibleRow } from './incident-cells.ts';
import { NO_GROUP, type IntervalIndex } from './interval-index.ts';
import { markShareOf } from './mark-share.ts';
import { countTable } from './table-counts.ts';
import type { FacetShares, OwnFacetsQuery } from './facet-share.ts';
import type { TableFacets } from './table-facets.ts';
import { TablePlaces } from './table-places.ts';
import { rowCodesOf, type RowCodes } from './row-codes.ts';
import { rowSourceOf } from './row-source.ts';
import { possibleRows, TableFilter } from './table-filter.ts';
import { TableRows } from './table-rows.ts';
import { LazyFields } from './lazy-fields.ts';
import { LazySearch } from './lazy-search.ts';
import type { SortValues } from './sort-values.ts';
import type { SortColumn } from './table-sort.ts';

function undatedOf({ isUndated }: IncidentTable): DatasetIndex['undated'] {
  if (!isUndated.includes(UNDATED)) return 'none';
  return isUndated.every((code) => code === UNDATED) ? 'all' : 'some';
}

/**
 * The index of one table: exact, every count equals a look at every row. It is kept as long as its data
 * set is open, on or off. Kept for each record: its length class, its interval, the code of `RowCodes`, 4 bytes for each of
 * the last filters that it passes, and after the first search about as much as the distinct words of
 * its text take; for each place its y and, after the first list or tooltip, its name as a number.
 */
export class TableIndex implements DatasetIndex {
  readonly dataset: number;
  readonly table: IncidentTable;
  readonly firstRef: RecordRef;
  readonly isByDay: boolean;
  readonly undated: DatasetIndex['undated'];
  readonly #places: TablePlaces;
  readonly #search: LazySearch;
  readonly fields: LazyFields;
  readonly #filter: TableFilter;
  readonly #rows: TableRows;
  #facets: TableFacets | undefined;
  readonly #counts = new LruCache<OwnCounts>(1);
  readonly #codes = new LruCache<RowCodes>(1);

  constructor(
    table: IncidentTable,
    firstRef: RecordRef,
    spellings: Spellings,
    outlineOf: (name: string) => NamedArea | undefined,
    dataset = 0,
  ) {
    this.dataset = dataset;
    this.table = table;
    this.firstRef = firstRef;
    this.#places = new TablePlaces(table.places, outlineOf);
    this.fields = new LazyFields(table);
    this.#search = new LazySearch(table, spellings);
    const source = rowSourceOf(table, this.#search, this.fields, outlineOf);
    this.#filter = new TableFilter(source);
    this.#rows = new TableRows(table, this.#filter);
    this.isByDay = isByDay(table);
    this.undated = undatedOf(table);
  }

  get length(): number {
    return this.table.length;
  }

  get layers(): IncidentTable['layers'] {
    return this.table.layers;
  }

  get places(): IncidentTable['places'] {
    return this.table.places;
  }

  get period(): TimeRange {
    return this.table.period;
  }

  timeOf(row: Row, isDated: boolean): TimeRange {
    const { from, to, isUndated } = this.table;
    if (!isDated && isUndated[row] === UNDATED) return { from: 0, to: DAY };
    return { from: from[row] ?? 0, to: to[row] ?? 0 };
  }

  rowOf(id: string): Row | undefined {
    return rowOfId(this.table, id);
  }

  placeOf(row: Row): number {
    return this.table.place[row] ?? 0;
  }

  recordAt(row: Row, isDated: boolean): IncidentRecord | undefined {
    const recorded = recordedAt(this.table, row);
    const { dataset } = this;
    return recorded && { ...recorded, dataset, span: this.timeOf(row, isDated) };
  }

  weaponAt(row: Row): Weapon | null | undefined {
    return weaponAt(this.table, row);
  }

  fieldShares(task: Task): Promise<readonly FieldShare[]> {
    return this.fields.shares(task);
  }

  prepareSearch(task: Task): Promise<void> {
    return this.#search.prepare(task);
  }

  /** An outline has become known, so filters by area match other rows. */
  forgetFilters(): void {
    this.#rows.forget();
    this.#facets?.forget();
  }

  /** Which rows pass a filter only possibly; undefined: none does. */
  async possible(filter: Filter, task: Task): Promise<PossibleRow> {
    return possibleRows(await this.#rows.found(filter, task));
  }

  async passes(filter: Filter, row: Row, task: Task): Promise<boolean> {
    return (await this.#rows.passing(filter, task)).includes(row);
  }

  /** Those of all records are kept: switching the data set on looks at no row. */
  async counts(
    query: Filter,
    scheme: ColorScheme,
    extent: Extent,
    isDated: boolean,
    task: Task,
  ): Promise<OwnCounts> {
    if (extent || queryKey(query) !== queryKey(EMPTY_FILTER))
      return this.#count(query, scheme, extent, isDated, task);
    const key = `${scheme} ${isDated}`;
    return (
      this.#counts.get(key) ??
      this.#counts.set(key, await this.#count(EMPTY_FILTER, scheme, undefined, isDated, task))
    );
  }

  async #codesIn(scheme: ColorScheme, task: Task): Promise<RowCodes> {
    return (
      this.#codes.get(scheme) ?? this.#codes.set(scheme, await rowCodesOf(this.table, scheme, task))
    );
  }

  async #count(
    query: Filter,
    scheme: ColorScheme,
    extent: Extent,
    isDated: boolean,
    task: Task,
  ): Promise<OwnCounts> {
    const times = await this.#rows.times(isDated, task.part(0, 0.1));
    const rows = await this.#rows.passing(withoutLayers(query), task.part(0.1, 0.3));
    const isSeen = await this.#places.within(extent, task);
    const isPossible = possibleRows(await this.#rows.found(query, task));
    const codes = await this.#codesIn(scheme, task.part(0.3, 0.4));
    const counts = await countTable(
      this.table,
      times,
      rows,
      { codes, isSeen, isPossible },
      task.part(0.4, 0.8),
    );
    if (knownBeforeOf(query) === undefined) return counts;
    const ofNow = withoutKind(query, 'known');
    const now = await this.#count(ofNow, scheme, extent, isDated, task.part(0.8, 1));
    return { ...counts, now: now.cells };
  }

  /** Its program is loaded with the first facets: most visits open none. */
  async facets(query: OwnFacetsQuery, isDated: boolean, task: Task): Promise<FacetShares> {
    const { TableFacets } = await import('./table-facets.ts');
    this.#facets ??= new TableFacets(this.table, this.#filter, this.#places, this.fields);
    return this.#facets.count(query, await this.#rows.times(isDated, task), task);
  }

  async placeCounts(
    filter: Filter,
    window: TimeRange | undefined,
    isDated: boolean,
    task: Task,
  ): Promise<Uint32Array> {
    const { place, places } = this.table;
    const passing = await this.#rows.passing(filter, task);
    const { from, to } = await this.#rows.times(isDated, task);
    const counts = new Uint32Array(places.length);
    for (let position = 0; position < passing.length; position++) {
      if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(position / passing.length);
      const row = passing[position] ?? 0;
      if (window && ((from[row] ?? 0) >= window.to || (to[row] ?? 0) <= window.from)) continue;
      const at = place[row] ?? 0;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (let at = 0; at < places.length; at++) if (places.area[at] !== NO_AREA) counts[at] = 0;
    return counts;
  }

  placeFrame(task: Task): Promise<DatasetFrame> {
    return this.#places.frame(task);
  }

  placeNames(task: Task): Promise<PlaceNames> {
    return this.#places.names(task);
  }

  async marks(
    { filter, scheme, ...query }: MarkQuery,
    isDated: boolean,
    task: Task,
  ): Promise<MarkShare> {
    const passing = await this.#rows.passing(filter, task.part(0, 0.2));
    const times = await this.#rows.times(isDated, task.part(0.2, 0.3));
    const isPossible = possibleRows(await this.#rows.found(filter, task));
    const codes = await this.#codesIn(scheme, task.part(0.3, 0.4));
    return markShareOf(this.table, codes, times, passing, query, isPossible, task.part(0.4, 1));
  }

  async intervals(
    filter: Filter,
    groupOfPlace: Uint32Array,
    groups: number,
    isDated: boolean,
    task: Task,
  ): Promise<IntervalIndex> {
    const { place } = this.table;
    const passing = await this.#rows.passing(filter, task);
    const times = await this.#rows.times(isDated, task);
    const groupAt = passing.map((row) => groupOfPlace[place[row] ?? 0] ?? NO_GROUP);
    return buildIntervalIndex(times, passing, groups, groupAt, task);
  }

  async list(
    filter: Filter,
    scope: ListScope,
    window: TimeRange,
    isDated: boolean,
    task: Task,
  ): Promise<ListShare> {
    const { listShareOf } = await import('./list-share.ts');
    const { table } = this;
    const times = await this.#rows.times(isDated, task);
    const found = await this.#rows.found(filter, task);
    const isNamed = await this.#search.placesNamed(searchTextOf(filter), task);
    const isOn = layerFlags(table.layers, hiddenLayers(filter));
    const isInScope = await this.#places.inScope(scope, task);
    const isPossible = possibleRows(found);
    const picked = { scope: scope.kind, found, isOn, isInScope, isNamed, isPossible };
    return listShareOf(table, times, window, picked, task);
  }

  /** Loaded on demand: most visits sort no table. */
  async sortValues(column: SortColumn, task: Task): Promise<SortValues | undefined> {
    const { sortValuesOf } = await import('./sort-values.ts');
    return sortValuesOf(this.table, this.fields, column, task);
  }

  /** What the typed arrays of table and index take now, in bytes; texts apart. */
  get bytes(): { readonly table: number; readonly index: number; readonly text: number } {
    const { from, to, place, kind, layer, effectClass, deaths, id, places } = this.table;
    const columns = [from, to, place, kind, layer, effectClass, deaths, id];
    const ofPlaces = [places.lon, places.lat, places.precision, places.area, places.names.offsets];
    const sum = (arrays: readonly ArrayBufferView[]): number =>
      arrays.reduce((total, array) => total + array.byteLength, 0);
    const counts = this.#counts.all.flatMap(({ cells, areas }) => [
      cells.spans.starts,
      areas.spans.starts,
    ]);
    const codes = this.#codes.all.map(({ ofRow }) => ofRow);
    const contents = contentBytes(this.table);
    return {
      table: sum([...columns, ...ofPlaces, places.names.bytes]) + contents.table,
      index:
        sum(counts) +
        sum(codes) +
        this.#rows.bytes +
        this.#places.bytes +
        this.#search.bytes +
        this.fields.bytes +
        (this.#facets?.bytes ?? 0),
      text: contents.text,
    };
  }
}
