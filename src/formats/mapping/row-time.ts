import { dateColumns, endColumn } from '../../core/mapping/columns-read.ts';
import {
  orderOf,
  type ColumnMapping,
  type TimeMapping,
} from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { Calendar } from '../../core/time/date-order.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import type { ReadSpan, RowNoteCode } from '../../core/records/read-row.ts';
import { parseCalendarDate } from '../../core/time/calendars.ts';
import { DAY, minuteOf, startOfDay, wallClock, type Minute } from '../../core/time/minute.ts';
import { foldText } from '../../core/text/search-text.ts';
import { monthNamed } from '../../core/time/month-names.ts';
import { isStorable } from '../../core/time/storable-range.ts';
import { parseTimeOfDay } from '../../core/time/parse-clock.ts';
import { DateParser } from '../../core/time/parse-date.ts';
import { isOngoing } from '../../core/time/parse-date-range.ts';
import { daySpan, monthSpan, yearSpan } from '../../core/time/parse-day.ts';
import type { ParsedRange } from '../../core/time/parsed-range.ts';
import { hasZeroPart, zeroDayOf } from '../../core/time/zero-date.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import type { RowCursor } from '../table/table-reader.ts';
import { readNumber } from './degrees.ts';
import type { RowNotes } from './row-notes.ts';
import { isTimeCode, widened } from './time-precision.ts';

/** Dates before it get a note: archives of incidents hardly reach so far, typing errors do. */
const OLDEST = minuteOf(1800, 1);
/** Years ahead of today: a date may be planned; one farther off is suspicious; an end means "not ended". */
const PLANNED_YEARS = 2;
const OPEN_YEARS = 20;
const YEAR: Minute = 366 * DAY;
/** The range of a JavaScript `Date`. */
const MAX_MILLISECONDS = 8.64e15;

/** A decade or a century, as EDTF writes it: long, but one date. */
const LONG_DATE = /^\s*-?\d+X+[?~%]?\s*$/i;

/**
 * Reads when a row is, and notes why it is at no time. A clock time with an offset is moved to
 * `utcOffset` minutes east of UTC.
 */
export class RowTimeReader {
  readonly #time: TimeMapping;
  readonly #layout: ColumnMapping['schema'];
  readonly #precision: ColumnMapping['timePrecision'];
  #utcOffset: Minute | undefined;
  readonly #notes: RowNotes;
  readonly #dates: DateParser;
  readonly #calendar: Calendar | undefined;
  /** Nobody has said yet which calendar it is. */
  readonly #isUnknown: boolean;
  readonly #column: ColumnIndex | undefined;
  readonly #endColumn: ColumnIndex | undefined;
  readonly #dateColumns: readonly ColumnIndex[];
  /** What the cell of the end says of the row that is read: a date, or `open`. */
  #end: ParsedRange | 'open' | undefined;
  /** Which dates are empty values and which ends are open was decided before the rows were saved. */
  readonly #isSaved: boolean;
  readonly #newest: Minute;
  readonly #farthest: Minute;

