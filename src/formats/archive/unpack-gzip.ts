import { Gunzip } from 'fflate';
import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { archiveFault, UnpackedParts, type UnpackOptions } from './unpacked-parts.ts';

export type Gunzipped = {
  readonly parts: Uint8Array<ArrayBuffer>[];
  /** Bytes after the last member that are no padding, and were not read. */
  readonly trailingBytes: number;
};

/** RFC 1952: a member ends with the checksum and size of what it holds, four bytes each. */
const TRAILER_BYTES = 8;
const HEADER_BYTES = 10;

/** How a member without content ends: an empty block of fixed codes, or a stored one (RFC 1951). */
const EMPTY_BLOCK_ENDS = ['3,0', '255,255'];

const BLOCK_BYTES = 1 << 16;

/** Whether a member ends at `end` of some bytes, by the checksum and size of what was unpacked of it. */
function endsMember(bytes: Uint8Array, end: number, unpacked: UnpackedParts): boolean {
  const at = end - TRAILER_BYTES;
  if (at < 2) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [checksum, size] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
  if (checksum !== unpacked.checksum || size !== unpacked.checkedBytes % 2 ** 32) return false;
  // A hole of zeros in a file has the checksum of nothing, and is no member.
  return size > 0 || EMPTY_BLOCK_ENDS.includes(bytes.subarray(at - 2, at).join());
}

/** Where in a stretch of a file a member ends; undefined where it does not. */
function memberEnd(
  source: ByteSource,
  [from, to]: readonly [number, number],
  unpacked: UnpackedParts,
): number | undefined {
  const bytes = source.read(from, to);
  for (let end = 0; end <= bytes.length; end++)
    if (endsMember(bytes, end, unpacked)) return from + end;
  return undefined;
}

/** How many bytes from `at` on are no padding of zeros; undefined where another member begins. */
function bytesAfter(source: ByteSource, at: number): number | undefined {
  const [first, second] = source.read(at, Math.min(at + 2, source.size));
  if (first === 0x1f && second === 0x8b) return undefined;
  for (let from = at; from < source.size; from += BLOCK_BYTES) {
    const block = source.read(from, Math.min(from + BLOCK_BYTES, source.size));
    const index = block.findIndex((byte) => byte !== 0);
    if (index >= 0) return source.size - from - index;
  }
  return 0;
}

/**
 * What a gzip file holds, all members one after the other, stopped at the limits. The checksum of each
 * is compared. As gzip does, zeros after the last one are ignored, and other bytes are counted.
 * Faults: `too-large`, `bad-archive`.
 */
export async function unpackGzip(
  source: ByteSource,
  task: Task,
  options: UnpackOptions = {},
): Promise<Result<Gunzipped, Fault>> {
  const unpacked = new UnpackedParts(options);
  let memberFrom = 0;
  let damagedMembers = 0;
  // The stretch that was unpacked last.
  let [pieceFrom, pieceTo] = [0, 0];
  const gunzip = new Gunzip((part) => {
    unpacked.add(part);
  });
  gunzip.onmember = (at) => {
    const from = Math.max(memberFrom, at - TRAILER_BYTES - 2);
    if (!endsMember(source.read(from, at), at - from, unpacked)) damagedMembers += 1;
    memberFrom = at;
    unpacked.restartChecksum();
  };
  const push = (packed: Uint8Array<ArrayBuffer>, isLast: boolean): void => {
    [pieceFrom, pieceTo] = [pieceTo, pieceTo + packed.length];
    gunzip.push(packed, isLast);
  };
  const fault = await unpacked.takeFrom(source, { from: 0, to: source.size }, push, task);
  const failure = (reason: NonNullable<typeof fault>): Result<never, Fault> =>
    failed(archiveFault(source.name, reason, options));
  if (fault && fault !== 'damaged') return failure(fault);
  // Beyond a limit checksums are not kept, so that a fault of size comes first.
  if (damagedMembers > 0) return failure('damaged');
  // What follows the last member is noticed up to the length of a header late.
  const from = Math.max(memberFrom + HEADER_BYTES, pieceFrom - TRAILER_BYTES - HEADER_BYTES);
  const end = memberEnd(source, [Math.min(from, pieceTo), pieceTo], unpacked);
  const trailingBytes = end === undefined ? undefined : bytesAfter(source, end);
  return trailingBytes === undefined
    ? failure('damaged')
    : ok({ parts: unpacked.parts, trailingBytes });
}
