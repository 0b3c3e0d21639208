import type { ImportedRows } from '../../core/records/imported-row.ts';
import type { Fault } from '../../core/faults/fault.ts';
import type { IncidentTable } from '../../core/records/incident-table.ts';
import type { ImportReport } from '../../core/mapping/import-report.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { IMPORTED_PRECISIONS } from '../../core/place/precision.ts';
import type { RowNoteCode, ReadRow } from '../../core/records/read-row.ts';
import type { SampleRow } from '../../core/mapping/sample-row.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import type { Bounds } from '../../core/place/bounds.ts';
import { unwrapGeometry } from '../../core/place/unwrap.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import { zeroDayOf } from '../../core/time/zero-date.ts';
import type { ModelOutline } from '../../core/model/map-model.ts';
import { decimalEvidence } from '../mapping/decimal-evidence.ts';
import { savedReading } from '../schemas/saved.ts';
import { fileClock } from '../mapping/file-clock.ts';
import { withoutNullParts } from '../mapping/point-inside.ts';
import { RowReader } from '../mapping/row-reader.ts';
import type { TableReader, RowCursor } from '../table/table-reader.ts';
import { FileRows, LETTER_NOTES } from './file-rows.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { TableBuilder, type RowPositions } from './table-builder.ts';
import { NoteLog } from './note-log.ts';
import { RowAreas, type AreaSource } from './row-areas.ts';
import { RowOutlines } from './row-outlines.ts';
import { suspiciousPlaces } from './suspicions.ts';
import { SwappedAxes } from './swapped-axes.ts';

/** More rows than this are a database's work. */
const MAX_ROWS = 5_000_000;
/** Rows between two yield points. */
const ROWS_PER_STEP = 1_000;
const SAMPLE_ROWS = 8;

const UNSTATED = IMPORTED_PRECISIONS.indexOf('unstated');

/** How the import report names an issue: delimited text keeps the cells of a row with an open quotation mark. */
const noteOfIssue = (
  issue: RowCursor['issue'],
  format: FormatInfo['format'],
): RowNoteCode | undefined => (issue === 'broken-row' && format === 'csv' ? 'open-quote' : issue);

export type ImportSetting = {
  readonly file: string;
  /** Number of the set that it becomes. */
  readonly dataset: number;
  readonly areas: AreaSource;
  /** The box of the page's own data. */
  readonly home?: Bounds | undefined;
  readonly today: Minute;
};

/** A file that has been read, as far as it has been read. */
export type ImportedTable = {
  readonly table: IncidentTable;
  readonly report: ImportReport;
  readonly outlines: readonly ModelOutline[];
};

/** Reads a file by a column mapping: rows to a table, each one accounted for. */
export class ImportReader {
  readonly #table: TableReader;
  readonly #mapping: ColumnMapping;
  readonly #setting: ImportSetting;
  readonly #reader: RowReader;
  readonly #areas: RowAreas;
  readonly #records: FileRows;
  /** Undefined when all rows are in the table. */
  #builder: TableBuilder | undefined;
  readonly #notes = new NoteLog();
  readonly #swapped: SwappedAxes;
  readonly #outlines = new RowOutlines();
  readonly #rows: Generator<RowCursor, void, void>;
  readonly #isDrawn: boolean;
  #read = 0;
  #recorded = 0;
  #unplaced = 0;
  #undated = 0;
  /** Placed rows of each zero day, and the days of them that turned out to be empty values. */
  readonly #zeros = new Map<Minute, number>();
  #unset: ReadonlySet<Minute> = new Set();
  #part = 0;
  /** Where the last row begins. */
  #offset = 0;
  #isAtEnd = false;

