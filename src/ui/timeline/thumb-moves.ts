import {
  binAfter,
  binStart,
  edgeAway,
  nearestEdge,
  UNIT_SIZE,
  type BinUnit,
  type NamedUnit,
} from '../../core/time/bins.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { SpanEnd } from '../../state/timeline.svelte.ts';

/** A large step: a day, a week, about a month, a year, ten bins of years; two bins at least. */
const LARGE_STEP: Readonly<Record<NamedUnit, number>> = {
  hour: 24,
  day: 7,
  week: 4,
  month: 12,
  year: 10,
};

function largeStep(unit: BinUnit): number {
  const [of, count] = UNIT_SIZE[unit];
  return of === 'year' ? LARGE_STEP.year : Math.max(Math.round(LARGE_STEP[of] / count), 2);
}

/** The allowed range of each end while the other stays: they are at least one bin apart. */
export function reachOf(
  end: SpanEnd,
  window: TimeRange,
  limits: TimeRange,
  unit: BinUnit,
): TimeRange {
  return end === 'from'
    ? { from: limits.from, to: Math.max(edgeAway(window.to, unit, -1), limits.from) }
    : { from: Math.min(edgeAway(window.from, unit, 1), limits.to), to: limits.to };
}

export const intoReach = (minute: Minute, reach: TimeRange): Minute =>
  Math.min(Math.max(minute, reach.from), reach.to);

/** Where the thumb of a minute is drawn: at the end of the axis when it is beyond. */
export const drawnAt = (minute: Minute, axis: TimeRange): Minute => intoReach(minute, axis);

const BACKWARDS = ['ArrowLeft', 'ArrowDown', 'PageDown', 'Home'];

/** Where a key moves a thumb from: on to the axis from where it is drawn, away from there from its own minute. */
export function movedFrom(key: string, minute: Minute, axis: TimeRange): Minute {
  const drawn = drawnAt(minute, axis);
  return BACKWARDS.includes(key) === drawn < minute ? drawn : minute;
}

/** Returns the new position of a thumb after a key press; undefined for other keys. */
export function keyMove(
  key: string,
  isLarge: boolean,
  at: Minute,
  reach: TimeRange,
  unit: BinUnit,
): Minute | undefined {
  const large = largeStep(unit);
  const away = (steps: number): Minute => intoReach(edgeAway(at, unit, steps), reach);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return away(isLarge ? large : 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return away(isLarge ? -large : -1);
    case 'PageUp':
      return away(large);
    case 'PageDown':
      return away(-large);
    case 'Home':
      return reach.from;
    case 'End':
      return reach.to;
    default:
      return undefined;
  }
}

/** The bins between two pointer positions, both included; the minutes themselves when free. */
export function spanBetween(a: Minute, b: Minute, unit: BinUnit, isFree: boolean): TimeRange {
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  return isFree ? { from, to } : { from: binStart(from, unit), to: binAfter(to, unit) };
}

export const snapped = (minute: Minute, unit: BinUnit, isFree: boolean): Minute =>
  isFree ? minute : nearestEdge(minute, unit);
