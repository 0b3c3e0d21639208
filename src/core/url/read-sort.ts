import { columnOfField } from '../fields/field-key.ts';
import { OUR_COLUMNS, type SortColumn, type SortedBy } from '../index/table-sort.ts';
import { MAX_NAME, readText } from './read-clauses.ts';

function readSortBy(text: string, isColumn: (column: SortColumn) => boolean): SortedBy | undefined {
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return isColumn(column) ? { column, isDescending } : undefined;
}

/** `killed`, or `-killed` for the largest first. */
export const readSort = (text: string): SortedBy | undefined =>
  readSortBy(text, (column) => OUR_COLUMNS.some((one) => one === column));

/** The same of a column of a file. */
export const readOrder = (text: string): SortedBy | undefined =>
  text.length > MAX_NAME
    ? undefined
    : readSortBy(readText(text), (column) => (columnOfField(column) ?? '') !== '');
