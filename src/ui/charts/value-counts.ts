import type { FacetCounts } from '../../core/index/facet.ts';
import { words } from '../../i18n/words.ts';

export type ValueCount = {
  readonly value: string;
  readonly certain: number;
  readonly possible: number;
};

/** The values of a field with their counts; none until they are counted. */
export const valueCounts = (counts: FacetCounts | undefined): readonly ValueCount[] =>
  counts?.kind === 'values'
    ? counts.values.map((value, at) => ({
        value,
        certain: counts.certain[at] ?? 0,
        possible: counts.possible[at] ?? 0,
      }))
    : [];

/** Heads of a table of counts. */
export const countColumns = (name: string = words.charts.columns.value) => [
  { title: name },
  { title: words.charts.columns.certain, isNumber: true },
  { title: words.charts.columns.possible, isNumber: true },
];

/** Of several counts. */
export const sumOf = (counts: readonly Omit<ValueCount, 'value'>[]): Omit<ValueCount, 'value'> => ({
  certain: counts.reduce((sum, { certain }) => sum + certain, 0),
  possible: counts.reduce((sum, { possible }) => sum + possible, 0),
});
