import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { beginsWithDate } from '../../core/time/leading-date.ts';
import { shareOfValues, type ColumnProfile } from './column-profile.ts';

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