  constructor(table: TableReader, mapping: ColumnMapping, setting: ImportSetting) {
    this.#table = table;
    this.#mapping = mapping;
    this.#setting = setting;
    const isSaved = savedReading(table.columns, mapping) !== undefined;
    this.#reader = new RowReader(mapping, fileClock(table, mapping.time), {
      today: setting.today,
      decimal: decimalEvidence(table, mapping),
      isSaved,
    });
    this.#areas = new RowAreas(setting.areas, mapping, table.columns, isSaved);
    this.#records = new FileRows(table, mapping, this.#reader, this.#areas, setting);
    this.#builder = new TableBuilder(setting.dataset, mapping.published !== undefined);
    this.#rows = table.rows();
    this.#isDrawn = mapping.place.kind === 'geometry' || isSaved;
    const { own } = setting.areas;
    this.#swapped = new SwappedAxes((name) => own.boundsOf(name), setting.home);
  }

  /** True when the last row has been read. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** The first rows as they would be read. */
  async sample(): Promise<readonly SampleRow[]> {
    const samples: SampleRow[] = [];
    for (const row of this.#table.rows()) {
      if (this.#areas.needsWorld(this.#reader.read(row))) await this.#setting.areas.load();
      samples.push(this.#records.sample(row));
      if (samples.length === SAMPLE_ROWS) break;
    }
    return samples;
  }

  /** Reads on until `isEnough` says so, asked now and then with the part that is read, or to the end. */
  async read(
    isEnough: (part: number) => boolean,
    task: Task,
    ready: ByteSource['ready'] = () => undefined,
  ): Promise<Result<true, Fault>> {
    for (;;) {
      for (let i = 0; i < ROWS_PER_STEP; i++) {
        const next = this.#rows.next();
        if (next.done) {
          this.#isAtEnd = true;
          const { file } = this.#setting;
          return this.#read === 0 ? failed({ kind: 'no-rows', file }) : ok(true);
        }
        const row = next.value;
        const clockBefore = this.#reader.utcOffset;
        const reading = this.#readRow(row);
        if (this.#reader.utcOffset !== clockBefore) await this.#noteLocalBefore(task);
        if (reading && this.#areas.needsWorld(reading)) await this.#setting.areas.load();
        if (reading) this.#add(row, reading);
        if (this.#read > MAX_ROWS)
          return failed({ kind: 'too-many-rows', file: this.#setting.file, limit: MAX_ROWS });
      }
      const arriving = ready(this.#offset);
      if (arriving) await arriving;
      if (arriving || task.isDue()) await task.yield(this.#part);
      if (isEnough(this.#part)) return ok(true);
    }
  }

  /** Undefined for a row that is broken. */
  #readRow(row: RowCursor): ReadRow | undefined {
    const { number, offset, issue, letters } = row;
    this.#part = row.part;
    this.#offset = offset;
    this.#read++;
    const noted = noteOfIssue(issue, this.#table.format.format);
    if (noted) this.#notes.add({ code: noted, column: undefined }, number, offset);
    if (letters)
      this.#notes.add({ code: LETTER_NOTES[letters], column: undefined }, number, offset);
    return noted === 'broken-row' ? undefined : this.#reader.read(row);
  }

  #add(row: RowCursor, read: ReadRow): void {
    const { number, offset } = row;
    const reading = this.#areas.resolve(read);
    for (const note of reading.notes) this.#notes.add(note, number, offset);
    this.#noteCells(row);
    if (reading.notes.some(({ code }) => code === 'empty-row')) return;
    this.#count(reading);
    this.#swapped.look(read, number, offset);
    this.#builder?.add(reading, offset, number, this.#records.reportedOf(row));
    this.#recorded++;
    const isDrawn = reading.place !== undefined && this.#isDrawn;
    if (isDrawn && row.geometry && row.geometry.type !== 'Point')
      this.#outlines.add(unwrapGeometry(withoutNullParts(row.geometry)), offset);
  }

  /** Times without an offset that were read before the first with one; happens once in few files. */
  async #noteLocalBefore(task: Task): Promise<void> {
    let rows = 0;
    for (const row of this.#table.rows()) {
      const { number, offset } = row;
      if (offset >= this.#offset) return;
      if (++rows % ROWS_PER_STEP === 0 && task.isDue()) await task.yield(this.#part);
      for (const note of this.#reader.read(row).notes)
        if (note.code === 'local-clock') this.#notes.add(note, number, offset);
    }
  }

  /** A row of delimited text that has not as many cells as its header. */
  #noteCells({ cells, number, offset }: RowCursor): void {
    const { columns, format: form } = this.#table;
    if (form.format !== 'csv' || cells === columns.length) return;
    const code = cells > columns.length ? 'too-many-cells' : 'too-few-cells';
    this.#notes.add({ code, column: undefined }, number, offset);
  }

  #count({ place, span }: ReadRow): void {
    if (!place) this.#unplaced++;
    else if (!span) this.#undated++;
    else if (span.mayBeZero && span.to - span.from <= DAY) {
      const day = zeroDayOf(span.from) ?? 0;
      this.#zeros.set(day, (this.#zeros.get(day) ?? 0) + 1);
    }
  }

  /** What has been read so far, as a table with its report. */
  async table(task: Task): Promise<ImportedTable> {
    if (!this.#builder) throw new Error('The table of a file can be finished only once.');
    const rowsOf = (at: RowPositions): ImportedRows => this.#records.rows(at);
    const { table, positions, unset } = await this.#builder.build(rowsOf, task.part(0, 0.8));
    this.#unset = unset;
    this.#records.unset = unset;
    if (this.#isAtEnd) this.#builder = undefined;
    if (this.#isAtEnd) await this.#suspect(table, positions, task.part(0.8, 1));
    return { table, report: this.#report(), outlines: this.#outlines.of(table, positions.offset) };
  }

  async #suspect(
    table: IncidentTable,
    { offset, number }: RowPositions,
    task: Task,
  ): Promise<void> {
    for (const [row, at] of this.#swapped.rows())
      this.#notes.add({ code: 'swapped-coordinates', column: undefined }, row, at);
    const { far, crowded } = await suspiciousPlaces(table, UNSTATED, task);
    if (!far.includes(1) && !crowded.includes(1)) return;
    for (let row = 0; row < table.length; row++) {
      const place = table.place[row] ?? 0;
      const at = [number[row] ?? 0, offset[row] ?? 0] as const;
      if (far[place] === 1) this.#notes.add({ code: 'far-outside', column: undefined }, ...at);
      if (crowded[place] === 1)
        this.#notes.add({ code: 'crowded-point', column: undefined }, ...at);
    }
  }

  #report(): ImportReport {
    const zeros = [...this.#unset].reduce((sum, day) => sum + (this.#zeros.get(day) ?? 0), 0);
    const undated = this.#undated + zeros;
    const kept = this.#recorded - this.#unplaced - undated;
    return {
      file: this.#setting.file,
      schema: this.#mapping.schema,
      format: this.#table.format,
      read: this.#read,
      kept,
      unplaced: this.#unplaced,
      undated,
      dropped: this.#read - this.#recorded,
      groups: this.#notes.groups(this.#table.columns, (offset) => this.#table.rowAt(offset)),
      utcOffset: this.#reader.utcOffset,
      outlinesLeftOut: this.#outlines.leftOut,
    };
  }

  /** Every note with the cell that it is about, for the report's own file. */
  noteRows(): Generator<readonly string[], void, void> {
    return this.#notes.rows(this.#table);
  }
}
