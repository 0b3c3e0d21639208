import type { RowSource } from '../filters/match.ts';
import type { NamedArea } from '../place/named-area.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { LazySearch } from './lazy-search.ts';
import type { TableFields } from './table-fields.ts';

/** The values of the fields of a table. Their program is loaded with the first of them: most visits filter none. */
export class LazyFields {
  readonly #table: IncidentTable;
  #fields: TableFields | undefined;

  constructor(table: IncidentTable) {
    this.#table = table;
  }

  async loaded(): Promise<TableFields> {
    const { TableFields } = await import('./table-fields.ts');
    return (this.#fields ??= new TableFields(this.#table));
  }

  /** What is kept of them, in bytes. */
  get bytes(): number {
    return this.#fields?.bytes ?? 0;
  }
}

/** What filters read of a table. */
export const rowSourceOf = (
  table: IncidentTable,
  search: LazySearch,
  fields: LazyFields,
  outlineOf: (name: string) => NamedArea | undefined,
): RowSource => ({
  table,
  column: async (field, task) => (await fields.loaded()).column(field, task),
  eachText: async (field, visit, task) => (await fields.loaded()).eachText(field, visit, task),
  rowsWith: (text, task) => search.rowsWith(text, task),
  outlineOf,
});
