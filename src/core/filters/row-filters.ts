/**
 * Filters that a reader switches on by name, as a link has it after `only=`. A new one is an entry here, which rows
 * pass it in `only-clause.ts`, and its words in `i18n/en/row-filters.ts`.
 */
export const ROW_FILTER_NAMES = ['attacks', 'deaths', 'origins'] as const;

export type RowFilterName = (typeof ROW_FILTER_NAMES)[number];
