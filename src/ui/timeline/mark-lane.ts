import type { RecordRef } from '../../core/records/record-ref.ts';
import { isTotal, type IncidentRecord } from '../../core/records/incident-record.ts';
import { readIsoText, startOfDay, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';

/** A cumulative count that a source published, placed at its last day. */
export type TotalMark = {
  readonly row: RecordRef;
  readonly id: string;
  readonly dataset: number;
  readonly title: string;
  readonly publishers: readonly string[];
  /** First minute of the day. */
  readonly asOf: Minute;
  readonly isApproximate: boolean;
};

const LAST_DAY = /(-?\d{4}-\d{2}-\d{2})([~?%]?)$/;

/**
 * The last day as the record's EDTF text names it, for the table's span of an approximate day is
 * wider; a text that does not end in a day is at the end of its span.
 */
function lastDay(
  time: string,
  span: TimeRange,
): { readonly asOf: Minute; readonly isApproximate: boolean } {
  const [, text = '', mark = ''] = LAST_DAY.exec(time) ?? [];
  const named = readIsoText(text);
  return { asOf: named ?? startOfDay(span.to - 1), isApproximate: mark !== '' };
}

/** The records of kind `total` by their last day. */
export function totalMarks(apart: readonly IncidentRecord[]): readonly TotalMark[] {
  return apart
    .flatMap((recorded) => {
      const { id, dataset, title, time, reports, row, span } = recorded;
      if (!isTotal(recorded) || time.kind !== 'edtf' || reports.kind !== 'checked') return [];
      const { publishers } = reports;
      return [{ row, id, dataset, title, publishers, ...lastDay(time.text, span) }];
    })
    .toSorted((a, b) => a.asOf - b.asOf || a.row - b.row);
}
