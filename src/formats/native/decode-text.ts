import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { documentEncoding } from '../encoding/unicode-signs.ts';
import { decodeStrictUtf8, decodeUtf8 } from '../encoding/utf-8.ts';
import { positionAt } from '../source/find-json-fault.ts';

export type DecodedText = {
  /** Bytes that are no UTF-8 are U+FFFD in it. */
  readonly text: string;
  readonly isUtf8: boolean;
};

/**
 * Decodes UTF-8, the only encoding of JSON that is exchanged (RFC 8259); a byte order mark is left out.
 * UTF-16 fails, since no letter of it can be read.
 */
export function decodeText(
  file: string,
  sent: Uint8Array | ArrayBuffer,
): Result<DecodedText, Fault> {
  const bytes = sent instanceof Uint8Array ? sent : new Uint8Array(sent);
  if (documentEncoding(bytes) !== 'utf-8')
    return failed({
      kind: 'not-utf-8',
      file,
      encoding: 'UTF-16',
      line: undefined,
      column: undefined,
    });
  const text = decodeStrictUtf8(bytes);
  return ok(
    text === undefined ? { text: decodeUtf8(bytes), isUtf8: false } : { text, isUtf8: true },
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
