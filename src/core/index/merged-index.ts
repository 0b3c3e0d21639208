import type { Position } from 'geojson';
import type { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { filterKey, type Extent, type Filter } from '../filters/filter.ts';
import { LevelPyramid } from '../layout/level-pyramid.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import { levelOf, type Level } from '../layout/zoom-level.ts';
import { BoundsBuilder, type Bounds } from '../place/bounds.ts';
import { nearestLongitude } from '../place/longitude.ts';
import type { IncidentRecord } from '../records/incident-record.ts';
import { EMPTY_PERIOD, type Row } from '../records/incident-table.ts';
import type { Layer } from '../records/layer.ts';
import { NO_REF, type RecordRef } from '../records/record-ref.ts';
import type { TimeRange } from '../time/time-range.ts';
import { buildMarkView, type MergedPart } from './build-mark-view.ts';
import type { DatasetIndex, IncidentCounts, ListedRows, ListShare } from './dataset-index.ts';
import {
  frequentNames,
  joinNames,
  NO_NAME,
  type CountedPlaces,
  type JoinedNames,
} from './frequent-names.ts';
import { NO_GROUP, type IntervalIndex } from './interval-index.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import type { PlaceFrame } from './mark-positions.ts';
import type { MarkNames, MarkNamesQuery, MarkView, MarkViewQuery } from './mark-view.ts';
import { byListOrder, mergedRows } from './merge-rows.ts';
import { recordListOf, type RecordList } from './record-list.ts';

/** More circles would only cover each other. */
const MAX_SERIES = 250;

/** A group of records: those of the mark that holds a record at a zoom, or those of an area. */
export type RecordGroup =
  | { readonly kind: 'mark'; readonly zoom: number; readonly record: RecordRef }
  | { readonly kind: 'area'; readonly name: string };

/** What a list is asked for. */
export type ListQuery = {
  readonly filter: Filter;
  readonly extent: Extent;
  readonly window: TimeRange;
  readonly group: RecordGroup | undefined;
};

function periodOfAll(parts: readonly DatasetIndex[]): TimeRange {
  const dated = parts.map(({ period }) => period).filter(({ from, to }) => from < to);
  if (dated.length === 0) return EMPTY_PERIOD;
  return {
    from: Math.min(...dated.map(({ from }) => from)),
    to: Math.max(...dated.map(({ to }) => to)),
  };
}

/**
 * The data sets that are on as one: counts add, lists merge, and marks are laid out over the places of
 * all. It copies no table and reads no text; what it keeps are longitudes, where they have to be moved
 * into one frame, and numbers of names. Layers stand data set after data set; areas of one name are one.
 * Layouts are kept by the caller, so that they are found again when the same data sets are on.
 */
export class MergedIndex {
  readonly layers: readonly Layer[];
  readonly areaNames: readonly string[];
  /** From the first minute of a counted, dated incident to the last; empty when nothing is dated. */
  readonly period: TimeRange;
  /** No incident is dated more finely than to a day. */
  readonly isByDay: boolean;
  readonly #parts: readonly MergedPart[];
  readonly #layouts: LruCache<LevelPyramid>;
  readonly #isDated: boolean;
  #frame: PlaceFrame | undefined;
  #names: JoinedNames | undefined;

  constructor(indexes: readonly DatasetIndex[], layouts: LruCache<LevelPyramid>) {
    const parts: MergedPart[] = [];
    let [firstPlace, firstLayer] = [0, 0];
    for (const index of indexes) {
      parts.push({ index, firstPlace, firstLayer });
      firstPlace += index.places.length;
      firstLayer += index.layers.length;
    }
    this.#parts = parts;
    this.#layouts = layouts;
    this.layers = indexes.flatMap(({ layers }) => layers);
    this.areaNames = [...new Set(indexes.flatMap(({ places }) => places.areas))];
    this.period = periodOfAll(indexes);
    this.isByDay = indexes.every(({ isByDay }) => isByDay);
    this.#isDated = this.period.from < this.period.to;
  }

  /** Incidents by layer and by area that hold a text, in the part of the world that is seen. */
  async counts(text: string, extent: Extent, task: Task): Promise<IncidentCounts> {
    const own: IncidentCounts[] = [];
    for (const [at, { index }] of this.#parts.entries())
      own.push(await index.counts(text, extent, this.#isDated, this.#partOf(task, at, 0, 0.6)));
    const layers = await this.#joinByLayer(
      own.map((counts) => counts.layers),
      task.part(0.6, 0.7),
    );
    const undated = new Set(this.#parts.map(({ index }) => index.undated));
    const isMixed = undated.has('some') || undated.size > 1;
    // Of a data set in which nothing is dated, nothing is added.
    const ofDated = own.map((counts, part) =>
      this.#parts[part]?.index.undated === 'all' ? undefined : (counts.dated ?? counts.layers),
    );
    const dated = isMixed ? await this.#joinByLayer(ofDated, task.part(0.7, 0.8)) : undefined;
    return { layers, areas: await this.#joinAreas(own, task.part(0.8, 1)), dated };
  }

  #partOf(task: Task, at: number, from: number, to: number): Task {
    const step = (to - from) / this.#parts.length;
    return task.part(from + at * step, from + (at + 1) * step);
  }

  #joinByLayer(
    indexes: readonly (IntervalIndex | undefined)[],
    task: Task,
  ): Promise<IntervalIndex> {
    const parts = indexes.flatMap((index, part) => {
      const first = this.#parts[part]?.firstLayer ?? 0;
      return index ? [{ index, groupOf: (layer: number) => first + layer }] : [];
    });
    return joinIntervalIndexes(parts, this.layers.length, task);
  }

  #joinAreas(own: readonly IncidentCounts[], task: Task): Promise<IntervalIndex> {
    const width = this.layers.length;
    const positions = new Map(this.areaNames.map((name, area) => [name, area]));
    const parts = own.map(({ areas }, part) => {
      const { index, firstLayer = 0 } = this.#parts[part] ?? {};
      const layers = index?.layers.length ?? 1;
      const areaOf = index?.places.areas.map((name) => positions.get(name) ?? 0) ?? [];
      return {
        index: areas,
        groupOf: (group: number) =>
          (areaOf[Math.floor(group / layers)] ?? 0) * width + firstLayer + (group % layers),
      };
    });
    return joinIntervalIndexes(parts, this.areaNames.length * width, task);
  }

  /** The marks of a zoom; the level is laid out when it is first asked for. */
  async view(filter: Filter, query: MarkViewQuery, task: Task): Promise<MarkView> {
    const level = await this.#level(filter, query.zoom, task.part(0, 0.5));
    const sources = {
      ...{ parts: this.#parts, isDated: this.#isDated, level, filter, query },
      frame: await this.#framed(task.part(0.5, 0.55)),
    };
    const { markOf, ...view } = await buildMarkView(sources, task.part(0.55, 0.95));
    const series = await this.#series(filter, task.part(0.95, 1));
    const markOfSelected =
      query.selected === undefined
        ? undefined
        : await this.#markOf(query.selected, filter, markOf, task);
    return { ...view, series, markOfSelected };
  }

  /** The mark that represents a record; undefined when the filter hides it or it has no point. */
  async #markOf(
    record: RecordRef,
    filter: Filter,
    markOf: Uint32Array,
    task: Task,
  ): Promise<number | undefined> {
    const place = await this.#placeOf(record, filter, task);
    const mark = place === undefined ? NO_MARK : (markOf[place] ?? NO_MARK);
    return mark === NO_MARK ? undefined : mark;
  }

  /** The place of an incident that passes the filter, among those of all data sets. */
  async #placeOf(record: RecordRef, filter: Filter, task: Task): Promise<number | undefined> {
    const at = this.#rowAt(record);
    if (!at || !(await at.part.index.passes(filter, at.row, task))) return undefined;
    return at.part.firstPlace + at.part.index.placeOf(at.row);
  }

  /** At most as many as can be drawn apart, the first ones in the order of a list. */
  async #series(filter: Filter, task: Task): Promise<Uint32Array<ArrayBuffer>> {
    const found: { readonly ref: RecordRef; readonly time: TimeRange }[] = [];
    for (const { index } of this.#parts)
      for (const row of await index.series(filter, MAX_SERIES, task))
        found.push({ ref: index.firstRef + row, time: index.timeOf(row, this.#isDated) });
    const first = found.toSorted((a, b) => byListOrder(a.time, b.time)).slice(0, MAX_SERIES);
    return Uint32Array.from(first, ({ ref }) => ref);
  }

  /** Undefined: the filter leaves nothing of the group, or it never was. */
  async list(
    { filter, extent, window, group }: ListQuery,
    task: Task,
  ): Promise<RecordList | undefined> {
    const markOf =
      group?.kind === 'mark' ? await this.#markedPlaces(group, filter, task) : undefined;
    if (group?.kind === 'mark' && !markOf) return undefined;
    const shares: ListShare[] = [];
    for (const [at, { index, firstPlace }] of this.#parts.entries()) {
      const scope = markOf
        ? ({
            kind: 'mark',
            markOf: markOf.markOf.subarray(firstPlace, firstPlace + index.places.length),
            mark: markOf.mark,
          } as const)
        : group?.kind === 'area'
          ? group
          : ({ kind: 'extent', extent } as const);
      const part = this.#partOf(task, at, 0.2, 0.6);
      shares.push(await index.list(filter, scope, window, this.#isDated, part));
    }
    if (group && !shares.some(({ isAny }) => isAny)) return undefined;
    const merged = (rowsOf: (share: ListShare) => ListedRows): Promise<ListedRows> =>
      mergedRows(
        shares.map((share, part) => ({
          rows: rowsOf(share),
          firstRef: this.#parts[part]?.index.firstRef ?? 0,
        })),
        task.part(0.6, 0.7),
      );
    const kinds = {
      incidents: await merged(({ incidents }) => incidents),
      series: await merged(({ series }) => series),
      totals: await merged(({ totals }) => totals),
    };
    const places = await this.#namesOf(shares, task.part(0.7, 0.8));
    return recordListOf(kinds, window, places, task.part(0.8, 1));
  }

  /** The layout in which a group is a mark, and that mark. */
  async #markedPlaces(
    { zoom, record }: Extract<RecordGroup, { readonly kind: 'mark' }>,
    filter: Filter,
    task: Task,
  ): Promise<{ readonly markOf: Uint32Array; readonly mark: number } | undefined> {
    const place = await this.#placeOf(record, filter, task);
    if (place === undefined) return undefined;
    const { layout } = await this.#level(filter, zoom, task.part(0, 0.2));
    const mark = layout.markOf[place] ?? NO_MARK;
    return mark === NO_MARK ? undefined : { markOf: layout.markOf, mark };
  }

  /** The number of the mark that a group is, see `MarkView`; undefined for an area, or where it is none. */
  async markNumber(group: RecordGroup, filter: Filter, task: Task): Promise<number | undefined> {
    return group.kind === 'mark'
      ? (await this.#markedPlaces(group, filter, task))?.mark
      : undefined;
  }

  /** What the places of some marks of a level are called: the text of their tooltips. */
  async markNames({ filter, zoom, window, marks }: MarkNamesQuery, task: Task): Promise<MarkNames> {
    const { layout } = await this.#level(filter, zoom, task.part(0, 0.3));
    const position = new Uint32Array(layout.length).fill(NO_GROUP);
    marks.forEach((mark, at) => (position[mark] = at));
    const counted: CountedPlaces[] = [];
    for (const [at, { index, firstPlace }] of this.#parts.entries()) {
      const part = this.#partOf(task, at, 0.3, 0.5);
      counted.push({
        groupOf: (place) => position[layout.markOf[firstPlace + place] ?? NO_MARK] ?? NO_GROUP,
        counts: await index.placeCounts(filter, window, this.#isDated, part),
      });
    }
    const names = await this.#joinedNames(task.part(0.5, 0.8));
    const { name, distinct } = await frequentNames(counted, names, marks.length, task.part(0.8, 1));
    return {
      place: Array.from(name, (one) => (one === NO_NAME ? '' : names.texts.textOf(one))),
      morePlaces: distinct.map((count) => Math.max(count - 1, 0)),
    };
  }

  /** Name of the most frequent place of a list, and how many more it has. */
  async #namesOf(
    shares: readonly ListShare[],
    task: Task,
  ): Promise<Pick<RecordList, 'place' | 'morePlaces'>> {
    const names = await this.#joinedNames(task);
    const counted = shares.map(({ places }) => ({ groupOf: () => 0, counts: places }));
    const { name, distinct } = await frequentNames(counted, names, 1, task);
    const [first = NO_NAME] = name;
    return {
      place: first === NO_NAME ? '' : names.texts.textOf(first),
      morePlaces: Math.max((distinct[0] ?? 0) - 1, 0),
    };
  }

  /** The records that are on of some references, in their order. */
  records(refs: Iterable<RecordRef>): readonly IncidentRecord[] {
    return Array.from(refs).flatMap((ref) => this.record(ref) ?? []);
  }

  record(ref: RecordRef): IncidentRecord | undefined {
    const { part, row } = this.#rowAt(ref) ?? {};
    const recorded = part && row !== undefined && part.index.recordAt(row, this.#isDated);
    if (!part || !recorded) return undefined;
    return { ...recorded, row: ref, layer: part.firstLayer + recorded.layer };
  }

  /** The record of an id; where several data sets have it, the first one in the order of a list. */
  refOf(id: string): RecordRef | undefined {
    let first: { readonly ref: RecordRef; readonly time: TimeRange } | undefined;
    for (const { index } of this.#parts) {
      const row = index.rowOf(id);
      if (row === undefined) continue;
      const time = index.timeOf(row, this.#isDated);
      if (!first || byListOrder(time, first.time) < 0) first = { ref: index.firstRef + row, time };
    }
    return first?.ref;
  }

  #rowAt(ref: RecordRef): { readonly part: MergedPart; readonly row: Row } | undefined {
    if (ref === NO_REF) return undefined;
    const part = this.#parts.find(
      ({ index }) => ref >= index.firstRef && ref < index.firstRef + index.length,
    );
    return part && { part, row: ref - part.index.firstRef };
  }

  /** The box around the places with a point, and around other positions that are drawn with them. */
  async bounds(others: Iterable<Position>, task: Task): Promise<Bounds | undefined> {
    const box = new BoundsBuilder();
    for (const [at, { index }] of this.#parts.entries())
      box.addAll((await index.placeFrame(this.#partOf(task, at, 0, 1))).bounds);
    for (const [lon = 0, lat = 0] of others) box.add(lon, lat);
    return box.build();
  }

  /** All places in one frame. Of one data set the columns are its own, unless it spans the antimeridian. */
  async #framed(task: Task): Promise<PlaceFrame> {
    if (this.#frame) return this.#frame;
    const bounds = await this.bounds([], task.part(0, 0.5));
    const middle = bounds ? (bounds.west + bounds.east) / 2 : 0;
    const tables = this.#parts.map(({ index }) => index.places);
    const length = tables.reduce((sum, places) => sum + places.length, 0);
    const lon = new Float64Array(length);
    let isMoved = false;
    for (const [part, places] of tables.entries()) {
      const first = this.#parts[part]?.firstPlace ?? 0;
      for (let place = 0; place < places.length; place++) {
        if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.7);
        const own = places.lon[place] ?? 0;
        const near = nearestLongitude(own, middle);
        lon[first + place] = near;
        isMoved ||= near !== own;
      }
    }
    const [only] = tables;
    if (only && tables.length === 1)
      return (this.#frame = { length, lon: isMoved ? lon : only.lon, lat: only.lat });
    const lat = new Float64Array(length);
    this.#parts.forEach(({ index, firstPlace }) => {
      lat.set(index.places.lat, firstPlace);
    });
    return (this.#frame = { length, lon, lat });
  }

  async #joinedNames(task: Task): Promise<JoinedNames> {
    if (this.#names) return this.#names;
    const own = [];
    for (const [at, { index }] of this.#parts.entries())
      own.push(await index.placeNames(this.#partOf(task, at, 0, 0.8)));
    return (this.#names = await joinNames(own, task.part(0.8, 1)));
  }

  async #level(filter: Filter, zoom: number, task: Task): Promise<Level> {
    const pyramid = await this.#pyramid(filter, task.part(0, 0.4));
    const layout = await pyramid.layoutAt(zoom, task.part(0.4, 1));
    return { zoom: levelOf(zoom), layout };
  }

  /** The marks of a filter at all zooms. */
  async #pyramid(filter: Filter, task: Task): Promise<LevelPyramid> {
    const own = this.layers.filter(({ key }) => filter.hidden.has(key)).map(({ key }) => key);
    const refs = this.#parts.map(({ index }) => index.firstRef).join();
    const key = `${refs} ${filterKey({ ...filter, hidden: new Set(own) })}`;
    const known = this.#layouts.get(key);
    if (known) return known;
    const frame = await this.#framed(task.part(0, 0.05));
    const y = new Float64Array(frame.length);
    const count = new Uint32Array(frame.length);
    for (const [at, { index, firstPlace }] of this.#parts.entries()) {
      const part = this.#partOf(task, at, 0, 0.2);
      count.set(await index.placeCounts(filter, undefined, this.#isDated, part), firstPlace);
      y.set((await index.placeFrame(part)).y, firstPlace);
    }
    const x = new Float64Array(frame.length);
    for (let place = 0; place < frame.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.2);
      x[place] = (frame.lon[place] ?? 0) / 360 + 0.5;
    }
    const placed = { length: frame.length, x, y, count };
    return this.#layouts.set(key, await LevelPyramid.of(placed, task.part(0.2, 1)));
  }
}
