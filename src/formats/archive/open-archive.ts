import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { asPart, finish, type Steps } from '../../core/steps.ts';
import { HEAD_BYTES, recognise } from '../documents/recognise.ts';
import type { ByteSource } from '../sheet/sheet.ts';
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
  readonly next?: () => Steps<Result<Unpacked, Fault>>;
};

/** Members without a telling name that are looked into, the largest first. */
const MOST_LOOKED_INTO = 20;

const isOffice = ({ name }: ZipMember): boolean =>
  name === '[Content_Types].xml' || name === 'META-INF/manifest.xml';

const isShapefile = ({ name }: ZipMember): boolean => /\.shp$/i.test(name);

/** Whether the beginning of a member is of a format that is opened; text counts as a table. */
function canBeOpened(source: ByteSource, member: ZipMember): boolean {
  const head = finish(unpackZipMember(source, member, {}, HEAD_BYTES));
  if (head.kind === 'failed') return false;
  const [first = new Uint8Array()] = head.value;
  const { kind } = recognise(first.subarray(0, HEAD_BYTES));
  return kind === 'json' || kind === 'kml' || kind === 'gpx' || kind === 'text';
}

function chooseMember(source: ByteSource, ranked: readonly ZipMember[]): Result<ZipMember, Fault> {
  const file = source.name;
  if (ranked.some(isOffice)) return failed({ kind: 'unknown-format', file, looksLike: 'office' });
  const [first] = ranked;
  if (first && isNamedAsData(first.name)) return ok(first);
  if (ranked.some(isShapefile))
    return failed({ kind: 'unknown-format', file, looksLike: 'shapefile' });
  const tried = ranked.slice(0, MOST_LOOKED_INTO);
  const openable = tried.find((member) => canBeOpened(source, member));
  if (openable) return ok(openable);
  const reason = tried.some(({ isLocked }) => isLocked) ? 'locked' : 'nothing-inside';
  return failed({ kind: 'bad-archive', file, reason });
}

/** Unpacks the first that is data of some of an archive's members. */
function* openMember(
  source: ByteSource,
  ranked: readonly ZipMember[],
  allMembers: number,
  options: UnpackOptions,
): Steps<Result<Unpacked, Fault>> {
  const chosen = chooseMember(source, ranked);
  if (chosen.kind === 'failed') return chosen;
  const parts = yield* asPart(0.1, 1, unpackZipMember(source, chosen.value, options));
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
    next: () => openMember(source, others, allMembers, limits ? { limits } : {}),
  });
}

function* openZip(source: ByteSource, options: UnpackOptions): Steps<Result<Unpacked, Fault>> {
  const file = source.name;
  const members = readZipMembers(source);
  if (members.kind === 'failed')
    return failed({ kind: 'bad-archive', file, reason: members.failure });
  const ranked = rankMembers(members.value);
  if (ranked.length === 0) return failed({ kind: 'bad-archive', file, reason: 'nothing-inside' });
  yield 0;
  return yield* openMember(source, ranked, ranked.length, options);
}

/**
 * Unpacks a gzip file, or of a zip the one file that is data by its name (`doc.kml` and KML first,
 * then the largest), else the largest whose beginning can be recognised.
 */
export function* openArchive(
  source: ByteSource,
  options: UnpackOptions = {},
): Steps<Result<Unpacked, Fault>> {
  const isGzip = source.read(0, 1)[0] === 0x1f;
  if (!isGzip) return yield* openZip(source, options);
  const gunzipped = yield* unpackGzip(source, options);
  if (gunzipped.kind === 'failed') return gunzipped;
  const name = source.name.replace(/\.(?:gz|gzip)$/i, '');
  const { parts, trailingBytes } = gunzipped.value;
  return ok({ name, parts, otherMembers: 0, ...(trailingBytes > 0 ? { trailingBytes } : {}) });
}
