import type { TimeRange } from '../time/time-range.ts';
import type { RecordCategories } from './color-scheme.ts';
import type { Report } from './incident.ts';
import type { RecordContent } from './record-content.ts';
import type { RecordRef } from './record-ref.ts';
import type { UnknownEnd } from './unknown-ends.ts';

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
