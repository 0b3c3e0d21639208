import { DAY, minuteOf, startOfDay, wallClock, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';

/** Years of one or two digits could be of any century, and those before year 1 are counted backwards. */
const ERA_UNTIL = minuteOf(100, 1);

/**
 * Dates and clock times of one language: civil time, so every formatter reads UTC fields, in the Gregorian
 * calendar. A date with a year has its era where the year has fewer than three digits: `26 AD`.
 */
export type DateFormats = {
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
  /** `March 2026` */
  month(minute: Minute): string;
  /** `2026` */
  year(minute: Minute): string;
  /** `28 February` for a midnight, else `28 February at 13:25`. */
  moment(minute: Minute, hasYear: boolean): string;
  /**
   * A half-open span, its last day included: `1 – 7 March`, `3 March, 06:00–24:00`. Without `hasYears` a
   * span within one year goes without it.
   */
  span(span: TimeRange, hasYears: boolean): string;
  /**
   * A span as what is known of a time: `2026`, `March 2026`, `1 – 7 March 2026`, `3 March 2026 at 21:35`. Without
   * `hasYears` a day within one year goes without it.
   */
  known(span: TimeRange, hasYears?: boolean): string;
};

const DAYS = { day: 'numeric', month: 'long' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const YEAR = { year: 'numeric' } as const;

/** The line of a sentence does not break between a day and its month. */
const unbroken = (parts: readonly { readonly type: string; readonly value: string }[]): string =>
  parts
    .map(({ type, value }, at) => {
      const around = [parts[at - 1]?.type, parts[at + 1]?.type];
      const isInside = type === 'literal' && around.includes('day') && around.includes('month');
      return isInside ? value.replaceAll(' ', '\u00a0') : value;
    })
    .join('');

/** One formatter for moments and ranges, with the era where a year needs it. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions) {
  const formatOf = (more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(tag, { calendar: 'gregory', timeZone: 'UTC', ...options, ...more });
  const plain = formatOf({});
  const twoDigits = (value: number): string =>
    new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }).format(value);
  let withEra: Intl.DateTimeFormat | undefined;
  const formatAt = (minute: Minute): Intl.DateTimeFormat =>
    options.year === undefined || minute >= ERA_UNTIL
      ? plain
      : (withEra ??= formatOf({ era: 'short' }));
  return {
    of: (minute: Minute): string => formatAt(minute).format(wallClock(minute)),
    range: (from: Minute, to: Minute): string =>
      unbroken(formatAt(from).formatRangeToParts(wallClock(from), wallClock(to))),
    /** To the midnight that ends a day, which is 24:00 of that day and not 00:00 of the next. */
    rangeToMidnight: (from: Minute, to: Minute): string =>
      unbroken(
        formatAt(from)
          .formatRangeToParts(wallClock(from), wallClock(to - 1))
          .map((part) => {
            if (part.source !== 'endRange') return part;
            if (part.type === 'hour') return { ...part, value: twoDigits(24) };
            return part.type === 'minute' ? { ...part, value: twoDigits(0) } : part;
          }),
      ),
  };
}

export function dateFormats(tag: string): DateFormats {
  const day = formatter(tag, DAYS);
  const clock = formatter(tag, CLOCK);
  const month = formatter(tag, { month: 'long', ...YEAR });
  const year = formatter(tag, YEAR);
  const dayAndYear = formatter(tag, { ...DAYS, ...YEAR });
  const time = formatter(tag, { ...DAYS, ...CLOCK });
  const timeAndYear = formatter(tag, { ...DAYS, ...YEAR, ...CLOCK });
  const days = (hasYear: boolean) => (hasYear ? dayAndYear : day);
  const times = (hasYear: boolean) => (hasYear ? timeAndYear : time);
  const isMidnight = (minute: Minute): boolean => minute % DAY === 0;

  const isOneYear = (from: Minute, to: Minute): boolean =>
    year.of(from) === year.of(Math.max(to - 1, from));

  const span = ({ from, to }: TimeRange, hasYears: boolean): string => {
    const withYear = hasYears || !isOneYear(from, to);
    if (isMidnight(from) && isMidnight(to)) return days(withYear).range(from, startOfDay(to - 1));
    return isMidnight(to)
      ? times(withYear).rangeToMidnight(from, to)
      : times(withYear).range(from, to);
  };
  const known = (of: TimeRange, hasYears = true): string => {
    const { from, to } = of;
    const clocks = times(hasYears || !isOneYear(from, to));
    if (to - from === 1) return clocks.of(from);
    const first = wallClock(from);
    const [ofYear, ofMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
    if (from === minuteOf(ofYear, 1) && to === minuteOf(ofYear + 1, 1)) return year.of(from);
    if (from === minuteOf(ofYear, ofMonth) && to === minuteOf(ofYear, ofMonth + 1))
      return month.of(from);
    // A clock time is known to its minute, which is its last one too.
    return isMidnight(to) ? span(of, hasYears) : clocks.range(from, to - 1);
  };
  return {
    day: day.of,
    dayAndYear: dayAndYear.of,
    shortDay: formatter(tag, { day: 'numeric', month: 'short' }).of,
    fullDay: formatter(tag, { weekday: 'long', ...DAYS, ...YEAR }).of,
    clock: clock.of,
    month: month.of,
    year: year.of,
    moment: (minute, hasYear) => (isMidnight(minute) ? days(hasYear) : times(hasYear)).of(minute),
    span,
    known,
  };
}
