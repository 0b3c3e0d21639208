import type { Geometry } from 'geojson';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { TableReader, RowCursor } from './table-reader.ts';

/** What a cell writes as a geometry; null for none. */
export type ReadGeometry = (text: string) => Geometry | null;

/** A row of a table whose geometry is written in one of its cells. */
class ShapeRow implements RowCursor {
  row: RowCursor;
  readonly #column: ColumnIndex;
  readonly #read: ReadGeometry;
  #text = '';
  #geometry: Geometry | null = null;

  constructor(row: RowCursor, column: ColumnIndex, read: ReadGeometry) {
    this.row = row;
    this.#column = column;
    this.#read = read;
  }

  get number(): number {
    return this.row.number;
  }
  get offset(): number {
    return this.row.offset;
  }
  get part(): number {
    return this.row.part;
  }
  get cells(): number {
    return this.row.cells;
  }
  get issue(): RowCursor['issue'] {
    return this.row.issue;
  }

  text(column: ColumnIndex): string {
    return this.row.text(column);
  }

  /** Asked for several times: parsed once. */
  get geometry(): Geometry | null {
    const text = this.row.text(this.#column);
    if (text !== this.#text) {
      this.#text = text;
      this.#geometry = this.#read(text);
    }
    return this.#geometry;
  }
}

/** The same table, its rows with the geometry that a column writes. */
export const withGeometries = (
  table: TableReader,
  column: ColumnIndex,
  read: ReadGeometry,
): TableReader => ({
  columns: table.columns,
  hasGeometry: true,
  shapeColumn: column,
  format: table.format,
  *rows() {
    let shaped: ShapeRow | undefined;
    for (const row of table.rows()) {
      shaped ??= new ShapeRow(row, column, read);
      shaped.row = row;
      yield shaped;
    }
  },
  rowAt: (offset) => new ShapeRow(table.rowAt(offset), column, read),
  get bytesKept() {
    return table.bytesKept;
  },
});
