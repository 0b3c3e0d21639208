import { outsideText } from '../../core/text/outside-text.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { BinUnit } from '../../core/time/bins.ts';
import type { Count, WindowCount } from '../../core/index/tally.ts';
import { attackCount, counts, dates, lists, splitCount, windowCount } from './format.ts';

/** What is said of incidents that lie in no single column. */
function notCertain(unit: BinUnit, figure?: string): string {
  const what =
    unit === 'hour' || unit === 'day'
      ? `${unit === 'hour' ? 'time' : 'day'} not certain`
      : 'in no one column';
  return figure === undefined ? what : `${what}: ${figure}`;
}

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
    `${counts.number(count)} without a date: not on the time axis, and possibly in every period`,
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
    'Counts, bars and the list show only what is on the map and under no panel. Records known only to an area count if some of that area is there. Outlines show the rest',
  from: 'from',
  /** Before a date, whose day is counted. */
  toInclusive: 'to the end of',
  /** Before a date and time, whose minute is not counted any more. */
  until: 'until',
  /** On the fields of data that begin before the year 1. */
  earlyDates: 'Year-month-day: write 15 March 44 BC as -0043-03-15',
  wholePeriod: 'All dates',
  axis: 'Time axis',
  /** Of the scroll position, and in print, where the axis is a part of the period. */
  partOfPeriod: (axis: TimeRange, period: TimeRange): string =>
    `The bars show ${dates.span(axis, true)}, a part of ${dates.span(period, true)}.`,
  zoomIn: 'Zoom in on the time axis',
  zoomOut: 'Zoom out on the time axis',
  more: 'Dates…',
  moreTitle: 'Dates, comparison and time axis',
  thumbs: { from: 'Start of the period', to: 'End of the period' },
  /** `letter`: of two periods that are compared. */
  thumbOf: (end: 'from' | 'to', letter: string): string =>
    `${timeline.thumbs[end]} ${letter}`.trim(),
  /** What a column counts: halts are apart where the data know them. */
  counted: (isSplit: boolean): string => (isSplit ? 'attacks' : 'incidents'),
  columns: (size: string, highest: Count, isSplit: boolean): string =>
    `Columns of reported ${timeline.counted(isSplit)}, each ${size}; the highest has ${isSplit ? attackCount(highest) : windowCount(highest.certain, highest.possible)}.`,
  by: { hour: 'by hour', day: 'by day', week: 'by week', month: 'by month', year: 'by year' },
  bySize: (size: string): string => `by ${size}`,
  rows: {
    killed: 'people killed',
    killedShort: 'killed',
    columns: (isSplit: boolean, by: string): string => `${timeline.counted(isSplit)}, ${by}`,
    band: {
      day: (figure: string): string => `day known: ${figure}`,
      week: (figure: string): string => `week known: ${figure}`,
      month: (figure: string): string => `month known: ${figure}`,
      year: (figure: string): string => `year known: ${figure}`,
      decade: (figure: string): string => `decade known: ${figure}`,
      century: (figure: string): string => `century known: ${figure}`,
    },
    longer: (figure: string): string => `less known: ${figure}`,
    spans: notCertain,
    halts: (figure: string): string => `halts, outages: ${figure}`,
  },
  /** In place of the number of a row of which the window has a part. */
  partOf: (inWindow: number, all: number): string =>
    `${counts.number(inWindow)} of ${counts.number(all)}`,
  /** In a band. */
  bandCount: (unit: BinUnit, count: number): string =>
    unit === 'hour' || unit === 'day'
      ? `${unit} not known: ${counts.number(count)}`
      : notCertain(unit, counts.number(count)),
  bandHint: (range: TimeRange, unit: BinUnit, count: number, hasYears: boolean): string =>
    `${dates.span(range, hasYears)}, ${timeline.bandCount(unit, count)}`,
  /** The same in little room. */
  bandShort: (range: TimeRange, isDay: boolean, count: number, hasYears: boolean): string =>
    `${isDay ? dates.shortDay(range.from) : dates.span(range, hasYears)}: ${counts.number(count)}`,
  spanHint: (range: TimeRange, unit: BinUnit, count: WindowCount, hasYears: boolean): string =>
    `${dates.span(range, hasYears)}: ${splitCount(count)}, ${notCertain(unit)}`,
  /** A sum of several days: `5–8 in 3 days`. */
  killedWithin: (range: string, length: string): string => `${range} in ${length}`,
  killedIn: (range: TimeRange, killed: string, hasYears: boolean): string =>
    `${dates.span(range, hasYears)}: ${killed} killed`,
  binCount: (bin: TimeRange, count: WindowCount, killed: string, hasYears: boolean): string =>
    `${dates.span(bin, hasYears)}: ${splitCount(count)}${killed === '' ? '' : `; ${killed} killed`}`,
  before: (count: number, minute: Minute): string =>
    `${counts.number(count)} before ${dates.moment(minute, true)}`,
  after: (count: number, lastDay: Minute): string =>
    `${counts.number(count)} after ${dates.moment(lastDay, true)}`,
  outliersHint: 'Show all dates on the time axis',
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
