import { columnOfField, type FieldKey } from '../core/fields/field-key.ts';
import type { FieldKind } from '../core/fields/field-column.ts';
import { isFieldClause, type Clause } from '../core/filters/clause.ts';
import { fitsKind } from '../core/filters/column-fits.ts';
import { withClause, type Filter } from '../core/filters/filter.ts';
import type { FieldSummary } from '../core/index/facet.ts';
import type { Filters } from './filters.svelte.ts';

/** The clauses of an address, by what the data that are on have of the columns that they name. */
export type SortedClauses = {
  /** They filter: their columns are of the kind that they ask for. Any clause that names no column is one of them. */
  readonly fitting: Filter;
  /** No data that are on have their columns. */
  readonly awaited: Filter;
  /** Their columns are of another kind: no row could pass, or none that is meant. */
  readonly misfits: Filter;
};

/** The columns that fields are, each once. */
export const namesOf = (fields: readonly FieldKey[]): readonly string[] => [
  ...new Set(fields.map((field) => columnOfField(field) ?? field)),
];

/** A link that was written before clauses said so names dates as numbers. */
const isOldDate = (clause: Clause, kind: FieldKind, filters: Filters): boolean =>
  clause.kind === 'range' && kind === 'date' && !filters.isLocal(clause);

/** `fields`: those of the data that are on. They are asked for only where a clause names a column of them. */
export async function sortClauses(
  clauses: Filter,
  filters: Filters,
  fields: () => Promise<readonly FieldSummary[]>,
): Promise<SortedClauses> {
  const isOfColumn = ({ field }: Clause): boolean => columnOfField(field) !== undefined;
  const isJudged = (clause: Clause): boolean => isOfColumn(clause) && filters.isOfData(clause);
  const kinds = new Map(
    clauses.some(isJudged) ? (await fields()).map(({ key, kind }) => [key, kind]) : [],
  );
  const sorted: Record<keyof SortedClauses, Filter> = { fitting: [], awaited: [], misfits: [] };
  for (const clause of clauses) {
    const kind = kinds.get(clause.field);
    const isFit =
      !isOfColumn(clause) ||
      (kind !== undefined &&
        isFieldClause(clause) &&
        (fitsKind(clause, kind) || isOldDate(clause, kind, filters)));
    const part = isFit ? 'fitting' : kind === undefined ? 'awaited' : 'misfits';
    // Of two of one key the last counts.
    sorted[part] = withClause(sorted[part], clause);
  }
  return sorted;
}
