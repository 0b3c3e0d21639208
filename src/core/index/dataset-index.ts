import type { Task } from '../base/task.ts';
import type { Extent, Filter } from '../filters/filter.ts';
import type { BoundsBuilder } from '../place/bounds.ts';
import type { PlaceTable } from '../place/place-table.ts';
import type { IncidentRecord } from '../records/incident-record.ts';
import type { Row } from '../records/incident-table.ts';
import type { Weapon } from '../records/incident.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { Layer } from '../records/layer.ts';
import type { RecordRef } from '../records/record-ref.ts';
import type { TextNumbers } from '../text/text-numbers.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { FieldShare } from './field-share.ts';
import type { IncidentCells } from './incident-cells.ts';
import type { IntervalIndex } from './interval-index.ts';
import type { SortValues } from './sort-values.ts';
import type { SortColumn } from './table-sort.ts';
import type { OwnPeople, People } from './people.ts';
import type { FacetShares, OwnFacetsQuery } from './facet-share.ts';
import type { ZoneCounts } from './zone-counts.ts';

/** The incidents of a filter, counted. */
export type IncidentCounts = OwnCounts & {
  /** See `calendarFits`: of the intervals of `cells`. */
  readonly fits: Int32Array<ArrayBuffer>;
  /** People killed and injured; undefined where the data do not say. */
  readonly people: People | undefined;
};

/** The same of one data set. */
export type OwnCounts = {
  readonly cells: IncidentCells;
  /** Those without a point, by area too. */
  readonly areas: IncidentCells;
  readonly people: OwnPeople;
  /** What is known now, where the filter is about what was known before a time; else undefined. */
  readonly now: IncidentCells | undefined;
};

/** Names of the places as numbers: `of` by place. */
export type PlaceNames = { readonly of: Uint32Array; readonly texts: TextNumbers };

/** Where the places are: Mercator y of each, the box of those with a point, and how far to zoom in on them. */
export type DatasetFrame = {
  readonly y: Float64Array;
  readonly bounds: BoundsBuilder;
  /** See `zoom-limit`. */
  readonly zoomLimit: number;
};

/** Which records a list is of: those in an extent, of a mark of a layout, or of an area. */
export type ListScope =
  | { readonly kind: 'extent'; readonly extent: Extent }
  /** `markOf` by place. */
  | { readonly kind: 'mark'; readonly markOf: Uint32Array; readonly mark: number }
  | { readonly kind: 'area'; readonly name: string };

/** Rows of one kind in the order of a list, as columns. */
export type ListedRows = {
  readonly row: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** See `unknown-ends`. */
  readonly isUndated: Uint8Array;
  /** 1: its place is named by the search. */
  readonly isFirst: Uint8Array;
  /** Position in `EFFECT_CLASSES`. */
  readonly effectClass: Uint8Array;
  /** 1: it passes the filter only possibly. */
  readonly isPossible: Uint8Array;
};

/** What a data set adds to a list. */
export type ListShare = {
  /** Whether any record is in scope and passes the filter, whatever the window. */
  readonly isAny: boolean;
  readonly incidents: ListedRows;
  readonly series: ListedRows;
  readonly totals: ListedRows;
  /** Listed incidents and series by place. */
  readonly places: Uint32Array;
  /** See `RecordList`. */
  readonly zones: ZoneCounts | undefined;
};

/** The marks of a view that a data set is asked to count for. */
export type MarkQuery = {
  readonly filter: Filter;
  /** Mark of each place, or `NO_MARK`. */
  readonly markOf: Uint32Array;
  /** How many marks there are. */
  readonly marks: number;
  /** The settled window. */
  readonly window: TimeRange;
  readonly scheme: ColorScheme;
};

