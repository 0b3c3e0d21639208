import type { ClauseOf } from '../filters/clause.ts';
import type { Filter } from '../filters/filter.ts';
import type { RowFilterName } from '../filters/row-filters.ts';
import { overlaps, type TimeRange } from '../time/time-range.ts';

/** What of the filter, besides the layers, may leave a record out. */
export type FilterReason = 'search' | 'known' | RowFilterName | FieldClause;

/** A clause on a field of the records, or on where and when they are. */
type FieldClause = ClauseOf<'values' | 'range' | 'contains' | 'area' | 'hours'>;

/** Why the mark of a record is not on the map. */
export type HiddenReason = 'window' | 'layer' | FilterReason;

/** What decides whether a record has a mark. */
export type MarkState = {
  readonly span: TimeRange;
  readonly window: TimeRange;
  readonly isLayerOn: boolean;
  /** None without a filter, and until they are known. */
  readonly filteredBy: readonly FilterReason[];
};

/** All reasons at once: showing the mark means to change each of them. */
export const hiddenReasons = (state: MarkState): readonly HiddenReason[] => [
  ...(overlaps(state.span, state.window) ? [] : (['window'] as const)),
  ...(state.isLayerOn ? [] : (['layer'] as const)),
  ...state.filteredBy,
];

/** Each clause of a filter but the layers and the view of the map, as a filter of its own. */
export function filterParts(filter: Filter): readonly (readonly [FilterReason, Filter])[] {
  return filter.flatMap((clause): (readonly [FilterReason, Filter])[] => {
    switch (clause.kind) {
      case 'layers':
      case 'viewport':
        return [];
      case 'text':
        return [['search', [clause]]];
      case 'known':
        return [['known', [clause]]];
      case 'only':
        return clause.names.map((name) => [name, [{ ...clause, names: [name] }]]);
      case 'values':
      case 'range':
      case 'contains':
      case 'area':
      case 'hours':
        return [[clause, [clause]]];
    }
  });
}

/** The smallest window that holds both. */
export const joinedWindow = (a: TimeRange, b: TimeRange): TimeRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});
