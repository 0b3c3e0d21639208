import type { ColumnIndex } from '../records/column-index.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { ImportedRows } from '../records/imported-row.ts';
import { isMissing } from '../text/missing-value.ts';
import { cellValue } from './cell-value.ts';
import type { DateColumn, NumberColumn, RangeReader } from './field-column.ts';
import { RangeBuilder } from './range-builder.ts';

/** Rows between two yield points, as they are read from the file. */
const ROWS_PER_STEP = 200;

/** A column of numbers or dates of a file, and how its cells were read. */
export type ReadColumn = { readonly cell: ColumnIndex; readonly reader: RangeReader };

/** Reads some columns of a file again, as `filePass` read them. */
export function* rereadPass(
  { length }: Pick<IncidentTable, 'length'>,
  rows: ImportedRows,
  order: Uint32Array,
  columns: readonly ReadColumn[],
): Generator<number, readonly (NumberColumn | DateColumn | undefined)[], void> {
  const wanted = columns.map(({ cell }) => cell);
  const builders = columns.map(({ reader }) => new RangeBuilder(reader, length));
  for (let at = 0; at < length; at++) {
    if (at % ROWS_PER_STEP === 0) yield at / length;
    const row = order[at] ?? at;
    const cells = rows.cells(row, wanted);
    for (let column = 0; column < builders.length; column++) {
      const text = cellValue(cells[column] ?? '');
      if (!isMissing(text)) builders[column]?.set(row, text);
    }
  }
  return builders.map((builder) => builder.build());
}
