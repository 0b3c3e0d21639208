import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import { DAY } from '../../core/time/minute.ts';
import { isOngoing } from '../../core/time/parse-date-range.ts';
import type { ParsedRange } from '../../core/time/parsed-range.ts';
import { zeroDayOf } from '../../core/time/zero-date.ts';
import type { RowCursor } from '../table/table-reader.ts';
import { joined, type TimeCells } from './time-cells.ts';

/**
 * A row whose end is empty is of its first date; one that says that it is not over, or gives only an
 * end, is open at the other.
 */
export function readInterval(
  cells: TimeCells,
  row: RowCursor,
  time: Extract<TimeMapping, { readonly kind: 'interval' }>,
): ParsedRange | undefined {
  const { from, to, clock, clockTo } = time;
  const [fromText, toText] = [row.text(from), row.text(to)];
  const begin = cells.dates.parse(fromText);
  const hasEndClock = clockTo !== undefined && !isMissing(row.text(clockTo));
  const isOneDate = from === to || (hasEndClock && isMissing(toText));
  const end = isOneDate ? begin : cells.dates.parse(toText);
  if (begin === undefined) return cells.fail('bad-date', from);
  if (begin === 'none' || begin === 'unset') {
    if (typeof end === 'object' && end.to <= cells.farthest && end.open === undefined)
      return { ...(cells.atClock(row, end, clockTo) ?? end), open: 'from' };
    return cells.fail(begin === 'none' ? 'no-date' : 'unset-date', from);
  }
  const first = cells.atClock(row, begin, clock);
  if (!first || first.open !== undefined) return first;
  if (isOngoing(toText) || end === 'unset') return cells.withoutEnd(first);
  if (end === 'none') {
    // Known layouts leave the end of a single day empty.
    if (cells.schema === 'table' && from !== to) cells.note('no-end', to);
    return first;
  }
  if (end === undefined) return cells.fail('bad-date', to);
  if (end === begin && clockTo === undefined) return first;
  if (end.open === 'to') return cells.withoutEnd(first);
  if (zeroDayOf(end.from) !== undefined && end.to <= first.from) {
    cells.note('unset-date', to);
    return first;
  }
  const last = cells.atClock(row, end, clockTo) ?? end;
  if (!isOneDate || last !== end) cells.end = last;
  if (last !== end && isOneDate && last.to <= first.from) {
    // One date with two times of day: the second is after midnight.
    const [begun, ended] = [first.from, last.to + DAY];
    if (ended - begun <= DAY / 2) return { from: begun, to: ended, clock: first.clock };
    cells.note('bad-clock', clockTo);
    return { from: begun, to: end.to, clock: first.clock };
  }
  return joined(first, last) ?? cells.fail('reversed-dates', to);
}
