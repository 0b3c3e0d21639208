import { dateColumns, endColumn } from '../../core/mapping/columns-read.ts';
import {
  orderOf,
  type ColumnMapping,
  type TimeMapping,
} from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import type { ReadSpan } from '../../core/records/read-row.ts';
import { DAY, minuteOf, startOfDay, wallClock, type Minute } from '../../core/time/minute.ts';
import { isStorable } from '../../core/time/storable-range.ts';
import type { ParsedRange } from '../../core/time/parsed-range.ts';
import { hasZeroPart, zeroDayOf } from '../../core/time/zero-date.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import type { RowCursor } from '../table/table-reader.ts';
import { readNumber } from './degrees.ts';
import type { RowNotes } from './row-notes.ts';
import { TimeCells } from './time-cells.ts';
import { readEpochs } from './time-epochs.ts';
import { readInterval } from './time-interval.ts';
import { readDateParts } from './time-parts.ts';
import { isTimeCode, widened } from './time-precision.ts';

/** Dates before it get a note: archives of incidents hardly reach so far, typing errors do. */
const OLDEST = minuteOf(1800, 1);
/** Years ahead of today: a date may be planned; one farther off is suspicious; an end means "not ended". */
const PLANNED_YEARS = 2;
const OPEN_YEARS = 20;
const YEAR: Minute = 366 * DAY;

/** A decade or a century, as EDTF writes it: long, but one date. */
const LONG_DATE = /^\s*-?\d+X+[?~%]?\s*$/i;

/**
 * Reads when a row is, and notes why it is at no time. A clock time with an offset is moved to
 * `utcOffset` minutes east of UTC.
 */
export class RowTimeReader {
  readonly #time: TimeMapping;
  readonly #precision: ColumnMapping['timePrecision'];
  readonly #notes: RowNotes;
  readonly #cells: TimeCells;
  /** Nobody has said yet which calendar it is. */
  readonly #isUnknown: boolean;
  readonly #column: ColumnIndex | undefined;
  readonly #endColumn: ColumnIndex | undefined;
  readonly #dateColumns: readonly ColumnIndex[];
  /** Which dates are empty values and which ends are open was decided before the rows were saved. */
  readonly #isSaved: boolean;
  readonly #newest: Minute;

