import type { FieldKey } from '../fields/field-key.ts';
import type { FacetsQuery } from './facet.ts';
import type { GroupCounts } from './interval-index.ts';

/** A field that is counted. `edges`: into these bins, as other data sets are; undefined: by its values. */
export type FacetField = { readonly field: FieldKey; readonly edges: Float64Array | undefined };

/** What one data set adds to a facet. */
export type FacetShare =
  /** By code of `values`, whose first is `NOT_GIVEN`. */
  | {
      readonly kind: 'values';
      readonly values: readonly string[];
      readonly counts: GroupCounts;
      readonly blocks?: GroupCounts;
    }
  /** By bin, and at the end those that give nothing. */
  | { readonly kind: 'bins'; readonly counts: GroupCounts }
  /** It has no such field: none of these incidents gives a value. */
  | { readonly kind: 'none'; readonly certain: number; readonly possible: number };

export type FacetShares = {
  readonly facets: readonly FacetShare[];
  readonly total: { readonly certain: number; readonly possible: number };
};

/** What is asked of one data set. */
export type OwnFacetsQuery = Omit<FacetsQuery, 'facets' | 'orderedIn'> & {
  readonly fields: readonly FacetField[];
};
