import type { RecordFault } from '../records/bundled-report.ts';
import type { Minute } from '../time/minute.ts';
import type { TableSchema } from './column-mapping.ts';
import type { RowNoteCode } from '../records/read-row.ts';
import type { FormatInfo } from './format-info.ts';

/** Notes of one code on one column. */
export type NoteGroup = {
  readonly code: RowNoteCode;
  /** Name of the column, `#3` for a nameless one; undefined for rows as a whole. */
  readonly column: string | undefined;
  readonly count: number;
  /** The first few rows, as people count them in the file. */
  readonly rows: readonly number[];
  /** The line of the file that each of these rows begins on; undefined where it is the row's number. */
  readonly lines?: readonly (number | undefined)[];
  /** The cell of the first row that the note is about; undefined for rows as a whole and empty cells. */
  readonly example?: string | undefined;
};

/**
 * What became of the rows of a reader's own file:
 * `read = kept + unplaced + undated + dropped`. A row with neither place nor date is unplaced.
 */
export type ImportReport = {
  readonly file: string;
  readonly schema: TableSchema;
  readonly format: FormatInfo;
  readonly read: number;
  /** Placed and dated. */
  readonly kept: number;
  /** Listed, but nowhere on the map. */
  readonly unplaced: number;
  /** Placed, but without a date. */
  readonly undated: number;
  /** No record at all: an empty or a broken row. */
  readonly dropped: number;
  /** Largest first; none for our own records. */
  readonly groups: readonly NoteGroup[];
  /** Of our own records that do not follow the codebook; none for rows of a table. */
  readonly recordFaults?: readonly RecordFault[];
  /** Minutes east of UTC of the clock to which times with an offset were moved; absent: there are none. */
  readonly utcOffset?: Minute | undefined;
  /** Lines and areas that are not drawn, since there are too many; each has its mark. */
  readonly outlinesLeftOut: number;
};
