import type { FieldKey } from '../fields/field-key.ts';
import { DAY, startOfDay, type Minute } from '../time/minute.ts';
import {
  isFieldClause,
  MAX_CLAUSES,
  MAX_VALUES,
  type Clause,
  type ClauseOf,
  type RangeClause,
  type ValuesClause,
} from './clause.ts';
import { withClause, type Filter } from './filter.ts';
import { edgeAbove } from './range-edges.ts';

const sizeOf = (clause: Clause): number =>
  clause.kind === 'values' ? clause.values.length + clause.excluded.length : 0;

/** Letters of fields and values: more of them fit into no address. */
const MAX_LETTERS = 20_000;
const lettersOf = (filter: Filter): number => {
  const texts = filter.flatMap((clause) => [
    clause.field,
    ...(clause.kind === 'values' ? [...clause.values, ...clause.excluded] : []),
  ]);
  return texts.reduce((sum, { length }) => sum + length, 0);
};

/** What becomes shorter is taken, however long it was: a link may hold more than can be added here. */
const isShort = (changed: Filter, before: Filter): boolean => {
  const letters = lettersOf(changed);
  return letters <= MAX_LETTERS || letters <= lettersOf(before);
};

const hasAllClauses = (filter: Filter): boolean =>
  filter.filter(isFieldClause).length >= MAX_CLAUSES;

/** No more of something fits into a link: clauses, or values of a field. */
export const isFull = (filter: Filter): boolean =>
  hasAllClauses(filter) ||
  filter.some((clause) => sizeOf(clause) >= MAX_VALUES) ||
  lettersOf(filter) >= MAX_LETTERS;

/** Whether a clause fits into a link with the others of a filter. */
export const fits = (filter: Filter, clause: Clause): boolean =>
  sizeOf(clause) <= MAX_VALUES &&
  isShort(withClause(filter, clause), filter) &&
  (!hasAllClauses(filter) ||
    filter.some(({ kind, field }) => kind === clause.kind && field === clause.field));

/** The clause of a kind on a field; undefined where the filter has none. */
export const clauseOn = <Kind extends 'values' | 'range' | 'contains'>(
  filter: Filter,
  kind: Kind,
  field: FieldKey,
): ClauseOf<Kind> | undefined =>
  filter.find((clause): clause is ClauseOf<Kind> => clause.kind === kind && clause.field === field);

/** What a clause says of a value; undefined: nothing. */
export function valueState(
  clause: ValuesClause | undefined,
  value: string,
): 'included' | 'excluded' | undefined {
  if (clause?.values.includes(value)) return 'included';
  return clause?.excluded.includes(value) ? 'excluded' : undefined;
}

const unless = (clause: ValuesClause): ValuesClause | undefined =>
  clause.values.length + clause.excluded.length > 0 ? clause : undefined;

/** Includes or excludes some values; where all of them are so already, the clause says nothing of them any more. */
function toggled(
  field: FieldKey,
  clause: ValuesClause | undefined,
  values: readonly string[],
  side: 'included' | 'excluded',
): ValuesClause | undefined {
  const isOff = values.every((value) => valueState(clause, value) === side);
  const others = (all: readonly string[] = []): readonly string[] =>
    all.filter((value) => !values.includes(value));
  const added = isOff ? [] : values;
  return unless({
    kind: 'values',
    field,
    values: [...others(clause?.values), ...(side === 'included' ? added : [])],
    excluded: [...others(clause?.excluded), ...(side === 'excluded' ? added : [])],
  });
}

export const withIncluded = (
  field: FieldKey,
  clause: ValuesClause | undefined,
  ...values: readonly string[]
): ValuesClause | undefined => toggled(field, clause, values, 'included');

export const withExcluded = (
  field: FieldKey,
  clause: ValuesClause | undefined,
  ...values: readonly string[]
): ValuesClause | undefined => toggled(field, clause, values, 'excluded');

/**
 * The bounds of two days as they were typed, in minutes: from the first one up to the end of the other. Where that lies
 * before the first, they are turned: both days are in the range.
 */
export function daysInOrder(
  from: Minute | undefined,
  to: Minute | undefined,
): readonly [from: Minute | undefined, to: Minute | undefined] {
  if (from === undefined || to === undefined || from < to) return [from, to];
  return [startOfDay(to - 1), startOfDay(from) + DAY];
}

/**
 * A range with at least one bound, the smaller one first; undefined without any. Of two that are turned, one that was
 * just below an edge begins with the edge.
 */
export function rangeClause(
  field: FieldKey,
  from: number | undefined,
  to: number | undefined,
  orNotGiven: boolean,
  isDate = false,
): RangeClause | undefined {
  if (from === undefined && to === undefined) return undefined;
  const isTurned = from !== undefined && to !== undefined && from > to;
  return {
    kind: 'range',
    field,
    from: isTurned ? (edgeAbove(to) ?? to) : from,
    to: isTurned ? from : to,
    orNotGiven,
    ...(isDate ? { isDate } : {}),
  };
}
