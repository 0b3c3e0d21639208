import type { KnownPlace } from '../place/precision.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { RecordCategories } from './color-scheme.ts';
import type { RecordField, WrittenPlace, WrittenTime } from './field.ts';
import type { RowReport } from './imported-row.ts';
import type { RecordRef } from './record-ref.ts';
import type { Kind, Report, Status } from './incident.ts';
import type { SourceCount } from './source-count.ts';
import type { UnknownEnd } from './unknown-ends.ts';

/** What the reports of a record are: read and paraphrased for the data set, or named in a file unchecked. */
type RecordReports =
  | { readonly kind: 'checked'; readonly reports: readonly Report[] }
  | { readonly kind: 'named'; readonly reports: readonly RowReport[] };

/** What a record says, wherever it is from: what any record has, then the fields of its data set. */
export type RecordContent = {
  readonly id: string;
  /** A row of a file is an incident. */
  readonly kind: Kind;
  /** Empty where a row has none. */
  readonly title: string;
  /** A summary, or the notes of a file in the words of its author: then in `column`. */
  readonly text: { readonly text: string; readonly column: string | undefined } | undefined;
  /** Undefined for a row that could not be placed. */
  readonly place: KnownPlace | undefined;
  /** The area that a record without a point represents; undefined for one with a point. */
  readonly area: string | undefined;
  readonly time: WrittenTime;
  readonly where: WrittenPlace;
  /** Undefined: a file does not say. */
  readonly status: Status | undefined;
  readonly caveat: string | null;
  readonly reports: RecordReports;
  readonly sources: SourceCount;
  /** The row of a file that it is; undefined for a record of the codebook. */
  readonly origin:
    | { readonly dataset: number; readonly number: number; readonly line: number | undefined }
    | undefined;
  readonly fields: readonly RecordField[];
};

/** A decoded record, where it is in the table, and the widest span its time may mean. */
export type IncidentRecord = RecordContent & {
  readonly row: RecordRef;
  /** The number of its data set. */
  readonly dataset: number;
  readonly span: TimeRange;
  /** The end of `span` that nobody knows; it then reaches beyond the period. */
  readonly unknownEnd?: UnknownEnd | undefined;
  /** Position of its layer. */
  readonly layer: number;
  readonly categories: RecordCategories;
};

/** Whether a date is known at all, be it a wide one. */
export const isDated = ({ time }: Pick<RecordContent, 'time'>): boolean =>
  time.kind === 'edtf' || time.isDated;

/** Nobody's single incident: a cumulative count, which has no target of its own. */
export const isTotal = ({ kind }: Pick<RecordContent, 'kind'>): boolean => kind === 'total';

/** A report whose words were checked against its text; undefined where there is none at that position. */
export const checkedReport = (
  record: Pick<RecordContent, 'reports'> | undefined,
  position: number | undefined,
): Report | undefined =>
  record?.reports.kind === 'checked' && position !== undefined
    ? record.reports.reports[position]
    : undefined;
