import {
  filterKey,
  layerFlags,
  EMPTY_FILTER,
  type Filter,
  type Extent,
} from '../filters/filter.ts';
import { matchesAll, searchableText, searchWords, type Spellings } from '../text/search-text.ts';
import { SearchIndexBuilder, type SearchIndex } from '../search/search-index.ts';
import { INCIDENT, type IncidentTable, type Row } from '../records/incident-table.ts';
import { KINDS } from '../records/incident.ts';
import { contentBytes, readingOrder, searchTextAt } from '../records/contents.ts';
import { middleOfPlaces } from '../place/place-bounds.ts';
import { NO_AREA } from '../place/place-table.ts';
import { textAt } from '../text/text-column.ts';
import { UNDATED } from '../records/unknown-ends.ts';
import { isWithin, overlap, type Bounds } from '../place/bounds.ts';
import { nearestLongitude } from '../place/longitude.ts';
import { toMercator } from '../place/mercator.ts';
import type { Task } from '../base/task.ts';
import { LruCache } from '../base/lru-cache.ts';
import { layOutMarks, type PlacedCounts } from '../layout/mark-layout.ts';
import { markView } from './mark-view-steps.ts';
import type { MarkView, MarkViewQuery } from './mark-view.ts';
import {
  lengthClasses,
  NO_GROUP,
  buildIntervalIndex,
  type LengthClasses,
  type IntervalIndex,
} from './interval-index.ts';
import { levelOf, type Level } from '../layout/zoom-level.ts';

/** The incidents of a filter, counted by layer, and by area × layer for those without a point. */
export type IncidentCounts = {
  readonly layers: IntervalIndex;
  /** Group a × layers + l: area a of the table's places, layer l. */
  readonly areas: IntervalIndex;
  /** `layers` without the records that have no date; undefined where all have one, or none. */
  readonly dated: IntervalIndex | undefined;
};

/** A group of records: those of the mark that holds a row at a zoom, or those of an area. */
export type GroupRows =
  | { readonly kind: 'mark'; readonly zoom: number; readonly row: Row }
  | { readonly kind: 'area'; readonly area: number };

/** An index of texts in the order in which they were read; undefined: in that of the rows. */
type TextSearch = { readonly index: SearchIndex; readonly order: Uint32Array | undefined };

const SERIES = KINDS.indexOf('series');
const TOTAL = KINDS.indexOf('total');
/** More circles would only cover each other. */
const MAX_SERIES = 250;
/** Rows between two yield points; few where their texts are decoded. */
const CHUNK = 100_000;
const SEARCH_CHUNK = 500;
const PLACES_CHUNK = 5_000;

function flagsInRows(found: Uint8Array, order: Uint32Array): Uint8Array {
  const flags = new Uint8Array(found.length);
  for (let at = 0; at < order.length; at++) flags[order[at] ?? 0] = found[at] ?? 0;
  return flags;
}

/**
 * Answers "how many, where, in which bin, which" for a table of any size. Exact: every count equals a
 * look at every row. It lives where the table lives, in the worker; what it answers is moved to the
 * page, which counts window after window by it without asking again.
 *
 * Kept for each record: its length class, 4 bytes for each of the last filters that it passes, and
 * after the first search about as much as the distinct words of its text take. A level keeps
 * 4 bytes for each distinct place; the last few levels are kept.
 */
export class IncidentIndex {
  readonly table: IncidentTable;
  readonly #spellings: Spellings;
  readonly #boundsOfArea: (name: string) => Bounds | undefined;
  readonly classes: LengthClasses;
  /** No point lies more than half a turn from this longitude; the gap between them is opposite. */
  readonly #middle: number;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  #search: TextSearch | undefined;
  #searchOrder: { readonly rows: TextSearch['order'] } | undefined;
  #searchBuild: Generator<number, TextSearch, void> | undefined;
  readonly #found = new LruCache<Uint8Array>(3);
  readonly #named = new LruCache<Uint8Array>(1);
  readonly #passing = new LruCache<Uint32Array>(3);
  readonly #levels = new LruCache<Level>(6);

