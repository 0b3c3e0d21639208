import type { Clause } from '../../core/filters/clause.ts';
import { clauseOn, fits, withExcluded, withIncluded } from '../../core/filters/edit-clause.ts';
import type { FieldKey } from '../../core/fields/field-key.ts';
import type { Filters } from '../../state/filters.svelte.ts';

type Changed = Pick<Filters, 'clauses' | 'put' | 'remove'>;

/** Puts a clause that fits, or takes away the one of its kind and field where there is nothing left of it. */
export function changeClause(
  filters: Changed,
  key: Pick<Clause, 'kind' | 'field'>,
  clause: Clause | undefined,
  isContinued = false,
): void {
  if (!clause) filters.remove(key, isContinued);
  else if (fits(filters.clauses, clause)) filters.put(clause, isContinued);
}

/** Includes values of a field, or takes them out again where all of them are. */
export function toggleValues(filters: Changed, field: FieldKey, ...values: string[]): void {
  const clause = clauseOn(filters.clauses, 'values', field);
  changeClause(filters, { kind: 'values', field }, withIncluded(field, clause, ...values));
}

export function toggleExcluded(filters: Changed, field: FieldKey, value: string): void {
  const clause = clauseOn(filters.clauses, 'values', field);
  changeClause(filters, { kind: 'values', field }, withExcluded(field, clause, value));
}
