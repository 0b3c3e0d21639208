import type { Fault } from '../../core/faults/fault.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { BundledReport } from '../../core/records/bundled-report.ts';
import type { DatedIncident } from '../../core/records/incident-table.ts';
import type { Minute } from '../../core/time/minute.ts';
import { decodeDocumentHead } from '../encoding/decode-head.ts';
import type { EncodingOptions } from '../encoding/judge-encoding.ts';
import { readableText } from '../encoding/transcode.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { withFormat, type TableReader } from './table-reader.ts';

/** How many bytes of a file's beginning a format is detected by. */
export const HEAD_BYTES = 1 << 16;

/** Control characters that no text has; a tab, line ends and a form feed it may have. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c\u001d]/;

/** The beginning of a file. */
export type FileHead = {
  readonly bytes: Uint8Array;
  /** Decoded by its byte order mark or as UTF-8, without the mark. */
  readonly text: string;
  /** The first character that is no white space; undefined for a blank text. */
  readonly first: string | undefined;
  /** False where control characters show that it is no text. */
  readonly isText: boolean;
};

export function fileHead(bytes: Uint8Array): FileHead {
  const text = decodeDocumentHead(bytes).replace(/^\ufeff/, '');
  return { bytes, text, first: /[^\s\u001e]/.exec(text)?.[0], isText: !NO_TEXT.test(text) };
}

export const headOf = (source: ByteSource): FileHead =>
  fileHead(source.read(0, Math.min(HEAD_BYTES, source.size)));

/** Records of our own format, each with its reports, and what became of all of them. */
export type ReadRecords = {
  readonly records: readonly DatedIncident[];
  readonly report: BundledReport;
};

/** What a format makes of a file: a table, whose columns need a mapping, or records of our own. */
export type OpenedFile =
  | { readonly kind: 'table'; readonly table: TableReader }
  | {
      readonly kind: 'records';
      readonly format: FormatInfo;
      /** `file`: what the report calls it; `utcOffset`: minutes east of UTC of the clock of its times. */
      readonly read: (file: string, utcOffset: Minute) => Result<ReadRecords, Fault>;
    };

/** A format of files, an entry of `formats/registry`. */
export type Format = {
  readonly id: FormatInfo['format'];
  /** Whether a file is of this format, by its first bytes and never by its name. */
  readonly detect: (head: FileHead) => boolean;
  readonly open: (
    source: ByteSource,
    options: EncodingOptions | undefined,
    task: Task,
  ) => Promise<Result<OpenedFile, Fault>>;
};

/** How a format opens whose files are tables. */
export const asTable =
  (
    open: (
      source: ByteSource,
      task: Task,
      options: EncodingOptions | undefined,
    ) => Promise<Result<TableReader, Fault>>,
  ): Format['open'] =>
  async (source, options, task) => {
    const opened = await open(source, task, options);
    return opened.kind === 'failed' ? opened : ok({ kind: 'table', table: opened.value });
  };

/** How a format opens that is read as UTF-8; `FormatInfo` says how it was written. */
export const asUtf8 = (
  open: (text: ByteSource, task: Task) => Promise<Result<TableReader, Fault>>,
): Format['open'] =>
  asTable(async (source, task, options) => {
    const readable = await readableText(source, options, task.part(0, 0.2));
    if (readable.kind === 'failed') return readable;
    const opened = await open(readable.value.source, task.part(0.2, 1));
    if (opened.kind === 'failed') return opened;
    // Lines are read again from the text; other documents keep nothing of it.
    const isReadAgain = opened.value.bytesKept === 0;
    const ownBytes = isReadAgain ? readable.value.ownBytes : 0;
    return ok(withFormat(opened.value, readable.value.encoding, ownBytes));
  });
