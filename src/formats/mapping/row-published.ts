import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { likelyCalendar } from '../../core/time/calendars.ts';
import type { Calendar, DateOrder } from '../../core/time/date-order.ts';
import { DAY, minuteOf, type Minute } from '../../core/time/minute.ts';
import { DateParser } from '../../core/time/parse-date.ts';
import { isStorable } from '../../core/time/storable-range.ts';
import { sameRange, type TimeRange } from '../../core/time/time-range.ts';
import type { CellOf } from '../schemas/dataset-schema.ts';

/** Seconds or milliseconds since 1970 of the years from 1973 on, by their size; dates have 8 or 14 digits. */
const EPOCH = /^\d{9,10}(?:[.,]\d+)?$|^\d{12,13}(?:[.,]0+)?$/;
const MIN_MILLISECONDS = 1e11;
/** Digits without signs, such as 202603051200, are no count since 1970 unless that is a time of the web. */
const FIRST_PLAUSIBLE = minuteOf(1990, 1);

/** A whole day since 1970 is a day, any other moment a minute: as counts are read where they are the time. */
function ofEpoch(text: string, utcOffset: Minute | undefined): TimeRange | undefined {
  const count = Number(text.replace(',', '.'));
  const milliseconds = count < MIN_MILLISECONDS ? count * 1_000 : count;
  const minute = Math.floor(milliseconds / 60_000);
  if (minute < FIRST_PLAUSIBLE) return undefined;
  if (milliseconds % (DAY * 60_000) === 0) return { from: minute, to: minute + DAY };
  const from = minute + (utcOffset ?? 0);
  return { from, to: from + 1 };
}

/**
 * Reads when a row was first reported, or added to its data set, as the widest range of civil minutes that
 * its cell may mean: a day is a day, a time of day is a minute. Times with an offset, and counts since 1970, are
 * moved to the clock of the file, `utcOffset` minutes east of UTC. Undefined: the row does not say.
 */
export function publishedReader(
  mapping: ColumnMapping,
  utcOffset: Minute | undefined,
): (cell: CellOf) => TimeRange | undefined {
  const { published } = mapping;
  if (published === undefined) return () => undefined;
  const parsers = new Map<string, DateParser>();
  const parse = (text: string, order: DateOrder, calendar: Calendar): TimeRange | undefined => {
    const key = `${order} ${calendar}`;
    const parser = parsers.get(key) ?? new DateParser(order, utcOffset, calendar);
    parsers.set(key, parser);
    const date = parser.parse(text);
    if (typeof date !== 'object' || date.open !== undefined || !isStorable(date)) return undefined;
    return { from: date.from, to: date.to };
  };
  return (cell) => {
    const text = cell(published).trim();
    if (EPOCH.test(text)) return ofEpoch(text, utcOffset);
    // A table of another calendar may still be published by the Gregorian one.
    const calendar = likelyCalendar([text]) ?? 'gregorian';
    if (calendar !== 'gregorian' && calendar !== mapping.calendar) return undefined;
    // The order of the dates of the events says nothing of this column: 3/5 may be either, and is not guessed.
    const [dayFirst, monthFirst] = [parse(text, 'dmy', calendar), parse(text, 'mdy', calendar)];
    if (dayFirst && monthFirst) return sameRange(dayFirst, monthFirst) ? dayFirst : undefined;
    return dayFirst ?? monthFirst;
  };
}
