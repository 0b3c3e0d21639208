import { searchableText } from '../text/search-text.ts';
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
