import type { Geometry } from 'geojson';
import { textAt, type TextColumn } from '../../core/text/text-column.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import type { TableReader, RowCursor } from './table-reader.ts';
import type { GeometryIssue } from '../geometry/read-geometry.ts';

class DocumentRow implements RowCursor {
  offset = -1;
  part = 0;
  readonly cells: number;
  issue: RowCursor['issue'];
  letters: RowCursor['letters'];
  private readonly texts: string[];
  private filled: (number | string)[] = [];
  geometryIssue: GeometryIssue | undefined;
  private read: Geometry | null | undefined;
  private readonly table: DocumentTable;

  constructor(table: DocumentTable) {
    this.table = table;
    this.cells = table.columns.length;
    this.texts = table.columns.map(() => '');
  }

  moveTo(index: number): void {
    for (let i = 0; i < this.filled.length; i += 2) this.texts[this.filled[i] as number] = '';
    const cells = textAt(this.table.cellTexts, index);
    this.letters = cells.includes('\ufffd') ? 'lost' : undefined;
    this.filled = JSON.parse(cells) as (number | string)[];
    for (let i = 0; i < this.filled.length; i += 2)
      this.texts[this.filled[i] as number] = this.filled[i + 1] as string;
    this.offset = index;
    this.part = (index + 1) / this.table.count;
    this.issue = this.table.brokenRows.has(index) ? 'broken-row' : undefined;
    this.geometryIssue = this.table.unreadParts.get(index);
    this.read = undefined;
  }

  get number(): number {
    return this.offset + 1;
  }

  get geometry(): Geometry | null | undefined {
    const { geometryTexts } = this.table;
    if (!geometryTexts) return undefined;
    if (this.read === undefined) {
      const text = textAt(geometryTexts, this.offset);
      this.read = text === '' ? null : (JSON.parse(text) as Geometry);
    }
    return this.read;
  }

  text(column: number): string {
    return this.texts[column] ?? '';
  }
}

/**
 * The rows of a document that was read as a whole, kept as JSON texts and parsed one row at a time:
 * cells as column, text, column, text…, geometries as GeoJSON. `offset` is the position of the row.
 */
export class DocumentTable implements TableReader {
  readonly columns: readonly string[];
  readonly format: FormatInfo;
  readonly count: number;
  readonly cellTexts: TextColumn;
  readonly geometryTexts: TextColumn | undefined;
  readonly brokenRows: ReadonlySet<number>;
  readonly unreadParts: ReadonlyMap<number, GeometryIssue>;

  constructor(
    columns: readonly string[],
    form: FormatInfo,
    cellTexts: TextColumn,
    geometryTexts: TextColumn | undefined,
    brokenRows: ReadonlySet<number>,
    unreadParts: ReadonlyMap<number, GeometryIssue>,
  ) {
    this.columns = columns;
    this.format = form;
    this.count = cellTexts.offsets.length - 1;
    this.cellTexts = cellTexts;
    this.geometryTexts = geometryTexts;
    this.brokenRows = brokenRows;
    this.unreadParts = unreadParts;
  }

  get hasGeometry(): boolean {
    return this.geometryTexts !== undefined;
  }

  get bytesKept(): number {
    return [this.cellTexts, this.geometryTexts].reduce(
      (sum, column) => sum + (column ? column.bytes.length + column.offsets.byteLength : 0),
      0,
    );
  }

  *rows(): Generator<RowCursor, void, void> {
    const row = new DocumentRow(this);
    for (let index = 0; index < this.count; index++) {
      row.moveTo(index);
      yield row;
    }
  }

  rowAt(offset: number): RowCursor {
    const row = new DocumentRow(this);
    row.moveTo(offset);
    return row;
  }
}
