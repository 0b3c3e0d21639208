import { openingWindow } from '../core/time/opening-window.ts';
import { MIN_WINDOW } from '../core/time/stride.ts';
import { cutTo, overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import type { ViewState } from '../core/url/view-state.ts';

/** The window of the timeline once a view is restored: all of `limits` where its own lies outside of them. */
export const windowOf = ({ window }: ViewState, limits: TimeRange): TimeRange =>
  window && overlaps(window, limits) ? cutTo(window, limits, MIN_WINDOW) : limits;

/** What is then shown of time. */
export function spanOf(view: ViewState, limits: TimeRange): TimeRange {
  const { from, to } = windowOf(view, limits);
  return { from: view.mode === 'window' ? from : limits.from, to };
}

/** A view with the window in which a record is opened; the same one where its own window does. */
export function viewAtTimeOf(span: TimeRange, view: ViewState, limits: TimeRange): ViewState {
  const before = windowOf(view, limits);
  const window = openingWindow(before, span, limits, view.mode === 'cumulative');
  return sameRange(before, window) ? view : { ...view, window };
}
