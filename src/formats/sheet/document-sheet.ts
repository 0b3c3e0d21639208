import type { Geometry } from 'geojson';
import { textAt, type TextColumn } from '../../core/incident/text-column.ts';
import type { SheetForm } from '../../core/reading/sheet-form.ts';
import type { Sheet, SheetRow, UnreadPart } from './sheet.ts';

class DocumentRow implements SheetRow {
  offset = -1;
  part = 0;
  readonly cells: number;
  flaw: SheetRow['flaw'];
  letters: SheetRow['letters'];
  private readonly texts: string[];
  private filled: (number | string)[] = [];
  unreadPart: UnreadPart | undefined;
  private read: Geometry | null | undefined;
  private readonly sheet: DocumentSheet;

  constructor(sheet: DocumentSheet) {
    this.sheet = sheet;
    this.cells = sheet.columns.length;
    this.texts = sheet.columns.map(() => '');
  }

  moveTo(index: number): void {
    for (let i = 0; i < this.filled.length; i += 2) this.texts[this.filled[i] as number] = '';
    const cells = textAt(this.sheet.cellTexts, index);
    this.letters = cells.includes('\ufffd') ? 'lost' : undefined;
    this.filled = JSON.parse(cells) as (number | string)[];
    for (let i = 0; i < this.filled.length; i += 2)
      this.texts[this.filled[i] as number] = this.filled[i + 1] as string;
    this.offset = index;
    this.part = (index + 1) / this.sheet.count;
    this.flaw = this.sheet.brokenRows.has(index) ? 'broken-row' : undefined;
    this.unreadPart = this.sheet.unreadParts.get(index);
    this.read = undefined;
  }

  get number(): number {
    return this.offset + 1;
  }

  get geometry(): Geometry | null | undefined {
    const { geometryTexts } = this.sheet;
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
export class DocumentSheet implements Sheet {
  readonly columns: readonly string[];
  readonly form: SheetForm;
  readonly count: number;
  readonly cellTexts: TextColumn;
  readonly geometryTexts: TextColumn | undefined;
  readonly brokenRows: ReadonlySet<number>;
  readonly unreadParts: ReadonlyMap<number, UnreadPart>;

  constructor(
    columns: readonly string[],
    form: SheetForm,
    cellTexts: TextColumn,
    geometryTexts: TextColumn | undefined,
    brokenRows: ReadonlySet<number>,
    unreadParts: ReadonlyMap<number, UnreadPart>,
  ) {
    this.columns = columns;
    this.form = form;
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

  *rows(): Generator<SheetRow, void, void> {
    const row = new DocumentRow(this);
    for (let index = 0; index < this.count; index++) {
      row.moveTo(index);
      yield row;
    }
  }

  rowAt(offset: number): SheetRow {
    const row = new DocumentRow(this);
    row.moveTo(offset);
    return row;
  }
}
