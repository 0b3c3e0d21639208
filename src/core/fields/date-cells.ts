import type { CellNotation } from '../records/imported-row.ts';
import type { ColumnIndex } from '../records/column-index.ts';
import { ENDLESS } from '../records/unknown-ends.ts';
import { likelyCalendar } from '../time/calendars.ts';
import { DATE_ORDERS, type Calendar, type DateOrder } from '../time/date-order.ts';
import { DateParser, type ParsedDate } from '../time/parse-date.ts';
import { isStorable } from '../time/storable-range.ts';
import { sameRange, type TimeRange } from '../time/time-range.ts';

/** As the widest range of civil minutes. */
function rangeOf(date: ParsedDate): TimeRange | undefined {
  if (typeof date !== 'object' || !isStorable(date)) return undefined;
  return {
    from: date.open === 'from' ? ENDLESS.from : date.from,
    to: date.open === 'to' ? ENDLESS.to : date.to,
  };
}

/**
 * Reads the dates of one column of a file by the order and calendar of its mapping. A file that writes years first
 * says nothing of 3/5/26 in another column: where the orders differ, it is no date, and nothing is guessed.
 */
export class DateCells {
  readonly #notation: CellNotation;
  readonly #orders: readonly DateOrder[];
  readonly #parsers = new Map<string, DateParser>();

  constructor(notation: CellNotation, column: ColumnIndex) {
    this.#notation = notation;
    const { order, timeColumns } = notation;
    const isSure = order !== undefined && (order !== 'ymd' || timeColumns.includes(column));
    this.#orders = isSure ? [order] : DATE_ORDERS;
  }

  /** Undefined: no date, or not known which. */
  read(text: string): TimeRange | undefined {
    const calendar = likelyCalendar([text]) ?? 'gregorian';
    // A table of another calendar may have columns of the Gregorian one.
    if (calendar !== 'gregorian' && calendar !== this.#notation.calendar) return undefined;
    let range: TimeRange | undefined;
    for (const order of this.#orders) {
      const read = rangeOf(this.#parser(order, calendar).parse(text));
      if (read && range && !sameRange(read, range)) return undefined;
      range ??= read;
    }
    return range;
  }

  #parser(order: DateOrder, calendar: Calendar): DateParser {
    const key = `${order} ${calendar}`;
    const known = this.#parsers.get(key);
    if (known) return known;
    const parser = new DateParser(order, this.#notation.utcOffset, calendar);
    this.#parsers.set(key, parser);
    return parser;
  }
}
