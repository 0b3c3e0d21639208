import type { Minute } from './minute.ts';
import type { OpenSide, TimeRange } from './time-range.ts';
import { isEmptyDay } from './zero-date.ts';

/**
 * The clock that a time was written by: minutes east of UTC, or `local` for a time without an offset.
 * Of an interval, the first clock that is written.
 */
type DateOffset = Minute | 'local';

export type ParsedRange = TimeRange & {
  readonly clock?: DateOffset | undefined;
  /** The end that is not known, as in `2026-03-01/..`; the range is then the end that is known. */
  readonly open?: OpenSide | undefined;
};

/** The same date, one end of what happened; the end on the side `open` is not known. */
export const withOpenEnd = (
  open: OpenSide,
  known: ParsedRange | undefined,
): ParsedRange | undefined => known && { ...known, open };

/** From the start of `first` to the end of `last`; undefined unless both are read and in order. */
export function joinRanges(
  first: ParsedRange | undefined,
  last: ParsedRange | undefined,
): ParsedRange | undefined {
  if (!first || !last || last.to <= first.from) return undefined;
  if (isEmptyDay(first)) return isEmptyDay(last) ? undefined : withOpenEnd('from', last);
  if (isEmptyDay(last)) return withOpenEnd('to', first);
  const { from } = first;
  const { to } = last;
  const clock = first.clock ?? last.clock;
  return clock === undefined ? { from, to } : { from, to, clock };
}
