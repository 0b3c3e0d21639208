import { decodeAs } from './decoders.ts';
import { decodeRowText } from './row-text.ts';
import { documentEncoding, unicodeSign } from './unicode-signs.ts';

/*
 * The beginning of a file as text, for detecting its format before its encoding is judged. Characters
 * that are cut at its end do no harm.
 */

/** As a document is read: UTF-16 by its mark or first character, else UTF-8. */
export const decodeDocumentHead = (bytes: Uint8Array): string =>
  decodeAs(documentEncoding(bytes), bytes);

/** As delimited text is read: UTF-16 by its zero bytes too, and Windows-1252 where it is no UTF-8. */
export function decodeTableHead(bytes: Uint8Array): string {
  const sign = unicodeSign(bytes);
  return sign ? decodeAs(sign.encoding, bytes) : decodeRowText(bytes, 0, bytes.length);
}
