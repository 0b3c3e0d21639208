import { assertNever } from '../base/assert-never.ts';
import { searchableText } from '../text/search-text.ts';
import { recordAt } from './contents.ts';
import { INCIDENT_SCHEMA } from './incident-schema.ts';
import type { IncidentTable, Row } from './incident-table.ts';
import type { Incident } from './incident.ts';
import { searchedTexts } from './record-schema.ts';

/** All that a reader may search in a record, folded. */
export const searchTextOf = (incident: Incident): string =>
  searchableText(searchedTexts(INCIDENT_SCHEMA, incident).join('\n'));

/** All that a reader may search in a record, folded; a damaged record can be counted, not found. */
export function searchTextAt(table: IncidentTable, row: Row): string {
  const { contents } = table;
  switch (contents.kind) {
    case 'texts': {
      const record = recordAt(table, row);
      return record?.kind === 'codebook' ? searchTextOf(record.incident) : '';
    }
    case 'file':
      return searchableText(contents.rows.searchText(row));
    default:
      return assertNever(contents);
  }
}
