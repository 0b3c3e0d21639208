import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { counts, lists } from './format.ts';
import { layouts } from './form.ts';
import { quotedCell } from './rows.ts';

/** `6 (line 9)`: rows as a spreadsheet numbers them, lines as a text editor does. */
const rowAndLine = (row: number, line: number | undefined): string =>
  line === undefined ? counts.number(row) : `${counts.number(row)} (line ${counts.number(line)})`;

/** The report on how a file was read. */
export const report = {
  title: (name: string): string => `How ${outsideText(name)} was read`,
  layout: (layout: TableSchema): string =>
    layout === 'table' ? 'Columns as chosen or guessed' : `Recognised as ${layouts[layout]}`,
  account: 'Result for all rows',
  outcome: 'Result',
  count: 'Rows',
  kept: 'With place and date',
  unplaced: 'Without a place: in the list, not on the map',
  undated: 'With a place, but without a date: possibly in every period',
  dropped: 'Left out, because they are not records',
  read: 'Rows read',
  outcomes: {
    unplaced: { title: 'Without a place', note: 'The list marks these rows “no place”.' },
    undated: {
      title: 'Without a date',
      note: 'The list marks these rows “no date”. They may be from any day of the file, so they are counted as possibly in every period.',
    },
    dropped: { title: 'Left out', note: 'These rows are not shown.' },
    assumed: {
      title: 'Read with an assumption',
      note: 'These rows are on the map and in the list. The notes say how they were read: check that this is right.',
    },
    suspicion: {
      title: 'Please check',
      note: 'Something about these rows is unusual. Nothing was changed: check them in the file.',
    },
  },
  columns: { note: 'Note', column: 'Column', count: 'Rows', rows: 'First rows' },
  wholeRow: 'the whole row',
  example: (cell: string): string => `for example ${quotedCell(cell)}`,
  /** `lines` where a row begins on a line of another number: cells of several lines shift them. */
  firstRows: (
    numbers: readonly number[],
    count: number,
    lines: readonly (number | undefined)[] = [],
  ): string =>
    `${lists.plain(numbers.map((one, at) => rowAndLine(one, lines[at])))}${count > numbers.length && numbers.length > 0 ? '…' : ''}`,
  several: 'A row may have several notes, so these numbers may add up to more than the rows above.',
  nothing: 'There are no notes.',
  recordFaults: {
    title: 'Records with errors',
    note: 'These records do not follow the codebook and are not shown. Correct them and open the file again.',
    more: (count: number): string =>
      counts.counted(count, { one: '# more error is', other: '# more errors are' }) +
      ' not listed here.',
  },
  clock: (offset: string): string =>
    `Times with an offset from UTC are shown in ${offset}: most of them have this offset.`,
  clockUtc: 'Times with an offset from UTC are shown in UTC: the file has no other offset.',
  outlinesLeftOut: (count: number): string =>
    `${counts.counted(count, { one: '# line or area is', other: '# lines and areas are' })} not drawn, because there are too many. Each has a mark.`,
  download: 'Save all notes (CSV)',
  /** Name of the saved file, and its columns; the notes in it are codes. */
  savedName: (name: string): string => `${name} import notes.csv`,
  savedColumns: ['row', 'line', 'note', 'column', 'cell', 'can be read'],
};

/** What a record says of the row that it was read from. */
export const row = {
  notesOf: (layout: TableSchema | undefined): string =>
    layout === undefined || layout === 'table' || layout === 'codebook'
      ? 'Notes in the file'
      : `Notes by ${layouts[layout]}`,
  notesColumn: (column: string): string =>
    `Column ${outsideText(column)}: written by the author of the file, not quoted from a source.`,
  reports: {
    heading: (count: string): string => `Named in the file: ${count}`,
    note: 'As written in the file. We have not checked them. Links open other sites.',
  },
  undated: 'no date in the file',
  unreadDate: 'not readable as a date',
  unplaced: 'no place that can be drawn',
  unnamed: 'place without a name',
  readAs: (time: string): string => `read as ${time}`,
  area: 'shown as an area, without a point',
  cells: 'All columns of this row',
  cellsNote: 'As written in the file. Empty cells are left out.',
  position: (number: number, line: number | undefined, file: string): string =>
    `Row ${rowAndLine(number, line)} of ${outsideText(file)}`,
};
