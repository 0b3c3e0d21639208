import type { FieldKey, OurField } from '../fields/field-key.ts';

/** What a row of any table has besides the fields of its data set. */
export type RowColumn =
  'title' | 'time' | 'place' | 'governorate' | 'precision' | 'layer' | 'origins' | 'reported';

/** The columns of our own records, in the order of the table. A file has those that rows of any table have. */
export const OUR_COLUMNS = [
  'title',
  'time',
  'place',
  'governorate',
  'precision',
  'layer',
  'weapon',
  'effect',
  'killed',
  'injured',
  'attribution',
  'status',
  'origins',
  'reported',
] as const satisfies readonly (RowColumn | OurField)[];

/** A column of the table view: a `RowColumn`, or a field by its key. */
export type SortColumn = FieldKey;

/** What a reader chose the rows of the table view to be sorted by. */
export type SortedBy = { readonly column: SortColumn; readonly isDescending: boolean };

/** How values of a column are compared. */
export type SortWords = {
  /** Values in the order of what a reader sees in place of them; others come after these, by their text. */
  readonly values: readonly string[];
  /** The language by whose rules texts are sorted (BCP 47). */
  readonly language: string;
};

/** How the rows of the table view are sorted; what is equal stays in the order of the list. */
export type TableSort = SortedBy & SortWords;
