import type { ColumnMapping, TableSchema } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { RowReport } from '../../core/records/imported-row.ts';
import type { StatedPrecision } from '../../core/records/read-row.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { TableSample } from './table-sample.ts';

/** The text of a cell of one row; empty for no column. */
export type CellOf = (column: ColumnIndex | undefined) => string;

/** What a schema writes of how finely a place is known: numbers, or words in any case and punctuation. */
export type PlaceScale = {
  readonly kind: 'numbers' | 'words';
  readonly precisions: ReadonlyMap<string, StatedPrecision>;
};

export const placeScale = (
  kind: PlaceScale['kind'],
  precisions: Readonly<Record<string, StatedPrecision>>,
): PlaceScale => ({ kind, precisions: new Map(Object.entries(precisions)) });

/** What a schema writes of how finely a date is known. */
export type TimeScale = {
  readonly codes: readonly string[];
  /** The range of a date as wide as its code says; a code of no scale changes nothing. */
  readonly widen: (range: TimeRange, code: string) => TimeRange;
};

/**
 * A schema of data sets that are published, an entry of `schemas/registry`: by which columns it is known,
 * what its columns and codes mean, and what its rows say in a way of their own.
 */
export type DatasetSchema = {
  readonly id: Exclude<TableSchema, 'table'>;
  /** What its columns mean; undefined: the table is of another schema. */
  readonly detect: (sample: TableSample) => ColumnMapping | undefined;
  /** Columns of further archived copies, next to the one of the mapping. */
  readonly copyColumns?: readonly string[];
  /** Its files may have the time of day in a column of its own. */
  readonly mayHaveClock?: true;
  /** Its dates have one order, which no file can leave open. */
  readonly hasOneDateOrder?: true;
  readonly placeScale?: PlaceScale;
  readonly timeScale?: TimeScale;
  /** How a row is headed where no column is its title. */
  readonly titleOf?: (
    columns: readonly string[],
    mapping: ColumnMapping,
  ) => (cell: CellOf) => string;
  /** The reports that a row names, where no general rule finds them. */
  readonly reportsOf?: (columns: readonly string[]) => (cell: CellOf) => readonly RowReport[];
};
