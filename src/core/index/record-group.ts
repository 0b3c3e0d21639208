import type { Extent, Filter } from '../filters/filter.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { RecordRef } from '../records/record-ref.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { MarkPlaces } from './mark-places.ts';

/** The records of the mark that holds a record at a zoom; of these the ones of one place, by its name. */
export type MarkGroup = {
  readonly kind: 'mark';
  readonly zoom: number;
  readonly record: RecordRef;
  readonly place?: string | undefined;
};

/** A group of records: those of a mark, or those of an area. */
export type RecordGroup = MarkGroup | { readonly kind: 'area'; readonly name: string };

/** What a list is asked for. */
export type ListQuery = {
  readonly filter: Filter;
  readonly extent: Extent;
  readonly window: TimeRange;
  readonly group: RecordGroup | undefined;
};

/** Marks whose places are asked for, best first; `isOne`: only of one that may be a single place. */
export type MarkPlacesQuery = {
  readonly filter: Filter;
  readonly scheme: ColorScheme;
  /** Areas and unknown ones have none. */
  readonly groups: readonly (RecordGroup | undefined)[];
  readonly isOne: boolean;
};

/** The places of one of the marks of a query, and which one that is. */
export type FoundMarkPlaces = { readonly at: number; readonly places: MarkPlaces };
