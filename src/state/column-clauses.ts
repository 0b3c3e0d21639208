import { columnOfField, OUR_FIELDS, type FieldKey } from '../core/fields/field-key.ts';
import type { FieldKind } from '../core/fields/field-column.ts';
import { isFieldClause, type Clause } from '../core/filters/clause.ts';
import { fitsKind } from '../core/filters/column-fits.ts';
import { withClause, type Filter } from '../core/filters/filter.ts';
import type { FieldSummary } from '../core/index/facet.ts';
import type { Filters } from './filters.svelte.ts';

/** The clauses of an address, by what the data that are on have of the fields that they name. */
export type SortedClauses = {
  /** They filter: their fields are of the kind that they ask for. Any clause that is on no field is one of them. */
  readonly fitting: Filter;
  /** No data that are on have their fields, others may. */
  readonly awaited: Filter;
  /** Their fields are of another kind: no row could pass, or none that is meant. */
  readonly misfits: Filter;
  /** No data ever have their fields. */
  readonly unknown: Filter;
};

/** The columns that fields are, each once. */
export const namesOf = (fields: readonly FieldKey[]): readonly string[] => [
  ...new Set(fields.flatMap((field) => columnOfField(field) ?? [])),
];

const isOnField = (clause: Clause): boolean =>
  clause.kind === 'values' || clause.kind === 'range' || clause.kind === 'contains';

const isOurField = (field: FieldKey): boolean => OUR_FIELDS.some((one) => one === field);

/** Our dates are written as numbers; so are those of columns in links that were made before clauses said what they are. */
const isPlainDate = (clause: Clause, kind: FieldKind, isOwn: boolean): boolean =>
  clause.kind === 'range' &&
  kind === 'date' &&
  (columnOfField(clause.field) === undefined || !isOwn);

/** `isOwn`: whether a clause is of the part of an address that is about a reader's own file. `fields`: those of the data that are on. They are asked for only where a clause names one that these may have. */
export async function sortClauses(
  clauses: Filter,
  filters: Filters,
  isOwn: (clause: Clause) => boolean,
  fields: () => Promise<readonly FieldSummary[]>,
): Promise<SortedClauses> {
  const isJudged = (clause: Clause): boolean => isOnField(clause) && filters.isOfData(clause);
  const kinds = new Map(
    clauses.some(isJudged) ? (await fields()).map(({ key, kind }) => [key, kind]) : [],
  );
  const partOf = (clause: Clause): keyof SortedClauses => {
    const { field } = clause;
    if (!isFieldClause(clause) || !isOnField(clause)) return 'fitting';
    const kind = kinds.get(field);
    if (kind === undefined)
      return columnOfField(field) !== undefined || isOurField(field) ? 'awaited' : 'unknown';
    return fitsKind(clause, kind) || isPlainDate(clause, kind, isOwn(clause))
      ? 'fitting'
      : 'misfits';
  };
  const sorted: Record<keyof SortedClauses, Filter> = {
    fitting: [],
    awaited: [],
    misfits: [],
    unknown: [],
  };
  for (const clause of clauses) {
    const part = partOf(clause);
    // Of two of one key the last counts.
    sorted[part] = withClause(sorted[part], clause);
  }
  return sorted;
}
