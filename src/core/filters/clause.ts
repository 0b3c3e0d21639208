import type { FieldKey } from '../fields/field-key.ts';
import type { Minute } from '../time/minute.ts';
import type { AreaShape } from './area-shape.ts';
import type { RowFilterName } from './row-filters.ts';

/** Layers that are switched off, by their keys. */
type LayersClause = {
  readonly kind: 'layers';
  readonly field: 'layer';
  readonly hidden: readonly string[];
};
/** Records with all words of a text, in any of their fields. */
type TextClause = { readonly kind: 'text'; readonly field: '*'; readonly text: string };
/** Only what lies in the map's view, wherever that is. */
type ViewportClause = { readonly kind: 'viewport'; readonly field: 'view' };
/** Filters that are switched on by name. */
type OnlyClause = {
  readonly kind: 'only';
  readonly field: 'only';
  readonly names: readonly RowFilterName[];
};
/** Only what was reported before a time, as a reader then could know it. */
type KnownClause = {
  readonly kind: 'known';
  readonly field: 'known';
  readonly before: Minute;
};
/** Records with any of `values`, if there are some, and with none of `excluded`. `NOT_GIVEN` is a value too. */
export type ValuesClause = {
  readonly kind: 'values';
  readonly field: FieldKey;
  readonly values: readonly string[];
  readonly excluded: readonly string[];
};
/**
 * Records whose number, or range of numbers, is from `from` to `to`, both included; of a date, half-open
 * civil minutes. A range that only overlaps passes possibly.
 */
export type RangeClause = {
  readonly kind: 'range';
  readonly field: FieldKey;
  /** Undefined: no bound. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Records that do not say pass too. */
  readonly orNotGiven: boolean;
  /** Of a file's column, whose kind nothing else tells: its bounds are dates. */
  readonly isDate?: true;
};
/** Records with a text in one field, in any case and spelling. */
type ContainsClause = {
  readonly kind: 'contains';
  readonly field: FieldKey;
  readonly text: string;
};
/** Records in any of some areas. What is known less finely may be in them: it passes possibly. */
export type AreaClause = {
  readonly kind: 'area';
  readonly field: 'area';
  readonly shapes: readonly AreaShape[];
};
/** Records at some hours of the day, in minutes from midnight, half-open; over midnight where `from` is above `to`. */
type HoursClause = {
  readonly kind: 'hours';
  readonly field: 'hours';
  readonly from: number;
  readonly to: number;
};

/** One filter of a reader, as data: what it reads, and what of it passes. A filter has one clause of a kind and field. */
export type Clause =
  | LayersClause
  | TextClause
  | ViewportClause
  | OnlyClause
  | KnownClause
  | ValuesClause
  | RangeClause
  | ContainsClause
  | AreaClause
  | HoursClause;

/** More of them no link holds: clauses on fields, and values or areas of one. */
export const MAX_CLAUSES = 50;
export const MAX_VALUES = 200;

export type ClauseKind = Clause['kind'];
export type ClauseOf<Kind extends ClauseKind> = Extract<Clause, { readonly kind: Kind }>;

/** On fields of the records, or on where and when they are: the other kinds have controls and words in the first view. */
export type FieldClause = ClauseOf<'values' | 'range' | 'contains' | 'area' | 'hours'>;

export const isFieldClause = (clause: Clause): clause is FieldClause =>
  ['values', 'range', 'contains', 'area', 'hours'].includes(clause.kind);

/** Which clause of a filter it is: two of one key replace each other. */
export const clauseKey = ({ kind, field }: Pick<Clause, 'kind' | 'field'>): string =>
  `${kind} ${field}`;
