import type { Encoding } from '../../core/mapping/format-info.ts';

/** An encoding of Unicode that the bytes themselves show. */
export type UnicodeSign = {
  readonly encoding: Encoding;
  /** Length of the byte order mark, which is no part of the text. */
  readonly markBytes: number;
};

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

function byteOrderMark(bytes: Uint8Array): UnicodeSign | undefined {
  const mark = MARKS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  return mark && { encoding: mark.encoding, markBytes: mark.bytes.length };
}

/** White space and `<`, `[`, `{`, with which documents begin. */
const OPENING = [0x09, 0x0a, 0x0d, 0x20, 0x3c, 0x5b, 0x7b];

/** The zero byte that UTF-16 has in the first character of a document. */
function openingZero([first, second]: Uint8Array): Encoding | undefined {
  if (first === undefined || second === undefined) return undefined;
  if (second === 0 && OPENING.includes(first)) return 'utf-16le';
  return first === 0 && OPENING.includes(second) ? 'utf-16be' : undefined;
}

/** UTF-16 by a mark or the first character of a document; anything else may be read as UTF-8. */
export const documentEncoding = (bytes: Uint8Array): Encoding =>
  byteOrderMark(bytes)?.encoding ?? openingZero(bytes) ?? 'utf-8';

/** Signs are looked for in this much of a file's beginning. */
export const SIGN_BYTES = 16_384;

/**
 * Delimiters, digits and line ends have a zero byte each in UTF-16, always on the same side; other
 * text has none. A tenth of the pairs on one side and hardly any on the other is enough.
 */
function zeroBytes(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SIGN_BYTES) / 2);
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) first++;
    if (bytes[2 * pair + 1] === 0) second++;
  }
  if (second > pairs / 10 && first < second / 10) return 'utf-16le';
  if (first > pairs / 10 && second < first / 10) return 'utf-16be';
  return undefined;
}

/** From a file's first bytes: its byte order mark, else its zero bytes; undefined where neither shows it. */
export function unicodeSign(bytes: Uint8Array): UnicodeSign | undefined {
  const wide = openingZero(bytes) ?? zeroBytes(bytes);
  return byteOrderMark(bytes) ?? (wide && { encoding: wide, markBytes: 0 });
}
