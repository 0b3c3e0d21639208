import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { filterKey, hiddenLayers, layerFlags, ofLayers, type Filter } from '../filters/filter.ts';
import { NO, type RowFlags } from '../filters/match.ts';
import { INCIDENT, type IncidentTable } from '../records/incident-table.ts';
import { DAY } from '../time/minute.ts';
import { onOneDay, timedRows, type TimedRows } from './build-interval-index.ts';
import type { TableFilter } from './table-filter.ts';

/** Filters whose rows are kept. */
const MAX_FILTERS = 3;

/** The rows of a table that pass a filter, and when they were; kept for the last filters. */
export class TableRows {
  readonly #table: IncidentTable;
  readonly #filter: TableFilter;
  #times: TimedRows | undefined;
  #timesOnOneDay: TimedRows | undefined;
  #ofFilters = new LruCache<Uint32Array>(MAX_FILTERS);

  constructor(table: IncidentTable, filter: TableFilter) {
    this.#table = table;
    this.#filter = filter;
  }

  /** `isDated`: some record of those that are on has a date; else all are on one day. */
  async times(isDated: boolean, task: Task): Promise<TimedRows> {
    // Two tasks may have been at it in turns: there is one, because others keep what they know of it.
    if (!this.#times) {
      const times = await timedRows(this.#table, task);
      this.#times ??= times;
    }
    if (isDated) return this.#times;
    return (this.#timesOnOneDay ??= onOneDay(this.#times, DAY));
  }

  /** One flag for each row of any kind: whether it passes the filter, whatever layers that hides. */
  found(filter: Filter, task: Task): Promise<RowFlags> {
    return this.#filter.flags(filter, task);
  }

  /** The incidents that pass the filter, in order. */
  async passing(filter: Filter, task: Task): Promise<Uint32Array> {
    const { length, kind, layer, layers } = this.#table;
    const key = filterKey(ofLayers(filter, layers));
    const kept = this.#ofFilters;
    const known = kept.get(key);
    if (known) return known;
    const found = await this.found(filter, task);
    const isOn = layerFlags(layers, hiddenLayers(filter));
    const rows = new Uint32Array(length);
    let passing = 0;
    for (let row = 0; row < length; row++) {
      if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
      if (found[row] !== NO && kind[row] === INCIDENT && isOn[layer[row] ?? 0] === 1)
        rows[passing++] = row;
    }
    return kept.set(key, rows.slice(0, passing));
  }

  /** See `TableFilter`. */
  forget(): void {
    this.#filter.forget();
    this.#ofFilters = new LruCache(MAX_FILTERS);
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    const rows = this.#ofFilters.all.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const irregular = 3 * (this.#times?.irregular.rows.byteLength ?? 0);
    return rows + irregular + (this.#times?.classes.of.byteLength ?? 0) + this.#filter.bytes;
  }
}
