import type { FieldKey } from '../fields/field-key.ts';

/** What a row of any table has besides the fields of its data set. */
export type RowColumn =
  'title' | 'time' | 'place' | 'governorate' | 'precision' | 'layer' | 'origins' | 'reported';

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
