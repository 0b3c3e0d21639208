import type { RowColumn } from '../../core/index/table-sort.ts';
import type { WindowCount } from '../../core/index/tally.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { capitalised, counts, dates, incidents, splitCount } from './format.ts';

const rows = (count: number): string => counts.counted(count, { one: '# row', other: '# rows' });
const quoted = (column: string): string => outsideText(column, 60);

/** The list of all records as a table. */
export const table = {
  label: 'Table of records',
  view: 'Show records as',
  views: { cards: 'Cards', table: 'Table' },
  close: 'Close the table',
  height: 'Height of the table',
  keys: 'Arrow keys move between cells. Enter on a row opens its record; on the name of a column it sorts. Space selects a row, Shift with an arrow key several, Ctrl+A all. Ctrl+C copies. Alt with the left or right arrow key changes the width of a column.',
  /** In the period and the filter, of everything that is on. */
  count: (shown: WindowCount, all: number, span: TimeRange, hasYears: boolean): string =>
    `${capitalised(splitCount(shown))} of all ${incidents(all)}, ${dates.span(span, hasYears)}`,
  apart: (series: number, totals: number): string => {
    const parts = [
      series > 0 ? counts.counted(series, { one: '# series', other: '# series' }) : '',
      totals > 0 ? counts.counted(totals, { one: '# total', other: '# totals' }) : '',
    ].filter(Boolean);
    return parts.length === 0 ? '' : `${parts.join(' and ')}, not counted`;
  },
  columns: {
    title: 'Title',
    time: 'Time',
    place: 'Place',
    governorate: 'Governorate or province',
    precision: 'Place precision',
    layer: 'Layer',
    origins: 'Known origins',
    reported: 'First reported',
  } satisfies Record<RowColumn, string>,
  fields: {
    weapon: 'Weapon',
    effect: 'Effect',
    status: 'Status',
    killed: 'Killed',
    injured: 'Injured',
    attribution: 'Attributed to',
  },
  /** `6–7`: a sign that no spreadsheet program takes for a date. */
  range: (least: number, most: number): string =>
    least === most ? counts.number(least) : `${counts.number(least)}–${counts.number(most)}`,
  possibly: 'possibly in this period',
  menu: {
    button: 'Columns',
    title: 'Columns of the table',
    ours: 'Of any record',
    ofFiles: 'Of the open file',
    narrower: (column: string): string => `Make ${quoted(column)} narrower`,
    wider: (column: string): string => `Make ${quoted(column)} wider`,
    reset: 'Columns and widths as at first',
  },
  sort: {
    ascending: (column: string): string => `Sorted by ${quoted(column)}, ascending`,
    descending: (column: string): string => `Sorted by ${quoted(column)}, descending`,
    none: 'In the order of the list, by date',
    progress: 'Sorting…',
    hint: (column: string): string =>
      `${quoted(column)}: sort. Rows without a value come last. Drag the edge to change the width`,
  },
  select: {
    column: 'Selection',
    all: 'Select all rows',
    none: 'Deselect all rows',
    selected: 'selected',
    notSelected: 'not selected',
    count: (count: number): string => `${rows(count)} selected`,
    clear: 'Clear the selection',
  },
  copy: {
    button: 'Copy',
    hint: 'Copies the selected rows with the columns shown, to paste them into a spreadsheet (Ctrl+C)',
    nothing: 'Select the rows to copy first.',
    done: (count: number): string => `${rows(count)} copied, with the columns shown.`,
    /** More than a clipboard should hold. */
    tooMany: (max: number): string =>
      `More than ${rows(max)} are selected, which is too much to copy. Save the rows as CSV.`,
    failed: 'The browser did not allow copying.',
    working: 'Copying…',
  },
  saveNote:
    'The file has all rows of the period and the filter with all of their columns, whatever columns, order and rows you choose here.',
};
