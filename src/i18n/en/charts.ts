import { counts, incidents } from './format.ts';

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
  orderOfTwo: 'Values are in the order of their incidents in A and B together.',
  /** Of a chart of values. */
  empty: 'No incidents.',
  brushHint: 'Drag over the columns, or move the two handles, to choose the period.',
  table: 'Table',
  showTable: (chart: string): string => `${chart}: show as a table`,
  columns: {
    value: 'Value',
    certain: 'Certain',
    possible: 'Possible',
    period: 'Period',
    killed: 'Killed',
    hour: 'Hour',
  },
  field: 'Field',
  between: (from: string, to: string): string => `${from} to under ${to}`,
  highest: (count: number): string => `up to ${counts.number(count)}`,
  /** Cells show what is certainly in them; `least` to `most`: what may be in each as well. */
  withoutHour: (count: number, least: number, most: number): string => {
    const each =
      least === most ? counts.number(most) : `${counts.number(least)} to ${counts.number(most)}`;
    const unknown = count === 0 ? '' : `${incidents(count)} without a known hour. `;
    return `${unknown}Each cell may have ${each} more than it shows.`;
  },
  /** Attributions without one. */
  withoutActor: (count: number): string =>
    `${incidents(count)} without an attribution ${count === 1 ? 'is' : 'are'} not in this chart.`,
  periodStart: 'Start of the period',
  periodEnd: 'End of the period',
};
