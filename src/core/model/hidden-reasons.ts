import { overlaps, type TimeRange } from '../time/time-range.ts';

/** Why the mark of a record is not on the map. */
export type HiddenReason = 'window' | 'layer' | 'search';

/** What decides whether a record has a mark. */
export type MarkState = {
  readonly span: TimeRange;
  readonly window: TimeRange;
  readonly isLayerOn: boolean;
  /** Whether the search finds the record; true without a search, and until that is known. */
  readonly isFound: boolean;
};

/** All reasons at once: showing the mark means to change each of them. */
export const hiddenReasons = (state: MarkState): readonly HiddenReason[] => [
  ...(overlaps(state.span, state.window) ? [] : (['window'] as const)),
  ...(state.isLayerOn ? [] : (['layer'] as const)),
  ...(state.isFound ? [] : (['search'] as const)),
];

/** The smallest window that holds both. */
export const joinedWindow = (a: TimeRange, b: TimeRange): TimeRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});
