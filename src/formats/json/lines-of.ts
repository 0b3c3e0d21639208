import type { ByteSource } from '../source/byte-source.ts';
import { MAX_LINE_BYTES } from '../table/document-limits.ts';

/** One line of a file, without its end. */
export type ByteLine = {
  /** From 1. */
  readonly number: number;
  readonly offset: number;
  /** Where the line after it begins, or the end of the file. */
  readonly next: number;
  /** Undefined where the line is longer than may be kept. */
  readonly bytes: Uint8Array | undefined;
};

export const LINE_FEED = 10;
const BYTES_A_READ = 1 << 20;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Enough for one line as most are: what is read to show a single row. */
export const BYTES_FOR_ONE_LINE = 1 << 14;

/** The lines of a file from `from` on, read this many bytes at a time; `end` is the byte that ends one. */
export function* linesOf(
  source: ByteSource,
  end = LINE_FEED,
  from = 0,
  bytesARead = BYTES_A_READ,
  maxBytes = MAX_LINE_BYTES,
): Generator<ByteLine, void, void> {
  let number = 1;
  let offset = from;
  let parts: Uint8Array[] = [];
  let kept = 0;
  const line = (next: number): ByteLine => ({
    number,
    offset,
    next,
    bytes: kept > maxBytes ? undefined : joined(parts),
  });
  const keep = (part: Uint8Array): void => {
    kept += part.length;
    if (kept <= maxBytes) parts.push(part);
    else parts = [];
  };
  for (let at = from; at < source.size;) {
    const bytes = source.read(at, Math.min(at + bytesARead, source.size));
    if (bytes.length === 0) break;
    let begin = 0;
    for (let stop = bytes.indexOf(end); stop >= 0; stop = bytes.indexOf(end, begin)) {
      keep(bytes.subarray(begin, stop));
      begin = stop + 1;
      yield line(at + begin);
      number += 1;
      offset = at + begin;
      parts = [];
      kept = 0;
    }
    keep(bytes.subarray(begin));
    at += bytes.length;
  }
  if (kept > 0) yield line(source.size);
}
