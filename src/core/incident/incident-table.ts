import type { Span } from '../time/span.ts';
import {
  FORMS,
  formOf,
  isArea,
  KINDS,
  PLACE_PRECISIONS,
  TARGETS,
  type Incident,
  type Kind,
  type PlacePrecision,
  type Target,
} from './incident.ts';
import { textAt, textColumn, type TextColumn } from './text-column.ts';

/** A place in the table, from 0. Rows stand in order of `from`, then `to`, then id. */
export type Row = number;

/** No area: the record stands on a point. */
export const NO_AREA = 255;

/**
 * All records, one typed array a column; 30 bytes a record beside the text. Never changed, only
 * replaced. Codes are positions in `KINDS`, `TARGETS`, `FORMS`, `PLACE_PRECISIONS` and `areas`.
 */
export type IncidentTable = {
  readonly length: number;
  /** The widest span the time may mean: half-open civil minutes. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  /** WGS 84 degrees. */
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly target: Uint8Array<ArrayBuffer>;
  readonly form: Uint8Array<ArrayBuffer>;
  readonly precision: Uint8Array<ArrayBuffer>;
  /** Where the precision is an area: which one; else `NO_AREA`. */
  readonly area: Uint8Array<ArrayBuffer>;
  readonly areas: readonly string[];
  /** The record itself as JSON. */
  readonly text: TextColumn;
  /** From the first minute of a counted incident to the last. */
  readonly period: Span;
};

export type DatedIncident = { readonly incident: Incident; readonly span: Span };

const byTime = (a: DatedIncident, b: DatedIncident): number =>
  a.span.from - b.span.from || a.span.to - b.span.to || (a.incident.id < b.incident.id ? -1 : 1);

/** The governorate or the region that a record without a point stands for. */
export const areaName = (incident: Incident): string =>
  incident.place.precision === 'governorate'
    ? (incident.place.governorate ?? incident.place.name)
    : incident.place.name;

/** Sorts the records by time and freezes them into columns. At most 255 distinct areas. */
export function incidentTable(records: readonly DatedIncident[]): IncidentTable {
  const sorted = records.toSorted(byTime);
  const areas: string[] = [];
  const areaCode = (incident: Incident): number => {
    if (!isArea(incident.place.precision)) return NO_AREA;
    const name = areaName(incident);
    if (!areas.includes(name)) areas.push(name);
    if (areas.length > NO_AREA) throw new Error('A table has room for 255 areas without a point.');
    return areas.indexOf(name);
  };
  const counted = sorted.filter(({ incident }) => incident.kind === 'incident');
  const dated = counted.length > 0 ? counted : sorted;
  return {
    length: sorted.length,
    from: Int32Array.from(sorted, ({ span }) => span.from),
    to: Int32Array.from(sorted, ({ span }) => span.to),
    lon: Float64Array.from(sorted, ({ incident }) => incident.place.lon),
    lat: Float64Array.from(sorted, ({ incident }) => incident.place.lat),
    kind: Uint8Array.from(sorted, ({ incident }) => KINDS.indexOf(incident.kind)),
    target: Uint8Array.from(sorted, ({ incident }) => TARGETS.indexOf(incident.target)),
    form: Uint8Array.from(sorted, ({ incident }) => FORMS.indexOf(formOf(incident.effect))),
    precision: Uint8Array.from(sorted, ({ incident }) =>
      PLACE_PRECISIONS.indexOf(incident.place.precision),
    ),
    area: Uint8Array.from(sorted, ({ incident }) => areaCode(incident)),
    areas,
    text: textColumn(sorted.map(({ incident }) => JSON.stringify(incident))),
    period: {
      from: dated.reduce((least, { span }) => Math.min(least, span.from), Infinity),
      to: dated.reduce((most, { span }) => Math.max(most, span.to), -Infinity),
    },
  };
}

/** Decodes one record; the reader that built the table has checked its shape. */
export const incidentAt = (table: IncidentTable, row: Row): Incident =>
  JSON.parse(textAt(table.text, row)) as Incident;

export const spanAt = (table: IncidentTable, row: Row): Span => ({
  from: table.from[row] ?? 0,
  to: table.to[row] ?? 0,
});

export const kindAt = (table: IncidentTable, row: Row): Kind =>
  KINDS[table.kind[row] ?? 0] ?? 'incident';
export const targetAt = (table: IncidentTable, row: Row): Target =>
  TARGETS[table.target[row] ?? TARGETS.length] ?? 'unknown';
export const precisionAt = (table: IncidentTable, row: Row): PlacePrecision =>
  PLACE_PRECISIONS[table.precision[row] ?? PLACE_PRECISIONS.length] ?? 'region';

/** All rows in order. */
export const allRows = (table: IncidentTable): readonly Row[] =>
  Array.from({ length: table.length }, (_, row) => row);

/** The buffers to move with a table from thread to thread. */
export const tableBuffers = (table: IncidentTable): ArrayBuffer[] => [
  table.from.buffer,
  table.to.buffer,
  table.lon.buffer,
  table.lat.buffer,
  table.kind.buffer,
  table.target.buffer,
  table.form.buffer,
  table.precision.buffer,
  table.area.buffer,
  table.text.bytes.buffer,
  table.text.offsets.buffer,
];