  constructor(
    { schema, time, timePrecision, calendar }: ColumnMapping,
    utcOffset: Minute | undefined,
    { today, isSaved = false }: { readonly today: Minute; readonly isSaved?: boolean },
    notes: RowNotes,
  ) {
    this.#time = time;
    this.#precision = timePrecision;
    this.#notes = notes;
    this.#isUnknown = calendar === 'unknown';
    this.#dateColumns = dateColumns(time);
    [this.#column] = this.#dateColumns;
    this.#endColumn = endColumn(time);
    this.#isSaved = isSaved;
    const date = wallClock(today);
    const yearsAhead = (years: number): Minute =>
      minuteOf(date.getUTCFullYear() + years, date.getUTCMonth() + 1, date.getUTCDate());
    this.#newest = yearsAhead(PLANNED_YEARS);
    this.#cells = new TimeCells(
      schema,
      orderOf(time),
      calendar === 'unknown' ? undefined : calendar,
      utcOffset,
      yearsAhead(OPEN_YEARS),
      notes,
    );
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
    if (!isStorable(wide)) return this.#cells.fail('far-date', this.#column);
    this.#remark(span, isLong);
    if (span.to - span.from > DAY && !this.#isSaved) this.#remarkZeros(row);
    return this.#mayBeZero(span) ? { from: wide.from, to: wide.to, mayBeZero: true } : wide;
  }

  /** An end far in the future is how files say that there is none. */
  #withEnd(span: ParsedRange): ParsedRange {
    if (span.to <= this.#cells.farthest || span.from > this.#newest || span.open !== undefined)
      return span;
    const from = span.from;
    return { from, to: startOfDay(from) + DAY, clock: span.clock, open: 'to' };
  }

  /** True for one date that is longer than any end is far, such as 20XX. */
  #isLongDate(row: RowCursor, { to }: ParsedRange): boolean {
    if (to - YEAR <= this.#newest || this.#cells.end !== undefined || this.#column === undefined)
      return false;
    return LONG_DATE.test(row.text(this.#column));
  }

  /**
   * The span of a row. The first offset of a file that was not seen to have any is its clock from here
   * on, so the row that has it is read again; `Z` says when and not where.
   */
  #onClock(row: RowCursor): ParsedRange | undefined {
    const cells = this.#cells;
    cells.end = undefined;
    if (cells.utcOffset !== undefined) return this.#spanOf(row);
    const mark = this.#notes.count;
    const span = this.#spanOf(row);
    const end = typeof cells.end === 'object' ? (cells.end as ParsedRange) : undefined;
    const [first, last] = [span?.clock, end?.clock].filter((clock) => typeof clock === 'number');
    const clock = first || last || first;
    if (clock === undefined) return span;
    cells.moveTo(clock);
    this.#notes.keep(mark);
    cells.end = undefined;
    return this.#spanOf(row);
  }

  #remark(span: ParsedRange, isLong: boolean): void {
    const { from, to, clock, open } = span;
    const end = this.#cells.end === undefined ? this.#column : this.#endColumn;
    if (from < OLDEST || from > this.#newest) this.#cells.note('odd-year', this.#column);
    else if (to - YEAR > this.#newest && !isLong) this.#cells.note('odd-year', end);
    if (open === 'to') this.#cells.note('open-end', end);
    else if (open === 'from') this.#cells.note('open-begin', this.#column);
    this.#remarkClock(clock, this.#column);
    if (typeof this.#cells.end === 'object' && this.#cells.end.clock !== clock)
      this.#remarkClock(this.#cells.end.clock, this.#endColumn);
  }

  /** A day or month 0 widens a date; what counts since 1970 has neither, and a name has other numbers. */
  #remarkZeros(row: RowCursor): void {
    const time = this.#time;
    if (time.kind === 'epoch' || time.kind === 'leading') return;
    for (const column of this.#dateColumns) {
      if (time.kind === 'parts' && column === time.year) continue;
      const text = row.text(column);
      const isZero = time.kind === 'parts' ? readNumber(text) === 0 : hasZeroPart(text);
      if (isZero) this.#cells.note('zero-part', column);
    }
  }

  #remarkClock(clock: ParsedRange['clock'], column: ColumnIndex | undefined): void {
    if (clock === undefined || this.#cells.utcOffset === undefined) return;
    if (clock === 'local') this.#cells.note('local-clock', column);
    else if (clock !== this.#cells.utcOffset) this.#cells.note('other-clock', column);
  }

  /** The clock to which times with an offset are moved; undefined while none has any. */
  get utcOffset(): Minute | undefined {
    return this.#cells.utcOffset;
  }

  /** A date that programs write for an empty value, or an interval that begins with one. */
  #mayBeZero({ from, to, open }: ParsedRange): boolean {
    if (this.#isSaved || from >= DAY || open !== undefined || zeroDayOf(from) === undefined)
      return false;
    const { kind } = this.#time;
    const isInterval = kind === 'interval' || kind === 'epoch';
    if (to - from > DAY && !isInterval) return false;
    this.#cells.note('zero-date', this.#column);
    return true;
  }

  #spanOf(row: RowCursor): ParsedRange | undefined {
    const time = this.#time;
    const cells = this.#cells;
    if (this.#isUnknown) return this.#cells.fail('other-calendar', this.#column);
    switch (time.kind) {
      case 'one':
        return cells.atClock(row, cells.date(row, time.column), time.clock);
      case 'leading':
        return cells.leadingDate(row, time.column);
      case 'interval':
        return readInterval(cells, row, time);
      case 'parts':
        return cells.atClock(row, readDateParts(cells, row, time), time.clock);
      case 'epoch':
        return readEpochs(cells, row, time);
      case 'none':
        return this.#cells.fail('no-date', undefined);
      default:
        return assertNever(time);
    }
  }
}
