import { EVER } from '../../core/cube/tally.ts';
import { unknownEndOf } from '../../core/incident/unknown-ends.ts';
import type { Geometry } from 'geojson';
import type { FileRows } from '../../core/incident/file-row.ts';
import type { Fault } from '../../core/fault.ts';
import { spanAt, type IncidentTable } from '../../core/incident/incident-table.ts';
import type { FileReport } from '../../core/reading/file-report.ts';
import type { Meaning } from '../../core/reading/meaning.ts';
import { FILE_PRECISIONS } from '../../core/reading/precision.ts';
import { UNDERSTOOD, type RowNoteCode, type RowReading } from '../../core/reading/row-reading.ts';
import type { SampleRow } from '../../core/reading/sample-row.ts';
import type { SheetForm } from '../../core/reading/sheet-form.ts';
import type { Bounds } from '../../core/place/bounds.ts';
import { unwrapGeometry } from '../../core/place/unwrap.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import { zeroDayOf } from '../../core/time/zero-date.ts';
import type { SceneOutline } from '../../core/view/map-scene.ts';
import { decimalEvidence } from '../meaning/decimal-evidence.ts';
import { savedReading } from '../meaning/layouts/saved.ts';
import { fileClock } from '../meaning/file-clock.ts';
import { withoutNullParts } from '../meaning/point-inside.ts';
import { RowReader } from '../meaning/row-reader.ts';
import type { Sheet, SheetRow } from '../sheet/sheet.ts';
import { FileRecords, LETTER_NOTES } from './file-records.ts';
import type { AreaNaming } from './area-names.ts';
import { FileTableBuilder, type RowPositions } from './file-table-builder.ts';
import { columnName, NoteLog } from './note-log.ts';
import { suspiciousPlaces } from './suspicions.ts';
import { SwappedAxes } from './swapped-axes.ts';

/** More rows than this are a database's work. */
const MOST_ROWS = 5_000_000;
/** More lines and areas than this would only cover the map. */
const MOST_OUTLINES = 2_000;
const MOST_OUTLINE_POINTS = 400_000;
/** Rows between two yield points. */
const ROWS_PER_STEP = 1_000;
const SAMPLE_ROWS = 8;

const UNSTATED = FILE_PRECISIONS.indexOf('unstated');

/** How the account names a flaw: delimited text keeps the cells of a row with an open quotation mark. */
const flawNote = (flaw: SheetRow['flaw'], format: SheetForm['format']): RowNoteCode | undefined =>
  flaw === 'broken-row' && format === 'csv' ? 'open-quote' : flaw;

export type OwnFileSetting = {
  readonly file: string;
  /** Number of the set that it becomes. */
  readonly set: number;
  /** The name under which the outline of an area is known. */
  readonly areaName: AreaNaming;
  /** The box of the area of a name, where its outline is known. */
  readonly boundsOfArea?: (name: string) => Bounds | undefined;
  /** The box of the page's own data. */
  readonly home?: Bounds | undefined;
  readonly today: Minute;
};

/** A file that has been read, as far as it has been read. */
export type OwnFileTable = {
  readonly table: IncidentTable;
  readonly report: FileReport;
  readonly outlines: readonly SceneOutline[];
};

type Outline = { readonly offset: number; readonly shape: Geometry };

/** Reads a sheet by a meaning: rows to a table, with an account of every one. */
export class OwnFile {
  readonly #sheet: Sheet;
  readonly #meaning: Meaning;
  readonly #setting: OwnFileSetting;
  readonly #reader: RowReader;
  readonly #records: FileRecords;
  /** Undefined when all rows are in the table. */
  #builder: FileTableBuilder | undefined;
  readonly #notes = new NoteLog();
  readonly #swapped: SwappedAxes;
  readonly #outlines: Outline[] = [];
  readonly #rows: Generator<SheetRow, void, void>;
  readonly #isDrawn: boolean;
  #outlinePoints = 0;
  #outlinesLeftOut = 0;
  #read = 0;
  #recorded = 0;
  #unplaced = 0;
  #undated = 0;
  /** Placed rows of each zero day, and the days of them that turned out to be empty values. */
  readonly #zeros = new Map<Minute, number>();
  #unset: ReadonlySet<Minute> = new Set();
  #part = 0;
  #isAtEnd = false;

