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

/** Whether both ends are edges; the first and last bin of `columns` may be cut off by the period. */
export function isOnEdges(
  window: TimeRange,
  limits: TimeRange,
  unit: BinUnit,
  columns: BinUnit,
): boolean {
  const mayBeCut = unit === columns;
  return (
    (isEdge(window.from, unit) || (mayBeCut && window.from === limits.from)) &&
    (isEdge(window.to, unit) || (mayBeCut && window.to === limits.to))
  );
}

/**
 * The stride of a window: the coarsest calendar unit that both ends are edges of; the first and the last bin of
 * `columns` may be cut off by the period.
 */
export function strideOf(window: TimeRange, limits: TimeRange, columns: BinUnit): Stride {
  const unit = BIN_UNITS.findLast((one) => isOnEdges(window, limits, one, columns));
  return unit
    ? { kind: 'bins', unit, count: binsIn(window, unit) }
    : { kind: 'minutes', length: lengthOf(window) };
}

/** `count` bins from an edge on, inside the period. */
export function binsFrom(edge: Minute, count: number, unit: BinUnit, limits: TimeRange): TimeRange {
  const last = Math.max(edgeAway(limits.to, unit, -count), limits.from);
  const from = Math.min(Math.max(edge, limits.from), last);
  return { from, to: Math.min(binAfter(from, unit, count), limits.to) };
}

/** What is left of the period is not cut into windows that are too short. */
const isTooShort = (rest: Minute): boolean => rest > 0 && rest < MIN_WINDOW;

/** The window that begins at `from`, cut off by the end of the period; undefined at its end. */
function windowFrom(from: Minute, stride: Stride, limits: TimeRange): TimeRange | undefined {
  if (from >= limits.to) return undefined;
  const end =
    stride.kind === 'bins' ? binAfter(from, stride.unit, stride.count) : from + stride.length;
  const to = end >= limits.to || isTooShort(limits.to - end) ? limits.to : end;
  return { from, to };
}

/** The window that ends at `to`, cut off by the start of the period; undefined at its start. */
function windowUntil(to: Minute, stride: Stride, limits: TimeRange): TimeRange | undefined {
  if (to <= limits.from) return undefined;
  const start =
    stride.kind === 'bins' ? edgeAway(to, stride.unit, -stride.count) : to - stride.length;
  const from = start <= limits.from || isTooShort(start - limits.from) ? limits.from : start;
  return { from, to };
}

/** As many windows without any incident are shown one after the other; a longer row of them is skipped. */
const MAX_EMPTY = 10;

/** The greatest number that `isBefore` holds for; it holds for 0, and for none above that. */
function greatest(isBefore: (windows: number) => boolean): number {
  let high = 1;
  while (isBefore(high)) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Where the first incident of a stretch of time begins, and the last ends; undefined where it has none. */
export type FindIncident = (stretch: TimeRange, side: 'first' | 'last') => Minute | undefined;

/**
 * The window after `from`, as `windowFrom`, or the first that holds an incident, on the same grid, when a long row
 * of windows holds none; then the last of the period when no incident follows.
 */
export function nextWindow(
  from: Minute,
  stride: Stride,
  limits: TimeRange,
  find: FindIncident,
): TimeRange | undefined {
  if (from >= limits.to) return undefined;
  const held = find({ from, to: limits.to }, 'first') ?? limits.to - 1;
  const startOf = (windows: number): Minute => {
    if (windows === 0) return from;
    return stride.kind === 'bins'
      ? binAfter(from, stride.unit, stride.count * windows)
      : from + stride.length * windows;
  };
  const empty = greatest(
    (windows) => startOf(windows) <= held && !isTooShort(limits.to - startOf(windows)),
  );
  return windowFrom(empty > MAX_EMPTY ? startOf(empty) : from, stride, limits);
}

/** The same backwards: the window that ends at `to`, or the last before it that holds an incident. */
export function windowBefore(
  to: Minute,
  stride: Stride,
  limits: TimeRange,
  find: FindIncident,
): TimeRange | undefined {
  if (to <= limits.from) return undefined;
  const held = find({ from: limits.from, to }, 'last') ?? limits.from + 1;
  const endOf = (windows: number): Minute => {
    if (windows === 0) return to;
    return stride.kind === 'bins'
      ? edgeAway(to, stride.unit, -stride.count * windows)
      : to - stride.length * windows;
  };
  const empty = greatest(
    (windows) => endOf(windows) >= held && !isTooShort(endOf(windows) - limits.from),
  );
  return windowUntil(empty > MAX_EMPTY ? endOf(empty) : to, stride, limits);
}
