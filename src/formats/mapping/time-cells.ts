import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { RowNoteCode } from '../../core/records/read-row.ts';
import type { Calendar, DateOrder } from '../../core/time/date-order.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import { leadingDate } from '../../core/time/leading-date.ts';
import { parseTimeOfDay } from '../../core/time/parse-clock.ts';
import { DateParser } from '../../core/time/parse-date.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import type { ParsedRange } from '../../core/time/parsed-range.ts';
import type { RowCursor } from '../table/table-reader.ts';
import type { RowNotes } from './row-notes.ts';

/**
 * What the readers of dates, intervals, parts and counts share: how one cell is read, what is noted, and
 * what the cell of the end says of the row that is read.
 */
export class TimeCells {
  readonly schema: ColumnMapping['schema'];
  readonly calendar: Calendar | undefined;
  readonly notes: RowNotes;
  readonly dates: DateParser;
  /** The latest minute that an end may be; later ones mean "not ended". */
  readonly farthest: Minute;
  /** What the cell of the end says: a date, or `open`; undefined where there is none. */
  end: ParsedRange | 'open' | undefined;
  #utcOffset: Minute | undefined;

  constructor(
    schema: ColumnMapping['schema'],
    order: DateOrder,
    calendar: Calendar | undefined,
    utcOffset: Minute | undefined,
    farthest: Minute,
    notes: RowNotes,
  ) {
    this.schema = schema;
    this.calendar = calendar;
    this.#utcOffset = utcOffset;
    this.farthest = farthest;
    this.notes = notes;
    this.dates = new DateParser(order, utcOffset, calendar);
  }

  /** The offset to which times with one are moved, in minutes east of UTC; undefined while none has any. */
  get utcOffset(): Minute | undefined {
    return this.#utcOffset;
  }

  moveTo(utcOffset: Minute): void {
    this.#utcOffset = utcOffset;
    this.dates.moveTo(utcOffset);
  }

  note(code: RowNoteCode, column: ColumnIndex | undefined): void {
    this.notes.add(code, column);
  }

  /** Notes why a row is at no time. */
  fail(code: RowNoteCode, column: ColumnIndex | undefined): ParsedRange | undefined {
    this.notes.add(code, column);
    return undefined;
  }

  /** The date of a cell. */
  date(row: RowCursor, column: ColumnIndex): ParsedRange | undefined {
    const date = this.dates.parse(row.text(column));
    if (date === 'none') return this.fail('no-date', column);
    if (date === 'unset') return this.fail('unset-date', column);
    return date ?? this.fail('bad-date', column);
  }

  /** The full date that the name in a cell begins with. */
  leadingDate(row: RowCursor, column: ColumnIndex): ParsedRange | undefined {
    const name = row.text(column);
    const date = leadingDate(name, (text) => this.dates.parse(text));
    return date ?? this.fail(isMissing(name.trim()) ? 'no-date' : 'undated-name', column);
  }

  /** A day with the time of day of another cell; a date that has one, or is no day, is left alone. */
  atClock(
    row: RowCursor,
    day: ParsedRange | undefined,
    column: ColumnIndex | undefined,
  ): ParsedRange | undefined {
    if (!day || column === undefined) return day;
    const clock = parseTimeOfDay(row.text(column));
    if (clock === 'none') return day;
    if (day.to - day.from === 1) return day;
    if (clock === undefined || day.to - day.from !== DAY) {
      this.note('bad-clock', column);
      return day;
    }
    if (clock.isMidnight) return day;
    const { offset } = clock;
    const moved =
      offset === undefined || this.#utcOffset === undefined ? 0 : this.#utcOffset - offset;
    const from = day.from + clock.minute + moved;
    return { from, to: from + 1, clock: offset ?? day.clock ?? 'local', open: day.open };
  }

  /** The row is not over. */
  withoutEnd(first: ParsedRange): ParsedRange {
    this.end = 'open';
    return { ...first, open: 'to' };
  }
}

/** From the beginning of the first to the end of the last; undefined where that lies before it. */
export function joined(first: ParsedRange, last: ParsedRange): ParsedRange | undefined {
  if (last.to <= first.from) return undefined;
  if (last.from === first.from && last.to === first.to) return first;
  return { from: first.from, to: last.to, clock: first.clock ?? last.clock };
}
