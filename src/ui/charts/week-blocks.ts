import { NOT_GIVEN } from '../../core/fields/field-key.ts';
import { BLOCK_HOURS, HOURS_OF_WEEK, WEEK_HOURS } from '../../core/fields/week-hours.ts';
import type { FacetCounts } from '../../core/index/facet.ts';
import type { Count } from '../../core/index/tally.ts';
import { sumOf, type PeriodCounts, type ValueCount } from './value-counts.ts';

const DAY_HOURS = 24;
export const BLOCKS = DAY_HOURS / BLOCK_HOURS;

/** A few hours of a weekday, which counts from Monday; `values`: its hours of the week. */
export type WeekBlock = PeriodCounts & {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
  readonly values: readonly string[];
};

const blockAt = (counts: FacetCounts | undefined, at: number): Count => {
  const blocks = counts?.kind === 'values' ? counts.blocks : undefined;
  return { certain: blocks?.certain[at] ?? 0, possible: blocks?.possible[at] ?? 0 };
};

/** Incidents by weekday and part of the day; all days, whether or not there are any. */
export const weekBlocks = (
  counts: FacetCounts | undefined,
  second?: FacetCounts,
): readonly WeekBlock[] =>
  Array.from({ length: HOURS_OF_WEEK / BLOCK_HOURS }, (_, at) => {
    const from = (at % BLOCKS) * BLOCK_HOURS;
    return {
      weekday: Math.floor(at / BLOCKS),
      from,
      to: from + BLOCK_HOURS,
      values: WEEK_HOURS.slice(at * BLOCK_HOURS, (at + 1) * BLOCK_HOURS),
      ...blockAt(counts, at),
      second: second && blockAt(second, at),
    };
  });

/** Incidents of which the hour is not known. */
export function withoutHour(counts: readonly ValueCount[]): number {
  const { certain, possible } = sumOf(counts.filter(({ value }) => value === NOT_GIVEN));
  return certain + possible;
}

/** The least and the most that any cell may have more than is certain there. */
export const possiblyMore = (blocks: readonly Count[]): readonly [least: number, most: number] => [
  Math.min(...blocks.map(({ possible }) => possible)),
  Math.max(...blocks.map(({ possible }) => possible)),
];
