import { outsideText } from '../../core/text/outside-text.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { counts, dates, lists, windowCount } from './format.ts';

export const timeline = {
  units: {
    hour: (count: number): string => counts.counted(count, { one: '# hour', other: '# hours' }),
    day: (count: number): string => counts.counted(count, { one: '# day', other: '# days' }),
    week: (count: number): string => counts.counted(count, { one: '# week', other: '# weeks' }),
    month: (count: number): string => counts.counted(count, { one: '# month', other: '# months' }),
    year: (count: number): string => counts.counted(count, { one: '# year', other: '# years' }),
  },
  onePeriod: '1 period',
  byPeriod: 'by the length of the period',
  moveBack: (by: string): string => `Move back ${by}`,
  moveForward: (by: string): string => `Move forward ${by}`,
  perSecond: (stride: string): string => `${stride} per second`,
  inSeconds: (stride: string, seconds: string): string => `${stride} in ${seconds} seconds`,
  /** A day, whose end is meant. */
  endOf: (day: string): string => `end of ${day}`,
  withoutDate: (count: number): string =>
    `${counts.number(count)} without a date: not in the bars, and possibly in every period`,
  undated: 'None of the data shown has a date, so there is no timeline.',
  title: 'Timeline',
  play: 'Play',
  pause: 'Pause',
  speed: 'Speed',
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
  columns: (size: string, highest: number): string =>
    `Bars of reported incidents, each bar ${size}, the highest ${counts.number(highest)}. Hatched: possibly in that bar.`,
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
