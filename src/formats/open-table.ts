import type { Fault } from '../core/faults/fault.ts';
import type { FormatInfo } from '../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../core/base/result.ts';
import type { Task } from '../core/base/task.ts';
import { assertNever } from '../core/base/assert-never.ts';
import { openArchive, type Unpacked } from './archive/open-archive.ts';
import type { UnpackOptions } from './archive/unpacked-parts.ts';
import { SAVED_START } from '../core/records/saved-columns.ts';
import { looksLikeCsv } from './csv/looks-like-csv.ts';
import { openCsv } from './csv/open-csv.ts';
import type { EncodingOptions } from './encoding/judge-encoding.ts';
import { readableText } from './encoding/transcode.ts';
import { openGpx } from './gpx/open-gpx.ts';
import { openJsonLines, looksLikeJsonLines } from './json/open-json-lines.ts';
import { openJson } from './json/open-json.ts';
import { openKml } from './kml/open-kml.ts';
import { findGeometryColumn } from './table/find-geometry-column.ts';
import { HEAD_BYTES, detectFormat } from './detect/detect-format.ts';
import { writtenGeometry } from './geometry/written-geometry.ts';
import { withGeometries } from './table/geometry-column.ts';
import type { TableReader } from './table/table-reader.ts';
import type { ByteSource } from './source/byte-source.ts';

const decoder = new TextDecoder();

const unknown = (
  file: string,
  looksLike: Extract<Fault, { kind: 'unknown-format' }>['looksLike'],
): Result<never, Fault> => failed({ kind: 'unknown-format', file, looksLike });

/** Opens a document as UTF-8; its form says how it was written. */
async function openDocument(
  source: ByteSource,
  options: EncodingOptions | undefined,
  open: (text: ByteSource, task: Task) => Promise<Result<TableReader, Fault>>,
  task: Task,
): Promise<Result<TableReader, Fault>> {
  const readable = await readableText(source, options, task.part(0, 0.2));
  if (readable.kind === 'failed') return readable;
  const opened = await open(readable.value.source, task.part(0.2, 1));
  if (opened.kind === 'failed') return opened;
  const { format: form } = opened.value;
  // Lines are read again from the text; other documents keep nothing of it.
  const isReadAgain = opened.value.bytesKept === 0;
  const ownBytes = isReadAgain ? readable.value.ownBytes : 0;
  return ok(withForm(opened.value, { ...form, ...readable.value.encoding }, ownBytes));
}

/** Opens what is no archive by its first bytes; undefined for an archive. */
async function openPlain(
  source: ByteSource,
  options: EncodingOptions | undefined,
  task: Task,
): Promise<Result<TableReader, Fault> | undefined> {
  const file = source.name;
  const head = source.read(0, Math.min(HEAD_BYTES, source.size));
  // Cells may hold anything: how saved rows begin is enough.
  if (SAVED_START.test(decoder.decode(head.subarray(0, 80)))) return openCsv(source, task, options);
  const recognised = detectFormat(head);
  switch (recognised.kind) {
    case 'zip':
    case 'gzip':
      return undefined;
    case 'json':
      return openDocument(
        source,
        options,
        (text, rest) =>
          looksLikeJsonLines(text) ? openJsonLines(text, rest) : openJson(text, rest),
        task,
      );
    case 'kml':
      return openDocument(source, options, openKml, task);
    case 'gpx':
      return openDocument(source, options, openGpx, task);
    case 'text':
      return looksLikeCsv(head) ? openCsv(source, task, options) : unknown(file, undefined);
    case 'other-xml':
      return unknown(file, undefined);
    case 'blank':
      return failed({ kind: source.size === 0 ? 'empty-file' : 'no-rows', file });
    case 'lookalike':
      // UTF-16 without a mark has as many zeros as a program.
      return recognised.looksLike === 'binary' && looksLikeCsv(head)
        ? openCsv(source, task, options)
        : unknown(file, recognised.looksLike);
    default:
      return assertNever(recognised);
  }
}

