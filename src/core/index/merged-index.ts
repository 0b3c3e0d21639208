import type { Position } from 'geojson';
import type { LruCache } from '../base/lru-cache.ts';
import type { Task } from '../base/task.ts';
import type { Extent, Filter } from '../filters/filter.ts';
import type { LevelPyramid } from '../layout/level-pyramid.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import type { Bounds } from '../place/bounds.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { IncidentRecord } from '../records/incident-record.ts';
import type { Layer } from '../records/layer.ts';
import type { RecordName, RecordRef } from '../records/record-ref.ts';
import type { TimeRange } from '../time/time-range.ts';
import { buildMarkView } from './build-mark-view.ts';
import type { DatasetIndex, IncidentCounts, ListScope } from './dataset-index.ts';
import type { FacetsAnswer, FacetsQuery, FieldSummary } from './facet.ts';
import type { MergedFacets } from './merged-facets.ts';
import { joinCounts } from './join-counts.ts';
import type {
  LocatedRecord,
  LocateQuery,
  MarkNames,
  MarkNamesQuery,
  MarkView,
  MarkViewQuery,
  RowMarksQuery,
} from './mark-view.ts';
import type { LaidOutMark, MarkOfPlaces } from './mark-places.ts';
import { MergedLayout } from './merged-layout.ts';
import { MergedNames } from './merged-names.ts';
import { MergedParts, type MergedPart } from './merged-parts.ts';
import type {
  FoundMarkPlaces,
  ListQuery,
  MarkGroup,
  MarkPlacesQuery,
  RecordGroup,
} from './record-group.ts';
import type { RecordList } from './record-list.ts';
import type { TableOrder } from './table-order.ts';
import type { TableSort } from './table-sort.ts';

/**
 * The data sets that are on as one: counts add, lists merge, and marks are laid out over the places of
 * all. It copies no table and reads no text; what it keeps are longitudes and numbers of names.
 */
export class MergedIndex {
  readonly #parts: MergedParts;
  readonly #layout: MergedLayout;
  readonly #names: MergedNames;
  #order: TableOrder | undefined;
  #facets: MergedFacets | undefined;

  /** `pyramids` keeps layouts from one index to the next. */
  constructor(indexes: readonly DatasetIndex[], pyramids: LruCache<LevelPyramid>) {
    this.#parts = new MergedParts(indexes);
    this.#layout = new MergedLayout(this.#parts, pyramids);
    this.#names = new MergedNames(this.#parts);
  }

  /** Data set after data set. */
  get layers(): readonly Layer[] {
    return this.#parts.layers;
  }
  /** Areas of one name are one. */
  get areaNames(): readonly string[] {
    return this.#parts.areaNames;
  }
  /** From the first minute of a counted, dated incident to the last; empty when nothing is dated. */
  get period(): TimeRange {
    return this.#parts.period;
  }
  /** No incident is dated more finely than to a day. */
  get isByDay(): boolean {
    return this.#parts.isByDay;
  }

  /** Incidents that pass a filter, whatever layers it hides, in the part of the world that is seen. */
  async counts(
    query: Filter,
    scheme: ColorScheme,
    extent: Extent,
    task: Task,
  ): Promise<IncidentCounts> {
    const { isDated } = this.#parts;
    const own = await this.#parts.ask(
      ({ index }, part) => index.counts(query, scheme, extent, isDated, part),
      task,
      0,
      0.6,
    );
    return joinCounts(this.#parts, own, scheme, task.part(0.6, 1));
  }

