import { incidentTable } from '../core/records/build-incident-table.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { ImportReport } from '../core/mapping/import-report.ts';
import type { ColumnMapping, MappingProposal } from '../core/mapping/column-mapping.ts';
import { NO_SHORT_DATES } from '../core/mapping/date-order-evidence.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { FormatInfo } from '../core/mapping/format-info.ts';
import type { Fault } from '../core/faults/fault.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Task } from '../core/base/task.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import type { Minute } from '../core/time/minute.ts';
import type { EncodingOptions } from '../formats/encoding/judge-encoding.ts';
import { NO_MAPPING } from '../formats/schemas/table-sample.ts';
import { suggestMappingFor } from '../formats/suggest/suggest-mapping-for.ts';
import { ImportReader, type ImportSetting } from '../formats/import/import-reader.ts';
import type { AreaSource } from '../formats/import/row-areas.ts';
import { openAnyFile } from '../formats/open-file.ts';
import type { OpenedFile } from '../formats/table/format.ts';
import type { ByteSource } from '../formats/source/byte-source.ts';
import type { Dataset } from './open-datasets.ts';
import type { ProposedImport } from './protocol.ts';

/** How the worker comes at bytes; tests have their own. */
export type ByteSources = {
  readonly ofFile: (name: string, blob: Blob) => ByteSource;
  readonly ofParts: (name: string, parts: readonly Uint8Array<ArrayBuffer>[]) => ByteSource;
};

/** The first marks are shown when so much is read, whichever comes first. */
const FIRST_PART = 0.05;
const FIRST_MILLISECONDS = 500;

/** Our own records need no mapping. */
const OF_RECORDS: MappingProposal = {
  mapping: { ...NO_MAPPING, schema: 'codebook', place: { kind: 'geometry' } },
  isKnown: true,
  dateOrder: NO_SHORT_DATES,
  timeCandidates: [],
};

/** A part of a file that has been read, or all of it. */
export type ReadPart = { readonly dataset: Dataset; readonly isComplete: boolean };

/** One file on its way in: recognised, then read by a column mapping, the first rows before the rest. */
export class FileImport {
  readonly name: string;
  readonly #opened: OpenedFile;
  readonly #source: ByteSource;
  #reading: { readonly file: ImportReader; readonly setting: ImportSetting } | undefined;

  private constructor(source: ByteSource, opened: OpenedFile) {
    this.name = source.name;
    this.#source = source;
    this.#opened = opened;
  }

  /**
   * Recognises a file and says how it would be read. `onUnpacked` hears how much of an archive is
   * unpacked; undefined once it is recognised.
   */
  static async propose(
    source: ByteSource,
    ofParts: ByteSources['ofParts'],
    task: Task,
    encoding?: EncodingOptions,
    onUnpacked: (bytes: number | undefined) => void = () => undefined,
  ): Promise<Result<{ readonly file: FileImport; readonly proposed: ProposedImport }, Fault>> {
    const { name } = source;
    const opened = await openAnyFile(source, ofParts, task.part(0, 0.9), {
      encoding,
      unpacking: { onUnpacked },
      onAllUnpacked: () => {
        onUnpacked(undefined);
      },
    });
    if (opened.kind === 'failed') return opened;
    const file = opened.value;
    const proposed =
      file.kind === 'records'
        ? { columns: [], format: file.format, proposal: OF_RECORDS, isNative: true }
        : {
            columns: file.table.columns,
            format: file.table.format,
            proposal: await suggestMappingFor(file.table, task),
            isNative: false,
          };
    return ok({ file: new FileImport(source, file), proposed: { name, ...proposed } });
  }

  /** The first rows as a column mapping reads them. */
  async sample(
    mapping: ColumnMapping,
    areas: AreaSource,
    today: Minute,
  ): Promise<readonly SampleRow[]> {
    if (this.#opened.kind === 'records') return [];
    const setting = { file: this.name, dataset: 0, areas, today };
    return new ImportReader(this.#opened.table, mapping, setting).sample();
  }

  /** Reads the file, or the first of it where it is long. `page`: our own records are in its civil time, and name whom it lists. */
  async readFirst(
    mapping: ColumnMapping,
    setting: ImportSetting,
    page: DatasetInfo,
    task: Task,
  ): Promise<Result<ReadPart, Fault>> {
    if (this.#opened.kind === 'records') return this.#readRecords(setting.dataset, page);
    this.start(mapping, setting);
    const until = performance.now() + FIRST_MILLISECONDS;
    return this.#readUntil((part) => part >= FIRST_PART || performance.now() > until, task);
  }

  /** Begins to read from the first row, which `readOn` then does; true where the file has rows to map. */
  start(mapping: ColumnMapping, setting: ImportSetting): boolean {
    if (this.#opened.kind === 'records') return false;
    const file = new ImportReader(this.#opened.table, mapping, setting);
    this.#reading = { file, setting };
    return true;
  }

  /** Reads on to the end. */
  readOn(task: Task): Promise<Result<ReadPart, Fault>> {
    return this.#readUntil(() => false, task);
  }

  async #readUntil(
    isEnough: (part: number) => boolean,
    task: Task,
  ): Promise<Result<ReadPart, Fault>> {
    if (!this.#reading)
      throw new Error('The rest of a file was requested before its first rows were read.');
    const { file, setting } = this.#reading;
    const read = await file.read(isEnough, task.part(0, 0.95), this.#source.ready);
    if (read.kind === 'failed') return read;
    const { table, report, outlines } = await file.table(task.part(0.95, 1));
    const { dataset: number } = setting;
    const dataset = { number, name: this.name, table, report, outlines, file };
    return ok({ dataset, isComplete: file.isAtEnd });
  }

  #readRecords(
    number: number,
    { utc_offset_minutes, actors }: DatasetInfo,
  ): Result<ReadPart, Fault> {
    if (this.#opened.kind !== 'records')
      throw new Error('Only our own records can be read without a column mapping.');
    const read = this.#opened.read(this.name, utc_offset_minutes);
    if (read.kind === 'failed') return read;
    const { records, report } = read.value;
    const dataset = {
      number,
      name: this.name,
      table: incidentTable(records, number, { actors }),
      outlines: [],
      report: reportOf(report, this.#opened.format),
      file: undefined,
    };
    return ok({ dataset, isComplete: true });
  }
}

/** What became of our own records, as of the rows of a table. */
function reportOf(
  { file, read, kept, dropped, faults }: BundledReport,
  format: FormatInfo,
): ImportReport {
  return {
    file,
    schema: 'codebook',
    format,
    read,
    kept,
    unplaced: 0,
    undated: 0,
    dropped,
    groups: [],
    recordFaults: faults,
    outlinesLeftOut: 0,
  };
}