/** The same sheet with more facts of its form. */
const withForm = (table: TableReader, form: FormatInfo, ownBytes = 0): TableReader => ({
  columns: table.columns,
  hasGeometry: table.hasGeometry,
  ...(table.shapeColumn === undefined ? {} : { shapeColumn: table.shapeColumn }),
  format: form,
  rows: () => table.rows(),
  rowAt: (offset) => table.rowAt(offset),
  get bytesKept() {
    return table.bytesKept + ownBytes;
  },
});

/** The file to read: the source itself, or what was unpacked of it, and from which member it is. */
export type Content = {
  readonly source: ByteSource;
  readonly member: Pick<FormatInfo, 'member' | 'otherMembers' | 'trailingBytes'> | undefined;
  /** The next file of the archive that may be data. */
  readonly next?: (task: Task) => Promise<Result<Content, Fault>>;
};

/** How a source is made of what an archive holds. */
export type Unpack = (name: string, parts: Uint8Array<ArrayBuffer>[]) => ByteSource;

/** Unpacks the one member of an archive that can be opened; any other file is its own content. */
export async function contentOf(
  source: ByteSource,
  unpacked: Unpack,
  task: Task,
  unpacking: UnpackOptions = {},
): Promise<Result<Content, Fault>> {
  const { kind } = detectFormat(source.read(0, Math.min(HEAD_BYTES, source.size)));
  if (kind !== 'zip' && kind !== 'gzip') return ok({ source, member: undefined });
  const archive = await openArchive(source, task, unpacking);
  return archive.kind === 'failed' ? archive : ok(contentOfMember(archive.value, unpacked));
}

function contentOfMember(
  { name, parts, otherMembers, trailingBytes, next }: Unpacked,
  unpacked: Unpack,
): Content {
  const member = { member: name, otherMembers, ...(trailingBytes ? { trailingBytes } : {}) };
  const content = { source: unpacked(name, parts), member };
  if (!next) return content;
  return {
    ...content,
    async next(task) {
      const other = await next(task);
      return other.kind === 'failed' ? other : ok(contentOfMember(other.value, unpacked));
    },
  };
}

/** How many files of an archive are opened until one is data. */
const MAX_OPENED = 20;

/** Faults by which a file is no data; any other is of data, and has to be known. */
const NO_DATA: ReadonlySet<Fault['kind']> = new Set(['unknown-format', 'no-rows', 'empty-file']);

/** Opens the content of a file that is called `file`; where it is no data, the next of its archive. */
export async function openContent(
  file: string,
  content: Content,
  task: Task,
  options?: EncodingOptions,
): Promise<Result<TableReader, Fault>> {
  const first = await openOne(file, content, options, task);
  let opened = first;
  let one = content;
  for (let tried = 1; tried < MAX_OPENED; tried++) {
    if (opened.kind === 'ok' || !NO_DATA.has(opened.failure.kind) || !one.next) break;
    const next = await one.next(task);
    if (next.kind === 'failed') return first;
    one = next.value;
    opened = await openOne(file, one, options, task);
  }
  return opened.kind === 'failed' ? first : opened;
}

async function openOne(
  file: string,
  { source, member }: Content,
  options: EncodingOptions | undefined,
  task: Task,
): Promise<Result<TableReader, Fault>> {
  const opened = await openPlain(source, options, task);
  // An archive inside an archive stays shut.
  if (!opened) return failed({ kind: 'bad-archive', file, reason: 'nothing-inside' });
  if (opened.kind === 'failed') return opened;
  const column = opened.value.hasGeometry ? undefined : findGeometryColumn(opened.value);
  const table =
    column === undefined ? opened.value : withGeometries(opened.value, column, writtenGeometry);
  return ok(member ? withForm(table, { ...table.format, ...member }) : table);
}

/**
 * Opens a file of any format, by its first bytes and never by its name: a document, a table, or the
 * one member of an archive that can be opened. `unpacked` makes a source of what an archive holds.
 */
export async function openAnyTable(
  source: ByteSource,
  unpacked: Unpack,
  task: Task,
  unpacking?: UnpackOptions,
  options?: EncodingOptions,
): Promise<Result<TableReader, Fault>> {
  const content = await contentOf(source, unpacked, task.part(0, 0.5), unpacking);
  if (content.kind === 'failed') return content;
  return openContent(source.name, content.value, task.part(0.5, 1), options);
}
