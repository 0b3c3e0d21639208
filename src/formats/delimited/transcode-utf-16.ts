import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Steps } from '../../core/steps.ts';
import { memorySource } from '../sheet/byte-source.ts';
import type { ByteSource } from '../sheet/sheet.ts';

/** UTF-16 is kept in memory as UTF-8, so it cannot be as large as what stays on disk. */
export const MOST_UTF_16_BYTES = 512 * 1024 * 1024;

const PIECE_BYTES = 2 * 1024 * 1024;

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * The same text as UTF-8 in memory, without its byte order mark; halves of surrogate pairs become
 * U+FFFD. Yields the part that is done after every 2 MB.
 */
export function* transcodeUtf16(
  source: ByteSource,
  encoding: 'utf-16le' | 'utf-16be',
): Steps<Result<ByteSource, Fault>> {
  const { name, size } = source;
  if (size > MOST_UTF_16_BYTES)
    return failed({
      kind: 'too-large',
      file: name,
      part: 'document',
      mostBytes: MOST_UTF_16_BYTES,
    });
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const piece = decoder.decode(source.read(from, from + PIECE_BYTES), { stream: true });
    pieces.push(encoder.encode(piece));
    yield Math.min(1, (from + PIECE_BYTES) / size);
  }
  pieces.push(encoder.encode(decoder.decode()));
  return ok(memorySource(name, joined(pieces)));
}