/** What the incidents of a data set add to the marks of a view. */
export type MarkShare = {
  /** Its cells: what a mark has of one layer, effect class, category and kind of deaths. Columns, with an interval group for each. */
  readonly cells: {
    readonly length: number;
    readonly mark: Uint32Array;
    /** Its own position of the layer. */
    readonly layer: Uint32Array;
    readonly effectClass: Uint8Array;
    readonly category: Uint8Array;
    readonly deaths: Uint8Array;
    readonly isPossible: Uint8Array;
    readonly spans: IntervalIndex;
  };
  /** Incidents by place: all, and those that touch the window. */
  readonly places: { readonly all: Uint32Array; readonly inWindow: Uint32Array };
  /** By mark: its first row in the order of a list, or `NO_ROW`. */
  readonly firstRow: Uint32Array;
  /** By mark: how many touch the window, and the last of them; how many are certainly in it. */
  readonly touching: Uint32Array;
  readonly touchingRow: Uint32Array;
  readonly certain: Uint32Array;
  readonly certainRow: Uint32Array;
};

/**
 * The records of one data set, behind queries that may take time: a table in memory today. Rows, places,
 * layers and areas are positions in the data set; `MergedIndex` joins the answers of several.
 */
export type DatasetIndex = {
  /** The number of its data set. */
  readonly dataset: number;
  readonly length: number;
  /** The reference of its first row: that of row r is `firstRef + r`. */
  readonly firstRef: RecordRef;
  readonly layers: readonly Layer[];
  readonly places: PlaceTable;
  readonly period: TimeRange;
  /** No row is dated more finely than to a day. */
  readonly isByDay: boolean;
  /** Some records, or not all, have no date. */
  readonly undated: 'none' | 'some' | 'all';
  /** The row of an id; undefined when there is none. */
  readonly rowOf: (id: string) => Row | undefined;
  /** Position in `places`. */
  readonly placeOf: (row: Row) => number;
  readonly timeOf: (row: Row, isDated: boolean) => TimeRange;
  /** Undefined where the text of a damaged file is no record. */
  readonly recordAt: (row: Row, isDated: boolean) => IncidentRecord | undefined;
  /** Undefined where the data set does not say. */
  readonly weaponAt: (row: Row) => Weapon | null | undefined;
  /** The fields of its records, and what its incidents say of each; they are built on first use. */
  readonly fieldShares: (task: Task) => Promise<readonly FieldShare[]>;
  /** The incidents of a window by some fields; each ignores the clauses on its own field. */
  readonly facets: (query: OwnFacetsQuery, isDated: boolean, task: Task) => Promise<FacetShares>;
  /** Whether a row passes the filter; one that does not has no mark. */
  readonly passes: (filter: Filter, row: Row, task: Task) => Promise<boolean>;
  readonly counts: (
    query: Filter,
    scheme: ColorScheme,
    extent: Extent,
    isDated: boolean,
    task: Task,
  ) => Promise<OwnCounts>;
  /** Incidents with a point that pass a filter, by place; those that touch the window, where one is given. */
  readonly placeCounts: (
    filter: Filter,
    window: TimeRange | undefined,
    isDated: boolean,
    task: Task,
  ) => Promise<Uint32Array>;
  readonly placeFrame: (task: Task) => Promise<DatasetFrame>;
  readonly placeNames: (task: Task) => Promise<PlaceNames>;
  readonly marks: (query: MarkQuery, isDated: boolean, task: Task) => Promise<MarkShare>;
  /** The incidents of a filter in groups of places, `NO_GROUP` for those of none. */
  readonly intervals: (
    filter: Filter,
    groupOfPlace: Uint32Array,
    groups: number,
    isDated: boolean,
    task: Task,
  ) => Promise<IntervalIndex>;
  readonly list: (
    filter: Filter,
    scope: ListScope,
    window: TimeRange,
    isDated: boolean,
    task: Task,
  ) => Promise<ListShare>;
  /** What the rows are sorted by in a column of the table view; undefined: none of them gives a value. */
  readonly sortValues: (column: SortColumn, task: Task) => Promise<SortValues | undefined>;
};
