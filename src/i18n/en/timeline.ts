import { outsideText } from '../../core/text/outside-text.ts';
import type { BinUnit } from '../../core/time/bins.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { PluralForms } from '../locale.ts';
import type { Stride } from '../../core/time/stride.ts';
import { counts, dates, lists, windowCount } from './counting.ts';

const BINS = {
  hour: 'one hour',
  'six-hours': 'six hours',
  day: 'one day',
  week: 'one week',
  month: 'one month',
  year: 'one year',
  'five-years': 'five years',
  decade: 'ten years',
  'fifty-years': '50 years',
  century: '100 years',
  millennium: '1,000 years',
} satisfies Record<BinUnit, string>;

const HOURS = { one: '# hour', other: '# hours' };
const YEARS = { one: '# year', other: '# years' };

/** How many hours, days, weeks, months or years a bin is. */
const PARTS = {
  hour: [HOURS, 1],
  'six-hours': [HOURS, 6],
  day: [{ one: '# day', other: '# days' }, 1],
  week: [{ one: '# week', other: '# weeks' }, 1],
  month: [{ one: '# month', other: '# months' }, 1],
  year: [YEARS, 1],
  'five-years': [YEARS, 5],
  decade: [YEARS, 10],
  'fifty-years': [YEARS, 50],
  century: [YEARS, 100],
  millennium: [YEARS, 1000],
} as const satisfies Record<BinUnit, readonly [PluralForms<'en'>, number]>;

/** `1 month`, `3 days`; a period that is on no calendar edges is moved by its own length. */
function strideText(stride: Stride): string {
  if (stride.kind === 'minutes') return '1 period';
  const [forms, size] = PARTS[stride.unit];
  return counts.counted(stride.count * size, forms);
}

function stepText(stride: Stride): string {
  if (stride.kind === 'minutes') return 'by the length of the period';
  return stride.count === 1 ? BINS[stride.unit] : strideText(stride);
}

export const timeline = {
  withoutDate: (count: number): string =>
    `${counts.number(count)} without a date: not in the bars, and possibly in every period`,
  undated: 'None of the data shown has a date, so there is no timeline.',
  title: 'Timeline',
  play: 'Play',
  pause: 'Pause',
  stepBack: (stride: Stride): string => `Move back ${stepText(stride)}`,
  stepForward: (stride: Stride): string => `Move forward ${stepText(stride)}`,
  speed: 'Speed',
  /** How much time passes in how many seconds. */
  paceValue: (seconds: number, stride: Stride): string =>
    seconds === 1
      ? `${strideText(stride)} per second`
      : `${strideText(stride)} in ${counts.number(seconds)} seconds`,
  mode: 'What to count',
  modes: { window: 'Period', cumulative: 'Cumulative' },
  modeHints: {
    window: 'Count incidents between two dates',
    cumulative: 'Count all incidents from the first day to a date',
  },
  onlySeen: 'Only this map view',
  onlySeenHint:
    'Counts, bars and the list show only what is in the map view; grey bars show the rest',
  from: 'from',
  /** Before a date, whose day is counted. */
  toInclusive: 'to the end of',
  /** Before a date and time, whose minute is not counted any more. */
  until: 'until',
  /** On the fields of data that begin before the year 1. */
  earlyDates: 'Year-month-day: write 15 March 44 BC as -0043-03-15',
  wholePeriod: 'All dates',
  axis: 'Time axis',
  zoomIn: 'Zoom in on the time axis',
  zoomOut: 'Zoom out on the time axis',
  more: 'Dates…',
  moreTitle: 'Dates, speed and time axis',
  thumbs: { from: 'Start of the period', to: 'End of the period' },
  /** What a thumb says: the first moment counted, or the last day or moment. */
  startText: (minute: Minute): string => dates.moment(minute, true),
  endText: (minute: Minute): string =>
    minute % DAY === 0 ? `end of ${dates.dayAndYear(minute - DAY)}` : dates.moment(minute, true),
  shortStart: (minute: Minute, hasYear: boolean): string => dates.moment(minute, hasYear),
  shortEnd: (minute: Minute, hasYear: boolean): string =>
    minute % DAY === 0
      ? `end of ${dates.moment(minute - DAY, hasYear)}`
      : dates.moment(minute, hasYear),
  histogram: (unit: BinUnit, highest: number): string =>
    `Bars of reported incidents, each bar ${BINS[unit]}, the highest ${counts.number(highest)}. Hatched: possibly in that bar.`,
  binCount: (bin: TimeRange, certain: number, possible: number, hasYears: boolean): string =>
    `${dates.span(bin, hasYears)}: ${windowCount(certain, possible)}`,
  hatched: 'hatched: time uncertain',
  totals: 'Monitors’ totals',
  totalsShort: 'Totals',
  totalsTitle: 'Cumulative counts by monitors and officials; not added to the incidents',
  total: (
    title: string,
    publishers: readonly string[],
    asOf: Minute,
    isApproximate: boolean,
  ): string =>
    `${outsideText(title)}. Up to ${isApproximate ? 'about ' : ''}${dates.day(asOf)}; ${lists.plain(publishers.map((one) => outsideText(one)))}`,
  coverage: 'Coverage of the data',
  coverageNote: (stretch: TimeRange, note: string): string =>
    `${dates.span(stretch, true)}: ${note}`,
};
