import type { KnownPlace } from '../place/precision.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { ImportedRow } from './imported-row.ts';
import type { RecordRef } from './record-ref.ts';
import { type Incident } from './incident.ts';
import { isArea } from '../place/place.ts';
import { areaName } from '../place/place-table.ts';
import type { UnknownEnd } from './unknown-ends.ts';

/** A decoded record: one of the codebook, or a row of a reader's own file. */
export type RecordContent =
  | { readonly kind: 'codebook'; readonly incident: Incident }
  | { readonly kind: 'file'; readonly fileRow: ImportedRow };

/** A decoded record, where it is in the table, and the widest span its time may mean. */
export type IncidentRecord = {
  readonly row: RecordRef;
  readonly span: TimeRange;
  /** The end of `span` that nobody knows; it then reaches beyond the period. */
  readonly unknownEnd?: UnknownEnd | undefined;
  /** Position of its layer. */
  readonly layer: number;
  readonly record: RecordContent;
};

export const idOf = ({ record }: IncidentRecord): string =>
  record.kind === 'codebook' ? record.incident.id : record.fileRow.id;

/** Empty where a file row has none. */
export const titleOf = ({ record }: IncidentRecord): string =>
  record.kind === 'codebook' ? record.incident.title : record.fileRow.title;

/** Nobody's single incident: a cumulative count, which has no target of its own. */
export const isTotal = ({ record }: IncidentRecord): boolean =>
  record.kind === 'codebook' && record.incident.kind === 'total';

/** Undefined for a row that could not be placed. */
export const placeOf = ({ record }: IncidentRecord): KnownPlace | undefined =>
  record.kind === 'codebook' ? record.incident.place : record.fileRow.place;

export const incidentOf = (recorded: IncidentRecord | undefined): Incident | undefined =>
  recorded?.record.kind === 'codebook' ? recorded.record.incident : undefined;

/** The area that a record without a point represents; undefined for one with a point. */
export function areaOf({ record }: IncidentRecord): string | undefined {
  if (record.kind === 'codebook') {
    const { place } = record.incident;
    return isArea(place.precision) ? areaName(place) : undefined;
  }
  const { place, area } = record.fileRow;
  return place && isArea(place.precision) ? area : undefined;
}