  constructor(
    table: IncidentTable,
    spellings: Spellings,
    boundsOfArea: (name: string) => Bounds | undefined,
  ) {
    this.table = table;
    this.#spellings = spellings;
    this.#boundsOfArea = boundsOfArea;
    this.classes = lengthClasses(table);
    const { places } = table;
    this.#x = new Float64Array(places.length);
    this.#y = new Float64Array(places.length);
    this.#middle = middleOfPlaces(places);
    for (let place = 0; place < places.length; place++) {
      const lon = nearestLongitude(places.lon[place] ?? 0, this.#middle);
      const { x, y } = toMercator(lon, places.lat[place] ?? 0);
      this.#x[place] = x;
      this.#y[place] = y;
    }
  }

  /**
   * Makes what searching needs, before the first search: one pass over all texts. A task that needs it
   * while another one is at it carries on with the same work: that is why it is a generator.
   */
  async prepareSearch(task: Task): Promise<TextSearch> {
    this.#searchOrder ??= { rows: await readingOrder(this.table, task.part(0, 0.01)) };
    while (!this.#search) {
      this.#searchBuild ??= this.#buildSearch(this.#searchOrder.rows);
      const step = this.#searchStep(this.#searchBuild);
      if (step.done) this.#search = step.value;
      else if (task.isDue()) await task.yield(step.value);
    }
    return this.#search;
  }

  /** A build that failed has ended: the next search begins anew. */
  #searchStep(build: Generator<number, TextSearch, void>): IteratorResult<number, TextSearch> {
    try {
      return build.next();
    } catch (cause) {
      this.#searchBuild = undefined;
      throw cause;
    }
  }

