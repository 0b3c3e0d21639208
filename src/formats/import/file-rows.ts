import {
  importedRowId,
  type CellNotation,
  type ImportedRow,
  type ImportedRows,
  type NamedCell,
  type NamedNote,
  type CompleteRow,
} from '../../core/records/imported-row.ts';
import { columnName } from '../../core/records/column-name.ts';
import { timeColumns } from '../../core/mapping/columns-read.ts';
import { hasOrder, type ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { ReadSpan, ReadRow } from '../../core/records/read-row.ts';
import type { SavedColumns } from '../../core/records/saved-columns.ts';
import type { SampleRow } from '../../core/mapping/sample-row.ts';
import { DAY, isoText, type Minute } from '../../core/time/minute.ts';
import { zeroDayOf } from '../../core/time/zero-date.ts';
import { savedReading } from '../schemas/saved.ts';
import { publishedReader } from '../mapping/row-published.ts';
import type { RowReader } from '../mapping/row-reader.ts';
import type { TableReader, RowCursor } from '../table/table-reader.ts';
import type { AreaSource, RowAreas } from './row-areas.ts';
import type { RowPositions } from './table-builder.ts';
import { lineBeside } from './note-log.ts';
import { RowReports } from './row-reports.ts';
import { cutTitle, titleReader } from './row-title.ts';
import { webAddresses } from './web-addresses.ts';

/** How the account names letters that are in doubt. */
export const LETTER_NOTES = { mixed: 'mixed-encoding', lost: 'lost-letters' } as const;

/** Of a cell that a note is about, its beginning is enough: all cells are shown below. */
const MAX_NOTED = 400;

export type FileRowsSetting = { readonly dataset: number; readonly areas: AreaSource };

/** The rows of a table by a column mapping, decoded one at a time. */
export class FileRows {
  readonly #table: TableReader;
  readonly #mapping: ColumnMapping;
  readonly #reader: RowReader;
  readonly #areas: RowAreas;
  readonly #setting: FileRowsSetting;
  readonly #reports: RowReports;
  readonly #title: ReturnType<typeof titleReader>;
  readonly #saved: SavedColumns | undefined;
  #publishedBy:
    | { readonly utcOffset: Minute | undefined; readonly read: ReturnType<typeof publishedReader> }
    | undefined;
  /** The zero days whose rows are not dated, see `TableBuilder`. */
  unset: ReadonlySet<Minute> = new Set();

  constructor(
    table: TableReader,
    mapping: ColumnMapping,
    reader: RowReader,
    areas: RowAreas,
    setting: FileRowsSetting,
  ) {
    this.#table = table;
    this.#areas = areas;
    this.#mapping = mapping;
    this.#reader = reader;
    this.#setting = setting;
    this.#reports = new RowReports(table.columns, mapping);
    this.#title = titleReader(table.columns, mapping);
    this.#saved = savedReading(table.columns, mapping);
  }

  /** How many origins the reports that a row names have at most, as a byte, and when it was first reported. */
  reportedOf(row: RowCursor) {
    const said = (column: number | undefined): string =>
      column === undefined ? '' : row.text(column);
    return {
      origins: this.#reports.countOrigins(said),
      published: this.#publishedReader()(said),
    };
  }

  /** By the clock of the file, which may be found while rows are read. */
  #publishedReader(): ReturnType<typeof publishedReader> {
    const { utcOffset } = this.#reader;
    if (this.#publishedBy?.utcOffset !== utcOffset || !this.#publishedBy)
      this.#publishedBy = { utcOffset, read: publishedReader(this.#mapping, utcOffset) };
    return this.#publishedBy.read;
  }

  /** As it was read; what cannot be read is as it is written. */
  #published(row: RowCursor): NamedCell | undefined {
    const cell = this.#cell(row, this.#mapping.published);
    const range = cell && this.#publishedReader()(() => cell.text);
    if (!range) return cell;
    const [first, last] = [isoText(range.from), isoText(range.to - 1)];
    const isTime = range.to - range.from === 1;
    return {
      ...cell,
      text: isTime || first.slice(0, 10) === last.slice(0, 10) ? first : cell.text,
    };
  }

  /** The rows of a table that was made of the file. */
  rows(positions: RowPositions): ImportedRows {
    const table = this.#table;
    const rowAt = (position: number): RowCursor => table.rowAt(positions.offset[position] ?? 0);
    const all = table.columns.map((_, column) => column);
    const { placePrecision, placeName, area, country, category, place } = this.#mapping;
    return {
      columns: table.columns,
      has: {
        precision: (placePrecision ?? area ?? country) !== undefined,
        placeName: placeName !== undefined,
        area: (area ?? country ?? placePrecision) !== undefined,
        category: category !== undefined,
        shape: place.kind === 'geometry' || this.#saved?.shape !== undefined,
      },
      saved: this.#saved,
      complete: (position) => this.#whole(rowAt(position), positions.number[position] ?? 0),
      at: (position) => this.#record(rowAt(position), positions.number[position] ?? 0),
      cell: (position, column) => rowAt(position).text(column),
      cells: (position, columns = all) => {
        const row = rowAt(position);
        return columns.map((column) => row.text(column));
      },
      notation: () => this.#notation(),
      searchText: (position) => {
        const row = rowAt(position);
        return this.#cellTexts(row).join('\n');
      },
      offsets: positions.offset,
      bytes: positions.offset.byteLength + positions.number.byteLength,
    };
  }

  #notation(): CellNotation {
    const { time, calendar = 'gregorian' } = this.#mapping;
    const { format } = this.#table.format;
    return {
      order: hasOrder(time) ? time.order : undefined,
      calendar,
      utcOffset: this.#reader.utcOffset,
      timeColumns: timeColumns(time),
      decimal: format === 'csv' ? undefined : 'point',
    };
  }

  #cellTexts(row: RowCursor): readonly string[] {
    const count = Math.max(row.cells, this.#table.columns.length);
    return Array.from({ length: count }, (_, column) => row.text(column));
  }

  #whole(row: RowCursor, number: number): CompleteRow {
    const hasShape = this.#mapping.place.kind === 'geometry';
    return {
      row: this.#record(row, number),
      cells: this.#cellTexts(row),
      shape: (hasShape && row.geometry) || undefined,
    };
  }

  #cell(row: RowCursor, column: number | undefined): NamedCell | undefined {
    const text = column === undefined ? '' : row.text(column);
    if (column === undefined || text === '') return undefined;
    return { column: columnName(this.#table.columns, column), text };
  }

  #notesOf(row: RowCursor, { notes }: ReadRow): readonly NamedNote[] {
    const { columns } = this.#table;
    const named = notes.map(({ code, column }) =>
      column === undefined
        ? { code, column, cell: '' }
        : {
            code,
            column: columnName(columns, column),
            cell: row.text(column).slice(0, MAX_NOTED),
          },
    );
    const { letters } = row;
    return letters
      ? [...named, { code: LETTER_NOTES[letters], column: undefined, cell: '' }]
      : named;
  }

  #isUnset({ from, to, mayBeZero }: ReadSpan): boolean {
    return mayBeZero === true && to - from <= DAY && this.unset.has(zeroDayOf(from) ?? 0);
  }

  #record(row: RowCursor, number: number): ImportedRow {
    const { columns } = this.#table;
    const mapping = this.#mapping;
    const reading = this.#areas.resolve(this.#reader.read(row));
    const { own } = this.#setting.areas;
    const cells = this.#cellTexts(row)
      .map((text, column): NamedCell => ({ column: columnName(columns, column), text }))
      .filter(({ text }) => text !== '');
    const said = (column: number | undefined): string =>
      column === undefined ? '' : row.text(column);
    const text = this.#cell(row, mapping.text);
    return {
      id: importedRowId(this.#setting.dataset, number),
      dataset: this.#setting.dataset,
      number,
      line: lineBeside(number, row.line),
      title: cutTitle(this.#title(said)),
      category: reading.category,
      text,
      source: said(mapping.source),
      links: [...new Set(webAddresses(said(mapping.link)))],
      sources: this.#reports.read(said),
      published: this.#published(row),
      time: timeColumns(mapping.time).flatMap((column) => this.#cell(row, column) ?? []),
      isDated: reading.span !== undefined && !this.#isUnset(reading.span),
      place: reading.place && { name: reading.placeName, ...reading.place },
      area: own.known(reading.area) ?? reading.area,
      notes: this.#notesOf(row, reading),
      cells,
    };
  }

  /** A row as the dialog shows it before the file is read. */
  sample(row: RowCursor): SampleRow {
    const { columns } = this.#table;
    const reading = this.#areas.resolve(this.#reader.read(row));
    return {
      number: row.number,
      cells: columns.map((_, column) => row.text(column)),
      place: reading.place,
      placeName: reading.placeName,
      span: reading.span,
      title: this.#title((column) => (column === undefined ? '' : row.text(column))),
      category: reading.category,
      notes: this.#notesOf(row, reading),
    };
  }
}
