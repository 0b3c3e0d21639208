import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import { DAY } from '../../core/time/minute.ts';
import { isOngoing } from '../../core/time/parse-date-range.ts';
import type { ParsedRange } from '../../core/time/parsed-range.ts';
import type { RowCursor } from '../table/table-reader.ts';
import { readNumber } from './degrees.ts';
import { joined, type TimeCells } from './time-cells.ts';

/** The range of a JavaScript `Date`. */
const MAX_MILLISECONDS = 8.64e15;

/** Seconds or milliseconds since 1970, of one moment or of two. */
export function readEpochs(
  cells: TimeCells,
  row: RowCursor,
  { column, to, unit }: Extract<TimeMapping, { readonly kind: 'epoch' }>,
): ParsedRange | undefined {
  const factor = unit === 'seconds' ? 1_000 : 1;
  const first = readEpoch(cells, row, column, factor);
  if (!first || to === undefined) return first;
  const text = row.text(to);
  if (isOngoing(text)) return cells.withoutEnd(first);
  // 0 and -1 are how programs write that there is no end.
  if (isMissing(text) || (readNumber(text) <= 0 && first.from > 0)) {
    if (!isMissing(text)) cells.note('unset-date', to);
    else if (cells.schema === 'table') cells.note('no-end', to);
    return first;
  }
  const last = readEpoch(cells, row, to, factor);
  if (!last) return undefined;
  cells.end = last;
  return joined(first, last) ?? cells.fail('reversed-dates', to);
}

/** A whole day since 1970 is a day; any other moment is a minute. */
function readEpoch(
  cells: TimeCells,
  row: RowCursor,
  column: ColumnIndex,
  factor: number,
): ParsedRange | undefined {
  const text = row.text(column);
  if (isMissing(text)) return cells.fail('no-date', column);
  const milliseconds = readNumber(text) * factor;
  if (!(Math.abs(milliseconds) <= MAX_MILLISECONDS)) return cells.fail('bad-date', column);
  const minute = Math.floor(milliseconds / 60_000);
  if (milliseconds % (DAY * 60_000) === 0) return { from: minute, to: minute + DAY };
  const from = minute + (cells.utcOffset ?? 0);
  return { from, to: from + 1 };
}
