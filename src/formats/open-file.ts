import type { Fault } from '../core/faults/fault.ts';
import type { FormatInfo } from '../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../core/base/result.ts';
import type { Task } from '../core/base/task.ts';
import { openArchive, type Unpacked } from './archive/open-archive.ts';
import type { UnpackOptions } from './archive/unpacked-parts.ts';
import { archiveKind, lookalikeOf, signedLookalike } from './detect/lookalike.ts';
import type { EncodingOptions } from './encoding/judge-encoding.ts';
import { writtenGeometry } from './geometry/written-geometry.ts';
import { FORMATS } from './registry.ts';
import type { ByteSource } from './source/byte-source.ts';
import { findGeometryColumn } from './table/find-geometry-column.ts';
import { headOf, type FileHead, type Format, type OpenedFile } from './table/format.ts';
import { withGeometries } from './table/geometry-column.ts';
import { withFormat, type TableReader } from './table/table-reader.ts';

/** How a source is made of what an archive holds. */
export type Unpack = (name: string, parts: Uint8Array<ArrayBuffer>[]) => ByteSource;

export type OpenOptions = {
  readonly encoding?: EncodingOptions | undefined;
  readonly unpacking?: UnpackOptions;
  /** Hears once that nothing is left to unpack; the file is opened then. */
  readonly onAllUnpacked?: () => void;
  readonly formats?: readonly Format[];
};

/** How many files of an archive are opened until one is data. */
const MAX_OPENED = 20;

/** Faults by which a file is no data; any other is of data, and has to be known. */
const NO_DATA: ReadonlySet<Fault['kind']> = new Set(['unknown-format', 'no-rows', 'empty-file']);

const formatOf = (head: FileHead, formats: readonly Format[]): Format | undefined =>
  archiveKind(head.bytes) || signedLookalike(head.bytes)
    ? undefined
    : formats.find((format) => format.detect(head));

function whyUnopened(file: string, head: FileHead): Fault {
  const looksLike = signedLookalike(head.bytes) ?? lookalikeOf(head);
  if (looksLike) return { kind: 'unknown-format', file, looksLike };
  if (head.bytes.length === 0) return { kind: 'empty-file', file };
  if (head.first === undefined) return { kind: 'no-rows', file };
  return { kind: 'unknown-format', file, looksLike };
}

/** A table whose cells hold geometries has geometries of its own. */
function withOwnGeometries(table: TableReader): TableReader {
  const column = table.hasGeometry ? undefined : findGeometryColumn(table);
  return column === undefined ? table : withGeometries(table, column, writtenGeometry);
}

async function openPlain(
  file: string,
  source: ByteSource,
  member: Partial<FormatInfo>,
  { encoding, formats = FORMATS }: OpenOptions,
  task: Task,
): Promise<Result<OpenedFile, Fault>> {
  const head = headOf(source);
  const format = formatOf(head, formats);
  // An archive inside an archive stays shut.
  if (archiveKind(head.bytes))
    return failed({ kind: 'bad-archive', file, reason: 'nothing-inside' });
  if (!format) return failed(whyUnopened(source.name, head));
  const opened = await format.open(source, encoding, task);
  if (opened.kind === 'failed') return opened;
  return ok(
    opened.value.kind === 'table'
      ? { kind: 'table', table: withFormat(withOwnGeometries(opened.value.table), member) }
      : { ...opened.value, format: { ...opened.value.format, ...member } },
  );
}

/** Opens the member of an archive that was unpacked; where it is no data, the next that may be. */
async function openUnpacked(
  file: string,
  unpacked: Unpacked,
  sourceOf: Unpack,
  options: OpenOptions,
  task: Task,
): Promise<Result<OpenedFile, Fault>> {
  const open = ({ name, parts, otherMembers, trailingBytes }: Unpacked) => {
    const member = { member: name, otherMembers, ...(trailingBytes ? { trailingBytes } : {}) };
    return openPlain(file, sourceOf(name, parts), member, options, task);
  };
  const first = await open(unpacked);
  let opened = first;
  let { next } = unpacked;
  for (let tried = 1; tried < MAX_OPENED; tried++) {
    if (opened.kind === 'ok' || !NO_DATA.has(opened.failure.kind) || !next) break;
    const other = await next(task);
    if (other.kind === 'failed') return first;
    opened = await open(other.value);
    ({ next } = other.value);
  }
  return opened.kind === 'failed' ? first : opened;
}

/**
 * Opens a file of any format, by its first bytes and never by its name, or the one member of an
 * archive that can be opened. `sourceOf` makes a source of what an archive holds.
 */
export async function openAnyFile(
  source: ByteSource,
  sourceOf: Unpack,
  task: Task,
  options: OpenOptions = {},
): Promise<Result<OpenedFile, Fault>> {
  const { formats = FORMATS, unpacking = {}, onAllUnpacked } = options;
  if (!archiveKind(source.read(0, Math.min(4, source.size))))
    return openPlain(source.name, source, {}, options, task);
  const canBeOpened = (head: FileHead): boolean =>
    head.isText && formatOf(head, formats) !== undefined;
  const unpacked = await openArchive(source, canBeOpened, task.part(0, 0.5), unpacking);
  onAllUnpacked?.();
  if (unpacked.kind === 'failed') return unpacked;
  return openUnpacked(source.name, unpacked.value, sourceOf, options, task.part(0.5, 1));
}
