import type { Filter } from '../filters/filter.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { RecordName, RecordRef } from '../records/record-ref.ts';
import type { Weapon } from '../records/incident.ts';
import type { Bounds } from '../place/bounds.ts';
import type { TimeRange } from '../time/time-range.ts';
import { intervalIndexBuffers, type IntervalIndex } from './interval-index.ts';

/** No row, no mark: a position that is none. */
export const NO_ROW = 0xffff_ffff;

/** What a mark is when it represents one record in the settled window. */
export type MarkDetails = {
  /** The only record that touches the window, or `NO_ROW`. */
  readonly single: Uint32Array<ArrayBuffer>;
  /** The weapon of the only incident that is certainly in the window, where the mark has just one. */
  readonly singleWeapons: ReadonlyMap<number, Weapon | null>;
};

/** The boxes that marks never leave, whatever the window: labels next to them need not move. */
type MarkExtents = {
  /** Mean position of all that a mark holds. */
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  /**
   * Pixels from there to the west, east, north and south, four for each mark, in their order; they
   * hold up to the middle between the level and the next.
   */
  readonly reach: Float32Array<ArrayBuffer>;
};

/**
 * All that the map draws of one zoom level, extent and filter: marks by descending count, what they are
 * made of, and sorted intervals to count any window by. Columns, made to be moved.
 */
export type MarkView = {
  /** The level's zoom. */
  readonly zoom: number;
  /** How many layers the data have. */
  readonly layers: number;
  /** Radius in pixels of a mark of one incident. */
  readonly radiusOfOne: number;
  readonly marks: {
    readonly length: number;
    /** Mean position of what it holds in the settled window, of all it holds when that is nothing. */
    readonly lon: Float64Array<ArrayBuffer>;
    readonly lat: Float64Array<ArrayBuffer>;
    /** What it covers in any window, see `MarkExtents`; does not change with the window. */
    readonly extents: MarkExtents;
    /** All its incidents that pass the filter, whatever the window. */
    readonly count: Uint32Array<ArrayBuffer>;
    /** The reference of its first record in the order of a list: a mark has no other lasting name. */
    readonly row: Uint32Array<ArrayBuffer>;
    /** Its number among all marks of the level, also those outside of `extent`. */
    readonly number: Uint32Array<ArrayBuffer>;
    /** Groups of mark m: `groups[m] .. groups[m + 1])`. */
    readonly groups: Uint32Array<ArrayBuffer>;
  };
  /** What is counted apart in a mark: a cell each, see `IncidentCells`. */
  readonly groups: {
    readonly scheme: ColorScheme;
    readonly layer: Uint32Array<ArrayBuffer>;
    readonly effectClass: Uint8Array<ArrayBuffer>;
    readonly category: Uint8Array<ArrayBuffer>;
    readonly deaths: Uint8Array<ArrayBuffer>;
    readonly isPossible: Uint8Array<ArrayBuffer>;
    readonly spans: IntervalIndex;
  };
  /** Circles of precision; none where they would cover each other, see `hasAllHalos`. */
  readonly halos: {
    readonly length: number;
    readonly lon: Float64Array<ArrayBuffer>;
    readonly lat: Float64Array<ArrayBuffer>;
    /** Position in `PLACE_PRECISIONS`. */
    readonly precision: Uint8Array<ArrayBuffer>;
    /** The mark that represents its incidents. */
    readonly mark: Uint32Array<ArrayBuffer>;
    readonly spans: IntervalIndex;
  };
  readonly hasAllHalos: boolean;
  /** The marks outside of it are missing; undefined when none are. */
  readonly extent: Bounds | undefined;
  readonly details: MarkDetails;
  /** The mark that holds the asked row. */
  readonly markOfSelected: number | undefined;
};

export const markViewBuffers = (view: MarkView): ArrayBuffer[] => [
  ...[view.marks.lon, view.marks.lat, view.marks.count, view.marks.row].map(({ buffer }) => buffer),
  view.marks.number.buffer,
  view.marks.groups.buffer,
  ...[view.marks.extents.lon, view.marks.extents.lat].map(({ buffer }) => buffer),
  view.marks.extents.reach.buffer,
  view.groups.layer.buffer,
  ...[
    view.groups.effectClass,
    view.groups.category,
    view.groups.deaths,
    view.groups.isPossible,
  ].map(({ buffer }) => buffer),
  ...intervalIndexBuffers(view.groups.spans),
  view.halos.lon.buffer,
  view.halos.lat.buffer,
  view.halos.precision.buffer,
  view.halos.mark.buffer,
  ...intervalIndexBuffers(view.halos.spans),
  view.details.single.buffer,
];

/** What a mark view is asked for. */
export type MarkViewQuery = {
  readonly zoom: number;
  /** Marks outside of it may be missing; undefined asks for all. */
  readonly extent: Bounds | undefined;
  /** The settled window. */
  readonly window: TimeRange;
  readonly scheme: ColorScheme;
  /** A record whose mark is asked for. */
  readonly selected: RecordRef | undefined;
};

/** Records whose marks are asked for, by a name that lasts. */
export type LocateQuery = {
  readonly filter: Filter;
  readonly zoom: number;
  readonly records: readonly RecordName[];
};

/** Where a record is in the answers of a filter. */
export type LocatedRecord = {
  readonly row: RecordRef;
  readonly span: TimeRange;
  readonly passes: boolean;
  /** See `number` of `MarkView`; undefined where the filter hides it, or it has no point. */
  readonly mark: number | undefined;
};

/** Incidents of a list whose marks are asked for. */
export type RowMarksQuery = {
  readonly filter: Filter;
  readonly zoom: number;
  readonly rows: Uint32Array;
};

/** Marks of a view that names are asked for. */
export type MarkNamesQuery = {
  readonly filter: Filter;
  readonly zoom: number;
  /** The settled window. */
  readonly window: TimeRange;
  /** See `number` of `MarkView`. */
  readonly marks: Uint32Array;
};

/** What the places of marks are called, in the order of the query. */
export type MarkNames = {
  /** The most frequent name of the incidents in the window; '' where they have none. */
  readonly place: readonly string[];
  /** The name is that of a town; see `townOf`. */
  readonly isAround: readonly boolean[];
  /** How many more names there are. */
  readonly morePlaces: Uint32Array<ArrayBuffer>;
};
