import { DAY, startOfDay } from '../time/minute.ts';
import type { Span } from '../time/span.ts';
import {
  FORMS,
  formOf,
  KINDS,
  PLACE_PRECISIONS,
  TARGETS,
  type Incident,
  type Kind,
  type Target,
} from './incident.ts';
import { PlaceTableBuilder, type PlaceTable } from './place-table.ts';
import { readRecordText, writeRecordText } from './record-text.ts';
import { textAt, textColumn, type TextColumn } from './text-column.ts';

/**
 * A place in the table, from 0. Rows stand in the order of a list that is read by days: by first day,
 * last day, `from`, `to`, id. Rows of equal length therefore stand in order of `from` too.
 */
export type Row = number;

/**
 * All records, one typed array a column; 23 bytes a record beside its text and the places. Never
 * changed, only replaced. Codes are positions in `KINDS`, `TARGETS` and `FORMS`.
 */
export type IncidentTable = {
  readonly length: number;
  /** The widest span the time may mean: half-open civil minutes. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  /** Position in `places`. */
  readonly place: Uint32Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly target: Uint8Array<ArrayBuffer>;
  readonly form: Uint8Array<ArrayBuffer>;
  /** `idHash` of the record's id. */
  readonly id: Uint32Array<ArrayBuffer>;
  readonly places: PlaceTable;
  /** What the other columns do not say of the record; see `writeRecordText`. */
  readonly text: TextColumn;
  /** From the first minute of a counted incident to the last. */
  readonly period: Span;
};

export type DatedIncident = { readonly incident: Incident; readonly span: Span };

export const INCIDENT = KINDS.indexOf('incident');

/** The whole days that a span touches. */
export const daysOf = ({ from, to }: Span): Span => ({
  from: startOfDay(from),
  to: startOfDay(to - 1) + DAY,
});

function byTime(a: DatedIncident, b: DatedIncident): number {
  const days = { a: daysOf(a.span), b: daysOf(b.span) };
  return (
    days.a.from - days.b.from ||
    days.a.to - days.b.to ||
    a.span.from - b.span.from ||
    a.span.to - b.span.to ||
    (a.incident.id < b.incident.id ? -1 : 1)
  );
}

/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/); finds ids, proves none. */
export function idHash(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The period of the counted rows, or of all rows when none is counted. */
export function periodOf(table: Pick<IncidentTable, 'length' | 'from' | 'to' | 'kind'>): Span {
  const { length, from, to, kind } = table;
  const hasCounted = kind.includes(INCIDENT);
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < length; row++) {
    if (hasCounted && kind[row] !== INCIDENT) continue;
    first = Math.min(first, from[row] ?? first);
    last = Math.max(last, to[row] ?? last);
  }
  return { from: first, to: last };
}

/** Sorts the records and freezes them into columns. At most 255 distinct areas. */
export function incidentTable(records: readonly DatedIncident[]): IncidentTable {
  const sorted = records.toSorted(byTime);
  const places = new PlaceTableBuilder();
  const columns = {
    length: sorted.length,
    from: Int32Array.from(sorted, ({ span }) => span.from),
    to: Int32Array.from(sorted, ({ span }) => span.to),
    place: Uint32Array.from(sorted, ({ incident }) => places.add(incident.place)),
    kind: Uint8Array.from(sorted, ({ incident }) => KINDS.indexOf(incident.kind)),
    target: Uint8Array.from(sorted, ({ incident }) => TARGETS.indexOf(incident.target)),
    form: Uint8Array.from(sorted, ({ incident }) => FORMS.indexOf(formOf(incident.effect))),
    id: Uint32Array.from(sorted, ({ incident }) => idHash(incident.id)),
    text: textColumn(sorted.map(({ incident }) => writeRecordText(incident))),
  };
  return { ...columns, places: places.build(), period: periodOf(columns) };
}

/** Decodes one record; the reader that built the table has checked its shape. */
export function incidentAt(table: IncidentTable, row: Row): Incident {
  const { places, place } = table;
  const at = place[row] ?? 0;
  return readRecordText(textAt(table.text, row), {
    kind: kindAt(table, row),
    target: targetAt(table, row),
    place: {
      name: textAt(places.names, at),
      lon: places.lon[at] ?? 0,
      lat: places.lat[at] ?? 0,
      precision: PLACE_PRECISIONS[places.precision[at] ?? 0] ?? 'region',
    },
  });
}

/** Decodes one record; undefined where the text of a damaged file is no record. */
export function incidentOr(table: IncidentTable, row: Row): Incident | undefined {
  try {
    return incidentAt(table, row);
  } catch {
    return undefined;
  }
}

/** The row of an id; undefined when there is none. Costs one pass over a column of numbers. */
export function rowOfId(table: IncidentTable, id: string): Row | undefined {
  const hash = idHash(id);
  for (let row = table.id.indexOf(hash); row !== -1; row = table.id.indexOf(hash, row + 1))
    if (incidentOr(table, row)?.id === id) return row;
  return undefined;
}

export const spanAt = (table: IncidentTable, row: Row): Span => ({
  from: table.from[row] ?? 0,
  to: table.to[row] ?? 0,
});

export const kindAt = (table: IncidentTable, row: Row): Kind =>
  KINDS[table.kind[row] ?? 0] ?? 'incident';
export const targetAt = (table: IncidentTable, row: Row): Target =>
  TARGETS[table.target[row] ?? TARGETS.length] ?? 'unknown';

/** All rows in order. */
export const allRows = (table: IncidentTable): readonly Row[] =>
  Array.from({ length: table.length }, (_, row) => row);
