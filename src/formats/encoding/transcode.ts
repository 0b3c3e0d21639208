import type { Fault } from '../../core/faults/fault.ts';
import type { Encoding, FormatInfo } from '../../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { memorySource } from '../source/byte-source.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { decoderOf } from './decoders.ts';
import { judgeEncoding, type EncodingOptions } from './judge-encoding.ts';

/** Other encodings are kept in memory as UTF-8, so they cannot be as large as what stays on disk. */
export const MAX_TRANSCODED_BYTES = 512 * 1024 * 1024;

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
 * The same text as UTF-8 in memory, without its byte order mark; what the encoding does not have and
 * halves of surrogate pairs become U+FFFD. A yield point after every 2 MB.
 */
async function transcode(
  source: ByteSource,
  encoding: Encoding,
  task: Task,
): Promise<Result<ByteSource, Fault>> {
  const { name, size } = source;
  if (size > MAX_TRANSCODED_BYTES)
    return failed({
      kind: 'too-large',
      file: name,
      part: 'document',
      maxBytes: MAX_TRANSCODED_BYTES,
    });
  const decode = decoderOf(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < size; from += PIECE_BYTES) {
    pieces.push(encoder.encode(decode(source.read(from, Math.min(size, from + PIECE_BYTES)))));
    if (task.isDue()) await task.yield(Math.min(1, (from + PIECE_BYTES) / size));
  }
  pieces.push(encoder.encode(decode()));
  return ok(memorySource(name, joined(pieces)));
}

/** A text that can be read as UTF-8, and how it was written. */
export type ReadableText = {
  readonly source: ByteSource;
  readonly encoding: Pick<FormatInfo, 'encoding' | 'encodingBasis'>;
  readonly markBytes: number;
  /** What of `source` is held in memory because of it. */
  readonly ownBytes: number;
};

/**
 * Judges the encoding of a file and makes UTF-8 of it. UTF-8 stays where it is, and so does what is in
 * `asItIs`. Faults: `too-large`.
 */
export async function readableText(
  source: ByteSource,
  options: EncodingOptions | undefined,
  task: Task,
  asItIs?: Encoding,
): Promise<Result<ReadableText, Fault>> {
  const { encoding, basis, markBytes } = judgeEncoding(source, options);
  const written = { encoding, ...(basis ? { encodingBasis: basis } : {}) };
  if (encoding === 'utf-8' || encoding === asItIs)
    return ok({ source, encoding: written, markBytes, ownBytes: 0 });
  const transcoded = await transcode(source, encoding, task);
  if (transcoded.kind === 'failed') return transcoded;
  const { value } = transcoded;
  return ok({ source: value, encoding: written, markBytes: 0, ownBytes: value.size });
}
