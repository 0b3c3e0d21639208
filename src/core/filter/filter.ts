import { targetAt, type IncidentTable, type Row } from '../incident/incident-table.ts';
import type { Target } from '../incident/incident.ts';
import { matchesAll, searchWords, type Spellings } from './search-text.ts';

/** What a reader asked to see, the window apart. An empty text asks for everything. */
export type Filter = { readonly targets: ReadonlySet<Target>; readonly text: string };

/** The rows that pass, in order. `searchTextOf` gives the folded text of a row. */
export function passingRows(
  table: IncidentTable,
  filter: Filter,
  searchTextOf: (row: Row) => string,
  spellings: Spellings,
): readonly Row[] {
  const words = searchWords(filter.text, spellings);
  const passing: Row[] = [];
  for (let row = 0; row < table.length; row++) {
    if (!filter.targets.has(targetAt(table, row))) continue;
    if (words.length > 0 && !matchesAll(searchTextOf(row), words)) continue;
    passing.push(row);
  }
  return passing;
}
