import type { GeometryIssue } from '../geometry/read-geometry.ts';
import type { Geometry } from 'geojson';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';

/** One row of a table. The same object is given again for the next row: keep nothing of it. */
export type RowCursor = {
  /**
   * The row as people count it, from 1: of delimited text as a spreadsheet numbers it, header, preamble
   * and blank lines counted; the line of a file with one record a line; else the record.
   */
  readonly number: number;
  /** The line of the file that the row begins on, from 1; undefined where the format has no lines. */
  readonly line?: number | undefined;
  /** Where the row can be read again, see `TableReader.rowAt`. */
  readonly offset: number;
  /** How far the table is read after this row, 0 to 1. */
  readonly part: number;
  /** How many cells the row really has. */
  readonly cells: number;
  /** What the reader noticed of the row as a whole. */
  readonly issue: 'broken-row' | 'too-long' | undefined;
  /**
   * Letters that the file's encoding does not settle: `mixed`, a cell is in another encoding and was
   * read by itself; `lost`, a cell has U+FFFD where letters were.
   */
  readonly letters?: 'mixed' | 'lost' | undefined;
  /** The cell without white space around it; empty where there is none. */
  text(column: number): string;
  /** null if the geometry of the row is empty; undefined if the table has no geometries. */
  readonly geometry: Geometry | null | undefined;
  /** The worst of what `geometry` leaves out; undefined where it has all parts. */
  readonly geometryIssue?: GeometryIssue | undefined;
};

/** Rows of named columns, whatever the format: what all of our own-file reading works on. */
export type TableReader = {
  /** As the file names them; empty for a column without a name. */
  readonly columns: readonly string[];
  /** Rows have geometries of their own. */
  readonly hasGeometry: boolean;
  /** The column that writes them, where they are cells of a table. */
  readonly shapeColumn?: ColumnIndex;
  /** How the file is written, for the reading report: `UTF-8, comma`, `KML`. */
  readonly format: FormatInfo;
  /** Every row from the first on. A second call starts anew. */
  rows(): Generator<RowCursor, void, void>;
  /** One row, wherever it is; `offset` comes from a row of this table. */
  rowAt(offset: number): RowCursor;
  /** What the table keeps in memory besides the file itself, in bytes. */
  readonly bytesKept: number;
};

/** The same table with more facts of its format. */
export const withFormat = (
  table: TableReader,
  facts: Partial<FormatInfo>,
  ownBytes = 0,
): TableReader => ({
  columns: table.columns,
  hasGeometry: table.hasGeometry,
  ...(table.shapeColumn === undefined ? {} : { shapeColumn: table.shapeColumn }),
  format: { ...table.format, ...facts },
  rows: () => table.rows(),
  rowAt: (offset) => table.rowAt(offset),
  get bytesKept() {
    return table.bytesKept + ownBytes;
  },
});
