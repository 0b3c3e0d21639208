import {
  fileRowId,
  type FileRow,
  type FileRows,
  type NamedCell,
  type NamedNote,
  type WholeRow,
} from '../../core/incident/file-row.ts';
import type { Meaning } from '../../core/reading/meaning.ts';
import type { ReadSpan, RowReading } from '../../core/reading/row-reading.ts';
import type { SavedColumns } from '../../core/reading/saved-columns.ts';
import type { SampleRow } from '../../core/reading/sample-row.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import { zeroDayOf } from '../../core/time/zero-date.ts';
import { savedReading } from '../meaning/layouts/saved.ts';
import { timeColumns } from '../meaning/time-columns.ts';
import type { RowReader } from '../meaning/row-reader.ts';
import type { Sheet, SheetRow } from '../sheet/sheet.ts';
import type { AreaNaming } from './area-names.ts';
import type { RowPositions } from './file-table-builder.ts';
import { columnName, lineBeside } from './note-log.ts';
import { RowReports, webAddresses } from './row-reports.ts';
import { cutTitle, titleReader } from './row-title.ts';

/** How the account names letters that are in doubt. */
export const LETTER_NOTES = { mixed: 'mixed-encoding', lost: 'lost-letters' } as const;

/** Of a cell that a note is about, its beginning tells enough: all cells are shown below. */
const MOST_NOTED = 400;

export type RecordSetting = { readonly set: number; readonly areaName: AreaNaming };

/** The rows of a sheet by a meaning, decoded one at a time. */
export class FileRecords {
  readonly #sheet: Sheet;
  readonly #meaning: Meaning;
  readonly #reader: RowReader;
  readonly #setting: RecordSetting;
  readonly #reports: RowReports;
  readonly #title: ReturnType<typeof titleReader>;
  readonly #saved: SavedColumns | undefined;
  /** The zero days whose rows are not dated, see `FileTableBuilder`. */
  unset: ReadonlySet<Minute> = new Set();

  constructor(sheet: Sheet, meaning: Meaning, reader: RowReader, setting: RecordSetting) {
    this.#sheet = sheet;
    this.#meaning = meaning;
    this.#reader = reader;
    this.#setting = setting;
    this.#reports = new RowReports(sheet.columns, meaning);
    this.#title = titleReader(sheet.columns, meaning);
    this.#saved = savedReading(sheet.columns, meaning);
  }

  /** The rows of a table that was made of the sheet. */
  rows(positions: RowPositions): FileRows {
    const sheet = this.#sheet;
    const rowAt = (position: number): SheetRow => sheet.rowAt(positions.offset[position] ?? 0);
    const { placePrecision, placeName, area, category, place } = this.#meaning;
    return {
      columns: sheet.columns,
      says: {
        precision: placePrecision !== undefined,
        placeName: placeName !== undefined,
        area: area !== undefined || placePrecision !== undefined,
        category: category !== undefined,
        shape: place.kind === 'geometry' || this.#saved?.shape !== undefined,
      },
      saved: this.#saved,
      whole: (position) => this.#whole(rowAt(position), positions.number[position] ?? 0),
      at: (position) => this.#record(rowAt(position), positions.number[position] ?? 0),
      searchText: (position) => {
        const row = rowAt(position);
        return this.#cellTexts(row).join('\n');
      },
      offsets: positions.offset,
      bytes: positions.offset.byteLength + positions.number.byteLength,
    };
  }

  #cellTexts(row: SheetRow): readonly string[] {
    const count = Math.max(row.cells, this.#sheet.columns.length);
    return Array.from({ length: count }, (_, column) => row.text(column));
  }

  #whole(row: SheetRow, number: number): WholeRow {
    const hasShape = this.#meaning.place.kind === 'geometry';
    return {
      row: this.#record(row, number),
      cells: this.#cellTexts(row),
      shape: (hasShape && row.geometry) || undefined,
    };
  }

  #cell(row: SheetRow, column: number | undefined): NamedCell | undefined {
    const text = column === undefined ? '' : row.text(column);
    if (column === undefined || text === '') return undefined;
    return { column: columnName(this.#sheet.columns, column), text };
  }

  #notesOf(row: SheetRow, { notes }: RowReading): readonly NamedNote[] {
    const { columns } = this.#sheet;
    const named = notes.map(({ code, column }) =>
      column === undefined
        ? { code, column, cell: '' }
        : {
            code,
            column: columnName(columns, column),
            cell: row.text(column).slice(0, MOST_NOTED),
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

  #record(row: SheetRow, number: number): FileRow {
    const { columns } = this.#sheet;
    const meaning = this.#meaning;
    const reading = this.#reader.read(row);
    const cells = this.#cellTexts(row)
      .map((text, column): NamedCell => ({ column: columnName(columns, column), text }))
      .filter(({ text }) => text !== '');
    const said = (column: number | undefined): string =>
      column === undefined ? '' : row.text(column);
    const text = this.#cell(row, meaning.text);
    return {
      id: fileRowId(this.#setting.set, number),
      set: this.#setting.set,
      number,
      line: lineBeside(number, row.line),
      title: cutTitle(this.#title(said)),
      category: reading.category,
      text,
      source: said(meaning.source),
      links: [...new Set(webAddresses(said(meaning.link)))],
      reports: this.#reports.read(said),
      time: timeColumns(meaning.time).flatMap((column) => this.#cell(row, column) ?? []),
      isDated: reading.span !== undefined && !this.#isUnset(reading.span),
      place: reading.place && { name: reading.placeName, ...reading.place },
      area: reading.place ? this.#setting.areaName(reading.area, reading.place) : reading.area,
      notes: this.#notesOf(row, reading),
      cells,
    };
  }

  /** A row as the dialog shows it before the file is read. */
  sample(row: SheetRow): SampleRow {
    const { columns } = this.#sheet;
    const reading = this.#reader.read(row);
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
