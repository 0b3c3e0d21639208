import { failed, ok, type Result } from '../../core/base/result.ts';
import { decodeAs } from '../encoding/decoders.ts';
import { decodeStrictUtf8, decodeUtf8 } from '../encoding/utf-8.ts';
import type { ByteSource } from '../source/byte-source.ts';

/** A file of a zip archive, as its central directory lists it (APPNOTE.TXT, section 4.3.12). */
export type ZipMember = {
  readonly name: string;
  /** 0 is stored, 8 is deflate. */
  readonly method: number;
  readonly isLocked: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly checksum: number;
  /** Where its own header begins. */
  readonly offset: number;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const UNSAID = 0xffffffff;

const viewOf = (source: ByteSource, from: number, to: number): DataView => {
  const bytes = source.read(Math.max(0, from), Math.min(to, source.size));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

type Directory = { readonly from: number; readonly size: number };

function directory64(source: ByteSource, end: number): Directory | undefined {
  const locator = viewOf(source, end - 20, end);
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== LOCATOR_64) return undefined;
  const at = Number(locator.getBigUint64(8, true));
  const record = viewOf(source, at, at + 56);
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) return undefined;
  return {
    size: Number(record.getBigUint64(40, true)),
    from: Number(record.getBigUint64(48, true)),
  };
}

/** The end record comes last, before a comment of any length. */
function findDirectory(source: ByteSource): Directory | undefined {
  const first = Math.max(0, source.size - END_BYTES - MAX_COMMENT);
  const tail = viewOf(source, first, source.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const size = tail.getUint32(at + 12, true);
    const from = tail.getUint32(at + 16, true);
    return from === UNSAID || size === UNSAID ? directory64(source, first + at) : { from, size };
  }
  return undefined;
}

/** Sizes and offset from the zip64 extra field, where the entry itself has no room for them. */
function longNumbers(entry: DataView, from: number, to: number, said: readonly number[]): number[] {
  let at = from;
  while (at + 4 <= to && entry.getUint16(at, true) !== 1) at += 4 + entry.getUint16(at + 2, true);
  at += 4;
  return said.map((number) => {
    if (number !== UNSAID || at + 8 > to) return number;
    at += 8;
    return Number(entry.getBigUint64(at - 8, true));
  });
}

/**
 * A name whose entry does not say that it is UTF-8 is in CP437 (APPNOTE.TXT 6.3.9, appendix D). Many
 * programs write UTF-8 without saying so, which is hardly ever CP437 by accident.
 */
const nameOf = (bytes: Uint8Array, isUtf8: boolean): string =>
  isUtf8 ? decodeUtf8(bytes) : (decodeStrictUtf8(bytes) ?? decodeAs('cp437', bytes));

function memberAt(entry: DataView, at: number): { member: ZipMember; next: number } | undefined {
  if (at + 46 > entry.byteLength || entry.getUint32(at, true) !== ENTRY) return undefined;
  const flags = entry.getUint16(at + 8, true);
  const nameEnd = at + 46 + entry.getUint16(at + 28, true);
  const extraEnd = nameEnd + entry.getUint16(at + 30, true);
  const next = extraEnd + entry.getUint16(at + 32, true);
  if (next > entry.byteLength) return undefined;
  const name = new Uint8Array(entry.buffer, entry.byteOffset + at + 46, nameEnd - at - 46);
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = longNumbers(entry, nameEnd, extraEnd, [
    entry.getUint32(at + 24, true),
    entry.getUint32(at + 20, true),
    entry.getUint32(at + 42, true),
  ]);
  const member = {
    name: nameOf(name, (flags & 0x800) !== 0),
    method: entry.getUint16(at + 10, true),
    isLocked: (flags & 1) === 1,
    packedBytes,
    unpackedBytes,
    checksum: entry.getUint32(at + 16, true),
    offset,
  };
  return { member, next };
}

/**
 * The files of a zip archive, folders left out, from its central directory: a stream of local headers
 * knows neither sizes nor locks before it is unpacked. Fails where there is no whole directory.
 */
export function readZipMembers(source: ByteSource): Result<readonly ZipMember[], 'damaged'> {
  const directory = findDirectory(source);
  if (!directory || directory.size > MAX_DIRECTORY_BYTES) return failed('damaged');
  if (directory.from + directory.size > source.size) return failed('damaged');
  const entries = viewOf(source, directory.from, directory.from + directory.size);
  const members: ZipMember[] = [];
  for (let at = 0; at < entries.byteLength;) {
    const read = memberAt(entries, at);
    if (!read) return failed('damaged');
    if (!read.member.name.endsWith('/')) members.push(read.member);
    at = read.next;
  }
  return ok(members);
}
