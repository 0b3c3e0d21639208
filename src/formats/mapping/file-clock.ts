import { clockColumns, dateColumns } from '../../core/mapping/columns-read.ts';
import { orderOf, type TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { Minute } from '../../core/time/minute.ts';
import { parseTimeOfDay } from '../../core/time/parse-clock.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import type { TableReader, RowCursor } from '../table/table-reader.ts';

/** Rows by which the clock of a file is found. */
const SAMPLE_ROWS = 500;
/** The last characters show for most texts that they state no offset. */
const MAY_HAVE_OFFSET = /(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?|\))\s*$/i;

function* offsetsIn(row: RowCursor, time: TimeMapping): Generator<Minute, void, void> {
  const order = orderOf(time);
  for (const column of dateColumns(time)) {
    const text = row.text(column);
    if (!MAY_HAVE_OFFSET.test(text)) continue;
    const date = parseDate(text, order, undefined);
    if (typeof date === 'object' && typeof date.clock === 'number') yield date.clock;
  }
  for (const column of clockColumns(time)) {
    const clock = parseTimeOfDay(row.text(column));
    if (typeof clock === 'object' && clock.offset !== undefined) yield clock.offset;
  }
}

/**
 * The clock in which the times of a file are shown, as minutes east of UTC: the offset that the times of
 * its first rows state most, of equal ones the first. `Z` says when and not where, so any other offset
 * counts before it; with nothing but `Z`, and for counts since 1970, it is UTC. Undefined: none states any.
 */
export function fileClock(table: TableReader, time: TimeMapping): Minute | undefined {
  if (time.kind === 'none' || time.kind === 'leading') return undefined;
  if (time.kind === 'epoch') return 0;
  const counts = new Map<Minute, number>();
  let rows = 0;
  for (const row of table.rows()) {
    for (const offset of offsetsIn(row, time)) counts.set(offset, (counts.get(offset) ?? 0) + 1);
    if (++rows === SAMPLE_ROWS) break;
  }
  if (counts.size === 0) return undefined;
  const [most] = [...counts].filter(([offset]) => offset !== 0).toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}
