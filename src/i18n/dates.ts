import { DAY, minuteOf, startOfDay, wallClock, type Minute } from '../core/time/minute.ts';
import type { TimeRange } from '../core/time/time-range.ts';

/** Years of one or two digits could be of any century, and those before year 1 are counted backwards. */
const ERA_UNTIL = minuteOf(100, 1);

/** Dates and clock times of one language; civil time, so every formatter reads UTC fields. */
export type DateWords = {
  /** `28 February` */
  day(minute: Minute): string;
  /** `28 February 2026` */
  dayAndYear(minute: Minute): string;
  /** `28 Feb` */
  shortDay(minute: Minute): string;
  /** `Saturday 28 February 2026` */
  fullDay(minute: Minute): string;
  /** `13:25` */
  clock(minute: Minute): string;
  /** `28 February`, with `, 13:25` when the minute is not a midnight; with a year where `tellYears`. */
  moment(minute: Minute): string;
  /** `March 2026` */
  month(minute: Minute): string;
  /** `2026`; with the era, as in every date with a year, where there is none of three digits: `26 AD`. */
  year(minute: Minute): string;
  /**
   * A half-open span in words, its last day included: `1 to 7 March`, `3 March, 06:00 to 12:00`; with
   * years where it goes through more than one, or where `tellYears` asked for them.
   */
  span(span: TimeRange): string;
  /** Whether days need their year, since the data reach over more than one. */
  tellYears(isNeeded: boolean): void;
};

export function dateWords(locale: string, to: string): DateWords {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const formatOf = (more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        timeZone: 'UTC',
        ...options,
        ...more,
      });
    const format = formatOf({});
    let withEra: Intl.DateTimeFormat | undefined;
    return (minute: Minute): string => {
      if (options.year === undefined || minute >= ERA_UNTIL)
        return format.format(wallClock(minute));
      withEra ??= formatOf({ era: 'short' });
      return withEra.format(wallClock(minute));
    };
  };
  const day = written({ day: 'numeric', month: 'long' });
  const clock = written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayNumber = written({ day: 'numeric' });
  const monthName = written({ month: 'long' });
  const dayAndYear = written({ day: 'numeric', month: 'long', year: 'numeric' });
  const year = written({ year: 'numeric' });

  let hasYears = false;
  const shownDay = (minute: Minute): string => (hasYears ? dayAndYear(minute) : day(minute));
  const moment = (minute: Minute): string =>
    minute % DAY === 0 ? shownDay(minute) : `${shownDay(minute)}, ${clock(minute)}`;
  const span = ({ from, to: end }: TimeRange): string => {
    const last = startOfDay(end - 1);
    const lastDay = shownDay(last);
    if (from % DAY === 0 && end % DAY === 0) {
      if (last === from) return lastDay;
      if (year(from) !== year(last)) return `${dayAndYear(from)} ${to} ${dayAndYear(last)}`;
      const isOneMonth = monthName(from) === monthName(last) && last - from < 31 * DAY;
      return `${isOneMonth ? dayNumber(from) : day(from)} ${to} ${lastDay}`;
    }
    if (startOfDay(from) === last) {
      const until = end % DAY === 0 ? '24:00' : clock(end);
      return `${lastDay}, ${clock(from)} ${to} ${until}`;
    }
    const until = `${lastDay}, ${end % DAY === 0 ? '24:00' : clock(end)}`;
    return `${shownDay(from)}, ${clock(from)} ${to} ${until}`;
  };

  return {
    day,
    dayAndYear,
    shortDay: written({ day: 'numeric', month: 'short' }),
    fullDay: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    clock,
    moment,
    month: written({ month: 'long', year: 'numeric' }),
    year: written({ year: 'numeric' }),
    span,
    tellYears(isNeeded) {
      hasYears = isNeeded;
    },
  };
}
