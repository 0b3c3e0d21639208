import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { fileHead, HEAD_BYTES, type FileHead } from '../table/format.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { isNamedAsAbout, isNamedAsData, rankMembers } from './rank-members.ts';
import { readZipMembers, type ZipMember } from './read-zip-members.ts';
import { unpackGzip } from './unpack-gzip.ts';
import { unpackZipMember } from './unpack-zip-member.ts';
import type { UnpackOptions } from './unpacked-parts.ts';

/** The one file of an archive that was chosen, unpacked. */
export type Unpacked = {
  readonly name: string;
  readonly parts: Uint8Array<ArrayBuffer>[];
  /** How many other files the archive holds. */
  readonly otherMembers: number;
  /** Of a gzip file: bytes after its end, which were not read. */
  readonly trailingBytes?: number;
  /** Unpacks the next file of the archive that may be data, for where this one is not; its progress is not heard. */
  readonly next?: (task: Task) => Promise<Result<Unpacked, Fault>>;
};

/** Members without a telling name that are looked into, the largest first. */
const MAX_LOOKED_INTO = 20;

const isOffice = ({ name }: ZipMember): boolean =>
  name === '[Content_Types].xml' || name === 'META-INF/manifest.xml';

const isShapefile = ({ name }: ZipMember): boolean => /\.shp$/i.test(name);

/** Whether a file that begins so is of a format that is opened. */
export type CanBeOpened = (head: FileHead) => boolean;

async function isData(
  source: ByteSource,
  member: ZipMember,
  canBeOpened: CanBeOpened,
  task: Task,
): Promise<boolean> {
  const head = await unpackZipMember(source, member, task, {}, HEAD_BYTES);
  if (head.kind === 'failed') return false;
  const [first = new Uint8Array()] = head.value;
  return canBeOpened(fileHead(first.subarray(0, HEAD_BYTES)));
}

async function chooseMember(
  source: ByteSource,
  ranked: readonly ZipMember[],
  canBeOpened: CanBeOpened,
  task: Task,
): Promise<Result<ZipMember, Fault>> {
  const file = source.name;
  if (ranked.some(isOffice)) return failed({ kind: 'unknown-format', file, looksLike: 'office' });
  const [first] = ranked;
  if (first && isNamedAsData(first.name)) return ok(first);
  if (ranked.some(isShapefile))
    return failed({ kind: 'unknown-format', file, looksLike: 'shapefile' });
  const tried = ranked.slice(0, MAX_LOOKED_INTO);
  for (const member of tried)
    if (await isData(source, member, canBeOpened, task)) return ok(member);
  const reason = tried.some(({ isLocked }) => isLocked) ? 'locked' : 'nothing-inside';
  return failed({ kind: 'bad-archive', file, reason });
}

/** Unpacks the first that is data of some of an archive's members. */
async function openMember(
  source: ByteSource,
  ranked: readonly ZipMember[],
  allMembers: number,
  canBeOpened: CanBeOpened,
  options: UnpackOptions,
  task: Task,
): Promise<Result<Unpacked, Fault>> {
  const chosen = await chooseMember(source, ranked, canBeOpened, task.part(0, 0.1));
  if (chosen.kind === 'failed') return chosen;
  const parts = await unpackZipMember(source, chosen.value, task.part(0.1, 1), options);
  if (parts.kind === 'failed') return parts;
  const { name } = chosen.value;
  const opened = { name, parts: parts.value, otherMembers: allMembers - 1 };
  // A read-me file may look like a table; it is no second choice.
  const others = ranked
    .slice(ranked.indexOf(chosen.value) + 1)
    .filter((member) => !isNamedAsAbout(member.name));
  if (others.length === 0) return ok(opened);
  const { limits } = options;
  return ok({
    ...opened,
    next: (rest) =>
      openMember(source, others, allMembers, canBeOpened, limits ? { limits } : {}, rest),
  });
}

async function openZip(
  source: ByteSource,
  canBeOpened: CanBeOpened,
  options: UnpackOptions,
  task: Task,
): Promise<Result<Unpacked, Fault>> {
  const file = source.name;
  const members = readZipMembers(source);
  if (members.kind === 'failed')
    return failed({ kind: 'bad-archive', file, reason: members.failure });
  const ranked = rankMembers(members.value);
  if (ranked.length === 0) return failed({ kind: 'bad-archive', file, reason: 'nothing-inside' });
  if (task.isDue()) await task.yield(0);
  return openMember(source, ranked, ranked.length, canBeOpened, options, task);
}

/**
 * Unpacks a gzip file, or of a zip the one file that is data by its name (`doc.kml` and KML first,
 * then the largest), else the largest whose beginning can be recognised.
 */
export async function openArchive(
  source: ByteSource,
  canBeOpened: CanBeOpened,
  task: Task,
  options: UnpackOptions = {},
): Promise<Result<Unpacked, Fault>> {
  const isGzip = source.read(0, 1)[0] === 0x1f;
  if (!isGzip) return openZip(source, canBeOpened, options, task);
  const gunzipped = await unpackGzip(source, task, options);
  if (gunzipped.kind === 'failed') return gunzipped;
  const name = source.name.replace(/\.(?:gz|gzip)$/i, '');
  const { parts, trailingBytes } = gunzipped.value;
  return ok({ name, parts, otherMembers: 0, ...(trailingBytes > 0 ? { trailingBytes } : {}) });
}
