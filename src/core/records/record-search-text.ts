import { assertNever } from '../base/assert-never.ts';
import { searchableText } from '../text/search-text.ts';
import { recordAt } from './contents.ts';
import type { IncidentTable, Row } from './incident-table.ts';
import type { Incident } from './incident.ts';

/** All that a reader may search in a record, folded. */
export function searchTextOf(incident: Incident): string {
  const { place, attribution, reports } = incident;
  return searchableText(
    [
      incident.id,
      incident.title,
      incident.summary,
      incident.target_name ?? '',
      incident.weapon ?? '',
      incident.effect,
      incident.caveat ?? '',
      place.name,
      place.district ?? '',
      place.governorate ?? '',
      ...attribution.flatMap((one) => [one.actor, one.by]),
      ...reports.flatMap((report) => [report.publisher, report.title ?? '', report.says]),
    ].join('\n'),
  );
}

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
