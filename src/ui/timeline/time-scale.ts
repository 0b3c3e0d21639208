import { binStart, monthsOf, unitLength, type BinUnit } from '../../core/time/bins.ts';
import { DAY, HOUR, minuteOf, startOfDay, wallClock, type Minute } from '../../core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../core/time/time-range.ts';

/** The axis on screen: minutes to pixels from its start, and back. */
export type AxisScale = {
  readonly axis: TimeRange;
  /** CSS pixels. */
  readonly width: number;
  xOf(minute: Minute): number;
  minuteAt(x: number): Minute;
};

export function timeScale(axis: TimeRange, width: number): AxisScale {
  const pixels = width / lengthOf(axis);
  return {
    axis,
    width,
    xOf: (minute) => (minute - axis.from) * pixels,
    minuteAt: (x) => axis.from + Math.round(pixels > 0 ? x / pixels : 0),
  };
}

/** The part of a range that is on the axis, in pixels. */
export function stretchOf(
  { from, to }: TimeRange,
  scale: AxisScale,
): { readonly start: number; readonly end: number } {
  const inside = (minute: Minute): number => Math.min(Math.max(scale.xOf(minute), 0), scale.width);
  return { start: inside(from), end: inside(to) };
}

type TickLevel = 'hour' | 'day' | 'month' | 'year';

/** A label of the axis. */
export type Tick = {
  readonly minute: Minute;
  /** Where the label's middle is: on the edge, or in the middle of a day that is one bar. */
  readonly labelAt: Minute;
  readonly level: TickLevel;
};

type TickStep = { readonly level: TickLevel; readonly every: number };

const STEPS: readonly TickStep[] = [
  ...[1, 2, 3, 6, 12].map((every) => ({ level: 'hour' as const, every })),
  ...[1, 2, 3, 7, 14].map((every) => ({ level: 'day' as const, every })),
  ...[1, 2, 3, 6].map((every) => ({ level: 'month' as const, every })),
  ...[1, 2, 5]
    .flatMap((first) => [first, first * 10, first * 100, first * 1000])
    .toSorted((a, b) => a - b)
    .map((every) => ({ level: 'year' as const, every })),
];

/** Pixels that a label takes with the space next to it; of a month, so that February has room. */
const LABEL_WIDTH: Readonly<Record<TickLevel, number>> = {
  hour: 46,
  day: 50,
  month: 101,
  year: 44,
};
/** Before this year labels name their era: "26 AD", "501 BC". */
const ERA_UNTIL = minuteOf(100, 1);
const ERA_WIDTH = 24;
const widthOf = (level: TickLevel, axis: TimeRange): number =>
  LABEL_WIDTH[level] +
  (axis.from < ERA_UNTIL && (level === 'month' || level === 'year') ? ERA_WIDTH : 0);

const LEVEL_LENGTH: Readonly<Record<TickLevel, Minute>> = {
  hour: HOUR,
  day: DAY,
  month: unitLength('month'),
  year: unitLength('year'),
};

const lengthOfStep = ({ level, every }: TickStep): Minute => every * LEVEL_LENGTH[level];

function stepFor(scale: AxisScale, unit: BinUnit): TickStep {
  const pixels = scale.width / lengthOf(scale.axis);
  const months = monthsOf(unit);
  // Ticks are on edges of bins: of two months, not every third is one.
  const isOnEdges = ({ level, every }: TickStep): boolean =>
    months === 0 || (level === 'year' ? 12 * every : every) % months === 0;
  const fits = (step: TickStep): boolean =>
    lengthOfStep(step) >= unitLength(unit) &&
    isOnEdges(step) &&
    lengthOfStep(step) * pixels >= widthOf(step.level, scale.axis);
  return STEPS.find(fits) ?? { level: 'year', every: 10_000 };
}

/** Edges of the step inside the axis; days count from `origin`, so that panning keeps the labels. */
function edgesOf({ level, every }: TickStep, axis: TimeRange, origin: Minute): readonly Minute[] {
  const edges: Minute[] = [];
  if (level === 'month' || level === 'year') {
    const months = level === 'year' ? every * 12 : every;
    const first = wallClock(axis.from);
    const month = first.getUTCFullYear() * 12 + first.getUTCMonth();
    for (let next = Math.floor(month / months) * months; ; next += months) {
      const year = Math.floor(next / 12);
      const edge = minuteOf(year, next - year * 12 + 1);
      if (edge > axis.to) return edges;
      if (edge >= axis.from) edges.push(edge);
    }
  }
  const length = lengthOfStep({ level, every });
  const start = binStart(origin, 'day');
  const first = start + Math.floor((axis.from - start) / length) * length;
  for (let edge = first; edge <= axis.to; edge += length) edges.push(edge);
  return edges;
}

/** Labels that do not touch one another, in order, never finer than the bars. */
export function axisTicks(scale: AxisScale, unit: BinUnit, origin: Minute): readonly Tick[] {
  const step = stepFor(scale, unit);
  const isCentred = unit === 'day' && step.level === 'day';
  const levelAt = (minute: Minute): TickLevel => {
    if (step.level === 'hour' && minute % DAY === 0) return 'day';
    const isNewYear = step.level === 'month' && wallClock(minute).getUTCMonth() === 0;
    return isNewYear ? 'year' : step.level;
  };
  return edgesOf(step, scale.axis, origin)
    .map((minute) => ({
      minute,
      labelAt: isCentred ? minute + DAY / 2 : minute,
      level: levelAt(minute),
    }))
    .filter(({ labelAt }) => labelAt >= scale.axis.from && labelAt <= scale.axis.to);
}

/** A label nearer to the start of the axis than this would run into the day there, in pixels. */
const START_LABEL = 24;

/** The day at the start of an axis of hours, unless the first label says it. */
export function dayAtStart({ axis }: AxisScale, unit: BinUnit): Minute | undefined {
  return unit === 'hour' && axis.from % DAY !== 0 ? startOfDay(axis.from) : undefined;
}

/** The labels next to the day at the start: hours too near to it go, a day moves. In pixels. */
export function labelsAfterStart(
  ticks: readonly Tick[],
  scale: AxisScale,
  hasStart: boolean,
): readonly (Tick & { readonly x: number })[] {
  return ticks.flatMap((tick) => {
    const x = scale.xOf(tick.labelAt);
    if (!hasStart || x >= START_LABEL) return [{ ...tick, x }];
    return tick.level === 'hour' ? [] : [{ ...tick, x: START_LABEL }];
  });
}
