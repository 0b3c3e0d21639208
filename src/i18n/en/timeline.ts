import type { BinUnit } from '../../core/time/bins.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { Span } from '../../core/time/span.ts';
import { counts, dates, windowCount } from './counting.ts';

const BINS = {
  hour: 'one hour',
  'six-hours': 'six hours',
  day: 'one day',
  week: 'one week',
  month: 'one month',
  year: 'one year',
} satisfies Record<BinUnit, string>;

const momentWithYear = (minute: Minute): string =>
  minute % DAY === 0
    ? dates.dayAndYear(minute)
    : `${dates.dayAndYear(minute)}, ${dates.clock(minute)}`;

export const timeline = {
  withoutDate: (count: number): string =>
    `${counts.number(count)} without a date: in no bar, and possibly in every window`,
  undated: 'Nothing that is shown has a date, so there is no timeline.',
  title: 'Timeline',
  play: 'Play',
  pause: 'Pause',
  stepBack: (unit: BinUnit): string => `Back by ${BINS[unit]}`,
  stepForward: (unit: BinUnit): string => `Forward by ${BINS[unit]}`,
  speed: 'Speed',
  /** Hours of an axis of days or less; of a coarser one, the same part of its bins. */
  speedValue: (hours: number, unit: BinUnit): string => {
    if (unit !== 'week' && unit !== 'month' && unit !== 'year')
      return `${counts.number(hours)} h a second`;
    const seconds = 24 / hours;
    return seconds === 1 ? `1 ${unit} a second` : `1 ${unit} in ${counts.number(seconds)} seconds`;
  },
  mode: 'What is counted',
  modes: { window: 'Window', cumulative: 'Cumulative' },
  modeHints: {
    window: 'What lies between two dates',
    cumulative: 'All from the first day to a date',
  },
  onlySeen: 'Only what I see',
  onlySeenHint:
    'Counts, bars and list keep to what lies in the map’s view; the rest stands as ghost bars',
  from: 'from',
  /** Before a date, whose day is counted. */
  toInclusive: 'to, inclusive',
  /** Before a date and time, whose minute is not counted any more. */
  until: 'until',
  wholePeriod: 'Whole period',
  axis: 'Time axis',
  zoomIn: 'Zoom in on the time axis',
  zoomOut: 'Zoom out on the time axis',
  more: 'Dates…',
  moreTitle: 'Dates, speed and time axis',
  thumbs: { from: 'Start of the window', to: 'End of the window' },
  /** What a thumb says: the first moment counted, or the last day or moment. */
  startText: (minute: Minute): string => momentWithYear(minute),
  endText: (minute: Minute): string =>
    minute % DAY === 0 ? `end of ${dates.dayAndYear(minute - DAY)}` : momentWithYear(minute),
  shortStart: (minute: Minute): string => dates.moment(minute),
  shortEnd: (minute: Minute): string =>
    minute % DAY === 0 ? `end of ${dates.moment(minute - DAY)}` : dates.moment(minute),
  histogram: (unit: BinUnit, highest: number): string =>
    `Bars of reported incidents, each bar ${BINS[unit]}, at most ${counts.number(highest)}. Hatched: possibly in that bar.`,
  binCount: (bin: Span, certain: number, possible: number): string =>
    `${dates.span(bin)}: ${windowCount(certain, possible)}`,
  hatched: 'hatched: time not certain',
  totals: 'Monitors’ totals',
  totalsShort: 'Totals',
  totalsTitle: 'Cumulative counts by monitors and officials, not added to the incidents',
  total: (
    title: string,
    publishers: readonly string[],
    asOf: Minute,
    isApproximate: boolean,
  ): string =>
    `${title}. Up to ${isApproximate ? 'about ' : ''}${dates.day(asOf)}; ${publishers.join(', ')}`,
  coverage: 'Coverage of the period',
  coverageNote: (stretch: Span, note: string): string => `${dates.span(stretch)}: ${note}`,
};
