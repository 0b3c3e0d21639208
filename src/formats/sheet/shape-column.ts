import type { Geometry } from 'geojson';
import type { ColumnIndex } from '../../core/reading/meaning.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** What a cell writes as a geometry; null for none. */
export type ReadGeometry = (text: string) => Geometry | null;

/** A row of a table whose geometry is written in one of its cells. */
class ShapeRow implements SheetRow {
  row: SheetRow;
  readonly #column: ColumnIndex;
  readonly #read: ReadGeometry;
  #text = '';
  #geometry: Geometry | null = null;

  constructor(row: SheetRow, column: ColumnIndex, read: ReadGeometry) {
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
  get flaw(): SheetRow['flaw'] {
    return this.row.flaw;
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

/** The same sheet, its rows with the geometry that a column writes. */
export const withShapes = (sheet: Sheet, column: ColumnIndex, read: ReadGeometry): Sheet => ({
  columns: sheet.columns,
  hasGeometry: true,
  shapeColumn: column,
  form: sheet.form,
  *rows() {
    let shaped: ShapeRow | undefined;
    for (const row of sheet.rows()) {
      shaped ??= new ShapeRow(row, column, read);
      shaped.row = row;
      yield shaped;
    }
  },
  rowAt: (offset) => new ShapeRow(sheet.rowAt(offset), column, read),
  get bytesKept() {
    return sheet.bytesKept;
  },
});
