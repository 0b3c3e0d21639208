import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { positionAt } from '../source/find-json-fault.ts';

export type DecodedText = {
  /** Bytes that are no UTF-8 are U+FFFD in it. */
  readonly text: string;
  readonly isUtf8: boolean;
};

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

function fromUtf8(bytes: Uint8Array | ArrayBuffer): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its byte order mark, or by the zero byte next to its first character. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || !first || !second
  );
}

/**
 * Decodes UTF-8, the only encoding of JSON that is exchanged (RFC 8259); a byte order mark is left out.
 * UTF-16 fails, since no letter of it can be read.
 */
export function decodeText(
  file: string,
  sent: Uint8Array | ArrayBuffer,
): Result<DecodedText, Fault> {
  const bytes = sent instanceof Uint8Array ? sent : new Uint8Array(sent);
  if (isUtf16(bytes))
    return failed({
      kind: 'not-utf-8',
      file,
      encoding: 'UTF-16',
      line: undefined,
      column: undefined,
    });
  const text = fromUtf8(bytes);
  return ok(
    text === undefined ? { text: lenient.decode(bytes), isUtf8: false } : { text, isUtf8: true },
  );
}

/** The fault of a text in which bytes were no UTF-8, with the place of the first of them. */
export const notUtf8 = (file: string, text: string): Fault => ({
  kind: 'not-utf-8',
  file,
  encoding: undefined,
  ...positionAt(text, Math.max(text.indexOf('\uFFFD'), 0)),
});

/** Decodes UTF-8 and fails at the first byte that is none. */
export function decodeStrictly(
  file: string,
  sent: Uint8Array | ArrayBuffer,
): Result<string, Fault> {
  const decoded = decodeText(file, sent);
  if (decoded.kind === 'failed') return decoded;
  const { text, isUtf8 } = decoded.value;
  return isUtf8 ? ok(text) : failed(notUtf8(file, text));
}
