import { DAY } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { ImportedRow, ImportedRows } from './imported-row.ts';
import type { RecordContent } from './record-content.ts';
import { KINDS, type Incident } from './incident.ts';
import type { Layer } from './layer.ts';
import type { PlaceTable } from '../place/place-table.ts';
import type { TextColumn } from '../text/text-column.ts';
import { UNDATED } from './unknown-ends.ts';

/**
 * A place in the table, from 0. Rows are in the order of a list that is read by days: by first day,
 * last day, `from`, `to`, id. Rows of equal length therefore are in order of `from` too.
 */
export type Row = number;

/** Where the words of a table's records are. */
export type Contents =
  /** What the columns do not say of a record of the codebook; see `writeRecordText`. */
  | { readonly kind: 'texts'; readonly text: TextColumn }
  /** Rows of a file of the reader's own, which keeps their text. */
  | {
      readonly kind: 'file';
      readonly rows: ImportedRows;
      readonly contentOf: (row: ImportedRow) => RecordContent;
    };

/**
 * All records, one typed array a column; 27 bytes, or 54 with people, reports and traits, a record besides its text and the places. Never
 * changed, only replaced. Codes are positions in `KINDS`, `layers` and `FORMS`.
 */
export type IncidentTable = {
  readonly length: number;
  /** The widest span the time may mean: half-open civil minutes. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  /** Position in `places`. */
  readonly place: Uint32Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly layer: Uint16Array<ArrayBuffer>;
  readonly effectClass: Uint8Array<ArrayBuffer>;
  /** People by row, least and most, or `NOT_SAID` twice; undefined where the data have no such fields. */
  readonly people: { readonly killed: Uint32Array; readonly injured: Uint32Array } | undefined;
  /** Position in `DEATHS`. */
  readonly deaths: Uint8Array<ArrayBuffer>;
  /** Distinct origins of the reports of a record, at most 255; 0: it names no report. */
  readonly origins: Uint8Array;
  /** When each record was first reported, see `ReportedTime`; undefined where the data do not say. */
  readonly reported: { readonly from: Int32Array; readonly by: Int32Array } | undefined;
  /** Undefined where the data have no such fields; see `RowTraits`. */
  readonly traits: RowTraits | undefined;
  /** What is not known of the time, see `unknown-ends`; 0: the span has both ends. */
  readonly isUndated: Uint8Array<ArrayBuffer>;
  /** `idHash` of the record's id. */
  readonly id: Uint32Array<ArrayBuffer>;
  readonly places: PlaceTable;
  readonly layers: readonly Layer[];
  readonly contents: Contents;
  /** From the first minute of a counted, dated incident to the last. */
  readonly period: TimeRange;
};

/** Codes by row. */
type RowTraits = {
  /** Position in `WEAPONS`; that of `unknown` where a halt has none. */
  readonly weapon: Uint8Array;
  /** Position in `ATTRIBUTED`. */
  readonly attributed: Uint8Array;
  /** Position in `ZONES`. */
  readonly zone: Uint8Array;
};

/** Whether a record lies in the region that its data set is about; one that says no governorate does not. */
export const ZONES = ['region', 'elsewhere'] as const;

/** No period: nothing is dated. */
export const EMPTY_PERIOD: TimeRange = { from: 0, to: 0 };

export type DatedIncident = { readonly incident: Incident; readonly span: TimeRange };

export const INCIDENT = KINDS.indexOf('incident');

/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/); finds ids, proves none. */
export function idHash(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The period of the counted, dated rows, or of all dated rows when none is counted; else empty. Of a row
 * with an open end, `from` and `to` are the end that is known.
 */
export function periodOf(
  table: Pick<IncidentTable, 'length' | 'from' | 'to' | 'kind' | 'isUndated'>,
): TimeRange {
  const { length, from, to, kind, isUndated } = table;
  const hasCounted = kind.includes(INCIDENT);
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < length; row++) {
    if ((hasCounted && kind[row] !== INCIDENT) || isUndated[row] === UNDATED) continue;
    first = Math.min(first, from[row] ?? first);
    last = Math.max(last, to[row] ?? last);
  }
  return first < last ? { from: first, to: last } : EMPTY_PERIOD;
}

/** Whether no dated row knows more than the day: all known ends are midnights. */
export function isByDay({
  length,
  from,
  to,
  isUndated,
}: Pick<IncidentTable, 'length' | 'from' | 'to' | 'isUndated'>): boolean {
  for (let row = 0; row < length; row++)
    if (isUndated[row] === 0 && ((from[row] ?? 0) % DAY !== 0 || (to[row] ?? 0) % DAY !== 0))
      return false;
  return true;
}

/** In place of a number of people that no report gives. */
export const NOT_SAID = 0xffff_ffff;

export const spanAt = (table: IncidentTable, row: Row): TimeRange => ({
  from: table.from[row] ?? 0,
  to: table.to[row] ?? 0,
});
