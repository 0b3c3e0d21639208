import { Inflate } from 'fflate';
import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Steps } from '../../core/steps.ts';
import type { ByteSource } from '../sheet/sheet.ts';
import type { ZipMember } from './read-zip-members.ts';
import {
  archiveFault,
  MOST_UNPACKED_BYTES,
  PACKED_BYTES_A_STEP,
  UnpackedParts,
} from './unpacked-parts.ts';

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
 * What a member of a zip holds, unpacked in steps and stopped at `mostBytes`, whatever its header
 * promises; size and checksum are compared. With `enough`, only about so many bytes of its beginning.
 */
export function* unpackZipMember(
  source: ByteSource,
  member: ZipMember,
  mostBytes = MOST_UNPACKED_BYTES,
  enough = Infinity,
): Steps<Result<Uint8Array<ArrayBuffer>[], Fault>> {
  const file = source.name;
  if (member.isLocked) return failed({ kind: 'bad-archive', file, reason: 'locked' });
  if (member.method !== STORED && member.method !== DEFLATED)
    return failed({ kind: 'bad-archive', file, reason: 'method' });
  const damaged = archiveFault(file, 'damaged', mostBytes);
  const from = dataOf(source, member);
  if (from === undefined) return failed(damaged);
  const to = from + member.packedBytes;
  const unpacked = new UnpackedParts(mostBytes);
  const inflate = new Inflate((part) => {
    unpacked.add(part);
  });
  for (let at = from; at < to;) {
    const next = Math.min(at + PACKED_BYTES_A_STEP, to);
    const packed = source.read(at, next);
    if (member.method === STORED) unpacked.add(packed);
    else
      try {
        inflate.push(packed, next === to);
      } catch {
        return failed(damaged);
      }
    if (unpacked.isFull) return failed(archiveFault(file, 'too-large', mostBytes));
    if (unpacked.size >= enough) return ok(unpacked.parts);
    at = next;
    yield (at - from) / member.packedBytes;
  }
  return unpacked.size === member.unpackedBytes && unpacked.checksum === member.checksum
    ? ok(unpacked.parts)
    : failed(damaged);
}
