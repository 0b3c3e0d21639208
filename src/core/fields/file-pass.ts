import type { IncidentTable } from '../records/incident-table.ts';
import type { ImportedRows } from '../records/imported-row.ts';
import { columnName } from '../records/column-name.ts';
import { decimalSignOf, type DecimalSign } from '../text/quantity.ts';
import { columnKeys } from './column-keys.ts';
import { DateCells } from './date-cells.ts';
import type { FieldPass, TypedField } from './field-column.ts';
import { FileColumn } from './file-column.ts';

/** Cells between two yield points, as they are read from the file. */
const CELLS_PER_STEP = 4_096;
/** Building a column takes about as long as reading this part of the rows. */
const BUILDING = 0.1;

/** Every column of a file by its type, read in the order in which the rows are stored. */
export function* filePass(
  { length }: Pick<IncidentTable, 'length'>,
  rows: ImportedRows,
  order: Uint32Array,
): FieldPass {
  const notation = rows.notation();
  const columns = rows.columns.map(
    (_, at) => new FileColumn(columnName(rows.columns, at), length, new DateCells(notation, at)),
  );
  const sign = (): DecimalSign | undefined =>
    notation.decimal ?? decimalSignOf(columns.flatMap(({ signSamples }) => signSamples));
  const rowsPerStep = Math.max(1, Math.floor(CELLS_PER_STEP / Math.max(columns.length, 1)));
  let wanted = [...columns.keys()];
  for (let at = 0; at < length; at++) {
    const part = (1 - BUILDING) * (at / length);
    if (at % rowsPerStep === 0) {
      yield part;
      wanted = wanted.filter((number) => columns[number]?.isText === false);
    }
    const row = order[at] ?? at;
    const cells = rows.cells(row, wanted);
    for (let cell = 0; cell < wanted.length; cell++) {
      const [column, text = ''] = [columns[wanted[cell] ?? 0], cells[cell]];
      if (column?.set(row, text) === false) yield* column.widen(row, text, sign(), part);
    }
  }
  const ofFile = sign();
  const keys = columnKeys(rows.columns);
  const fields: TypedField[] = [];
  for (const [at, column] of columns.entries()) {
    const part = 1 - BUILDING * (1 - at / columns.length);
    const built = yield* column.build(ofFile, part);
    const isRange = built.kind === 'number' || built.kind === 'date';
    fields.push({
      info: {
        key: keys[at] ?? '',
        kind: built.kind,
        column: columnName(rows.columns, at),
        isMultiple: false,
      },
      column: built,
      cell: at,
      ...(isRange && column.reader ? { reader: column.reader } : {}),
    });
  }
  return fields;
}
