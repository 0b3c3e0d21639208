import { incidentTable } from '../core/incident/incident-table.ts';
import type { ReadingReport } from '../core/incident/reading-report.ts';
import type { FileReport } from '../core/reading/file-report.ts';
import type { Meaning } from '../core/reading/meaning.ts';
import type { SampleRow } from '../core/reading/sample-row.ts';
import type { SheetForm } from '../core/reading/sheet-form.ts';
import type { Fault } from '../core/fault.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { readEdtfSpan } from '../core/time/edtf-span.ts';
import type { Minute } from '../core/time/minute.ts';
import { codebookBytes } from '../formats/documents/codebook-bytes.ts';
import { MOST_DOCUMENT_BYTES } from '../formats/documents/document-limits.ts';
import { looksLikeCodebook } from '../formats/documents/looks-like-codebook.ts';
import type { EncodingOptions } from '../formats/encoding/judge-encoding.ts';
import { readIncidentFile } from '../formats/geojson/read-incidents.ts';
import { NO_MEANING } from '../formats/meaning/layouts/layout-clues.ts';
import { proposeForSheet } from '../formats/meaning/propose-for-sheet.ts';
import { OwnFile, type OwnFileSetting } from '../formats/own-file/own-file.ts';
import { contentOf, openContent } from '../formats/open-sheet.ts';
import type { ByteSource, Sheet } from '../formats/sheet/sheet.ts';
import type { HeldSet } from './open-sets.ts';
import type { Proposed } from './protocol.ts';

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
type Waiting =
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'codebook'; readonly source: ByteSource; readonly form: SheetForm };

/** A proposal to which the worker has not given a number yet. */
type Recognised = Omit<Proposed, 'number'>;

const CODEBOOK_MEANING: Meaning = {
  ...NO_MEANING,
  layout: 'codebook',
  place: { kind: 'geometry' },
};

/** One file of the reader's own on its way in: recognised, read, and read on. */
export class FileReading {
  readonly #name: string;
  readonly #waiting: Waiting;
  #file: OwnFile | undefined;
  #setting: OwnFileSetting | undefined;

  private constructor(name: string, waiting: Waiting) {
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
  ): Promise<Result<{ readonly reading: FileReading; readonly proposed: Recognised }, Fault>> {
    const { name } = source;
    const unpacked = await contentOf(source, ofParts, task.part(0, 0.5), { onUnpacked });
    onUnpacked(undefined);
    if (unpacked.kind === 'failed') return unpacked;
    const content = unpacked.value;
    const head = content.source.read(0, Math.min(HEAD_BYTES, content.source.size));
    if (looksLikeCodebook(decoder.decode(head))) {
      const form: SheetForm = { format: 'codebook', ...content.member };
      return ok({
        reading: new FileReading(name, { kind: 'codebook', source: content.source, form }),
        proposed: {
          name,
          columns: [],
          form,
          proposal: {
            meaning: CODEBOOK_MEANING,
            isKnown: true,
            isDateOrderOpen: false,
            timeCandidates: [],
          },
          isCodebook: true,
        },
      });
    }
    const begun = content.member ? 0.5 : 0;
    const opened = await openContent(name, content, task.part(begun, 0.9), encoding);
    if (opened.kind === 'failed') return opened;
    const sheet = opened.value;
    const proposal = await proposeForSheet(sheet, task);
    return ok({
      reading: new FileReading(name, { kind: 'sheet', sheet }),
      proposed: {
        name,
        columns: sheet.columns,
        form: sheet.form,
        proposal,
        isCodebook: false,
      },
    });
  }

  /** The first rows as a meaning reads them. */
  sample(meaning: Meaning, today: Minute): readonly SampleRow[] {
    if (this.#waiting.kind === 'codebook') return [];
    const setting = { file: this.#name, set: 0, areaName: (name: string) => name, today };
    return new OwnFile(this.#waiting.sheet, meaning, setting).sample();
  }

  get name(): string {
    return this.#name;
  }

  get setNumber(): number {
    return this.#setting?.set ?? 0;
  }

  /** Reads the file, or the first of it where it is long: `isComplete` tells. */
  async readFirst(
    meaning: Meaning,
    setting: OwnFileSetting,
    utcOffset: Minute,
    task: Task,
  ): Promise<Result<{ readonly set: HeldSet; readonly isComplete: boolean }, Fault>> {
    this.#setting = setting;
    if (this.#waiting.kind === 'codebook') {
      const { source, form } = this.#waiting;
      const set = readCodebook(this.#name, source, form, setting.set, utcOffset);
      return set.kind === 'failed' ? set : ok({ set: set.value, isComplete: true });
    }
    const file = new OwnFile(this.#waiting.sheet, meaning, setting);
    this.#file = file;
    const until = performance.now() + FIRST_MILLISECONDS;
    const isEnough = (part: number): boolean => part >= FIRST_PART || performance.now() > until;
    const read = await file.read(isEnough, task);
    if (read.kind === 'failed') return read;
    return ok({ set: await this.#setOf(file, task), isComplete: file.isAtEnd });
  }

  /** Reads on to the end. */
  async readOn(task: Task): Promise<Result<HeldSet, Fault>> {
    const file = this.#file;
    if (!file) throw new Error('The worker was asked to read on before it had begun.');
    const read = await file.read(() => false, task.part(0, 0.95));
    if (read.kind === 'failed') return read;
    return ok(await this.#setOf(file, task.part(0.95, 1)));
  }

  async #setOf(file: OwnFile, task: Task): Promise<HeldSet> {
    const { table, report, outlines } = await file.table(task);
    return { number: this.setNumber, name: this.#name, table, report, outlines, file };
  }
}

/** Faults of our own records as a report of rows; each fault names its record in the notes' column. */
function reportOf(
  { file, read, kept, dropped, faults }: ReadingReport,
  form: SheetForm,
): FileReport {
  const byField = new Map<string, number>();
  for (const { field } of faults) byField.set(field, (byField.get(field) ?? 0) + 1);
  return {
    file,
    layout: 'codebook',
    form,
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
  form: SheetForm,
  number: number,
  utcOffset: Minute,
): Result<HeldSet, Fault> {
  if (source.size > MOST_DOCUMENT_BYTES)
    return failed({
      kind: 'too-large',
      file: name,
      part: 'document',
      mostBytes: MOST_DOCUMENT_BYTES,
    });
  const read = readIncidentFile(name, codebookBytes(source), utcOffset, readEdtfSpan);
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
