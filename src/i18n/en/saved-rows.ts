import type { ComparedPeriods } from '../../core/time/in-periods.ts';
import { DAY, isoText, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { dates } from './format.ts';

/** In a file name: up to its last day where it has whole days, and without a colon. */
function inName({ from, to }: TimeRange): string {
  const areDays = from % DAY === 0 && to % DAY === 0;
  const ends = areDays ? [from, to - DAY] : [from, to];
  const texts = ends.map((end) =>
    areDays || end % DAY !== 0 ? isoText(end).replace(':', '.') : `${isoText(end)}T00.00`,
  );
  return [...new Set(texts)].join(' to ');
}

/** The rows of a list as a file. */
export const savedRows = {
  noRowsToSave: 'There are no rows to save.',
  saveRows: 'Save these rows (CSV)',
  saveRowsShort: 'Save',
  saveRowsNote:
    'In the order of the files, with all cells and with place and time as they were read. You can open the saved file here again.',
  /** `compared`: the rows are those of two periods. */
  savedName: (
    isFiltered: boolean,
    knownOn: Minute | undefined,
    compared: ComparedPeriods | undefined,
  ): string =>
    [
      'dateline rows',
      compared ? ` A ${inName(compared.a)}, B ${inName(compared.b)}` : '',
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