  constructor(
    { schema: layout, time, timePrecision, calendar }: ColumnMapping,
    utcOffset: Minute | undefined,
    { today, isSaved = false }: { readonly today: Minute; readonly isSaved?: boolean },
    notes: RowNotes,
  ) {
    this.#layout = layout;
    this.#time = time;
    this.#precision = timePrecision;
    this.#utcOffset = utcOffset;
    this.#notes = notes;
    this.#isUnknown = calendar === 'unknown';
    this.#calendar = calendar === 'unknown' ? undefined : calendar;
    this.#dates = new DateParser(orderOf(time), utcOffset, this.#calendar);
    this.#dateColumns = dateColumns(time);
    [this.#column] = this.#dateColumns;
    this.#endColumn = endColumn(time);
    this.#isSaved = isSaved;
    const date = wallClock(today);
    const yearsAhead = (years: number): Minute =>
      minuteOf(date.getUTCFullYear() + years, date.getUTCMonth() + 1, date.getUTCDate());
    this.#newest = yearsAhead(PLANNED_YEARS);
    this.#farthest = yearsAhead(OPEN_YEARS);
  }

  read(row: RowCursor): ReadSpan | undefined {
    const written = this.#onClock(row);
    if (!written) return undefined;
    const isLong = this.#isLongDate(row, written);
    const span = this.#isSaved || isLong ? written : this.#withEnd(written);
    const precision = this.#precision;
    const code = precision ? row.text(precision.column) : '';
    if (precision && !isMissing(code) && !isTimeCode(precision.scale, code))
      this.#notes.add('bad-precision', precision.column);
    const wide = precision && span.open === undefined ? widened(span, precision.scale, code) : span;
    if (!isStorable(wide)) return this.#fail('far-date', this.#column);
    this.#remark(span, isLong);
    if (span.to - span.from > DAY && !this.#isSaved) this.#remarkZeros(row);
    return this.#mayBeZero(span) ? { from: wide.from, to: wide.to, mayBeZero: true } : wide;
  }

  /** An end far in the future is how files say that there is none. */
  #withEnd(span: ParsedRange): ParsedRange {
    if (span.to <= this.#farthest || span.from > this.#newest || span.open !== undefined)
      return span;
    const from = span.from;
    return { from, to: startOfDay(from) + DAY, clock: span.clock, open: 'to' };
  }

  /** True for one date that is longer than any end is far, such as 20XX. */
  #isLongDate(row: RowCursor, { to }: ParsedRange): boolean {
    if (to - YEAR <= this.#newest || this.#end !== undefined || this.#column === undefined)
      return false;
    return LONG_DATE.test(row.text(this.#column));
  }

  /**
   * The span of a row. The first offset of a file that was not seen to have any is its clock from here
   * on, so the row that has it is read again; `Z` says when and not where.
   */
  #onClock(row: RowCursor): ParsedRange | undefined {
    this.#end = undefined;
    if (this.#utcOffset !== undefined) return this.#spanOf(row);
    const mark = this.#notes.count;
    const span = this.#spanOf(row);
    const end = typeof this.#end === 'object' ? (this.#end as ParsedRange) : undefined;
    const [first, last] = [span?.clock, end?.clock].filter((clock) => typeof clock === 'number');
    const clock = first || last || first;
    if (clock === undefined) return span;
    this.#utcOffset = clock;
    this.#dates.moveTo(clock);
    this.#notes.keep(mark);
    this.#end = undefined;
    return this.#spanOf(row);
  }

  #remark(span: ParsedRange, isLong: boolean): void {
    const { from, to, clock, open } = span;
    const end = this.#end === undefined ? this.#column : this.#endColumn;
    if (from < OLDEST || from > this.#newest) this.#note('odd-year', this.#column);
    else if (to - YEAR > this.#newest && !isLong) this.#note('odd-year', end);
    if (open === 'to') this.#note('open-end', end);
    else if (open === 'from') this.#note('open-begin', this.#column);
    this.#remarkClock(clock, this.#column);
    if (typeof this.#end === 'object' && this.#end.clock !== clock)
      this.#remarkClock(this.#end.clock, this.#endColumn);
  }

  /** A day or month 0 widens a date; what counts since 1970 has neither. */
  #remarkZeros(row: RowCursor): void {
    const time = this.#time;
    if (time.kind === 'epoch') return;
    for (const column of this.#dateColumns) {
      if (time.kind === 'parts' && column === time.year) continue;
      const text = row.text(column);
      const isZero = time.kind === 'parts' ? readNumber(text) === 0 : hasZeroPart(text);
      if (isZero) this.#note('zero-part', column);
    }
  }

  #remarkClock(clock: ParsedRange['clock'], column: ColumnIndex | undefined): void {
    if (clock === undefined || this.#utcOffset === undefined) return;
    if (clock === 'local') this.#note('local-clock', column);
    else if (clock !== this.#utcOffset) this.#note('other-clock', column);
  }

  /** The clock to which times with an offset are moved; undefined while none has any. */
  get utcOffset(): Minute | undefined {
    return this.#utcOffset;
  }

  /** A date that programs write for an empty value, or an interval that begins with one. */
  #mayBeZero({ from, to, open }: ParsedRange): boolean {
    if (this.#isSaved || from >= DAY || open !== undefined || zeroDayOf(from) === undefined)
      return false;
    const { kind } = this.#time;
    const isInterval = kind === 'interval' || kind === 'epoch';
    if (to - from > DAY && !isInterval) return false;
    this.#note('zero-date', this.#column);
    return true;
  }

  #note(code: RowNoteCode, column: ColumnIndex | undefined): void {
    this.#notes.add(code, column);
  }

  #spanOf(row: RowCursor): ParsedRange | undefined {
    const time = this.#time;
    if (this.#isUnknown) return this.#fail('other-calendar', this.#column);
    switch (time.kind) {
      case 'one':
        return this.#atClock(row, this.#ofCell(row, time.column), time.clock);
      case 'interval':
        return this.#ofTwo(row, time);
      case 'parts':
        return this.#atClock(row, this.#ofParts(row, time), time.clock);
      case 'epoch':
        return this.#ofEpochs(row, time);
      case 'none':
        return this.#fail('no-date', undefined);
      default:
        return assertNever(time);
    }
  }

  #fail(code: RowNoteCode, column: ColumnIndex | undefined): ParsedRange | undefined {
    this.#notes.add(code, column);
    return undefined;
  }

  #ofCell(row: RowCursor, column: ColumnIndex): ParsedRange | undefined {
    const date = this.#dates.parse(row.text(column));
    if (date === 'none') return this.#fail('no-date', column);
    if (date === 'unset') return this.#fail('unset-date', column);
    return date ?? this.#fail('bad-date', column);
  }

  /** A day with the time of day of another cell; a date that has one, or is no day, is left alone. */
  #atClock(
    row: RowCursor,
    day: ParsedRange | undefined,
    column: ColumnIndex | undefined,
  ): ParsedRange | undefined {
    if (!day || column === undefined) return day;
    const clock = parseTimeOfDay(row.text(column));
    if (clock === 'none') return day;
    if (day.to - day.from === 1) return day;
    if (clock === undefined || day.to - day.from !== DAY) {
      this.#notes.add('bad-clock', column);
      return day;
    }
    if (clock.isMidnight) return day;
    const { offset } = clock;
    const moved =
      offset === undefined || this.#utcOffset === undefined ? 0 : this.#utcOffset - offset;
    const from = day.from + clock.minute + moved;
    return { from, to: from + 1, clock: offset ?? day.clock ?? 'local', open: day.open };
  }

  /**
   * A row whose end is empty is of its first date; one that says that it is not over, or gives only an
   * end, is open at the other.
   */
  #ofTwo(
    row: RowCursor,
    time: Extract<TimeMapping, { readonly kind: 'interval' }>,
  ): ParsedRange | undefined {
    const { from, to, clock, clockTo } = time;
    const [fromText, toText] = [row.text(from), row.text(to)];
    const begin = this.#dates.parse(fromText);
    const hasEndClock = clockTo !== undefined && !isMissing(row.text(clockTo));
    const isOneDate = from === to || (hasEndClock && isMissing(toText));
    const end = isOneDate ? begin : this.#dates.parse(toText);
    if (begin === undefined) return this.#fail('bad-date', from);
    if (begin === 'none' || begin === 'unset') {
      if (typeof end === 'object' && end.to <= this.#farthest && end.open === undefined)
        return { ...(this.#atClock(row, end, clockTo) ?? end), open: 'from' };
      return this.#fail(begin === 'none' ? 'no-date' : 'unset-date', from);
    }
    const first = this.#atClock(row, begin, clock);
    if (!first || first.open !== undefined) return first;
    if (isOngoing(toText) || end === 'unset') return this.#withoutEnd(first);
    if (end === 'none') {
      // Known layouts leave the end of a single day empty.
      if (this.#layout === 'table' && from !== to) this.#notes.add('no-end', to);
      return first;
    }
    if (end === undefined) return this.#fail('bad-date', to);
    if (end === begin && clockTo === undefined) return first;
    if (end.open === 'to') return this.#withoutEnd(first);
    if (zeroDayOf(end.from) !== undefined && end.to <= first.from) {
      this.#notes.add('unset-date', to);
      return first;
    }
    const last = this.#atClock(row, end, clockTo) ?? end;
    if (!isOneDate || last !== end) this.#end = last;
    if (last !== end && isOneDate && last.to <= first.from) {
      // One date with two times of day: the second is after midnight.
      const [begun, ended] = [first.from, last.to + DAY];
      if (ended - begun <= DAY / 2) return { from: begun, to: ended, clock: first.clock };
      this.#notes.add('bad-clock', clockTo);
      return { from: begun, to: end.to, clock: first.clock };
    }
    return joined(first, last) ?? this.#fail('reversed-dates', to);
  }

  #withoutEnd(first: ParsedRange): ParsedRange {
    this.#end = 'open';
    return { ...first, open: 'to' };
  }

  /** Month and day that are missing or 0, as some data sets write it, widen the date. */
  #ofParts(
    row: RowCursor,
    columns: Extract<TimeMapping, { readonly kind: 'parts' }>,
  ): ParsedRange | undefined {
    const yearText = row.text(columns.year);
    if (isMissing(yearText)) return this.#fail('no-date', columns.year);
    const year = readNumber(yearText);
    if (Number.isInteger(year) && this.#calendar && this.#calendar !== 'gregorian')
      return this.#ofOtherParts(row, columns);
    if (year === 0) return this.#fail('unset-date', columns.year);
    // 26 may be 1926 or 2026; 0026 is what it says.
    const isShort = year > 0 && year < 1000 && yearText.length < 4;
    if (!Number.isInteger(year) || isShort || year > 9999)
      return this.#fail('bad-date', columns.year);
    const month = partOf(row, columns.month, monthOf);
    if (month === undefined) return yearSpan(year) ?? this.#fail('bad-date', columns.year);
    const day = partOf(row, columns.day, readNumber);
    if (day === undefined) return monthSpan(year, month) ?? this.#fail('bad-date', columns.month);
    const wrong = monthSpan(year, month) ? columns.day : columns.month;
    return daySpan(year, month, day) ?? this.#fail('bad-date', wrong);
  }

  #ofOtherParts(
    row: RowCursor,
    { year, month, day }: Extract<TimeMapping, { readonly kind: 'parts' }>,
  ): ParsedRange | undefined {
    const parts = [year, month, day].map((column) =>
      column === undefined ? '' : row.text(column),
    );
    const text = parts.filter((part) => !isMissing(part) && !/^0+$/.test(part)).join(' ');
    return this.#calendar
      ? (parseCalendarDate(text, 'ymd', this.#calendar) ?? this.#fail('bad-date', year))
      : undefined;
  }

  #ofEpochs(
    row: RowCursor,
    { column, to, unit }: Extract<TimeMapping, { readonly kind: 'epoch' }>,
  ): ParsedRange | undefined {
    const factor = unit === 'seconds' ? 1_000 : 1;
    const first = this.#ofEpoch(row, column, factor);
    if (!first || to === undefined) return first;
    const text = row.text(to);
    if (isOngoing(text)) return this.#withoutEnd(first);
    // 0 and -1 are how programs write that there is no end.
    if (isMissing(text) || (readNumber(text) <= 0 && first.from > 0)) {
      if (!isMissing(text)) this.#notes.add('unset-date', to);
      else if (this.#layout === 'table') this.#notes.add('no-end', to);
      return first;
    }
    const last = this.#ofEpoch(row, to, factor);
    if (!last) return undefined;
    this.#end = last;
    return joined(first, last) ?? this.#fail('reversed-dates', to);
  }

  /** A whole day since 1970 is a day; any other moment is a minute. */
  #ofEpoch(row: RowCursor, column: ColumnIndex, factor: number): ParsedRange | undefined {
    const text = row.text(column);
    if (isMissing(text)) return this.#fail('no-date', column);
    const milliseconds = readNumber(text) * factor;
    if (!(Math.abs(milliseconds) <= MAX_MILLISECONDS)) return this.#fail('bad-date', column);
    const minute = Math.floor(milliseconds / 60_000);
    if (milliseconds % (DAY * 60_000) === 0) return { from: minute, to: minute + DAY };
    const from = minute + (this.#utcOffset ?? 0);
    return { from, to: from + 1 };
  }
}

/** From the beginning of the first to the end of the last; undefined where that lies before it. */
function joined(first: ParsedRange, last: ParsedRange): ParsedRange | undefined {
  if (last.to <= first.from) return undefined;
  if (last.from === first.from && last.to === first.to) return first;
  return { from: first.from, to: last.to, clock: first.clock ?? last.clock };
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
