import { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import {
  EMPTY_FILTER,
  filterKey,
  layerFlags,
  type Extent,
  type Filter,
} from '../filters/filter.ts';
import { BoundsBuilder, isWithin, overlap, type Bounds } from '../place/bounds.ts';
import { toMercator } from '../place/mercator.ts';
import { NO_AREA } from '../place/place-table.ts';
import { contentBytes, recordedAt, rowOfId, weaponAt } from '../records/contents.ts';
import type { IncidentRecord } from '../records/incident-record.ts';
import { INCIDENT, isByDay, type IncidentTable, type Row } from '../records/incident-table.ts';
import { KINDS, type Weapon } from '../records/incident.ts';
import type { RecordRef } from '../records/record-ref.ts';
import { UNDATED } from '../records/unknown-ends.ts';
import type { Spellings } from '../text/search-text.ts';
import { TextNumbers } from '../text/text-numbers.ts';
import { DAY } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import { buildIntervalIndex, onOneDay, timedRows, type TimedRows } from './build-interval-index.ts';
import type {
  DatasetFrame,
  DatasetIndex,
  IncidentCounts,
  ListScope,
  ListShare,
  MarkQuery,
  MarkShare,
  PlaceNames,
} from './dataset-index.ts';
import { NO_GROUP, type IntervalIndex } from './interval-index.ts';
import { listShareOf } from './list-share.ts';
import { markShareOf } from './mark-share.ts';
import type { TableSearch } from './table-search.ts';

/** Hashing a name reads memory all over the table, so it takes longer than a row. */
const NAMES_PER_YIELD_POINT = 1 << 12;
const SERIES = KINDS.indexOf('series');

function undatedOf({ isUndated }: IncidentTable): DatasetIndex['undated'] {
  if (!isUndated.includes(UNDATED)) return 'none';
  return isUndated.every((code) => code === UNDATED) ? 'all' : 'some';
}

/**
 * The index of one table: exact, every count equals a look at every row. It is kept as long as its data
 * set is open, on or off. Kept for each record: its length class, its interval, 4 bytes for each of
 * the last filters that it passes, and after the first search about as much as the distinct words of
 * its text take; for each place its y and, after the first list or tooltip, its name as a number.
 */
export class TableIndex implements DatasetIndex {
  readonly table: IncidentTable;
  readonly firstRef: RecordRef;
  readonly isByDay: boolean;
  readonly undated: DatasetIndex['undated'];
  readonly #boundsOfArea: (name: string) => Bounds | undefined;
  readonly #spellings: Spellings;
  #search: TableSearch | undefined;
  #times: TimedRows | undefined;
  #timesOnOneDay: TimedRows | undefined;
  #frame: DatasetFrame | undefined;
  /** Names of the places as far as they are numbered. */
  #names: (PlaceNames & { numbered: number }) | undefined;
  readonly #passing = new LruCache<Uint32Array>(3);
  readonly #counts = new LruCache<IncidentCounts>(1);

  constructor(
    table: IncidentTable,
    firstRef: RecordRef,
    spellings: Spellings,
    boundsOfArea: (name: string) => Bounds | undefined,
  ) {
    this.table = table;
    this.firstRef = firstRef;
    this.#boundsOfArea = boundsOfArea;
    this.#spellings = spellings;
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

  /** `isDated`: some record of those that are on has a date; else all are on one day. */
  async #timesOf(isDated: boolean, task: Task): Promise<TimedRows> {
    this.#times ??= await timedRows(this.table, task);
    if (isDated) return this.#times;
    return (this.#timesOnOneDay ??= onOneDay(this.#times, DAY));
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
    return recorded && { ...recorded, span: this.timeOf(row, isDated) };
  }

  weaponAt(row: Row): Weapon | null | undefined {
    return weaponAt(this.table, row);
  }

  async prepareSearch(task: Task): Promise<void> {
    await (await this.#loadSearch()).prepare(task);
  }

  /** The program for searching is loaded with the first search. */
  async #loadSearch(): Promise<TableSearch> {
    const { TableSearch } = await import('./table-search.ts');
    return (this.#search ??= new TableSearch(this.table, this.#spellings));
  }

  /** One flag a row of any kind: 1 when it holds what is searched for. */
  async #rowsWith(text: string, task: Task): Promise<Uint8Array> {
    if (text === '') return new Uint8Array(this.length).fill(1);
    return (await this.#loadSearch()).rowsWith(text, task);
  }

  /** The incidents that pass the filter, in order. */
  async #passingIncidents(filter: Filter, task: Task): Promise<Uint32Array> {
    const { length, kind, layer, layers } = this.table;
    const own = layers.filter(({ key }) => filter.hidden.has(key)).map(({ key }) => key);
    const key = filterKey({ ...filter, hidden: new Set(own) });
    const known = this.#passing.get(key);
    if (known) return known;
    const found = await this.#rowsWith(filter.text, task);
    const isOn = layerFlags(layers, filter.hidden);
    const rows = new Uint32Array(length);
    let passing = 0;
    for (let row = 0; row < length; row++) {
      if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
      if (found[row] === 1 && kind[row] === INCIDENT && isOn[layer[row] ?? 0] === 1)
        rows[passing++] = row;
    }
    return this.#passing.set(key, rows.slice(0, passing));
  }

  async passes(filter: Filter, row: Row, task: Task): Promise<boolean> {
    return (await this.#passingIncidents(filter, task)).includes(row);
  }

  /** Those of all records are kept: switching the data set on looks at no row. */
  async counts(
    text: string,
    extent: Extent,
    isDated: boolean,
    task: Task,
  ): Promise<IncidentCounts> {
    if (text !== '' || extent) return this.#count(text, extent, isDated, task);
    const key = String(isDated);
    return (
      this.#counts.get(key) ??
      this.#counts.set(key, await this.#count('', undefined, isDated, task))
    );
  }

  async #count(
    text: string,
    extent: Extent,
    isDated: boolean,
    task: Task,
  ): Promise<IncidentCounts> {
    const { place, layer, places, isUndated, layers } = this.table;
    const times = await this.#timesOf(isDated, task.part(0, 0.1));
    const rows = await this.#passingIncidents({ ...EMPTY_FILTER, text }, task.part(0.1, 0.3));
    const isSeen = await this.#placesIn(extent, task);
    const layerAt = (held: Uint32Array) => (position: number) => {
      const row = held[position] ?? 0;
      return isSeen[place[row] ?? 0] === 1 ? (layer[row] ?? 0) : NO_GROUP;
    };
    const { length } = layers;
    const all = await buildIntervalIndex(times, rows, length, layerAt(rows), task.part(0.3, 0.6));
    let dated: IntervalIndex | undefined;
    if (this.undated === 'some') {
      const datedRows = rows.filter((row) => isUndated[row] !== UNDATED);
      const part = task.part(0.6, 0.8);
      dated = await buildIntervalIndex(times, datedRows, length, layerAt(datedRows), part);
    }
    const inAreas = rows.filter((row) => places.area[place[row] ?? 0] !== NO_AREA);
    const areaAt = (position: number): number => {
      const row = inAreas[position] ?? 0;
      const at = place[row] ?? 0;
      return isSeen[at] === 1 ? (places.area[at] ?? 0) * length + (layer[row] ?? 0) : NO_GROUP;
    };
    const groups = places.areas.length * length;
    const areas = await buildIntervalIndex(times, inAreas, groups, areaAt, task.part(0.8, 1));
    return { layers: all, areas, dated };
  }

  async placeCounts(
    filter: Filter,
    window: TimeRange | undefined,
    isDated: boolean,
    task: Task,
  ): Promise<Uint32Array> {
    const { place, places } = this.table;
    const passing = await this.#passingIncidents(filter, task);
    const { from, to } = await this.#timesOf(isDated, task);
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

  async placeFrame(task: Task): Promise<DatasetFrame> {
    if (this.#frame) return this.#frame;
    const { length, lon, lat, area } = this.table.places;
    const y = new Float64Array(length);
    const bounds = new BoundsBuilder();
    for (let place = 0; place < length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(place / length);
      y[place] = toMercator(0, lat[place] ?? 0).y;
      if (area[place] === NO_AREA) bounds.add(lon[place] ?? 0, lat[place] ?? 0);
    }
    return (this.#frame = { y, bounds });
  }

  /** A task that is cancelled leaves its work to the next: whoever points at marks cancels many. */
  async placeNames(task: Task): Promise<PlaceNames> {
    const { length, names } = this.table.places;
    this.#names ??= { of: new Uint32Array(length), texts: new TextNumbers(length), numbered: 0 };
    const { of, texts } = this.#names;
    while (this.#names.numbered < length) {
      const place = this.#names.numbered++;
      of[place] = texts.of(names, place);
      if (this.#names.numbered === length) texts.seal();
      else if (place % NAMES_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(place / length);
    }
    return { of, texts };
  }

  async marks({ filter, ...query }: MarkQuery, isDated: boolean, task: Task): Promise<MarkShare> {
    const passing = await this.#passingIncidents(filter, task.part(0, 0.2));
    const times = await this.#timesOf(isDated, task.part(0.2, 0.3));
    return markShareOf(this.table, times, passing, query, task.part(0.3, 1));
  }

  async intervals(
    filter: Filter,
    groupOfPlace: Uint32Array,
    groups: number,
    isDated: boolean,
    task: Task,
  ): Promise<IntervalIndex> {
    const { place } = this.table;
    const passing = await this.#passingIncidents(filter, task);
    const times = await this.#timesOf(isDated, task);
    const groupAt = (position: number): number =>
      groupOfPlace[place[passing[position] ?? 0] ?? 0] ?? NO_GROUP;
    return buildIntervalIndex(times, passing, groups, groupAt, task);
  }

  async series(filter: Filter, most: number, task: Task): Promise<Uint32Array> {
    const { kind, layer, layers, place, places } = this.table;
    const rows: Row[] = [];
    let row = kind.indexOf(SERIES);
    if (row === -1) return new Uint32Array(0);
    const found = await this.#rowsWith(filter.text, task);
    const isOn = layerFlags(layers, filter.hidden);
    for (; row !== -1; row = kind.indexOf(SERIES, row + 1)) {
      const isDrawn = isOn[layer[row] ?? 0] === 1 && places.area[place[row] ?? 0] === NO_AREA;
      if (isDrawn && found[row] === 1 && rows.push(row) === most) break;
    }
    return Uint32Array.from(rows);
  }

  async list(
    filter: Filter,
    scope: ListScope,
    window: TimeRange,
    isDated: boolean,
    task: Task,
  ): Promise<ListShare> {
    const { table } = this;
    const times = await this.#timesOf(isDated, task);
    const found = await this.#rowsWith(filter.text, task);
    const search = filter.text === '' ? undefined : await this.#loadSearch();
    const isNamed = await search?.placesNamed(filter.text, task);
    const isOn = layerFlags(table.layers, filter.hidden);
    const isInScope = await this.#placesOf(scope, task);
    const picked = { scope: scope.kind, found, isOn, isInScope, isNamed };
    return listShareOf(table, times, window, picked, task);
  }

  /** One flag a place: 1 when its records belong to the scope. */
  async #placesOf(scope: ListScope, task: Task): Promise<Uint8Array> {
    if (scope.kind === 'extent') return this.#placesIn(scope.extent, task);
    const { places } = this.table;
    const flags = new Uint8Array(places.length);
    const area = scope.kind === 'area' ? places.areas.indexOf(scope.name) : NO_AREA;
    if (area === -1) return flags;
    for (let place = 0; place < places.length; place++) {
      const isInMark = scope.kind === 'mark' && scope.markOf[place] === scope.mark;
      flags[place] = places.area[place] === area && (scope.kind === 'area' || isInMark) ? 1 : 0;
    }
    return flags;
  }

  /** An area is seen when its box is in sight; one without a shape is never seen. */
  async #placesIn(extent: Extent, task: Task): Promise<Uint8Array> {
    const { places } = this.table;
    const flags = new Uint8Array(places.length).fill(1);
    if (!extent) return flags;
    const isAreaSeen = places.areas.map((name) => {
      const bounds = this.#boundsOfArea(name);
      return bounds !== undefined && overlap(extent, bounds);
    });
    for (let place = 0; place < places.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.3);
      const area = places.area[place] ?? NO_AREA;
      const isSeen =
        area === NO_AREA
          ? isWithin(extent, places.lon[place] ?? 0, places.lat[place] ?? 0)
          : isAreaSeen[area];
      flags[place] = isSeen ? 1 : 0;
    }
    return flags;
  }

  /** What the typed arrays of table and index take now, in bytes; texts apart. */
  get bytes(): { readonly table: number; readonly index: number; readonly text: number } {
    const { from, to, place, kind, layer, effectClass, id, places } = this.table;
    const columns = [from, to, place, kind, layer, effectClass, id];
    const ofPlaces = [places.lon, places.lat, places.precision, places.area, places.names.offsets];
    const sum = (arrays: readonly ArrayBufferView[]): number =>
      arrays.reduce((total, array) => total + array.byteLength, 0);
    const counts = this.#counts.all.flatMap(({ layers, areas, dated }) => [
      layers.starts,
      areas.starts,
      ...(dated ? [dated.starts] : []),
    ]);
    const kept = [...(this.#frame ? [this.#frame.y] : []), ...this.#passing.all, ...counts];
    const contents = contentBytes(this.table);
    return {
      table: sum([...columns, ...ofPlaces, places.names.bytes]) + contents.table,
      index:
        sum(kept) +
        (this.#times?.classes.of.byteLength ?? 0) +
        (this.#names ? this.#names.of.byteLength + this.#names.texts.bytes : 0) +
        (this.#search?.bytes ?? 0),
      text: contents.text,
    };
  }
}
