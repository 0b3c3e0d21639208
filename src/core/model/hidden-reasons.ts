import type { Filter } from '../filters/filter.ts';
import type { RowFilterName } from '../filters/row-filters.ts';
import { overlaps, type TimeRange } from '../time/time-range.ts';

/** What of the filter, besides the layers, may leave a record out. */
export type FilterReason = 'search' | 'known' | RowFilterName;

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

const NO_LAYERS_OFF = { hidden: new Set<string>(), text: '' };

/** Each part of a filter but the layers, as a filter of its own. */
export function filterParts({
  text,
  only = new Set(),
  knownBefore,
}: Filter): readonly (readonly [FilterReason, Filter])[] {
  const search = text === '' ? [] : [['search', { ...NO_LAYERS_OFF, text }] as const];
  const known =
    knownBefore === undefined ? [] : [['known', { ...NO_LAYERS_OFF, knownBefore }] as const];
  const rows = [...only].map(
    (name) => [name, { ...NO_LAYERS_OFF, only: new Set([name]) }] as const,
  );
  return [...search, ...known, ...rows];
}

/** The smallest window that holds both. */
export const joinedWindow = (a: TimeRange, b: TimeRange): TimeRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});
