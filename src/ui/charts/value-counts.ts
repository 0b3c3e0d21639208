import { NOT_GIVEN } from '../../core/fields/field-key.ts';
import type { FacetCounts } from '../../core/index/facet.ts';
import { allOf, type Count } from '../../core/index/tally.ts';
import { words } from '../../i18n/words.ts';

/** Of one period, and of the second one where two are compared. */
export type PeriodCounts = Count & { readonly second?: Count | undefined };
export type ValueCount = PeriodCounts & { readonly value: string };

/** Values are looked up by name: what is listed of the two may differ for a moment. */
const countsByValue = (counts: FacetCounts | undefined): ReadonlyMap<string, Count> | undefined =>
  counts?.kind === 'values'
    ? new Map(
        counts.values.map((value, at) => [
          value,
          { certain: counts.certain[at] ?? 0, possible: counts.possible[at] ?? 0 },
        ]),
      )
    : undefined;

/** The values of a field with their counts; none until they are counted. */
export function valueCounts(
  counts: FacetCounts | undefined,
  second?: FacetCounts,
): readonly ValueCount[] {
  const own = countsByValue(counts);
  const others = countsByValue(second);
  const rows = [...(own ?? [])].map(([value, count]) => ({
    value,
    ...count,
    second: others?.get(value),
  }));
  // Only in the second period some do not say.
  const notGiven = own?.has(NOT_GIVEN) ? undefined : others?.get(NOT_GIVEN);
  return own && notGiven
    ? [...rows, { value: NOT_GIVEN, certain: 0, possible: 0, second: notGiven }]
    : rows;
}

/** How many values of a field could be listed as well. */
export const moreOf = (counts: FacetCounts | undefined): number =>
  counts?.kind === 'values' ? counts.more : 0;

/** The longest bar of a list. */
export const highestOf = (counts: readonly PeriodCounts[], least = 1): number =>
  counts.reduce(
    (most, { second, ...first }) => Math.max(most, allOf(first), second ? allOf(second) : 0),
    least,
  );

/** As a bar is read out. */
export const countWords = ({ second, ...first }: PeriodCounts): string =>
  second
    ? words.compare.incidents(first, second)
    : words.windowCount(first.certain, first.possible);

const certaintyColumns = [
  { title: words.charts.columns.certain, isNumber: true },
  { title: words.charts.columns.possible, isNumber: true },
];
/** Heads of a table of counts. */
export const countColumns = (
  isCompared: boolean,
  name: string = words.charts.columns.value,
): readonly { readonly title: string; readonly isNumber?: boolean }[] => [
  { title: name },
  ...(isCompared
    ? (['A', 'B'] as const).map((title) => ({ title, isNumber: true }))
    : certaintyColumns),
];

/** Of two periods: the incidents of which a field is not given, in words; undefined where there are none. */
export function bothNotGiven(counts: readonly ValueCount[]): string | undefined {
  const one = counts.find(({ value }) => value === NOT_GIVEN);
  return one?.second && highestOf([one], 0) > 0 ? countWords(one) : undefined;
}

/** Of several counts. */
export const sumOf = (counts: readonly Count[]): Count => ({
  certain: counts.reduce((sum, { certain }) => sum + certain, 0),
  possible: counts.reduce((sum, { possible }) => sum + possible, 0),
});
