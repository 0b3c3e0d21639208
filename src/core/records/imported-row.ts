import type { Geometry } from 'geojson';
import type { KnownPlace } from '../place/precision.ts';
import type { DecimalSign } from '../text/quantity.ts';
import type { Calendar, DateOrder } from '../time/date-order.ts';
import type { Minute } from '../time/minute.ts';
import type { ColumnIndex } from './column-index.ts';
import type { SourcedReport } from './origins.ts';
import type { Receipt } from './receipt.ts';
import type { RowNoteCode } from './read-row.ts';
import type { SavedColumns } from './saved-columns.ts';

/** A cell as the file has it, under the name that the file gives its column. */
export type NamedCell = { readonly column: string; readonly text: string };

/** A note on a row, by the name of the column that it is about; undefined: on the row as a whole. */
export type NamedNote = {
  readonly code: RowNoteCode;
  readonly column: string | undefined;
  /** The cell that the note is about, as it is; empty where there is none. */
  readonly cell: string;
};

/** A report that a row names, as far as the row says. All of it is the file's own text. */
export type RowReport = {
  readonly publisher: string | undefined;
  readonly title: string | undefined;
  /** As it is written. */
  readonly date: string | undefined;
  readonly text: string | undefined;
  /** Addresses of the web, checked to be such. */
  readonly urls: readonly string[];
  /** Its archived copy, as far as the row says. */
  readonly receipt?: Receipt;
  /** It examines what the other reports show, as a geolocation does: no origin of its own. */
  readonly isAnalysis?: true;
};

/** As far as its origin goes: only the name of a publisher says it, or else its address tells it apart. */
export const sourcedReport = ({ publisher, urls, title, isAnalysis }: RowReport): SourcedReport =>
  isAnalysis ? { publisher, isAnalysis } : { publisher, url: urls[0], headline: title };

/** The reports that a row names, each once, and what is of one of them, not known which. */
export type RowSources = {
  readonly reports: readonly RowReport[];
  /** Addresses of the row as a whole: they are not counted as further reports. */
  readonly addresses: readonly string[];
  readonly receipt: Receipt | undefined;
};

/** A record of a reader's own file: what its columns were read as, and all of them unchanged. */
export type ImportedRow = {
  readonly id: string;
  readonly dataset: number;
  /** The row or record as people count it, from 1. */
  readonly number: number;
  /** The line of the file that it begins on, where that is another number. */
  readonly line: number | undefined;
  /** Empty where no column is a title. */
  readonly title: string;
  readonly category: string;
  /** What happened, in the words of the author of the file: notes, never a quotation. */
  readonly text: NamedCell | undefined;
  readonly source: string;
  readonly links: readonly string[];
  readonly sources: RowSources;
  /** When it was first reported, or added to its data set: ISO 8601 where it can be read. */
  readonly published: NamedCell | undefined;
  /** The cells that the time was read from. */
  readonly time: readonly NamedCell[];
  readonly isDated: boolean;
  /** Undefined: it could not be placed. */
  readonly place: KnownPlace | undefined;
  /** The governorate or province that the file names. */
  readonly area: string;
  readonly notes: readonly NamedNote[];
  readonly cells: readonly NamedCell[];
};

/** A row with all that its file says of it. */
export type CompleteRow = {
  readonly row: ImportedRow;
  /** Every cell by position, empty ones and those beyond the last column included. */
  readonly cells: readonly string[];
  /** The geometry that its place was read from. */
  readonly shape: Geometry | undefined;
};

/** How the cells of a file write dates and numbers, as far as its mapping and format say. */
export type CellNotation = {
  /** Undefined: the time of the file does not need one, so nothing is known of other columns either. */
  readonly order: DateOrder | undefined;
  /** `unknown`: the dates look like those of another calendar, and nobody has said so. */
  readonly calendar: Calendar | 'unknown';
  /** Minutes east of UTC of the clock to which times with an offset are moved. */
  readonly utcOffset: Minute | undefined;
  /** The columns that `order` is of. */
  readonly timeColumns: readonly ColumnIndex[];
  /** Undefined: the numbers themselves must show it. */
  readonly decimal: DecimalSign | undefined;
};

/** The rows of a file, read again one at a time on request. */
export type ImportedRows = {
  readonly at: (position: number) => ImportedRow;
  /** One cell of a row, and those of some columns or all, without white space around them: no other part is read. */
  readonly cell: (position: number, column: ColumnIndex) => string;
  readonly cells: (position: number, columns?: readonly ColumnIndex[]) => readonly string[];
  readonly notation: () => CellNotation;
  /** All cells of a row, to be searched in. */
  readonly searchText: (position: number) => string;
  /** As the file names them; empty for a column without a name. */
  readonly columns: readonly string[];
  /** What rows of the file may have. */
  readonly has: Readonly<
    Record<'precision' | 'placeName' | 'area' | 'category' | 'shape', boolean>
  >;
  /** Where the rows were saved by this project before, and are read as they were. */
  readonly saved: SavedColumns | undefined;
  readonly complete: (position: number) => CompleteRow;
  /** Where each row is: rows are read fastest in this order. */
  readonly offsets: Uint32Array;
  /** What is kept for it in memory besides the file itself. */
  readonly bytes: number;
};

/** Ids of file rows say which set and row they are; no id of the codebook looks like them. */
export const importedRowId = (dataset: number, number: number): string =>
  `row-${dataset}-${number}`;

/** The set of a file row by its id; undefined for a record of the codebook. */
export function datasetOfRowId(id: string): number | undefined {
  const [, dataset] = /^row-(\d+)-\d+$/.exec(id) ?? [];
  return dataset === undefined ? undefined : Number(dataset);
}
