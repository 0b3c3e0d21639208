import type { FieldInfo } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { Extent, Filter } from '../filters/filter.ts';
import type { GroupCounts } from './interval-index.ts';
import type { TimeRange } from '../time/time-range.ts';

/** A field of what is on, with what its values are whatever the filter. */
export type FieldSummary = FieldInfo & {
  /** Incidents that have a value of it. */
  readonly given: number;
  /** Of a category: its values, most frequent first; incidents that have each. */
  readonly distinct: number;
  /** Undefined where no row gives a number or date. */
  readonly bounds: FieldBounds | undefined;
};

/** Of numbers and dates: the least and the most, and whether all of them are whole. */
type FieldBounds = {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
};

/** Which values of a field are counted. */
export type FacetQuery = {
  readonly field: FieldKey;
  /** Only values that hold this text. */
  readonly search: string;
  /** At most these, the most frequent ones of all data first; those that a clause names always. */
  readonly limit: number;
};

export type FacetsQuery = {
  readonly filter: Filter;
  readonly extent: Extent;
  readonly window: TimeRange;
  readonly facets: readonly FacetQuery[];
};

/**
 * The incidents that each value of a field would leave, under the clauses on all other fields and the window.
 * The order of values does not depend on filter and window, so nothing jumps while a reader scrubs.
 */
export type FacetCounts =
  | {
      readonly kind: 'values';
      readonly field: FieldKey;
      /** `NOT_GIVEN` is among them where rows do not say. */
      readonly values: readonly string[];
      readonly certain: Uint32Array<ArrayBuffer>;
      readonly possible: Uint32Array<ArrayBuffer>;
      /** Values that hold the text of the search, listed or not. */
      readonly matching: number;
      /** Of hours of the week: blocks of hours from midnight on Monday. An incident in one of them is certain there, else possible in each. */
      readonly blocks?: GroupCounts;
    }
  | {
      readonly kind: 'bins';
      readonly field: FieldKey;
      /** One more than there are bins; ascending. An incident whose range lies in one bin is certain there, else possible in each. */
      readonly edges: Float64Array<ArrayBuffer>;
      readonly certain: Uint32Array<ArrayBuffer>;
      readonly possible: Uint32Array<ArrayBuffer>;
      readonly notGiven: { readonly certain: number; readonly possible: number };
    };

/** Incidents that pass the whole filter in the window: what every facet is a part of. */
export type FacetsAnswer = {
  readonly facets: readonly FacetCounts[];
  readonly total: { readonly certain: number; readonly possible: number };
};
