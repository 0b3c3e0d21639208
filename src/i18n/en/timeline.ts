import { outsideText } from '../../core/text/outside-text.ts';
import type { BinUnit } from '../../core/time/bins.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { Stride } from '../../core/time/stride.ts';
import { counts, dates, windowCount } from './counting.ts';

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

/** How many hours, days, weeks, months or years a bin is. */
const PARTS = {
  hour: ['hour', 1],
  'six-hours': ['hour', 6],
  day: ['day', 1],
  week: ['week', 1],
  month: ['month', 1],
  year: ['year', 1],
  'five-years': ['year', 5],
  decade: ['year', 10],
  'fifty-years': ['year', 50],
  century: ['year', 100],
  millennium: ['year', 1000],
} as const satisfies Record<BinUnit, readonly [string, number]>;

/** `1 month`, `3 days`; a period that is on no calendar edges is moved by its own length. */
function strideText(stride: Stride): string {
  if (stride.kind === 'minutes') return '1 period';
  const [name, size] = PARTS[stride.unit];
  return counts.counted(stride.count * size, { one: name, other: `${name}s` });
}

function stepText(stride: Stride): string {
  if (stride.kind === 'minutes') return 'by the length of the period';
  return stride.count === 1 ? BINS[stride.unit] : strideText(stride);
}

const momentWithYear = (minute: Minute): string =>
  minute % DAY === 0
    ? dates.dayAndYear(minute)
    : `${dates.dayAndYear(minute)}, ${dates.clock(minute)}`;

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
  startText: (minute: Minute): string => momentWithYear(minute),
  endText: (minute: Minute): string =>
    minute % DAY === 0 ? `end of ${dates.dayAndYear(minute - DAY)}` : momentWithYear(minute),
  shortStart: (minute: Minute): string => dates.moment(minute),
  shortEnd: (minute: Minute): string =>
    minute % DAY === 0 ? `end of ${dates.moment(minute - DAY)}` : dates.moment(minute),
  histogram: (unit: BinUnit, highest: number): string =>
    `Bars of reported incidents, each bar ${BINS[unit]}, the highest ${counts.number(highest)}. Hatched: possibly in that bar.`,
  binCount: (bin: TimeRange, certain: number, possible: number): string =>
    `${dates.span(bin)}: ${windowCount(certain, possible)}`,
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
    `${outsideText(title)}. Up to ${isApproximate ? 'about ' : ''}${dates.day(asOf)}; ${publishers.map((one) => outsideText(one)).join(', ')}`,
  coverage: 'Coverage of the data',
  coverageNote: (stretch: TimeRange, note: string): string => `${dates.span(stretch)}: ${note}`,
};
