import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { leadingDate } from '../../core/time/leading-date.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { shareOfValues, type ColumnProfile } from './column-profile.ts';

/** Whether a name begins with a date, in one order or the other. */
export const beginsWithDate = (name: string): boolean =>
  (['dmy', 'mdy'] as const).some(
    (order: DateOrder) =>
      leadingDate(name, (text) => parseDate(text, order, undefined)) !== undefined,
  );

/** The titles as the time of a table that has no other, if more than half of them begin with a full date. */
export function guessLeadingDate(
  columns: readonly ColumnProfile[],
  title: ColumnIndex | undefined,
): Extract<TimeMapping, { readonly kind: 'leading' }> | undefined {
  const column = columns.find(({ index }) => index === title);
  if (!column || shareOfValues(column, beginsWithDate) <= 0.5) return undefined;
  const { order } = dateOrderEvidence(column.values);
  return { kind: 'leading', column: column.index, order };
}
