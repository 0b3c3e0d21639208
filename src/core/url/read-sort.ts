import { OUR_COLUMNS, type SortedBy } from '../index/table-sort.ts';

/** `killed`, or `-killed` for the largest first; no column of a file, whose name is nobody else's. */
export function readSort(text: string): SortedBy | undefined {
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return OUR_COLUMNS.some((one) => one === column) ? { column, isDescending } : undefined;
}
