import { incidentTable } from '../core/records/incident-table.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { ImportReport } from '../core/mapping/import-report.ts';
import type { ColumnMapping, MappingProposal } from '../core/mapping/column-mapping.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { FormatInfo } from '../core/mapping/format-info.ts';
import type { Fault } from '../core/faults/fault.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Task } from '../core/base/task.ts';
import type { Minute } from '../core/time/minute.ts';
import type { EncodingOptions } from '../formats/encoding/judge-encoding.ts';
import { NO_MAPPING } from '../formats/schemas/table-sample.ts';
import { suggestMappingFor } from '../formats/suggest/suggest-mapping-for.ts';
import { ImportReader, type ImportSetting } from '../formats/import/import-reader.ts';
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

/** A proposal to which the worker has not given a number yet. */
type Recognised = Omit<ProposedImport, 'number'>;

/** Our own records need no mapping. */
const OF_RECORDS: MappingProposal = {
  mapping: { ...NO_MAPPING, schema: 'codebook', place: { kind: 'geometry' } },
  isKnown: true,
  isDateOrderOpen: false,
  timeCandidates: [],
};

/** One file of the reader's own on its way in: recognised, read, and read on. */
export class ImportSession {
  readonly #name: string;
  readonly #opened: OpenedFile;
  #file: ImportReader | undefined;
  #setting: ImportSetting | undefined;

  private constructor(name: string, opened: OpenedFile) {
    this.#name = name;
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
  ): Promise<Result<{ readonly reading: ImportSession; readonly proposed: Recognised }, Fault>> {
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
    return ok({ reading: new ImportSession(name, file), proposed: { name, ...proposed } });
  }

  /** The first rows as a column mapping reads them. */
  sample(mapping: ColumnMapping, today: Minute): readonly SampleRow[] {
    if (this.#opened.kind === 'records') return [];
    const setting = { file: this.#name, dataset: 0, areaName: (name: string) => name, today };
    return new ImportReader(this.#opened.table, mapping, setting).sample();
  }

  get name(): string {
    return this.#name;
  }

  get setNumber(): number {
    return this.#setting?.dataset ?? 0;
  }

  /** Reads the file, or the first of it where it is long; see `isComplete`. */
  async readFirst(
    mapping: ColumnMapping,
    setting: ImportSetting,
    utcOffset: Minute,
    task: Task,
  ): Promise<Result<{ readonly dataset: Dataset; readonly isComplete: boolean }, Fault>> {
    this.#setting = setting;
    if (this.#opened.kind === 'records') {
      const read = this.#opened.read(this.#name, utcOffset);
      if (read.kind === 'failed') return read;
      const { records, report } = read.value;
      const dataset = {
        number: setting.dataset,
        name: this.#name,
        table: incidentTable(records, setting.dataset),
        outlines: [],
        report: reportOf(report, this.#opened.format),
        file: undefined,
      };
      return ok({ dataset, isComplete: true });
    }
    const file = new ImportReader(this.#opened.table, mapping, setting);
    this.#file = file;
    const until = performance.now() + FIRST_MILLISECONDS;
    const isEnough = (part: number): boolean => part >= FIRST_PART || performance.now() > until;
    const read = await file.read(isEnough, task);
    if (read.kind === 'failed') return read;
    return ok({ dataset: await this.#setOf(file, task), isComplete: file.isAtEnd });
  }

  /** Reads on to the end. */
  async readOn(task: Task): Promise<Result<Dataset, Fault>> {
    const file = this.#file;
    if (!file) throw new Error('The worker was asked to read on before it had begun.');
    const read = await file.read(() => false, task.part(0, 0.95));
    if (read.kind === 'failed') return read;
    return ok(await this.#setOf(file, task.part(0.95, 1)));
  }

  async #setOf(file: ImportReader, task: Task): Promise<Dataset> {
    const { table, report, outlines } = await file.table(task);
    return { number: this.setNumber, name: this.#name, table, report, outlines, file };
  }
}

/** Faults of our own records as a report of rows; each fault names its record in the notes' column. */
function reportOf(
  { file, read, kept, dropped, faults }: BundledReport,
  form: FormatInfo,
): ImportReport {
  const byField = new Map<string, number>();
  for (const { field } of faults) byField.set(field, (byField.get(field) ?? 0) + 1);
  return {
    file,
    schema: 'codebook',
    format: form,
    read,
    kept,
    unplaced: 0,
    undated: 0,
    dropped,
    groups: [...byField].map(([column, count]) => ({
      code: 'broken-row' as const,
      column,
      count,
      rows: [],
    })),
    outlinesLeftOut: 0,
  };
}
