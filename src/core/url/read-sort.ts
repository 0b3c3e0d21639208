import type { OurField } from '../fields/field-key.ts';
import type { RowColumn, SortedBy } from '../index/table-sort.ts';

/** Columns of the table that a link may name: none of a file. */
export const LINKED_COLUMNS: readonly string[] = [
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
] satisfies readonly (RowColumn | OurField)[];

/** `killed`, or `-killed` for the most first. */
export function readSort(text: string): SortedBy | undefined {
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return LINKED_COLUMNS.includes(column) ? { column, isDescending } : undefined;
}
