import type {
  Calendar,
  ColumnIndex,
  DateOrder,
  Meaning,
  TimeMeaning,
} from '../../core/reading/meaning.ts';
import { isMissing } from '../../core/reading/missing-value.ts';
import { readCalendarDate } from '../../core/time/calendars.ts';
import { DAY, minuteOf, wallClock, type Minute } from '../../core/time/minute.ts';
import type { Span } from '../../core/time/span.ts';
import { foldText } from '../../core/filter/search-text.ts';
import { monthNamed } from '../../core/time/month-names.ts';
import { WrittenDates } from '../../core/time/written-date.ts';
import { daySpan, monthSpan, yearSpan } from '../../core/time/written-day.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { SheetRow } from '../sheet/sheet.ts';
import { readNumber } from './degrees.ts';
import type { RowNotes } from './row-notes.ts';
import { isTimeCode, widened } from './time-scale.ts';

/** Dates before it are told: archives of incidents hardly reach so far, slips of the pen do. */
const OLDEST = minuteOf(1800, 1);
/** The range of a JavaScript `Date`. */
const MOST_MILLISECONDS = 8.64e15;

const orderOf = (time: TimeMeaning): DateOrder =>
  time.kind === 'one' || time.kind === 'interval' ? time.order : 'ymd';

const columnOf = (time: TimeMeaning): ColumnIndex | undefined => {
  switch (time.kind) {
    case 'one':
    case 'epoch':
      return time.column;
    case 'interval':
      return time.from;
    case 'parts':
      return time.year;
    case 'none':
      return undefined;
    default:
      return unreachable(time);
  }
};

/** Reads when a row is, and notes why it is at no time. */
export class RowTimeReader {
  readonly #time: TimeMeaning;
  readonly #precision: Meaning['timePrecision'];
  readonly #utcOffset: Minute | undefined;
  readonly #notes: RowNotes;
  readonly #dates: WrittenDates;
  readonly #calendar: Calendar | undefined;
  /** Nobody has said yet which calendar it is. */
  readonly #isUnknown: boolean;
  readonly #column: ColumnIndex | undefined;
  readonly #newest: Minute;

  constructor(
    { time, timePrecision, calendar }: Meaning,
    utcOffset: Minute | undefined,
    today: Minute,
    notes: RowNotes,
  ) {
    this.#time = time;
    this.#precision = timePrecision;
    this.#utcOffset = utcOffset;
    this.#notes = notes;
    this.#isUnknown = calendar === 'unknown';
    this.#calendar = calendar === 'unknown' ? undefined : calendar;
    this.#dates = new WrittenDates(orderOf(time), utcOffset, this.#calendar);
    this.#column = columnOf(time);
    const date = wallClock(today);
    this.#newest = minuteOf(date.getUTCFullYear() + 2, date.getUTCMonth() + 1, date.getUTCDate());
  }

  read(row: SheetRow): Span | undefined {
    const span = this.#spanOf(row);
    if (!span) return undefined;
    if (span.from < OLDEST || span.from > this.#newest) this.#notes.add('odd-year', this.#column);
    const precision = this.#precision;
    if (!precision) return span;
    const code = row.text(precision.column);
    if (!isMissing(code) && !isTimeCode(precision.scale, code))
      this.#notes.add('bad-precision', precision.column);
    return widened(span, precision.scale, code);
  }

  #spanOf(row: SheetRow): Span | undefined {
    const time = this.#time;
    if (this.#isUnknown) return this.#fail('other-calendar', this.#column);
    switch (time.kind) {
      case 'one':
        return this.#ofCell(row, time.column);
      case 'interval':
        return this.#ofTwo(row, time.from, time.to);
      case 'parts':
        return this.#ofParts(row, time);
      case 'epoch':
        return this.#ofEpoch(row, time.column, time.unit === 'seconds' ? 1_000 : 1);
      case 'none':
        return this.#fail('no-date', undefined);
      default:
        return unreachable(time);
    }
  }

  #fail(
    code: 'no-date' | 'bad-date' | 'reversed-dates' | 'other-calendar',
    column: ColumnIndex | undefined,
  ): Span | undefined {
    this.#notes.add(code, column);
    return undefined;
  }

  #ofCell(row: SheetRow, column: ColumnIndex): Span | undefined {
    const date = this.#dates.read(row.text(column));
    if (date === 'none') return this.#fail('no-date', column);
    return date ?? this.#fail('bad-date', column);
  }

  /** A row without an end is of its first date; one without a start is not dated: it may be any age. */
  #ofTwo(row: SheetRow, from: ColumnIndex, to: ColumnIndex): Span | undefined {
    const first = this.#ofCell(row, from);
    if (!first) return undefined;
    const last = this.#dates.read(row.text(to));
    if (last === first || last === 'none') return first;
    if (last === undefined) return this.#fail('bad-date', to);
    if (last.to <= first.from) return this.#fail('reversed-dates', to);
    return last.from === first.from && last.to === first.to
      ? first
      : { from: first.from, to: last.to };
  }

  /** Month and day that are missing or 0, as some data sets write it, widen the date. */
  #ofParts(
    row: SheetRow,
    columns: Extract<TimeMeaning, { readonly kind: 'parts' }>,
  ): Span | undefined {
    const yearText = row.text(columns.year);
    if (isMissing(yearText)) return this.#fail('no-date', columns.year);
    const year = readNumber(yearText);
    if (!Number.isInteger(year) || year > 9999) return this.#fail('bad-date', columns.year);
    if (this.#calendar && this.#calendar !== 'gregorian') return this.#ofOtherParts(row, columns);
    const month = partOf(row, columns.month, monthOf);
    if (month === undefined) return yearSpan(year) ?? this.#fail('bad-date', columns.year);
    const day = partOf(row, columns.day, readNumber);
    if (day === undefined) return monthSpan(year, month) ?? this.#fail('bad-date', columns.month);
    return daySpan(year, month, day) ?? this.#fail('bad-date', columns.day);
  }

  #ofOtherParts(
    row: SheetRow,
    { year, month, day }: Extract<TimeMeaning, { readonly kind: 'parts' }>,
  ): Span | undefined {
    const parts = [year, month, day].map((column) =>
      column === undefined ? '' : row.text(column),
    );
    const text = parts.filter((part) => !isMissing(part) && !/^0+$/.test(part)).join(' ');
    return this.#calendar
      ? (readCalendarDate(text, 'ymd', this.#calendar) ?? this.#fail('bad-date', year))
      : undefined;
  }

  /** A whole day since 1970 is a day; any other moment is a minute. */
  #ofEpoch(row: SheetRow, column: ColumnIndex, factor: number): Span | undefined {
    const text = row.text(column);
    if (isMissing(text)) return this.#fail('no-date', column);
    const milliseconds = readNumber(text) * factor;
    if (!(Math.abs(milliseconds) <= MOST_MILLISECONDS)) return this.#fail('bad-date', column);
    const minute = Math.floor(milliseconds / 60_000);
    if (milliseconds % (DAY * 60_000) === 0) return { from: minute, to: minute + DAY };
    const from = minute + (this.#utcOffset ?? 0);
    return { from, to: from + 1 };
  }
}

const monthOf = (text: string): number => monthNamed(foldText(text)) ?? readNumber(text);

function partOf(
  row: SheetRow,
  column: ColumnIndex | undefined,
  read: (text: string) => number,
): number | undefined {
  const text = column === undefined ? '' : row.text(column);
  if (isMissing(text)) return undefined;
  const value = read(text);
  if (value === 0) return undefined;
  return Number.isInteger(value) ? value : NaN;
}
