import type { NamedCell } from '../../core/records/imported-row.ts';
import type { CountRange, Incident } from '../../core/records/incident.ts';

const ends = (name: string, range: CountRange | null): readonly NamedCell[] => [
  { column: `${name}.min`, text: range ? String(range[0]) : '' },
  { column: `${name}.max`, text: range ? String(range[1]) : '' },
];

/** A record of the codebook as one row: lists are joined, the coordinates of an area are left out. */
export function incidentCells(incident: Incident): readonly NamedCell[] {
  const { place, attribution, reports } = incident;
  const isPoint = place.precision !== 'governorate' && place.precision !== 'region';
  const cell = (column: string, text: string | null): NamedCell => ({ column, text: text ?? '' });
  return [
    cell('id', incident.id),
    cell('kind', incident.kind),
    cell('title', incident.title),
    cell('summary', incident.summary),
    cell('target', incident.target),
    cell('target_name', incident.target_name),
    cell('weapon', incident.weapon),
    cell('effect', incident.effect),
    cell('time', incident.time),
    cell('time_note', incident.time_note),
    cell('place.name', place.name),
    cell('place.district', place.district),
    cell('place.governorate', place.governorate),
    cell('place.lat', isPoint ? String(place.lat) : ''),
    cell('place.lon', isPoint ? String(place.lon) : ''),
    cell('place.precision', place.precision),
    cell('place.basis', place.basis),
    cell('place.note', place.note),
    ...ends('killed', incident.killed),
    ...ends('injured', incident.injured),
    cell('status', incident.status),
    cell('caveat', incident.caveat),
    cell(
      'attribution',
      attribution.map(({ actor, by, claim }) => `${actor} (${claim} by ${by})`).join('; '),
    ),
    cell('reports', reports.map(({ publisher }) => publisher).join('; ')),
    cell('report_urls', reports.map(({ url }) => url).join(' ')),
  ];
}

/** The names of these columns, in their order. */
export const INCIDENT_COLUMNS: readonly string[] = [
  ...['id', 'kind', 'title', 'summary', 'target', 'target_name', 'weapon', 'effect'],
  ...['time', 'time_note', 'place.name', 'place.district', 'place.governorate', 'place.lat'],
  ...['place.lon', 'place.precision', 'place.basis', 'place.note', 'killed.min', 'killed.max'],
  ...['injured.min', 'injured.max', 'status', 'caveat', 'attribution', 'reports', 'report_urls'],
];
