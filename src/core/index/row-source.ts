import type { RowSource } from '../filters/match.ts';
import type { NamedArea } from '../place/named-area.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { LazyFields } from './lazy-fields.ts';
import type { LazySearch } from './lazy-search.ts';

/** What filters read of a table. */
export const rowSourceOf = (
  table: IncidentTable,
  search: LazySearch,
  fields: LazyFields,
  outlineOf: (name: string) => NamedArea | undefined,
): RowSource => ({
  table,
  column: (field, task) => fields.column(field, task),
  eachText: (field, visit, task) => fields.eachText(field, visit, task),
  rowsWith: (text, task) => search.rowsWith(text, task),
  outlineOf,
});
