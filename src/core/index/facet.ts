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

/**
 * How values are ordered, and which come first: by the incidents of all data, so that none ever moves, or by
 * those that are shown, without values that none of these has.
 */
export type FacetOrder = 'all' | 'shown';

/** Which values of a field are counted. */
export type FacetQuery = {
  readonly field: FieldKey;
  /** Only values that hold this text. */
  readonly search: string;
  /** At most these, the most frequent ones first; those that a clause names always. */
  readonly limit: number;
  readonly order: FacetOrder;
};

export type FacetsQuery = {
  readonly filter: Filter;
  readonly extent: Extent;
  readonly window: TimeRange;
  /** Values in the order of what is shown are ordered by the incidents of these periods together. While the window moves, they stay those of its last rest, so that no row changes its place. */
  readonly orderedIn: readonly TimeRange[];
  readonly facets: readonly FacetQuery[];
};

/** The incidents that each value of a field would leave, under the clauses on all other fields and the window. */
export type FacetCounts =
  | {
      readonly kind: 'values';
      readonly field: FieldKey;
      readonly order: FacetOrder;
      /** `NOT_GIVEN` is among them where rows do not say. */
      readonly values: readonly string[];
      readonly certain: Uint32Array<ArrayBuffer>;
      readonly possible: Uint32Array<ArrayBuffer>;
      /** Values that could be listed as well. */
      readonly more: number;
      /** Of hours of the week: blocks of hours from midnight on Monday. An incident in one of them is certain there, else possible in each. */
      readonly blocks?: GroupCounts;
    }
  | {
      readonly kind: 'bins';
      readonly field: FieldKey;
      readonly order: FacetOrder;
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
