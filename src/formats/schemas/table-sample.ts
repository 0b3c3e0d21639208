import type { ColumnMapping, PlaceMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { ColumnNames } from '../table/column-names.ts';
import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';

/** What a layout is recognised by. */
export type TableSample = {
  readonly columns: readonly string[];
  readonly names: ColumnNames;
  readonly samples: readonly (readonly string[])[];
  readonly hasGeometry: boolean;
};

/** A mapping of no column, from which those of the schemas begin. */
export const NO_MAPPING: ColumnMapping = {
  schema: 'table',
  place: { kind: 'none' },
  placePrecision: undefined,
  placeName: undefined,
  area: undefined,
  time: { kind: 'none' },
  timePrecision: undefined,
  id: undefined,
  title: undefined,
  text: undefined,
  source: undefined,
  link: undefined,
  category: undefined,
};

/** The same table with the names that its columns have by position: for files without a header. */
export const renamed = (sample: TableSample, columns: readonly string[]): TableSample => ({
  ...sample,
  columns,
  names: new ColumnNames(columns),
});

export function placeIn(
  { hasGeometry }: TableSample,
  latitude: ColumnIndex | undefined,
  longitude: ColumnIndex | undefined,
): PlaceMapping {
  if (hasGeometry) return { kind: 'geometry' };
  if (latitude === undefined || longitude === undefined) return { kind: 'none' };
  return { kind: 'two', latitude, longitude };
}

export const scaled = <Scale>(
  column: ColumnIndex | undefined,
  scale: Scale,
): { readonly column: ColumnIndex; readonly scale: Scale } | undefined =>
  column === undefined ? undefined : { column, scale };

/** The texts of some columns in all samples. */
export function* textsOf(
  samples: TableSample['samples'],
  ...columns: readonly (ColumnIndex | undefined)[]
): Generator<string, void, void> {
  for (const row of samples)
    for (const column of columns) if (column !== undefined) yield row[column] ?? '';
}

/** Spreadsheets rewrite ISO dates in their own order: the samples show it. */
export const orderIn = (
  { samples }: TableSample,
  ...columns: readonly (ColumnIndex | undefined)[]
): DateOrder => dateOrderEvidence(textsOf(samples, ...columns)).order;

/** How many of the samples pass, 0 to 1. */
export function shareOf(
  { samples }: TableSample,
  test: (row: readonly string[]) => boolean,
): number {
  return samples.length === 0 ? 0 : samples.filter(test).length / samples.length;
}
