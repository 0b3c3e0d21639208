import type {
  DatasetInfo,
  MappedByDay,
  MonitorTotal,
  RunningTotal,
} from '../../core/records/dataset-info.ts';
import {
  mappedShares,
  targetCounts,
  type MappedShares,
  type TargetCounts,
} from '../../core/records/mapped-shares.ts';
import { wordingOf } from '../../core/records/running-totals.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';

/** A total by others, as the chart shows it. */
export type ChartTotal = RunningTotal & { readonly counted: MonitorTotal };

/** Our count by the end of each day, of the region or of a governorate. */
export type ChartLine = {
  /** Position among `region.governorates`; null: the whole region. */
  readonly governorate: number | null;
  readonly counts: readonly number[];
};

export type ChartModel = {
  readonly days: readonly MappedByDay[];
  readonly totals: readonly ChartTotal[];
  /** The region, then each governorate for which there are totals. */
  readonly lines: readonly ChartLine[];
  /** Pairs of exact totals, one after the other, of one counter for one area: only these are joined. */
  readonly joined: readonly (readonly [ChartTotal, ChartTotal])[];
  readonly shares: MappedShares | undefined;
  readonly targets: TargetCounts | undefined;
};

/** What the chart shows, from what a data set says about its totals and its records. */
export function chartModel(info: DatasetInfo): ChartModel {
  const { mapped: days = [], running = [] } = info.findings ?? {};
  const totals = running.flatMap((total) => {
    const counted = info.totals[total.total];
    return counted ? [{ ...total, counted }] : [];
  });
  const exact = totals.filter(({ counted }) => wordingOf(counted) === 'exactly');
  const joined = exact.flatMap((total, position) => {
    const next = exact
      .slice(position + 1)
      .find(
        ({ counted, governorate }) =>
          counted.who === total.counted.who && governorate === total.governorate,
      );
    return next ? [[total, next] as const] : [];
  });
  const { governorates } = info.region;
  const lines = [
    { governorate: null, counts: days.map(({ attacks }) => attacks) },
    ...governorates.flatMap((_, governorate) =>
      totals.some((total) => total.governorate === governorate)
        ? [
            {
              governorate,
              counts: days.map(({ byGovernorate }) => byGovernorate[governorate] ?? 0),
            },
          ]
        : [],
    ),
  ];
  return {
    days,
    totals,
    lines,
    joined,
    shares: mappedShares(info),
    targets: targetCounts(info),
  };
}

/** Days and counts to pixels. A day is a column, in which the count by its end is a level line. */
export type ChartScale = {
  readonly width: number;
  readonly height: number;
  /** The count at the upper edge. */
  readonly highest: number;
  /** The left edge of a day. */
  xOf(day: Minute): number;
  /** Where a total of a day is: the middle of its column. */
  middleOf(day: Minute): number;
  yOf(count: number): number;
};

export function chartScale(
  { days, totals, lines }: Pick<ChartModel, 'days' | 'totals' | 'lines'>,
  width: number,
  height: number,
): ChartScale {
  const first = days[0]?.day ?? 0;
  const column = width / Math.max(days.length, 1);
  const highest = Math.max(
    1,
    ...lines.flatMap(({ counts }) => counts),
    ...totals.map(({ counted }) => counted.at_least),
  );
  const xOf = (day: Minute): number => ((day - first) / DAY) * column;
  return {
    width,
    height,
    highest,
    xOf,
    middleOf: (day) => xOf(day) + column / 2,
    yOf: (count) => height * (1 - count / highest),
  };
}

/** The counts of the horizontal lines: 0 and up to five multiples of 1, 2 or 5 times a power of ten. */
export function gridCounts(highest: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  const step =
    [0.1, 0.2, 0.5, 1, 2]
      .map((part) => Math.max(1, part * power))
      .find((one) => highest / one < 6) ?? power * 5;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => i * step);
}

/** The days that have a label, the first one always, with at least `room` pixels for each. */
export function labelledDays(
  days: readonly MappedByDay[],
  scale: ChartScale,
  room: number,
): readonly Minute[] {
  const column = scale.width / Math.max(days.length, 1);
  const every = Math.max(1, Math.ceil(room / column));
  return days.filter((_, position) => position % every === 0).map(({ day }) => day);
}
