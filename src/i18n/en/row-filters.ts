import type { RowFilterName } from '../../core/filters/row-filters.ts';

/** Filters that are switched on by name. */
export const rowFilters: Readonly<Record<RowFilterName, string>> = {
  attacks: 'Attacks only, without halts and outages',
  deaths: 'Only incidents with reported deaths',
  origins: 'Only incidents with at least two known origins',
};
