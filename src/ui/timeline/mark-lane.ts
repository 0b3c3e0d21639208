import type { RecordRef } from '../../core/records/record-ref.ts';
import { distinctPublishers } from '../../core/records/publisher-key.ts';
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
      if (!isTotal(recorded) || time.kind !== 'edtf') return [];
      const publishers = distinctPublishers(
        reports.reports.flatMap(({ publisher }) => publisher ?? []),
      );
      return [{ row, id, dataset, title, publishers, ...lastDay(time.text, span) }];
    })
    .toSorted((a, b) => a.asOf - b.asOf || a.row - b.row);
}

/**
 * Places for marks of one width, in order: each as near to where it belongs as the others allow,
 * inside `[0, width]`. Least squares by pooling neighbours that collide (isotonic regression).
 */
export function spreadOut(
  wanted: readonly number[],
  size: number,
  width: number,
): readonly number[] {
  const step = Math.min(size, wanted.length > 1 ? (width - size) / (wanted.length - 1) : size);
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((place, position) => {
    pools.push({ sum: place - position * step, count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const room = width - size / 2 - (wanted.length - 1) * step;
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((place, position) => Math.min(Math.max(place, size / 2), room) + position * step);
}