  /** The fields of all data sets, those of one key as one. */
  async fields(task: Task): Promise<readonly FieldSummary[]> {
    return (await this.#loadedFacets()).fields(task);
  }

  /** The incidents of a window by some fields. */
  async facets(query: FacetsQuery, task: Task): Promise<FacetsAnswer> {
    return (await this.#loadedFacets()).count(query, task);
  }

  /** Most visits filter by no field. */
  async #loadedFacets(): Promise<MergedFacets> {
    const { MergedFacets } = await import('./merged-facets.ts');
    return (this.#facets ??= new MergedFacets(this.#parts));
  }

  /** The box around the places with a point, and around other positions that are drawn with them. */
  bounds(others: Iterable<Position>, task: Task): Promise<Bounds | undefined> {
    return this.#layout.bounds(others, task);
  }

  /** What the home view shows: the smallest box with most of the incidents, and with their outlines. */
  home(outlines: readonly Bounds[], task: Task): Promise<Bounds | undefined> {
    return this.#layout.home(outlines, task);
  }

  /** As far as the map zooms in, see `zoom-limit`. */
  zoomLimit(task: Task): Promise<number> {
    return this.#layout.zoomLimit(task);
  }

  /** The marks of a zoom; the level is laid out when it is first asked for. */
  async view(filter: Filter, query: MarkViewQuery, task: Task): Promise<MarkView> {
    const { all: parts, isDated } = this.#parts;
    const level = await this.#layout.level(filter, query.zoom, task.part(0, 0.5));
    const frame = await this.#layout.frame(task.part(0.5, 0.55));
    const sources = { parts, isDated, level, filter, query, frame };
    const { markOf, ...view } = await buildMarkView(sources, task.part(0.55, 1));
    const selected =
      query.selected === undefined
        ? undefined
        : await this.#markWith(query.selected, filter, markOf, task);
    return { ...view, markOfSelected: selected };
  }

  /** What the places of some marks of a level are called: the text of their tooltips. */
  async markNames({ zoom, ...query }: MarkNamesQuery, task: Task): Promise<MarkNames> {
    const { layout } = await this.#layout.level(query.filter, zoom, task.part(0, 0.3));
    return this.#names.ofMarks(layout, query, task.part(0.3, 1));
  }

  /** The places that the records of a mark name: of the first of some groups whose records name several. */
  async markPlaces(query: MarkPlacesQuery, task: Task): Promise<FoundMarkPlaces | undefined> {
    const { firstPlacesOf } = await import('./first-mark-places.ts');
    const index = {
      parts: this.#parts,
      names: this.#names,
      zoomLimit: await this.zoomLimit(task),
      laidOut: (group: Pick<MarkGroup, 'zoom' | 'record'>, own: Task) =>
        this.#laidOut(group, query.filter, own),
    };
    return firstPlacesOf(index, query, task);
  }

  /** The number of the mark that a group is, see `MarkView`; undefined for an area, or where it is none. */
  async markNumber(group: RecordGroup, filter: Filter, task: Task): Promise<number | undefined> {
    return group.kind === 'mark' ? (await this.#laidOut(group, filter, task))?.mark : undefined;
  }

  /** Where some records are, in their order; undefined for one that no data set has. */
  async locate(
    { filter, zoom, records }: LocateQuery,
    task: Task,
  ): Promise<readonly (LocatedRecord | undefined)[]> {
    const { layout } = await this.#layout.level(filter, zoom, task.part(0, 0.5));
    const located: (LocatedRecord | undefined)[] = [];
    for (const name of records) {
      const row = this.refOf(name);
      const at = row === undefined ? undefined : this.#parts.rowAt(row);
      if (row === undefined || !at) {
        located.push(undefined);
        continue;
      }
      const { index } = at.part;
      located.push({
        row,
        span: index.timeOf(at.row, this.#parts.isDated),
        passes: await index.passes(filter, at.row, task),
        mark: await this.#markWith(row, filter, layout.markOf, task),
      });
    }
    return located;
  }

  /** Undefined: the filter leaves nothing of the group, or it never was. */
  async list(
    { filter, extent, window, group }: ListQuery,
    task: Task,
  ): Promise<RecordList | undefined> {
    // No list is open in the first view.
    const { joinedList } = await import('./joined-list.ts');
    const isMark = group?.kind === 'mark';
    const whole = isMark ? await this.#laidOut(group, filter, task.part(0, 0.1)) : undefined;
    if (isMark && !whole) return undefined;
    const name = isMark ? group.place : undefined;
    const marked =
      whole && name !== undefined
        ? await this.#names.narrowed(whole, name, task.part(0.1, 0.2))
        : whole;
    const { isDated } = this.#parts;
    const shares = await this.#parts.ask(
      (part, own) => {
        const scope = marked
          ? scopeOf(marked, part)
          : group?.kind === 'area'
            ? group
            : ({ kind: 'extent', extent } as const);
        return part.index.list(filter, scope, window, isDated, own);
      },
      task,
      0.2,
      0.6,
    );
    if (group && !shares.some(({ isAny }) => isAny)) return undefined;
    const firstRefs = this.#parts.all.map(({ index }) => index.firstRef);
    const places = await this.#names.ofList(shares, task.part(0.6, 0.7));
    return joinedList(shares, firstRefs, window, places, task.part(0.7, 1));
  }

  /** The same in the order of a column of the table view; undefined sort: that of the list. */
  async tableOrder(
    query: ListQuery,
    sort: TableSort | undefined,
    task: Task,
  ): Promise<RecordList | undefined> {
    const list = await this.list(query, sort ? task.part(0, 0.2) : task);
    if (!list || !sort) return list;
    const { TableOrder } = await import('./table-order.ts');
    this.#order ??= new TableOrder(this.#parts);
    return this.#order.sorted(list, sort, task.part(0.2, 1));
  }

  /** The numbers of the marks that hold some incidents which pass a filter, see `MarkView`; `NO_MARK` where none does. */
  async marksOf(
    { filter, zoom, rows }: RowMarksQuery,
    task: Task,
  ): Promise<Uint32Array<ArrayBuffer>> {
    const { layout } = await this.#layout.level(filter, zoom, task);
    return Uint32Array.from(rows, (ref) => {
      const at = this.#parts.rowAt(ref);
      const place = at && at.part.firstPlace + at.part.index.placeOf(at.row);
      return place === undefined ? NO_MARK : (layout.markOf[place] ?? NO_MARK);
    });
  }

  /** The layout in which a group is a mark, and that mark. */
  async #laidOut(
    { zoom, record }: Pick<MarkGroup, 'zoom' | 'record'>,
    filter: Filter,
    task: Task,
  ): Promise<LaidOutMark | undefined> {
    const { layout } = await this.#layout.level(filter, zoom, task);
    const mark = await this.#markWith(record, filter, layout.markOf, task);
    return mark === undefined
      ? undefined
      : { markOf: layout.markOf, mark, count: layout.count[mark] ?? 0 };
  }

  /** The mark that represents an incident; undefined when the filter hides it or it has no point. */
  async #markWith(
    record: RecordRef,
    filter: Filter,
    markOf: Uint32Array,
    task: Task,
  ): Promise<number | undefined> {
    const at = this.#parts.rowAt(record);
    if (!at || !(await at.part.index.passes(filter, at.row, task))) return undefined;
    const mark = markOf[at.part.firstPlace + at.part.index.placeOf(at.row)] ?? NO_MARK;
    return mark === NO_MARK ? undefined : mark;
  }

  /** The records that are on of some references, in their order. */
  records(refs: Iterable<RecordRef>): readonly IncidentRecord[] {
    return Array.from(refs).flatMap((ref) => this.record(ref) ?? []);
  }

  record(ref: RecordRef): IncidentRecord | undefined {
    const at = this.#parts.rowAt(ref);
    const recorded = at?.part.index.recordAt(at.row, this.#parts.isDated);
    if (!at || !recorded) return undefined;
    return { ...recorded, row: ref, layer: at.part.firstLayer + recorded.layer };
  }

  /** See `MergedParts`. */
  refOf(name: RecordName): RecordRef | undefined {
    return this.#parts.refOf(name);
  }
}

/** The places of a mark among those of one data set. */
const scopeOf = ({ markOf, mark }: MarkOfPlaces, { index, firstPlace }: MergedPart): ListScope => ({
  kind: 'mark',
  markOf: markOf.subarray(firstPlace, firstPlace + index.places.length),
  mark,
});
