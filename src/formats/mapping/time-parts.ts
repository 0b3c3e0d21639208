import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { parseCalendarDate } from '../../core/time/calendars.ts';
import { monthNamed } from '../../core/time/month-names.ts';
import { daySpan, monthSpan, yearSpan } from '../../core/time/parse-day.ts';
import type { ParsedRange } from '../../core/time/parsed-range.ts';
import type { RowCursor } from '../table/table-reader.ts';
import { readNumber } from './degrees.ts';
import type { TimeCells } from './time-cells.ts';

/** Month and day that are missing or 0, as some data sets write it, widen the date. */
export function readDateParts(
  cells: TimeCells,
  row: RowCursor,
  columns: Extract<TimeMapping, { readonly kind: 'parts' }>,
): ParsedRange | undefined {
  const yearText = row.text(columns.year);
  if (isMissing(yearText)) return cells.fail('no-date', columns.year);
  const year = readNumber(yearText);
  if (Number.isInteger(year) && cells.calendar && cells.calendar !== 'gregorian')
    return ofOtherCalendar(cells, row, columns);
  if (year === 0) return cells.fail('unset-date', columns.year);
  // 26 may be 1926 or 2026; 0026 is what it says.
  const isShort = year > 0 && year < 1000 && yearText.length < 4;
  if (!Number.isInteger(year) || isShort || year > 9999)
    return cells.fail('bad-date', columns.year);
  const month = partOf(row, columns.month, monthOf);
  if (month === undefined) return yearSpan(year) ?? cells.fail('bad-date', columns.year);
  const day = partOf(row, columns.day, readNumber);
  if (day === undefined) return monthSpan(year, month) ?? cells.fail('bad-date', columns.month);
  const wrong = monthSpan(year, month) ? columns.day : columns.month;
  return daySpan(year, month, day) ?? cells.fail('bad-date', wrong);
}

function ofOtherCalendar(
  cells: TimeCells,
  row: RowCursor,
  { year, month, day }: Extract<TimeMapping, { readonly kind: 'parts' }>,
): ParsedRange | undefined {
  const parts = [year, month, day].map((column) => (column === undefined ? '' : row.text(column)));
  const text = parts.filter((part) => !isMissing(part) && !/^0+$/.test(part)).join(' ');
  return cells.calendar
    ? (parseCalendarDate(text, 'ymd', cells.calendar) ?? cells.fail('bad-date', year))
    : undefined;
}

const monthOf = (text: string): number => monthNamed(foldText(text)) ?? readNumber(text);

function partOf(
  row: RowCursor,
  column: ColumnIndex | undefined,
  read: (text: string) => number,
): number | undefined {
  const text = column === undefined ? '' : row.text(column);
  if (isMissing(text)) return undefined;
  const value = read(text);
  if (value === 0) return undefined;
  return Number.isInteger(value) ? value : NaN;
}
