import { documentEncoding } from './judge-encoding.ts';

/** A document's text without its byte order mark; bytes that are no UTF-8 become U+FFFD. */
export const decodeDocument = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The beginning of a file as text, for recognition: cut characters at its end do no harm. */
export const decodeHead = (bytes: Uint8Array): string =>
  new TextDecoder(documentEncoding(bytes)).decode(bytes);
