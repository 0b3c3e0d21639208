import { BIN_UNITS, binAfter, binsIn, edgeAway, isEdge, type BinUnit } from './bins.ts';
import { HOUR, type Minute } from './minute.ts';
import { lengthOf, type TimeRange } from './time-range.ts';

/** No window is shorter. */
export const MIN_WINDOW: Minute = HOUR;

/**
 * The step by which a window moves, as long as the window: a number of calendar bins (`1 month`), or its
 * length in minutes if its ends are not on calendar edges.
 */
export type Stride =
  | { readonly kind: 'bins'; readonly unit: BinUnit; readonly count: number }
  | { readonly kind: 'minutes'; readonly length: Minute };

/** One bin. */
export const oneBin = (unit: BinUnit): Stride => ({ kind: 'bins', unit, count: 1 });

/** Whether both ends are edges; the first and last bin of `cutUnits` may be cut off by the period. */
export function isOnEdges(
  window: TimeRange,
  limits: TimeRange,
  unit: BinUnit,
  cutUnits: readonly BinUnit[],
): boolean {
  const mayBeCut = cutUnits.includes(unit);
  return (
    (isEdge(window.from, unit) || (mayBeCut && window.from === limits.from)) &&
    (isEdge(window.to, unit) || (mayBeCut && window.to === limits.to))
  );
}

/** The stride of a window: the coarsest calendar unit that both ends are edges of. */
export function strideOf(
  window: TimeRange,
  limits: TimeRange,
  cutUnits: readonly BinUnit[],
): Stride {
  const unit = BIN_UNITS.findLast((one) => isOnEdges(window, limits, one, cutUnits));
  return unit
    ? { kind: 'bins', unit, count: binsIn(window, unit) }
    : { kind: 'minutes', length: lengthOf(window) };
}

/** What is left of the period is not cut into windows that are too short. */
const isTooShort = (rest: Minute): boolean => rest > 0 && rest < MIN_WINDOW;

/** The window that begins at `from`, cut off by the end of the period; undefined at its end. */
export function windowFrom(from: Minute, stride: Stride, limits: TimeRange): TimeRange | undefined {
  if (from >= limits.to) return undefined;
  const end =
    stride.kind === 'bins' ? binAfter(from, stride.unit, stride.count) : from + stride.length;
  const to = end >= limits.to || isTooShort(limits.to - end) ? limits.to : end;
  return { from, to };
}

/** The window that ends at `to`, cut off by the start of the period; undefined at its start. */
export function windowUntil(to: Minute, stride: Stride, limits: TimeRange): TimeRange | undefined {
  if (to <= limits.from) return undefined;
  const start =
    stride.kind === 'bins' ? edgeAway(to, stride.unit, -stride.count) : to - stride.length;
  const from = start <= limits.from || isTooShort(start - limits.from) ? limits.from : start;
  return { from, to };
}

/**
 * The first window of steps through an axis that begins later than the period: with all that is before it, so
 * that no step shows the empty time between.
 */
export function firstWindow(
  axis: TimeRange,
  stride: Stride,
  limits: TimeRange,
): TimeRange | undefined {
  const window = windowFrom(axis.from, stride, limits);
  return window && { from: limits.from, to: window.to };
}

/** The last one, with all that is after the axis. */
export function lastWindow(
  axis: TimeRange,
  stride: Stride,
  limits: TimeRange,
): TimeRange | undefined {
  const window = windowUntil(axis.to, stride, limits);
  return window && { from: window.from, to: limits.to };
}