  *#buildSearch(order: TextSearch['order']): Generator<number, TextSearch, void> {
    const builder = new SearchIndexBuilder();
    const { length } = this.table;
    for (let at = 0; at < length; at++) {
      builder.add(at, searchTextAt(this.table, order?.[at] ?? at));
      if (at % SEARCH_CHUNK === SEARCH_CHUNK - 1) yield at / length;
    }
    const build = builder.buildSteps();
    for (;;) {
      const step = build.next();
      if (step.done) return { index: step.value, order };
      yield 1;
    }
  }

  /** One flag a row of any kind: 1 when it holds what is searched for. */
  async #rowsWith(text: string, task: Task): Promise<Uint8Array> {
    const known = this.#found.get(text);
    if (known) return known;
    const words = searchWords(text, this.#spellings);
    if (words.length === 0) return new Uint8Array(this.table.length).fill(1);
    const { table } = this;
    const { index, order } = await this.prepareSearch(task);
    const found = index.rowsWith(words, table.length, (at) =>
      searchTextAt(table, order?.[at] ?? at),
    );
    return this.#found.set(text, order ? flagsInRows(found, order) : found);
  }

  /**
   * One flag a place: 1 for a point whose name has a word that is searched for, in any spelling: the
   * city of Irbil, not the governorate and not the other places in it. Undefined without words.
   */
  async placesNamed(text: string, task: Task): Promise<Uint8Array | undefined> {
    const words = searchWords(text, this.#spellings);
    if (words.length === 0) return undefined;
    const known = this.#named.get(text);
    if (known) return known;
    const { places } = this.table;
    const flags = new Uint8Array(places.length);
    for (let place = 0; place < places.length; place++) {
      if (place % PLACES_CHUNK === PLACES_CHUNK - 1 && task.isDue())
        await task.yield(place / places.length);
      if (places.area[place] !== NO_AREA) continue;
      const name = searchableText(textAt(places.names, place));
      if (words.some((word) => matchesAll(name, [word]))) flags[place] = 1;
    }
    return this.#named.set(text, flags);
  }

  /** The incidents that pass the filter, in order. */
  async #passingIncidents(filter: Filter, task: Task): Promise<Uint32Array> {
    const key = filterKey(filter);
    const known = this.#passing.get(key);
    if (known) return known;
    const found = await this.#rowsWith(filter.text, task);
    const { length, kind, layer, layers } = this.table;
    const isOn = layerFlags(layers, filter.hidden);
    const rows = new Uint32Array(length);
    let passing = 0;
    for (let row = 0; row < length; row++)
      if (found[row] === 1 && kind[row] === INCIDENT && isOn[layer[row] ?? 0] === 1)
        rows[passing++] = row;
    return this.#passing.set(key, rows.slice(0, passing));
  }

  /** Incidents by layer and by area that hold a text, in the part of the world that is seen. */
  async counted(text: string, seen: Extent, task: Task): Promise<IncidentCounts> {
    const { table, classes } = this;
    const { place, layer, places, isUndated } = table;
    const layers = table.layers.length;
    const rows = await this.#passingIncidents({ ...EMPTY_FILTER, text }, task);
    const isSeen = this.#seenPlaces(seen);
    if (task.isDue()) await task.yield(0.3);
    const layerOf = (row: Row): number =>
      isSeen[place[row] ?? 0] === 1 ? (layer[row] ?? 0) : NO_GROUP;
    const byLayer = buildIntervalIndex(table, classes, rows, layers, layerOf);
    if (task.isDue()) await task.yield(0.6);
    const isMixed = isUndated.includes(UNDATED) && isUndated.some((code) => code !== UNDATED);
    const datedRows = isMixed ? rows.filter((row) => isUndated[row] !== UNDATED) : undefined;
    const dated = datedRows && buildIntervalIndex(table, classes, datedRows, layers, layerOf);
    if (task.isDue()) await task.yield(0.7);
    const inAreas = rows.filter((row) => places.area[place[row] ?? 0] !== NO_AREA);
    const areas = buildIntervalIndex(
      table,
      classes,
      inAreas,
      places.areas.length * layers,
      (row) => {
        const at = place[row] ?? 0;
        return isSeen[at] === 1 ? (places.area[at] ?? 0) * layers + (layer[row] ?? 0) : NO_GROUP;
      },
    );
    return { layers: byLayer, areas, dated };
  }

  /** The marks of a zoom; the level is laid out when it is first asked for. */
  async view(filter: Filter, question: MarkViewQuery, task: Task): Promise<MarkView> {
    const passing = await this.#passingIncidents(filter, task);
    const level = await this.#level(filter, question.zoom, task.part(0, 0.5));
    const series = await this.#passingSeries(filter, task);
    const { table, classes } = this;
    return markView(table, classes, level, passing, series, question, task.part(0.5, 1));
  }

  /** At most as many as can be drawn apart. */
  async #passingSeries(filter: Filter, task: Task): Promise<Uint32Array<ArrayBuffer>> {
    const { kind, layer, layers, place, places } = this.table;
    const found = await this.#rowsWith(filter.text, task);
    const isOn = layerFlags(layers, filter.hidden);
    const rows: Row[] = [];
    for (let row = kind.indexOf(SERIES); row !== -1; row = kind.indexOf(SERIES, row + 1)) {
      const isDrawn = isOn[layer[row] ?? 0] === 1 && places.area[place[row] ?? 0] === NO_AREA;
      if (isDrawn && found[row] === 1 && rows.push(row) === MAX_SERIES) break;
    }
    return Uint32Array.from(rows);
  }

  /** The flags of rows that a listing asks for: of every kind, as series and totals are listed too. */
  async listed(
    filter: Filter,
    seen: Extent,
    group: GroupRows | undefined,
    task: Task,
  ): Promise<Uint8Array> {
    const { table } = this;
    const found = await this.#rowsWith(filter.text, task);
    const isOn = layerFlags(table.layers, filter.hidden);
    const isInGroup = await this.#placesOf(filter, seen, group, task);
    const flags = new Uint8Array(table.length);
    for (let row = 0; row < table.length; row++) {
      // A mark represents incidents only; totals do not belong to an area's list.
      const kind = table.kind[row];
      if (group && (group.kind === 'mark' ? kind !== INCIDENT : kind === TOTAL)) continue;
      flags[row] =
        (found[row] ?? 0) &
        (isOn[table.layer[row] ?? 0] ?? 0) &
        (isInGroup[table.place[row] ?? 0] ?? 0);
    }
    return flags;
  }

  /** Whether a row passes the filter; a row that does not has no mark. */
  async passes(filter: Filter, row: Row, task: Task): Promise<boolean> {
    const passing = await this.#passingIncidents(filter, task);
    return passing.includes(row);
  }

  async #level(filter: Filter, zoom: number, task: Task): Promise<Level> {
    const level = levelOf(zoom);
    const key = `${String(level)} ${filterKey(filter)}`;
    const known = this.#levels.get(key);
    if (known) return known;
    const { table } = this;
    const { places } = table;
    const passing = await this.#passingIncidents(filter, task);
    const count = new Uint32Array(places.length);
    for (let position = 0; position < passing.length; position++) {
      const place = table.place[passing[position] ?? 0] ?? 0;
      count[place] = (count[place] ?? 0) + 1;
      if (position % CHUNK === 0 && task.isDue()) await task.yield(0.1);
    }
    for (let place = 0; place < places.length; place++)
      if (places.area[place] !== NO_AREA) count[place] = 0;
    const placed: PlacedCounts = { length: places.length, x: this.#x, y: this.#y, count };
    const layout = await layOutMarks(placed, level, task);
    return this.#levels.set(key, { zoom: level, layout, middle: this.#middle });
  }

  /** One flag a place: 1 when its records belong to the group, or to the seen part of the world. */
  async #placesOf(
    filter: Filter,
    seen: Extent,
    group: GroupRows | undefined,
    task: Task,
  ): Promise<Uint8Array> {
    if (!group) return this.#seenPlaces(seen);
    const { places, place } = this.table;
    const flags = new Uint8Array(places.length);
    if (group.kind === 'area') {
      places.area.forEach((area, at) => (flags[at] = area === group.area ? 1 : 0));
      return flags;
    }
    const { layout } = await this.#level(filter, group.zoom, task);
    const mark = layout.markOf[place[group.row] ?? 0];
    for (let at = 0; at < places.length; at++)
      flags[at] = places.area[at] === NO_AREA && layout.markOf[at] === mark ? 1 : 0;
    return flags;
  }

  /** An area is seen when its box is in sight; one without a shape is never seen. */
  #seenPlaces(seen: Extent): Uint8Array {
    const { places } = this.table;
    const flags = new Uint8Array(places.length).fill(1);
    if (!seen) return flags;
    const isAreaSeen = places.areas.map((name) => {
      const bounds = this.#boundsOfArea(name);
      return bounds !== undefined && overlap(seen, bounds);
    });
    for (let place = 0; place < places.length; place++) {
      const area = places.area[place] ?? NO_AREA;
      const isSeen =
        area === NO_AREA
          ? isWithin(seen, places.lon[place] ?? 0, places.lat[place] ?? 0)
          : isAreaSeen[area];
      flags[place] = isSeen ? 1 : 0;
    }
    return flags;
  }

  /** What the typed arrays of table and index take now, in bytes; texts apart. */
  get bytes(): { readonly table: number; readonly index: number; readonly text: number } {
    const { table } = this;
    const { places } = table;
    const columns = [
      table.from,
      table.to,
      table.place,
      table.kind,
      table.layer,
      table.effectClass,
      table.id,
    ];
    const ofPlaces = [places.lon, places.lat, places.precision, places.area, places.names.offsets];
    const sum = (arrays: readonly ArrayBufferView[]): number =>
      arrays.reduce((total, array) => total + array.byteLength, 0);
    return {
      table: sum([...columns, ...ofPlaces, places.names.bytes]) + contentBytes(table).table,
      index:
        sum([
          ...[this.classes.of, this.#x, this.#y],
          ...[...this.#found.all, ...this.#named.all, ...this.#passing.all],
        ]) +
        sum(
          this.#levels.all.flatMap(({ layout }) => [
            layout.markOf,
            layout.x,
            layout.y,
            layout.count,
          ]),
        ) +
        (this.#search ? this.#search.index.bytes + (this.#search.order?.byteLength ?? 0) : 0),
      text: contentBytes(table).text,
    };
  }
}
