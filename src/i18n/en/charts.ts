import type { CountRange } from '../../core/records/incident.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { counts, dates, incidents } from './format.ts';
import { timeline } from './timeline.ts';

/** The charts next to the filters. */
export const charts = {
  titles: {
    place: 'Most affected places',
    weapon: 'By weapon',
    effect: 'By effect',
    deaths: 'Deaths over time',
    attribution: 'Attributed to whom, by whom',
    weekHour: 'Weekday and hour',
    field: 'Any field',
  },
  key: { certain: 'certain', possible: 'possible' },
  hint: 'Choose a bar or a cell to filter by it.',
  brushHint: 'Drag over the columns, or move the two handles, to choose the period.',
  table: 'Table',
  showTable: (chart: string): string => `${chart}: show as a table`,
  columns: {
    value: 'Value',
    certain: 'Certain',
    possible: 'Possible',
    period: 'Period',
    killed: 'Killed',
    actor: 'Attributed to',
    by: 'By',
    weekday: 'Weekday',
    hour: 'Hour',
  },
  field: 'Field',
  nothing: 'Nothing to show for this period and filter.',
  killed: (span: TimeRange, range: CountRange, hasYears: boolean): string =>
    `${dates.span(span, hasYears)}: ${timeline.killedRange(range)} killed`,
  highest: (count: number): string => `up to ${counts.number(count)}`,
  /** Deaths of incidents that may be in several columns. */
  unplaced: (range: CountRange): string =>
    `Another ${timeline.killedRange(range)} killed in incidents that are in no one column.`,
  /** Rows without an hour. */
  withoutHour: (count: number): string =>
    `${incidents(count)} without a known hour ${count === 1 ? 'is' : 'are'} not in this chart.`,
  /** Attributions without one. */
  withoutActor: (count: number): string =>
    `${incidents(count)} without an attribution ${count === 1 ? 'is' : 'are'} not in this chart.`,
  periodStart: 'Start of the period',
  periodEnd: 'End of the period',
};
