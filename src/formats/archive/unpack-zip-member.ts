import { Inflate } from 'fflate';
import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { ByteSource } from '../source/byte-source.ts';
import type { ZipMember } from './read-zip-members.ts';
import { archiveFault, UnpackedParts, type UnpackOptions } from './unpacked-parts.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

const STORED = 0;
const DEFLATED = 8;

/** Where a member's bytes begin, behind its own header; undefined where there is none. */
function dataOf(source: ByteSource, member: ZipMember): number | undefined {
  const bytes = source.read(member.offset, member.offset + LOCAL_HEADER_BYTES);
  if (bytes.length < LOCAL_HEADER_BYTES) return undefined;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const from =
    member.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  return from + member.packedBytes <= source.size ? from : undefined;
}

/**
 * What a member of a zip holds, unpacked piece by piece and stopped at the limits, whatever its directory
 * promises; size and checksum are compared. With `enough`, only about that many bytes of its beginning.
 * Faults: `too-large`, `bad-archive`.
 */
export async function unpackZipMember(
  source: ByteSource,
  member: ZipMember,
  task: Task,
  options: UnpackOptions = {},
  enough = Infinity,
): Promise<Result<Uint8Array<ArrayBuffer>[], Fault>> {
  const file = source.name;
  if (member.isLocked) return failed({ kind: 'bad-archive', file, reason: 'locked' });
  if (member.method !== STORED && member.method !== DEFLATED)
    return failed({ kind: 'bad-archive', file, reason: 'method' });
  const damaged = archiveFault(file, 'damaged', options);
  const from = dataOf(source, member);
  if (from === undefined) return failed(damaged);
  const unpacked = new UnpackedParts(options, member.unpackedBytes);
  const stated = enough === Infinity ? unpacked.statedExcess(member.packedBytes) : undefined;
  if (stated) return failed(archiveFault(file, stated, options));
  const inflate = new Inflate((part) => {
    unpacked.add(part);
  });
  const push = (packed: Uint8Array<ArrayBuffer>, isLast: boolean): void => {
    if (member.method === STORED) unpacked.add(packed);
    else inflate.push(packed, isLast);
  };
  const to = from + member.packedBytes;
  const fault = await unpacked.takeFrom(source, { from, to, enough }, push, task);
  if (fault) return failed(archiveFault(file, fault, options));
  if (unpacked.size >= enough) return ok(unpacked.parts);
  return unpacked.size === member.unpackedBytes && unpacked.checksum === member.checksum
    ? ok(unpacked.parts)
    : failed(damaged);
}
