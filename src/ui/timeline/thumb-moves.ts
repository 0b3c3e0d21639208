import {
  binAfter,
  binStart,
  edgeAway,
  nearestEdge,
  UNIT_SIZE,
  unitLength,
  type BinUnit,
  type NamedUnit,
} from '../../core/time/bins.ts';
import { MIN_WINDOW } from '../../core/time/stride.ts';
import { DAY, HOUR, type Minute } from '../../core/time/minute.ts';
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

/**
 * How far a thumb that is free of the edges goes by a key: a minute, an hour or a day, as the bins are; by a large step a
 * bin. In whole days where bins are, so that the time of day stays.
 */
function freeStep(unit: BinUnit, isLarge: boolean): Minute {
  const bin = unitLength(unit);
  if (isLarge) return bin > DAY ? Math.round(bin / DAY) * DAY : bin;
  if (bin < DAY) return 1;
  return bin < 7 * DAY ? HOUR : DAY;
}

/** The allowed range of each end while the other stays: they are at least one bin apart, or an hour when free. */
export function reachOf(
  end: SpanEnd,
  window: TimeRange,
  limits: TimeRange,
  unit: BinUnit,
  isFree = false,
): TimeRange {
  const latest = isFree ? window.to - MIN_WINDOW : edgeAway(window.to, unit, -1);
  const earliest = isFree ? window.from + MIN_WINDOW : edgeAway(window.from, unit, 1);
  return end === 'from'
    ? { from: limits.from, to: Math.max(latest, limits.from) }
    : { from: Math.min(earliest, limits.to), to: limits.to };
}

export const intoReach = (minute: Minute, reach: TimeRange): Minute =>
  Math.min(Math.max(minute, reach.from), reach.to);

/** Where the thumb of a minute is drawn: at the end of the axis when it is beyond. */
export const drawnAt = (minute: Minute, axis: TimeRange): Minute => intoReach(minute, axis);

/** What a key multiplies the axis by, on a keyboard with or without Shift for the plus. */
export const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2, _: 2 };

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
  isFree = false,
): Minute | undefined {
  const away = (direction: 1 | -1, isFar = isLarge): Minute => {
    const to = isFree
      ? at + direction * freeStep(unit, isFar)
      : edgeAway(at, unit, direction * (isFar ? largeStep(unit) : 1));
    return intoReach(to, reach);
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return away(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return away(-1);
    case 'PageUp':
      return away(1, true);
    case 'PageDown':
      return away(-1, true);
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