  constructor(sheet: Sheet, meaning: Meaning, setting: OwnFileSetting) {
    this.#sheet = sheet;
    this.#meaning = meaning;
    this.#setting = setting;
    const isSaved = savedReading(sheet.columns, meaning) !== undefined;
    this.#reader = new RowReader(meaning, fileClock(sheet, meaning.time), {
      today: setting.today,
      decimal: decimalEvidence(sheet, meaning),
      isSaved,
    });
    this.#records = new FileRecords(sheet, meaning, this.#reader, setting);
    this.#builder = new FileTableBuilder(setting.set, setting.areaName);
    this.#rows = sheet.rows();
    this.#isDrawn = meaning.place.kind === 'geometry' || isSaved;
    this.#swapped = new SwappedAxes(setting.boundsOfArea ?? (() => undefined), setting.home);
  }

  /** True when the last row has been read. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** The first rows as they would be read. */
  sample(): readonly SampleRow[] {
    const samples: SampleRow[] = [];
    for (const row of this.#sheet.rows()) {
      samples.push(this.#records.sample(row));
      if (samples.length === SAMPLE_ROWS) break;
    }
    return samples;
  }

  /** Reads on until `isEnough` says so, asked now and then with the part that is read, or to the end. */
  async read(isEnough: (part: number) => boolean, task: Task): Promise<Result<true, Fault>> {
    for (;;) {
      for (let i = 0; i < ROWS_PER_STEP; i++) {
        const next = this.#rows.next();
        if (next.done) {
          this.#isAtEnd = true;
          const { file } = this.#setting;
          return this.#read === 0 ? failed({ kind: 'no-rows', file }) : ok(true);
        }
        this.#take(next.value);
        if (this.#read > MOST_ROWS)
          return failed({ kind: 'too-many-rows', file: this.#setting.file, most: MOST_ROWS });
      }
      if (task.isDue()) await task.yield(this.#part);
      if (isEnough(this.#part)) return ok(true);
    }
  }

  #take(row: SheetRow): void {
    const { number, offset, flaw, letters } = row;
    this.#part = row.part;
    this.#read++;
    const noted = flawNote(flaw, this.#sheet.form.format);
    if (noted) this.#notes.add({ code: noted, column: undefined }, number, offset);
    if (letters)
      this.#notes.add({ code: LETTER_NOTES[letters], column: undefined }, number, offset);
    if (noted === 'broken-row') return;
    const clockBefore = this.#reader.utcOffset;
    const reading = this.#reader.read(row);
    if (this.#reader.utcOffset !== clockBefore) this.#noteLocalBefore(offset);
    for (const note of reading.notes) this.#notes.add(note, number, offset);
    this.#noteCells(row);
    if (reading.notes.some(({ code }) => code === 'empty-row')) return;
    this.#count(reading);
    this.#swapped.look(reading, number, offset);
    this.#builder?.add(reading, offset, number);
    this.#recorded++;
    const isDrawn = reading.place !== undefined && this.#isDrawn;
    if (isDrawn && row.geometry && row.geometry.type !== 'Point')
      this.#keepOutline(unwrapGeometry(withoutNullParts(row.geometry)), offset);
  }

  /** Times without an offset that were read before the first with one; happens once in few files. */
  #noteLocalBefore(end: number): void {
    for (const row of this.#sheet.rows()) {
      const { number, offset } = row;
      if (offset >= end) return;
      for (const note of this.#reader.read(row).notes)
        if (note.code === 'local-clock') this.#notes.add(note, number, offset);
    }
  }

  /** A row of delimited text that has not as many cells as its header. */
  #noteCells({ cells, number, offset }: SheetRow): void {
    const { columns, form } = this.#sheet;
    if (form.format !== 'csv' || cells === columns.length) return;
    const code = cells > columns.length ? 'too-many-cells' : 'too-few-cells';
    this.#notes.add({ code, column: undefined }, number, offset);
  }

  #count({ place, span }: RowReading): void {
    if (!place) this.#unplaced++;
    else if (!span) this.#undated++;
    else if (span.mayBeZero && span.to - span.from <= DAY) {
      const day = zeroDayOf(span.from) ?? 0;
      this.#zeros.set(day, (this.#zeros.get(day) ?? 0) + 1);
    }
  }

  #keepOutline(shape: Geometry, offset: number): void {
    const isFull =
      this.#outlines.length >= MOST_OUTLINES || this.#outlinePoints > MOST_OUTLINE_POINTS;
    const points = isFull ? 0 : JSON.stringify(shape).length / 20;
    if (isFull || this.#outlinePoints + points > MOST_OUTLINE_POINTS) {
      this.#outlinesLeftOut++;
      return;
    }
    this.#outlinePoints += points;
    this.#outlines.push({ offset, shape });
  }

  /** What has been read so far, as a table with its report. */
  async table(task: Task): Promise<OwnFileTable> {
    if (!this.#builder)
      throw new Error('The table of a file that was read to its end is made once.');
    const rowsOf = (at: RowPositions): FileRows => this.#records.rows(at);
    const { table, positions, unset } = await this.#builder.build(rowsOf, task);
    this.#unset = unset;
    this.#records.unset = unset;
    if (this.#isAtEnd) this.#builder = undefined;
    if (this.#isAtEnd) this.#suspect(table, positions);
    return { table, report: this.#report(), outlines: this.#outlinesOf(table, positions) };
  }

  #suspect(table: IncidentTable, { offset, number }: RowPositions): void {
    for (const [row, at] of this.#swapped.rows())
      this.#notes.add({ code: 'swapped-coordinates', column: undefined }, row, at);
    const { far, crowded } = suspiciousPlaces(table, UNSTATED);
    if (!far.includes(1) && !crowded.includes(1)) return;
    for (let row = 0; row < table.length; row++) {
      const place = table.place[row] ?? 0;
      const at = [number[row] ?? 0, offset[row] ?? 0] as const;
      if (far[place] === 1) this.#notes.add({ code: 'far-outside', column: undefined }, ...at);
      if (crowded[place] === 1)
        this.#notes.add({ code: 'crowded-point', column: undefined }, ...at);
    }
  }

  #report(): FileReport {
    const zeros = [...this.#unset].reduce((sum, day) => sum + (this.#zeros.get(day) ?? 0), 0);
    const undated = this.#undated + zeros;
    const kept = this.#recorded - this.#unplaced - undated;
    return {
      file: this.#setting.file,
      layout: this.#meaning.layout,
      form: this.#sheet.form,
      read: this.#read,
      kept,
      unplaced: this.#unplaced,
      undated,
      dropped: this.#read - this.#recorded,
      groups: this.#notes.groups(this.#sheet.columns, (offset) => this.#sheet.rowAt(offset)),
      utcOffset: this.#reader.utcOffset,
      outlinesLeftOut: this.#outlinesLeftOut,
    };
  }

  #outlinesOf(table: IncidentTable, { offset }: RowPositions): readonly SceneOutline[] {
    if (this.#outlines.length === 0) return [];
    const shapes = new Map(this.#outlines.map((outline) => [outline.offset, outline.shape]));
    const found: SceneOutline[] = [];
    offset.forEach((at, row) => {
      const shape = shapes.get(at);
      if (!shape) return;
      // Other sets may be open too, with a longer period.
      const unknown = unknownEndOf(table.isUndated[row]);
      const { from, to } = spanAt(table, row);
      const span = {
        from: unknown === 'from' || unknown === 'both' ? EVER.from : from,
        to: unknown === 'to' || unknown === 'both' ? EVER.to : to,
      };
      found.push({ shape, layer: table.layer[row] ?? 0, span });
    });
    return found;
  }

  /** Every note with the cell that it is about, for the report's own file. */
  *noteRows(): Generator<readonly string[], void, void> {
    const { columns } = this.#sheet;
    for (let position = 0; position < this.#notes.length; position++) {
      const { code, column, row, offset } = this.#notes.at(position);
      const at = this.#sheet.rowAt(offset);
      yield [
        String(row),
        String(at.line ?? ''),
        code,
        column === undefined ? '' : columnName(columns, column),
        column === undefined ? '' : at.text(column),
        (UNDERSTOOD[code] ?? []).join(' | '),
      ];
    }
  }
}
