import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';
import { schemaOf } from '../schemas/registry.ts';

/** Words of a title that would be a text by itself. */
const MAX_TITLE = 160;

export const cutTitle = (title: string): string =>
  title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE).trimEnd()}…` : title;

/** How the rows of a table get their titles: from a column, or else as their schema says. */
export function titleReader(
  columns: readonly string[],
  mapping: ColumnMapping,
): (cell: CellOf) => string {
  const { title, schema } = mapping;
  const bySchema = schemaOf(schema)?.titleOf?.(columns, mapping) ?? (() => '');
  return title === undefined ? bySchema : (cell) => cell(title).trim() || bySchema(cell);
}
