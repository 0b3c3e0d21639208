import { isoText, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { dates } from './format.ts';

/** The rows of a list as a file. */
export const savedRows = {
  noRowsToSave: 'There are no rows to save.',
  saveRows: 'Save these rows (CSV)',
  saveRowsShort: 'Save',
  saveRowsNote:
    'In the order of the files, with all cells and with place and time as they were read. You can open the saved file here again.',
  savedName: (isFiltered: boolean, knownOn: Minute | undefined): string =>
    [
      'dateline rows',
      isFiltered ? ' filtered' : '',
      knownOn === undefined ? '' : ` as known on ${isoText(knownOn)}`,
      '.csv',
    ].join(''),
  /** What is written next to each row, before the filters. */
  savedPeriod: (span: TimeRange): string => `Period: ${dates.span(span, true)}.`,
  /** After the day as known. */
  savedAsKnown:
    'Reports published later are left out. All other cells, and rows of files, are as known now.',
};
