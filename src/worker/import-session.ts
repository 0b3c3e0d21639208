import { incidentTable } from '../core/records/incident-table.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { ImportReport } from '../core/mapping/import-report.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { FormatInfo } from '../core/mapping/format-info.ts';
import type { Fault } from '../core/faults/fault.ts';
import { failed, ok, type Result } from '../core/base/result.ts';
import type { Task } from '../core/base/task.ts';
import { readEdtfSpan } from '../core/time/edtf-range.ts';
import type { Minute } from '../core/time/minute.ts';
import { nativeBytes } from '../formats/native/native-bytes.ts';
import { MAX_DOCUMENT_BYTES } from '../formats/table/document-limits.ts';
import { looksNative } from '../formats/native/looks-native.ts';
import type { EncodingOptions } from '../formats/encoding/judge-encoding.ts';
import { readIncidentFile } from '../formats/native/read-incidents.ts';
import { NO_MAPPING } from '../formats/schemas/table-sample.ts';
import { suggestMappingFor } from '../formats/suggest/suggest-mapping-for.ts';
import { ImportReader, type ImportSetting } from '../formats/import/import-reader.ts';
import { contentOf, openContent } from '../formats/open-table.ts';
import type { TableReader } from '../formats/table/table-reader.ts';
import type { ByteSource } from '../formats/source/byte-source.ts';
import type { Dataset } from './open-datasets.ts';
import type { ProposedImport } from './protocol.ts';

/** How the worker comes at bytes; tests have their own. */
export type ByteSources = {
  readonly ofFile: (name: string, blob: Blob) => ByteSource;
  readonly ofParts: (name: string, parts: readonly Uint8Array<ArrayBuffer>[]) => ByteSource;
};

/** Our own records are recognised by so much of their file. */
const HEAD_BYTES = 16_384;
/** The first marks are shown when so much is read, whichever comes first. */
const FIRST_PART = 0.05;
const FIRST_MILLISECONDS = 500;

const decoder = new TextDecoder();

/** A file that waits to be read: recognised, and proposed to the reader. */
type PendingProposal =
  | { readonly kind: 'sheet'; readonly sheet: TableReader }
  | { readonly kind: 'codebook'; readonly source: ByteSource; readonly form: FormatInfo };

/** A proposal to which the worker has not given a number yet. */
type Recognised = Omit<ProposedImport, 'number'>;

const CODEBOOK_MEANING: ColumnMapping = {
  ...NO_MAPPING,
  schema: 'codebook',
  place: { kind: 'geometry' },
};

/** One file of the reader's own on its way in: recognised, read, and read on. */
export class ImportSession {
  readonly #name: string;
  readonly #waiting: PendingProposal;
  #file: ImportReader | undefined;
  #setting: ImportSetting | undefined;

  private constructor(name: string, waiting: PendingProposal) {
    this.#name = name;
    this.#waiting = waiting;
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
    const unpacked = await contentOf(source, ofParts, task.part(0, 0.5), { onUnpacked });
    onUnpacked(undefined);
    if (unpacked.kind === 'failed') return unpacked;
    const content = unpacked.value;
    const head = content.source.read(0, Math.min(HEAD_BYTES, content.source.size));
    if (looksNative(decoder.decode(head))) {
      const form: FormatInfo = { format: 'codebook', ...content.member };
      return ok({
        reading: new ImportSession(name, { kind: 'codebook', source: content.source, form }),
        proposed: {
          name,
          columns: [],
          format: form,
          proposal: {
            mapping: CODEBOOK_MEANING,
            isKnown: true,
            isDateOrderOpen: false,
            timeCandidates: [],
          },
          isNative: true,
        },
      });
    }
    const begun = content.member ? 0.5 : 0;
    const opened = await openContent(name, content, task.part(begun, 0.9), encoding);
    if (opened.kind === 'failed') return opened;
    const table = opened.value;
    const proposal = await suggestMappingFor(table, task);
    return ok({
      reading: new ImportSession(name, { kind: 'sheet', sheet: table }),
      proposed: {
        name,
        columns: table.columns,
        format: table.format,
        proposal,
        isNative: false,
      },
    });
  }

  /** The first rows as a column mapping reads them. */
  sample(mapping: ColumnMapping, today: Minute): readonly SampleRow[] {
    if (this.#waiting.kind === 'codebook') return [];
    const setting = { file: this.#name, dataset: 0, areaName: (name: string) => name, today };
    return new ImportReader(this.#waiting.sheet, mapping, setting).sample();
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
    if (this.#waiting.kind === 'codebook') {
      const { source, form } = this.#waiting;
      const dataset = readCodebook(this.#name, source, form, setting.dataset, utcOffset);
      return dataset.kind === 'failed' ? dataset : ok({ dataset: dataset.value, isComplete: true });
    }
    const file = new ImportReader(this.#waiting.sheet, mapping, setting);
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

function readCodebook(
  name: string,
  source: ByteSource,
  form: FormatInfo,
  number: number,
  utcOffset: Minute,
): Result<Dataset, Fault> {
  if (source.size > MAX_DOCUMENT_BYTES)
    return failed({
      kind: 'too-large',
      file: name,
      part: 'document',
      mostBytes: MAX_DOCUMENT_BYTES,
    });
  const read = readIncidentFile(name, nativeBytes(source), utcOffset, readEdtfSpan);
  if (read.kind === 'failed') return read;
  const { records, report } = read.value;
  return ok({
    number,
    name,
    table: incidentTable(records, number),
    outlines: [],
    report: reportOf(report, form),
    file: undefined,
  });
}
