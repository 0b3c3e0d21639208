import { NOT_GIVEN } from '../../core/fields/field-key.ts';
import { sumOf, type PeriodCounts, type ValueCount } from './value-counts.ts';

const DAYS = 7;
const DAY_HOURS = 24;
/** Hours of a cell: an hour would be too small for a finger. */
const BLOCK_HOURS = 3;
export const BLOCKS = DAY_HOURS / BLOCK_HOURS;

/** A few hours of a weekday, which counts from Monday; `values`: its hours of the week. */
export type WeekBlock = PeriodCounts & {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
  readonly values: readonly string[];
};

/** Incidents by weekday and part of the day; all days, whether or not there are any. */
export function weekBlocks(counts: readonly ValueCount[]): readonly WeekBlock[] {
  const isCompared = counts.some(({ second }) => second);
  const byValue = new Map(counts.map((count) => [count.value, count]));
  return Array.from({ length: DAYS * BLOCKS }, (_, at) => {
    const weekday = Math.floor(at / BLOCKS);
    const from = (at % BLOCKS) * BLOCK_HOURS;
    const values = Array.from(
      { length: BLOCK_HOURS },
      (_hour, hour) => `${String(weekday + 1)}-${String(from + hour)}`,
    );
    const hours = values.flatMap((value) => byValue.get(value) ?? []);
    const second = isCompared ? sumOf(hours.flatMap((hour) => hour.second ?? [])) : undefined;
    return { weekday, from, to: from + BLOCK_HOURS, values, ...sumOf(hours), second };
  });
}

/** Incidents of which the hour is not known. */
export function withoutHour(counts: readonly ValueCount[]): number {
  const { certain, possible } = sumOf(counts.filter(({ value }) => value === NOT_GIVEN));
  return certain + possible;
}
